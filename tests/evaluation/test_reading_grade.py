"""The spread of reading grades: the formula's own, of replies with prose, in metrics.json."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest
from msgspec import structs

from scoring.fractions_item import FRACTIONS
from socratic_tutor.evaluation.estimates import estimate_metrics
from socratic_tutor.evaluation.reading_grade import reading_grade
from socratic_tutor.files import read_json, write_jsonl
from socratic_tutor.records import Item, Response, Score
from socratic_tutor.scoring.language import flesch_kincaid
from socratic_tutor.scoring.metrics import METRICS

EASY, HARD = (
    "What is a half?",
    "Which denominator characterises the equivalent representation of that quantity?",
)


def test_the_percentiles_are_those_of_the_formula() -> None:
    low, high = flesch_kincaid(EASY), flesch_kincaid(HARD)
    found = reading_grade([EASY, HARD, "", "1/2 + 1/3"])
    assert found is not None
    assert (found["n"], found["without_prose"]) == (2, 2)
    assert found["p50"] == pytest.approx((low + high) / 2)
    assert found["p10"] == pytest.approx(low + 0.1 * (high - low))
    assert found["p90"] == pytest.approx(low + 0.9 * (high - low))
    assert reading_grade(["", "12"]) is None


def test_it_stands_in_the_metrics_of_a_system_and_a_lost_reply_is_counted(tmp_path: Path) -> None:
    items = [replace(Item(**FRACTIONS), id=f"i{number}") for number in range(3)]
    benchmarks = {"unseen_problems": tmp_path / "unseen_problems.jsonl"}
    write_jsonl(benchmarks["unseen_problems"], map(asdict, items))
    scores = [Score(i.id, "unseen_problems", 1, m.name, 1, "") for i in items for m in METRICS]
    write_jsonl(tmp_path / "scores.jsonl", map(structs.asdict, scores))
    replies = [Response(i.id, "unseen_problems", 1, EASY) for i in items[:2]]
    others = [Response("i0", "unseen_problems", 2, HARD), Response("i0", "leak", 1, HARD)]
    write_jsonl(tmp_path / "responses.jsonl", map(asdict, [*replies, *others]))
    estimate_metrics(
        system="x",
        benchmarks=benchmarks,
        scores=tmp_path / "scores.jsonl",
        responses=tmp_path / "responses.jsonl",
        level=0.95,
        out=tmp_path / "metrics.json",
    )
    (row,) = read_json(tmp_path / "metrics.json")["reading_grade"]
    assert (row["benchmark"], row["n"], row["without_prose"]) == ("unseen_problems", 2, 1)
    assert row["p10"] == row["p90"] == pytest.approx(flesch_kincaid(EASY))
