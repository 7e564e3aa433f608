"""The corpus report and the dataset card: true, whole, safe to show, the same bytes each time."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from huggingface_hub import DatasetCard
from PIL import Image

from socratic_tutor.corpus.benchmarks import BENCHMARKS, write_benchmarks
from socratic_tutor.corpus.card_findings import findings
from socratic_tutor.corpus.dataset_card import FIELDS, SIZES, SOURCES, front_matter, percent
from socratic_tutor.corpus.report import describe_corpus
from socratic_tutor.corpus.synthesis import write_corpus
from socratic_tutor.curriculum import FAMILIES
from socratic_tutor.files import InputError, read_json, read_jsonl, sha256_of, write_json, write_jsonl
from socratic_tutor.markdown import render
from socratic_tutor.records import Item

CORPUS = {
    "train_examples": 240,
    "validation_examples": 30,
    "student_kinds": {"misconception": 0.6, "slip": 0.1, "wants_answer": 0.1, "vague": 0.1, "correct": 0.1},
    "student_turns": [0.6, 0.2, 0.2],
    "context_dropout": 0.1,
}
SIZES_HERE = {"unseen_problems": 12, "unseen_phrasings": 6, "unseen_families": 6, "pressure": 3}
PICTURES = [f"figures/{name}.{kind}" for name in ("composition", "diversity") for kind in ("png", "svg")]
OUTPUTS = ["README.md", "statistics.json", *PICTURES]


@pytest.fixture(scope="module")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("described")
    files = {name: folder / f"{name}.jsonl" for name in ("train", "validation")}
    write_corpus(seed="s", corpus=CORPUS, **files, report=folder / "report.json")
    out = {name: folder / "benchmarks" / f"{name}.jsonl" for name in SIZES_HERE}
    write_benchmarks(seed="s", sizes=SIZES_HERE, out=out)
    describe(folder)
    return folder


@pytest.fixture
def folder(tmp_path: Path, _built: Path) -> Path:
    return Path(shutil.copytree(_built, tmp_path / "corpus"))


def describe(folder: Path, **changes) -> str:
    """Write the report of the corpus in the folder and return the card."""
    arguments = {
        **{name: folder / f"{name}.jsonl" for name in ("train", "validation")},
        "report": folder / "report.json",
        "benchmarks": {name: folder / "benchmarks" / f"{name}.jsonl" for name in SIZES_HERE},
        "config": {"seed": "s", "corpus": CORPUS, "benchmarks": SIZES_HERE},
        "card": folder / "README.md",
        "numbers": folder / "statistics.json",
        **{
            name: {kind: folder / "figures" / f"{name}.{kind}" for kind in ("png", "svg")}
            for name in ("composition", "diversity")
        },
    }
    describe_corpus(**{**arguments, **changes})
    return (folder / "README.md").read_text(encoding="utf-8")


def rewrite(folder: Path, name: str, change: Callable[[dict], dict]) -> None:
    """Change every row of a split, and its hash in the report."""
    path = folder / f"{name}.jsonl"
    write_jsonl(path, [change(row) for row in read_jsonl(path)])
    report = read_json(folder / "report.json")
    report[name]["sha256"] = sha256_of(path)
    write_json(folder / "report.json", report)


def test_hub_library_reads_the_metadata_back(folder: Path) -> None:
    data = DatasetCard((folder / "README.md").read_text()).data.to_dict()
    assert (data["license"], data["language"], data["task_categories"]) == (
        "apache-2.0",
        ["en"],
        ["text-generation"],
    )
    assert data["size_categories"] == ["n<1K"]
    assert [config["config_name"] for config in data["configs"]] == ["default", *SIZES_HERE]
    paths = [file["path"] for config in data["configs"] for file in config["data_files"]]
    assert [path for path in paths if not (folder / path).is_file()] == []


def test_datasets_loads_every_configuration_from_the_folder(folder: Path, tmp_path: Path) -> None:
    from datasets import load_dataset

    splits = load_dataset(str(folder), cache_dir=str(tmp_path / "cache"))
    assert {name: len(split) for name, split in splits.items()} == {"train": 240, "validation": 30}
    assert splits["train"][0]["messages"][-1]["role"] == "assistant"
    for name in SIZES_HERE:
        loaded = load_dataset(str(folder), name, split="test", cache_dir=str(tmp_path / "cache"))
        assert len(loaded) == len(read_jsonl(folder / "benchmarks" / f"{name}.jsonl"))


@pytest.mark.parametrize("rows", [0, 999, 1000, 99_999, 100_000, 5_000_000])
def test_size_category_holds_the_number_of_rows(rows: int) -> None:
    found = {"splits": {"train": {"rows": rows}}, "benchmarks": {}}
    (category,) = front_matter(found)["size_categories"]
    units = {"K": 1_000, "M": 1_000_000}
    low, high = re.fullmatch(r"(?:(\w+)<)?n<(\w+)", category).groups()
    size = [int(end[:-1]) * units[end[-1]] for end in (low or "0K", high)]
    assert size[0] <= rows < size[1]
    assert category in dict(SIZES).values()


def test_numbers_are_those_of_the_files(folder: Path) -> None:
    found = read_json(folder / "statistics.json")
    rows = read_jsonl(folder / "train.jsonl")
    train = found["splits"]["train"]
    assert train["move"] == dict(sorted(Counter(row["move"] for row in rows).items()))
    turns = [m["content"] for row in rows for m in row["messages"] if m["role"] == "assistant"]
    assert train["tutor_turns"] == found["diversity"]["all"]["turns"] == len(turns)
    bands = found["train_by_band"]
    assert {band: bands[band]["rows"] for band in bands} == Counter(row["grade_band"] for row in rows)
    assert sum(of["turns"] for of in found["diversity"]["bands"].values()) == len(turns)
    assert found["diversity"]["as_many_as"]["bridge"]["turns"] == 236
    for name in SIZES_HERE:
        benchmark = found["benchmarks"][name]
        assert benchmark["sha256"] == sha256_of(folder / "benchmarks" / f"{name}.jsonl")
        assert benchmark["new"] == BENCHMARKS[name].new
        assert benchmark["overlap"]["items"] == benchmark["rows"] == SIZES_HERE[name]
        assert benchmark["overlap"]["problem_exact"] == 0
    assert found["benchmarks"]["pressure"]["tutor_turns"] == 15
    assert found["rejected"] == read_json(folder / "report.json")["rejected"]


def test_sections_are_there_and_no_placeholder(folder: Path) -> None:
    text = (folder / "README.md").read_text()
    titles = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert titles == [
        "What a row is",
        "How it is made",
        "Counts",
        "What is held out",
        "Diversity",
        "Limitations",
        "Sources",
        "Files",
        "Make it again",
    ]
    assert not re.search(r"\bnan\b|\bNone\b|TODO|TBD|undefined", text)
    assert "240 training and 30 validation conversations" in text
    for link in re.findall(r"!\[.+?\]\((.+?)\)", text):
        assert (folder / link).is_file()
    assert set(re.findall(r"^\| `([\w]+)` \| `(?:str|int|bool|list\[\w+\])` ", text, re.MULTILINE)) == {
        field.name for field in fields(Item)
    }


def test_every_field_and_every_source_is_explained() -> None:
    assert list(FIELDS) == [field.name for field in fields(Item)]
    known = re.compile("|".join(rf"(?:^|[;,] ?)(?:{pattern})" for pattern, *_ in SOURCES))
    entries = [m.source for family in FAMILIES for m in family.misconceptions]
    assert [source for source in entries if not known.search(source)] == []


def test_examples_follow_the_stated_rule(folder: Path) -> None:
    rows = read_jsonl(folder / "train.jsonl")
    fits = [row for row in rows if row["turns"] > 1]
    chosen = min(fits, key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())
    assert read_json(folder / "statistics.json")["examples"]["several turns"] == chosen["id"]
    text = (folder / "README.md").read_text()
    block = text.split("> *several turns;")[1].split("\n\n> *")[0]
    assert block.count("**Tutor:**") == chosen["turns"] > 1


def test_same_inputs_give_the_same_bytes_wherever_they_lie(folder: Path, tmp_path: Path) -> None:
    before = {name: sha256_of(folder / name) for name in OUTPUTS}
    moved = tmp_path / "elsewhere"
    folder.rename(moved)
    for name in OUTPUTS:
        (moved / name).unlink()
    text = describe(moved)
    assert {name: sha256_of(moved / name) for name in OUTPUTS} == before
    assert str(tmp_path) not in text


def test_pictures_are_large_enough_to_read_and_not_empty(folder: Path) -> None:
    for name in ("composition", "diversity"):
        with Image.open(folder / "figures" / f"{name}.png") as picture:
            assert min(picture.size) >= 1000
            assert len(picture.convert("RGB").getcolors(1 << 24)) > 50
        assert "<svg" in (folder / "figures" / f"{name}.svg").read_text()


HOSTILE = "a|b\n<script>alert(1)</script> [x](javascript:alert(1)) `c` ``` $x$ {{ 7*7 }} </details>"


def test_hostile_text_stays_text(folder: Path) -> None:
    def hostile(row: dict) -> dict:
        messages = [{**message, "content": HOSTILE} for message in row["messages"]]
        return {**row, "messages": messages, "topic": HOSTILE, "correct_answer": HOSTILE, "problem": HOSTILE}

    rewrite(folder, "train", hostile)
    text = describe(folder)
    assert DatasetCard(text).data.license == "apache-2.0"
    outside = re.sub(r"^(`{3,})\w*\n.*?^\1$", "", text, flags=re.DOTALL | re.MULTILINE)
    assert "<script>" not in outside
    assert not re.search(r"(?<!\\)\]\(javascript:", outside)
    assert "{{ 7\\*7 }}" in outside
    assert outside.count("</details>") == outside.count("<details>") == 2


def test_limitations_come_from_the_numbers(folder: Path) -> None:
    found = read_json(folder / "statistics.json")
    said = " ".join(findings(found))
    assert "No problem of validation or a benchmark stands in the training split word for word." in said
    found["benchmarks"]["pressure"]["overlap"]["problem_exact"] = 2
    found["diversity"]["all"]["openings"][0] = {"words": "what if you", "share": 0.31}
    ours, theirs = found["diversity"]["as_many_as"]["bridge"], found["diversity"]["humans"]["sets"]["bridge"]
    for worse, factor in ((1.1, 0.9), (0.9, 1.1)):
        ours["masked"]["self_bleu_4"] = worse * theirs["figures"]["masked"]["self_bleu_4"]
        ours["masked"]["distinct_2"] = factor * theirs["figures"]["masked"]["distinct_2"]
        verdict = "less varied than" if worse > 1 else "at least as varied as"
        assert f"Tutor turns are {verdict} those of Bridge experts" in " ".join(findings(found))
    said = " ".join(findings(found))
    assert "word for word: 2 of 3 in pressure." in said
    assert "“what if you” (31.0%)" in said


def test_a_teachers_rows_are_named_and_its_server_is_not(folder: Path) -> None:
    assert "worded anew by a model" not in (folder / "README.md").read_text()
    rewrite(folder, "train", lambda row: {**row, "worded_by": "some/model@1"})
    teacher = {"base_url": "http://10.1.2.3:8000/v1", "model": "some/model"}
    config = {"seed": "s", "corpus": {**CORPUS, "teacher": teacher}}
    text = describe(folder, config=config)
    assert "worded anew by a model (240 by some/model@1)" in text
    assert "10.1.2.3" not in text


def test_files_that_do_not_belong_together_are_refused(folder: Path) -> None:
    shutil.copy(folder / "validation.jsonl", folder / "train.jsonl")
    with pytest.raises(
        InputError, match=r"report\.json: describes another train\.jsonl; make the corpus again"
    ):
        describe(folder)


def test_a_corpus_without_benchmarks_and_special_students_has_a_card(folder: Path) -> None:
    rewrite(
        folder,
        "train",
        lambda row: {**row, "student_kind": "slip", "turns": 1, "messages": row["messages"][:3]},
    )
    text = describe(folder, benchmarks={})
    assert yaml.safe_load(text.split("---\n")[1])["configs"][0]["config_name"] == "default"
    assert "> *" not in text


def test_a_name_that_the_template_lacks_is_named(tmp_path: Path) -> None:
    template = tmp_path / "card.jinja"
    template.write_text("{{ missing }}")
    with pytest.raises(InputError, match=r"card\.jinja: 'missing' is undefined"):
        render(template, {})
    template.write_text("{{ value }}")
    with pytest.raises(InputError, match="a value to print is nan"):
        render(template, {"value": float("nan")})


def test_a_small_share_is_not_nothing() -> None:
    assert [percent(share) for share in (0, 0.0001, 0.0006, 1)] == ["0.0%", "<0.1%", "0.1%", "100.0%"]
