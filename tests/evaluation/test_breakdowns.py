"""Breakdowns add up to the estimate, small groups are marked, the worst come with what failed."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest
from msgspec import structs

from scoring.fractions_item import FRACTIONS
from socratic_tutor.evaluation.breakdowns import BY, _estimate, break_down
from socratic_tutor.evaluation.rates import SMALL
from socratic_tutor.files import read_json, write_jsonl
from socratic_tutor.records import Item, Response, Score
from socratic_tutor.scoring.metrics import IDEAL_CONDITIONS, METRICS


@pytest.fixture
def found(tmp_path: Path) -> dict:
    items = [
        replace(
            Item(**FRACTIONS),
            id=f"i{number}",
            grade_band=("3-5", "6-8")[number % 2],
            topic=("adding", "comparing", "rounding")[number % 3],
            misconception=f"m{number % 5}",
        )
        for number in range(30)
    ]

    def value(item: Item, metric: str) -> int:
        good = item.misconception != "m0"
        return int(good) if metric in ("ideal_turn", IDEAL_CONDITIONS[0]) else 1

    write_jsonl(tmp_path / "unseen_problems.jsonl", (asdict(item) for item in items))
    write_jsonl(
        tmp_path / "scores.jsonl",
        (
            structs.asdict(Score(i.id, "unseen_problems", 1, m.name, value(i, m.name), f"why {m.name}"))
            for i in items
            for m in METRICS
        ),
    )
    rows = (asdict(Response(i.id, "unseen_problems", 1, f"said {i.id}")) for i in items)
    write_jsonl(tmp_path / "responses.jsonl", rows)
    break_down(
        system="x",
        benchmarks={"unseen_problems": tmp_path / "unseen_problems.jsonl"},
        scores=tmp_path / "scores.jsonl",
        responses=tmp_path / "responses.jsonl",
        level=0.95,
        out=tmp_path / "breakdowns.json",
    )
    return read_json(tmp_path / "breakdowns.json")


def test_every_breakdown_adds_up_to_the_whole(found: dict) -> None:
    for by in BY:
        rows = [r for r in found["breakdowns"] if r["by"] == list(by) and r["metric"] == "ideal_turn"]
        assert (sum(r["k"] for r in rows), sum(r["n"] for r in rows)) == (24, 30)
        for row in rows:
            assert row["ci_low"] <= row["rate"] <= row["ci_high"]
            assert row["small"] == (row["n"] < SMALL)
    assert {r["small"] for r in found["breakdowns"]} == {True, False}


def test_many_turns_of_few_conversations_are_few() -> None:
    turns = [(f"conversation {number}", 1) for number in range(2) for _ in range(SMALL)]
    assert _estimate(turns, 0.95)["small"]
    assert not _estimate([(str(number), 1) for number in range(SMALL)], 0.95)["small"]


def test_the_worst_misconception_comes_first_with_what_failed(found: dict) -> None:
    worst = found["worst_misconceptions"]
    assert [row["misconception"] for row in worst] == ["m0"]
    assert (worst[0]["k"], worst[0]["n"]) == (0, 6)
    assert worst[0]["small"]
    assert worst[0]["ci_low"] == 0 < worst[0]["ci_high"]
    example = worst[0]["examples"][0]
    assert example["text"] == f"said {example['id']}"
    failed = {row["metric"]: row["evidence"] for row in example["failed"]}
    assert failed[IDEAL_CONDITIONS[0]] == f"why {IDEAL_CONDITIONS[0]}"
