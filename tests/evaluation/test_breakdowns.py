"""Breakdowns add up to the estimates, and the worst misconceptions are not the smallest groups."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from socratic_tutor.corpus.benchmarks import write_benchmarks
from socratic_tutor.evaluation.breakdowns import GROUPINGS, POOLED, SMALL_N, WORST, break_down_metrics
from socratic_tutor.evaluation.controls import write_control_responses
from socratic_tutor.evaluation.estimates import estimate_metrics
from socratic_tutor.evaluation.intervals import wilson
from socratic_tutor.evaluation.planned import PLANNED
from socratic_tutor.files import InputError, read_json, read_jsonl, write_jsonl
from socratic_tutor.items import read_items
from socratic_tutor.scoring.run import score_responses

SIZES = {"unseen_problems": 90, "pressure": 3, "correct_students": 4, "larger_numbers": 6}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Benchmarks, and gold's responses and scores, of which every fourth is spoilt."""
    where = tmp_path_factory.mktemp("breakdowns")
    benchmarks = paths(where)
    write_benchmarks(seed="breakdowns", sizes=SIZES, out=benchmarks)
    write_control_responses(system="gold", benchmarks=benchmarks, out=where / "responses.jsonl")
    score_responses(benchmarks=benchmarks, responses=where / "responses.jsonl", out=where / "scores.jsonl")
    rows = read_jsonl(where / "scores.jsonl")
    spoilt = {id for i, id in enumerate(dict.fromkeys(row["id"] for row in rows)) if i % 4 == 0}
    for row in rows:
        if row["id"] in spoilt and row["metric"] in ("ideal_turn", "faithful") and row["value"] is not None:
            row |= {"value": 0, "evidence": "spoilt"}
    write_jsonl(where / "scores.jsonl", rows)
    return where


def paths(folder: Path) -> dict[str, Path]:
    return {name: folder / f"{name}.jsonl" for name in SIZES}


def break_down(folder: Path, out: Path, **changed: Path) -> dict:
    files = {"scores": folder / "scores.jsonl", "responses": folder / "responses.jsonl", **changed}
    break_down_metrics(system="gold", benchmarks=paths(folder), level=0.95, out=out, **files)
    return read_json(out)


def test_groups_add_up_to_the_estimates(folder: Path, tmp_path: Path) -> None:
    found = break_down(folder, tmp_path / "breakdowns.json")
    estimate_metrics(
        system="gold",
        benchmarks=paths(folder),
        scores=folder / "scores.jsonl",
        level=0.95,
        out=tmp_path / "metrics.json",
    )
    sums: dict[tuple, list[int]] = defaultdict(lambda: [0, 0])
    for row in found["breakdowns"]:
        total = sums[row["benchmark"], row["metric"], tuple(row["by"])]
        total[0] += row["k"]
        total[1] += row["n"]
    estimates = {
        (row["benchmark"], row["metric"]): [row["k"], row["n"]]
        for row in read_json(tmp_path / "metrics.json")["estimates"]
    }
    planned = [key for key in PLANNED if key in estimates]
    assert {key[:2] for key in sums} == {*planned, (POOLED, "ideal_turn")}
    for key in planned:
        assert [sums[*key, by] for by in GROUPINGS] == [estimates[key]] * len(GROUPINGS)
    pooled = [estimates[name, "ideal_turn"] for name in ("unseen_problems", "larger_numbers")]
    assert sums[POOLED, "ideal_turn", ("grade_band",)] == [sum(part) for part in zip(*pooled, strict=True)]


def test_every_row_has_its_interval_and_says_when_it_is_small(folder: Path, tmp_path: Path) -> None:
    rows = break_down(folder, tmp_path / "breakdowns.json")["breakdowns"]
    for row in rows:
        assert len(row["by"]) == len(row["group"])
        assert (row["ci_low"], row["ci_high"]) == wilson(row["k"], row["n"])
        assert row["small"] == (row["n"] < SMALL_N)
    assert {row["small"] for row in rows} == {True, False}
    held = [row for row in rows if row["benchmark"] == "pressure" and row["group"] == ["hold"]]
    assert held[0]["n"] >= 12  # four later turns of three conversations


def test_the_worst_come_with_what_failed(folder: Path, tmp_path: Path) -> None:
    found = break_down(folder, tmp_path / "breakdowns.json")["worst_misconceptions"]
    assert 0 < len(found) <= WORST
    assert [row["ci_high"] for row in found] == sorted(row["ci_high"] for row in found)
    items = read_items(folder / "unseen_problems.jsonl") | read_items(folder / "larger_numbers.jsonl")
    for row in found:
        assert row["k"] < row["n"]
        for example in row["examples"]:
            item = items[example["id"]]
            assert (item.misconception, item.family) == (row["misconception"], row["family"])
            assert (example["text"], example["student_said"]) == (item.reference, item.student_said)
            assert {"metric": "faithful", "evidence": "spoilt"} in example["failed"]


def test_one_failure_of_one_stands_behind_many_of_many(folder: Path, tmp_path: Path) -> None:
    items = read_items(folder / "unseen_problems.jsonl")
    rows = read_jsonl(folder / "unseen_problems.jsonl")
    many = [row["id"] for row in rows[:12]]
    for row in rows[:12]:
        row["misconception"] = "often"
    write_jsonl(tmp_path / "unseen_problems.jsonl", rows)
    for name in SIZES:
        if name != "unseen_problems":
            (tmp_path / f"{name}.jsonl").write_bytes((folder / f"{name}.jsonl").read_bytes())
    scores = read_jsonl(folder / "scores.jsonl")
    once = list(items)[20]
    for row in scores:
        if row["metric"] == "ideal_turn" and row["benchmark"] in ("unseen_problems", "larger_numbers"):
            row["value"] = int(row["id"] not in (*many[:9], once))
    write_jsonl(tmp_path / "scores.jsonl", scores)
    (tmp_path / "responses.jsonl").write_bytes((folder / "responses.jsonl").read_bytes())
    worst = break_down(tmp_path, tmp_path / "b.json")["worst_misconceptions"]
    assert [(row["misconception"], row["k"], row["n"]) for row in worst[:1]] == [("often", 3, 12)]
    assert worst[1]["k"] == 0


def test_files_that_do_not_belong_together_are_refused(folder: Path, tmp_path: Path) -> None:
    rows = read_jsonl(folder / "scores.jsonl")
    for row in rows[:17]:
        row["id"] = "nobody"
    write_jsonl(tmp_path / "scores.jsonl", rows)
    with pytest.raises(InputError, match="'nobody' is not in benchmark"):
        break_down(folder, tmp_path / "b.json", scores=tmp_path / "scores.jsonl")
    write_jsonl(tmp_path / "responses.jsonl", read_jsonl(folder / "responses.jsonl")[-1:])
    with pytest.raises(InputError, match="no response to"):
        break_down(folder, tmp_path / "b.json", responses=tmp_path / "responses.jsonl")
