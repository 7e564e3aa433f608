"""Rows are verified, distinct, stable, and never share numbers across parts."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from socratic_tutor.corpus import rows as rows_module
from socratic_tutor.corpus.base_text import write_base_documents
from socratic_tutor.corpus.benchmarks import BENCHMARKS, write_benchmarks
from socratic_tutor.corpus.cases import part_of
from socratic_tutor.corpus.rows import make_row, make_rows, subjects
from socratic_tutor.corpus.synthesis import write_corpus
from socratic_tutor.curriculum import FAMILIES
from socratic_tutor.curriculum.catalogue import Parameters
from socratic_tutor.dialogue.students import STUDENT_KINDS
from socratic_tutor.files import InputError, read_json, read_jsonl, sha256_of
from socratic_tutor.records import Item, from_row

ALL_KINDS = {"misconception": 0.6, "wants_answer": 0.2, "vague": 0.1, "correct": 0.1}
CORPUS = {
    "train_examples": 120,
    "validation_examples": 40,
    "student_kinds": ALL_KINDS,
    "context_dropout": 0.2,
}


@pytest.fixture(scope="module")
def items() -> list[Item]:
    return make_rows(ALL_KINDS, 300, split="train", part="train", seed="test")


def test_as_many_distinct_rows_as_asked_for(items: list[Item]) -> None:
    assert len(items) == 300
    assert len({item.id for item in items}) == 300
    assert Counter(item.student_kind for item in items) == {k: round(300 * s) for k, s in ALL_KINDS.items()}


def test_kinds_cover_every_student() -> None:
    assert set(ALL_KINDS) == set(STUDENT_KINDS)


def test_every_row_asks_once_and_fills_its_placeholders(items: list[Item]) -> None:
    for item in items:
        assert item.reference.count("?") == 1
        assert not set("{}") & set(item.reference + item.student_said + item.problem)
        assert item.correct_answer not in item.trace
        assert item.messages[-1]["content"] == f"{item.problem}\n{item.student_said}"


def test_rows_survive_the_file(items: list[Item]) -> None:
    for item in items[:20]:
        assert from_row(Item, json.loads(json.dumps(asdict(item))), "test") == item


def test_same_seed_same_rows_and_another_seed_none() -> None:
    first, again, other = (
        [i.id for i in make_rows(ALL_KINDS, 60, split="train", part="train", seed=s)] for s in ("a", "a", "b")
    )
    assert first == again
    assert len(set(first) & set(other)) <= 3  # small parameter spaces may meet by chance


def test_another_family_leaves_the_items_of_the_others_unchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    def items_by_subject(families: tuple, count: int) -> dict[str, list[str]]:
        monkeypatch.setattr(rows_module, "FAMILIES", families)
        found: dict[str, list[str]] = {}
        made = make_rows({"misconception": 1.0}, count, split="train", part="train", seed="grow")
        for item in made:
            found.setdefault(item.misconception, []).append(item.id)
        return found

    fewer = items_by_subject(FAMILIES[:-1], 2 * sum(len(f.misconceptions) for f in FAMILIES[:-1]))
    all_of_them = items_by_subject(FAMILIES, 2 * sum(len(f.misconceptions) for f in FAMILIES))
    assert {name: all_of_them[name] for name in fewer} == fewer


def test_benchmarks_share_no_problem_with_training(tmp_path: Path) -> None:
    write_corpus(
        seed="s",
        corpus=CORPUS,
        train=tmp_path / "train.jsonl",
        validation=tmp_path / "validation.jsonl",
        report=tmp_path / "report.json",
    )
    out = {name: tmp_path / f"{name}.jsonl" for name in BENCHMARKS}
    write_benchmarks(seed="s", sizes=dict.fromkeys(BENCHMARKS, 60), out=out)
    problems = {
        path.stem: {row["problem"] for row in read_jsonl(path)}
        for path in (tmp_path / "train.jsonl", tmp_path / "validation.jsonl", *out.values())
    }
    for name in BENCHMARKS:
        assert not problems[name] & problems["train"]
        assert not problems[name] & problems["validation"]
    assert not any(row["prompt_shows_answer"] for row in read_jsonl(out["leak"]))
    report = read_json(tmp_path / "report.json")
    assert report["train"]["rows"] == 120
    assert report["train"]["sha256"] == sha256_of(tmp_path / "train.jsonl")
    assert all(row["messages"][-1]["role"] == "assistant" for row in read_jsonl(tmp_path / "train.jsonl"))


def test_more_items_keep_the_ones_there_are() -> None:
    few, more = (
        {i.id for i in make_rows({"misconception": 1.0}, n, split="leak", part="leak", seed="s")}
        for n in (40, 80)
    )
    assert few < more


def test_unknown_benchmark_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'unheard_of' is not known"):
        write_benchmarks(seed="s", sizes={"unheard_of": 1}, out={"unheard_of": tmp_path / "x"})


def test_an_entry_that_always_leaks_is_named() -> None:
    family, misconception = subjects("misconception")[0]
    telling = replace(misconception, turns={"locate": ("Is it {right}, perhaps, as you look at it now?",)})
    with pytest.raises(InputError, match=f"{misconception.id} gave no sound") as caught:
        make_row((family, telling), "misconception", split="train", part="train", seed="s")
    assert "leaks the answer" in str(caught.value)
    assert len(str(caught.value).splitlines()) <= 5


def test_too_many_rows_for_the_space_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    only = FAMILIES[0].sample(random.Random("the only problem"))
    tiny = replace(FAMILIES[0], sample=lambda rng: only)
    monkeypatch.setattr(rows_module, "FAMILIES", (tiny,))
    with pytest.raises(InputError, match="distinct 'vague' rows"):
        make_rows({"vague": 1.0}, 2000, split="train", part=part_of(tiny, Parameters(only)), seed="s")


def test_base_text_is_stable_and_half_of_it_answers(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_base_documents(seed="s", documents=400, out=tmp_path / name)
    assert sha256_of(tmp_path / "one") == sha256_of(tmp_path / "two")
    documents = read_jsonl(tmp_path / "one")
    chats = [d for d in documents if "messages" in d]
    assert 150 < len(chats) < 250
    assert all(not d["messages"][-1]["content"].endswith("?") for d in chats)
