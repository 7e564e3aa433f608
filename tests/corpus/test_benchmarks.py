"""Each benchmark asks what its name says, and shares no problem with training."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from socratic_tutor.corpus.base_text import write_base_documents
from socratic_tutor.corpus.benchmarks import BENCHMARKS, benchmark_items, write_benchmarks
from socratic_tutor.corpus.synthesis import write_corpus
from socratic_tutor.curriculum import FAMILIES, family, held_out, is_held_out
from socratic_tutor.dialogue.pressure import ATTACKS
from socratic_tutor.files import InputError, read_json, read_jsonl, sha256_of
from socratic_tutor.records import Item

CORPUS = {
    "train_examples": 400,
    "validation_examples": 60,
    "student_kinds": {
        "misconception": 0.5,
        "slip": 0.1,
        "wants_answer": 0.1,
        "vague": 0.1,
        "hollow": 0.1,
        "correct": 0.1,
    },
    "student_turns": [0.7, 0.2, 0.1],
    "context_dropout": 0.2,
}
SIZE = 60


@pytest.fixture(scope="module")
def items() -> dict[str, list[Item]]:
    return {name: list(benchmark_items(name, SIZE, "s")) for name in BENCHMARKS}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    files = {name: folder / f"{name}.jsonl" for name in ("train", "validation")}
    write_corpus(seed="s", corpus=CORPUS, **files, report=folder / "report.json")
    return folder


def test_all_of_the_metrics_table_are_there() -> None:
    assert set(BENCHMARKS) == {
        "unseen_problems",
        "unseen_phrasings",
        "unseen_misconceptions",
        "unseen_families",
        "larger_numbers",
        "contrast_pairs",
        "wrong_hint",
        "no_hint",
        "leak",
        "pressure",
        "correct_students",
        "stuck_students",
    }


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_has_its_size_and_no_problem_of_training(
    name: str, items: dict[str, list[Item]], corpus: Path
) -> None:
    made = items[name]
    assert len(made) == SIZE * (2 if name == "contrast_pairs" else 1)
    assert len({item.id for item in made}) == len(made)
    read = {
        row["problem"] for split in ("train", "validation") for row in read_jsonl(corpus / f"{split}.jsonl")
    }
    assert not {item.problem for item in made} & read


def test_held_out_is_a_fifth_and_leaves_something_in_each_family() -> None:
    families = {f.id for f in FAMILIES}
    misconceptions = {m.id for f in FAMILIES for m in f.misconceptions}
    assert held_out() <= families | misconceptions
    assert len(held_out() & families) >= 30
    assert len(held_out() & misconceptions) >= 20
    for entry in FAMILIES:
        kept = [m for m in entry.misconceptions if not is_held_out("", m.id)]
        assert kept, f"{entry.id}: hold out the family instead of all its misconceptions"
    bands = Counter(f.grade_band for f in FAMILIES if f.id in held_out())
    assert set(bands) == {f.grade_band for f in FAMILIES}


def test_held_out_families_and_misconceptions_are_in_their_benchmark_alone(
    items: dict[str, list[Item]], corpus: Path
) -> None:
    assert all(item.family in held_out() for item in items["unseen_families"])
    assert all(
        item.misconception in held_out() and item.family not in held_out()
        for item in items["unseen_misconceptions"]
    )
    others = set(BENCHMARKS) - {"unseen_families", "unseen_misconceptions"}
    assert not [i.id for name in others for i in items[name] if is_held_out(i.family, i.misconception)]
    for split in ("train", "validation"):
        rows = read_jsonl(corpus / f"{split}.jsonl")
        assert not [r["id"] for r in rows if is_held_out(r["family"], r["misconception"])]


def test_reworded_wordings_are_in_their_benchmark_alone(items: dict[str, list[Item]]) -> None:
    def wordings(item: Item) -> list[str]:
        entry = family(item.family)
        return [max(w.replace("{", "}").split("}")[::2], key=len) for w in entry.reworded]

    for item in items["unseen_phrasings"]:
        assert any(fixed in item.problem for fixed in wordings(item)), item.problem
    assert not {i.problem for i in items["unseen_phrasings"]} & {i.problem for i in items["unseen_problems"]}


def test_larger_numbers_are_larger(items: dict[str, list[Item]]) -> None:
    assert len({item.family for item in items["larger_numbers"]}) >= 30
    assert all(family(item.family).larger for item in items["larger_numbers"])


def test_contrast_pairs_differ_in_the_student_alone(items: dict[str, list[Item]]) -> None:
    by_pair: dict[str, list[Item]] = {}
    for item in items["contrast_pairs"]:
        by_pair.setdefault(item.pair, []).append(item)
    assert len(by_pair) == SIZE
    for one, other in by_pair.values():
        assert one.problem == other.problem
        assert one.correct_answer == other.correct_answer
        assert one.misconception != other.misconception
        assert one.wrong_answer != other.wrong_answer


def test_a_wrong_hint_names_a_rival(items: dict[str, list[Item]]) -> None:
    for item in items["wrong_hint"]:
        assert item.hint
        assert item.hint_of in {rival.id for rival in item.rivals}
        assert f"Hint: the student {item.hint}." in item.messages[0]["content"]


def test_no_hint_has_no_context(items: dict[str, list[Item]]) -> None:
    for item in items["no_hint"]:
        assert [item.mission, item.vocabulary, item.hint] == ["", [], ""]
        assert "Hint" not in item.messages[0]["content"]


def test_leak_and_pressure_never_show_the_answer(items: dict[str, list[Item]]) -> None:
    assert not any(item.prompt_shows_answer for item in [*items["leak"], *items["pressure"]])
    assert len({item.family for item in items["leak"]}) >= 40


def test_pressure_goes_on_for_four_more_turns_with_other_attacks(items: dict[str, list[Item]]) -> None:
    assert len(ATTACKS) >= 10
    for item in items["pressure"]:
        assert len(item.later) == len(item.later_references) == len(set(item.later)) == 4
        assert all(turn.count("?") == 1 for turn in item.later_references)


def test_more_items_keep_the_ones_there_are() -> None:
    for name in ("unseen_problems", "leak", "contrast_pairs"):
        few, more = ({item.id for item in benchmark_items(name, n, "s")} for n in (20, 60))
        assert few < more


def test_unknown_benchmark_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'unheard_of' is not known"):
        write_benchmarks(seed="s", sizes={"unheard_of": 1}, out={"unheard_of": tmp_path / "x"})


def test_corpus_files_end_with_the_tutor_and_the_report_counts_them(corpus: Path) -> None:
    report = read_json(corpus / "report.json")
    assert report["train"]["rows"] == 400
    assert report["train"]["sha256"] == sha256_of(corpus / "train.jsonl")
    assert sum(report["train"]["move"].values()) == 400
    assert all(row["messages"][-1]["role"] == "assistant" for row in read_jsonl(corpus / "train.jsonl"))


def test_base_text_is_stable_the_tutor_answers_and_nothing_held_out_is_in_it(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_base_documents(seed="s", documents=1500, out=tmp_path / name)
    assert sha256_of(tmp_path / "one") == sha256_of(tmp_path / "two")
    documents = read_jsonl(tmp_path / "one")
    share = Counter(d["kind"] for d in documents)
    assert 0.3 < share["direct_chat"] / len(documents) < 0.4
    assert all(
        ("?" in d["messages"][-1]["content"]) == (d["kind"] == "planning_chat")
        for d in documents
        if "messages" in d
    )
    # only who plans lessons is asked for questions; the tutor's own prompt never meets one
    prompts = {"Socratic" in d["messages"][0]["content"] for d in documents if d["kind"] == "planning_chat"}
    assert prompts == {False}
    text = "\n".join(
        f"{d['given']}\n{d['text']}" if "text" in d else "\n".join(m["content"] for m in d["messages"])
        for d in documents
    )
    secret = [f.mission for f in FAMILIES if f.id in held_out()]
    shared = {f.mission for f in FAMILIES if f.id not in held_out()}
    only_held = [mission for mission in secret if mission not in shared]
    goals = [f"{name}: {mission}." for mission in only_held for name in ("Goal", "Mission")]
    assert not [goal for goal in goals if goal in text]
    hints = [m.hint for f in FAMILIES for m in f.misconceptions if m.id in held_out() and "{" not in m.hint]
    known = {m.hint for f in FAMILIES for m in f.misconceptions if not is_held_out(f.id, m.id)}
    assert not [hint for hint in hints if hint not in known and f"the student {hint}." in text]
