"""A pack that gives no name away, label files that cannot be right, and agreement counted by hand."""

from __future__ import annotations

import csv
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from hostile import TEXTS
from scoring.fractions_item import FRACTIONS
from socratic_tutor.annotation.agreement import import_annotations
from socratic_tutor.annotation.importing import read_labels
from socratic_tutor.annotation.labels import LABELS
from socratic_tutor.annotation.pack import COLUMNS, guarded, unguarded, write_pack
from socratic_tutor.evaluation.correction import corrected_rate
from socratic_tutor.files import InputError, read_json, write_json, write_jsonl
from socratic_tutor.records import Item, Response, Score
from socratic_tutor.scoring.metrics import METRICS

SYSTEMS = ("rank-16-seed1", "base", "echo", "gold")
BENCHMARKS = ("unseen_problems", "leak")


@pytest.fixture
def results(tmp_path: Path) -> Path:
    for benchmark in BENCHMARKS:
        items = [replace(Item(**FRACTIONS), id=f"{benchmark}-{n}") for n in range(20)]
        write_jsonl(tmp_path / f"{benchmark}.jsonl", (asdict(item) for item in items))
    for system in SYSTEMS:
        said = [
            Response(f"{benchmark}-{n}", benchmark, 1, TEXTS[(n + len(benchmark)) % len(TEXTS)])
            for benchmark in BENCHMARKS
            for n in range(20)
        ]
        write_jsonl(tmp_path / f"{system}.jsonl", (asdict(one) for one in said))
        scores = [
            Score(one.id, one.benchmark, 1, metric.name, int(one.id.endswith(("0", "2", "4"))), "")
            for one in said
            for metric in METRICS
        ]
        write_jsonl(tmp_path / f"{system}-scores.jsonl", (asdict(score) for score in scores))
        estimates = [{"benchmark": "leak", "metric": m.name, "k": 6, "n": 20, "rate": 0.3} for m in METRICS]
        write_json(tmp_path / f"{system}-metrics.json", {"system": system, "estimates": estimates})
    return tmp_path


def pack(results: Path, replies: int = 40, seed: str = "s") -> None:
    write_pack(
        benchmarks={name: results / f"{name}.jsonl" for name in BENCHMARKS},
        responses={name: results / f"{name}.jsonl" for name in SYSTEMS},
        replies=replies,
        seed=seed,
        table=results / "pack.csv",
        page=results / "index.html",
        key=results / "key.json",
    )


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def labelled(results: Path, who: str, answer: dict[str, str], flip: int = 0) -> None:
    """A label file that answers every reply alike, the first `flip` replies the other way."""
    other = {"yes": "no", "no": "yes", "specific": "generic"}
    (results / "labels").mkdir(exist_ok=True)
    with (results / "labels" / f"{who}.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.DictWriter(stream, COLUMNS)
        rows.writeheader()
        for place, row in enumerate(rows_of(results / "pack.csv")):
            given = {name: other[value] if place < flip else value for name, value in answer.items()}
            rows.writerow({**row, **given})


def compare(results: Path) -> dict:
    import_annotations(
        labels=results / "labels",
        key=results / "key.json",
        scores={name: results / f"{name}-scores.jsonl" for name in SYSTEMS},
        metrics={name: results / f"{name}-metrics.json" for name in SYSTEMS},
        runs=["rank-16-seed1"],
        level=0.95,
        out=results / "agreement.json",
        table=results / "agreement.csv",
    )
    return read_json(results / "agreement.json")


def test_the_pack_is_balanced_blind_and_the_same_each_time(results: Path) -> None:
    pack(results)
    first = [(results / name).read_bytes() for name in ("pack.csv", "index.html", "key.json")]
    pack(results)
    assert [(results / name).read_bytes() for name in ("pack.csv", "index.html", "key.json")] == first
    key = read_json(results / "key.json")
    systems = [entry["system"] for entry in key.values()]
    assert {systems.count(system) for system in SYSTEMS} == {10}
    assert {entry["benchmark"] for entry in key.values()} == set(BENCHMARKS)
    assert systems != sorted(systems)
    for page in first[:2]:
        assert not any(
            name.encode() in page for name in (*SYSTEMS[:1], '"base"', '"echo"', "unseen_problems")
        )
    pack(results, seed="other")
    assert (results / "key.json").read_bytes() != first[2]


def test_nothing_that_was_said_runs_in_page_or_spreadsheet(results: Path) -> None:
    pack(results)
    page = (results / "index.html").read_text(encoding="utf-8")
    assert page.count("<script") == 2  # the data and the page's own
    assert "<img" not in page
    assert "https://" not in page.split('id="data"')[0]
    for row in rows_of(results / "pack.csv"):
        assert not row["reply"].startswith(("=", "+", "-", "@"))
    for text in TEXTS:
        assert unguarded(guarded(text)) == text


def test_too_many_replies_are_refused(results: Path) -> None:
    with pytest.raises(InputError, match=r"annotation\.replies: 1000 were asked for and there are 160"):
        pack(results, replies=1000)


def test_annotators_who_agree_and_annotators_who_do_not(results: Path) -> None:
    pack(results)
    labelled(results, "ana", {"answer_leak": "yes", "scaffolding": "specific"}, flip=20)
    labelled(results, "ben", {"answer_leak": "yes", "scaffolding": "specific"}, flip=20)
    rows = {row["label"]: row for row in compare(results)["labels"]}
    assert (rows["answer_leak"]["answers"], rows["answer_leak"]["annotators"]) == (80, 2)
    for name in ("cohen_kappa", "fleiss_kappa", "krippendorff_alpha"):
        assert rows["answer_leak"][name] == pytest.approx(1)
        assert rows["faithful"][name] is None
    labelled(results, "ben", {"answer_leak": "yes"}, flip=10)
    kappa = {row["label"]: row for row in compare(results)["labels"]}["answer_leak"]["cohen_kappa"]
    # of 40: both no 10, both yes 20, ana no and ben yes 10
    assert kappa == pytest.approx((0.75 - (0.5 * 0.25 + 0.5 * 0.75)) / (1 - 0.5))
    assert rows_of(results / "agreement.csv")[3]["label"] == "answer_leak"


def test_scorers_are_held_against_the_majority(results: Path) -> None:
    pack(results)
    key, answers = read_json(results / "key.json"), {}
    for reply, entry in key.items():  # people say what the scorer says of all but every fifth reply
        said = entry["id"].endswith(("0", "2", "4"))
        answers[reply] = "yes" if said != (int(reply[1:]) % 5 == 0) else "no"
    (results / "labels").mkdir()
    head = ["reply_id", *(label.name for label in LABELS)]
    with (results / "labels" / "ana.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.DictWriter(stream, head, restval="")
        rows.writeheader()
        rows.writerows({"reply_id": reply, "answer_leak": answer} for reply, answer in answers.items())
    found = compare(results)
    leak = {row["label"]: row for row in found["labels"]}["answer_leak"]
    assert leak["compared"] == 40
    assert leak["sensitivity_low"] < leak["sensitivity"] < 1
    corrected = [row for row in found["corrected"] if row["metric"] == "answer_leak.typed"]
    assert [row["system"] for row in corrected] == ["rank-16-seed1"]
    assert corrected[0]["ci_low"] <= corrected[0]["corrected"] <= corrected[0]["ci_high"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("r0001", "r9999"), r"ana\.csv:\d+: reply 'r9999' is not in the pack"),
        (("r0001", "r0002"), r"ana\.csv:\d+: reply 'r0002' comes twice"),
        ((",yes,", ",perhaps,"), r"ana\.csv:\d+: \w+ is 'perhaps'; allowed are"),
        (("answer_leak", "leak"), r"ana\.csv:1: the column answer_leak is missing"),
    ],
)
def test_a_file_that_cannot_be_right_is_named_with_its_line(
    results: Path, change: tuple[str, str], said: str
) -> None:
    pack(results)
    labelled(results, "ana", {"answer_leak": "yes"})
    path = results / "labels" / "ana.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(*change, 1), encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_labels(results / "labels", results / "key.json")


def test_no_file_says_where_one_belongs(results: Path) -> None:
    pack(results)
    with pytest.raises(InputError, match="holds no CSV file"):
        read_labels(results / "labels", results / "key.json")


def test_a_rate_is_corrected_only_where_the_scorer_tells_anything() -> None:
    call = {"level": 0.95, "seed": "x"}
    found = corrected_rate((600, 2000), (95, 100), (95, 100), **call)
    assert found is not None
    assert found.rate == pytest.approx((0.3 + 0.95 - 1) / 0.9)
    assert found.ci_low < found.rate < found.ci_high
    assert corrected_rate((600, 2000), (60, 100), (60, 100), **call) is None
    assert corrected_rate((0, 100), (0, 0), (95, 100), **call) is None
    # 1 leak of 100 by a scorer that sees half of them
    rare = corrected_rate((1, 100), (50, 100), (1000, 1000), **call)
    assert rare is not None
    assert rare.rate == pytest.approx(0.02)
    assert rare.ci_high > 0.05
