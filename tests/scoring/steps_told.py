"""The rows of steps_told.csv: a turn about one of a dozen problems, and what it tells."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from scoring.fractions_item import FRACTIONS
from socratic_tutor.records import Item

ROWS = list(csv.DictReader(Path(__file__).with_suffix(".csv").open(encoding="utf-8")))


def item_of(row: dict[str, Any]) -> Item:
    ways = {name: [value for value in row[name].split(";") if value] for name in ("trace", "wrong_trace")}
    told = {name: row[name] for name in ("problem", "student_said")}
    answers = {"wrong_answer": row["wrong"], "correct_answer": row["correct"], "answer_kind": row["kind"]}
    bare = {"hint": "", "mission": "", "vocabulary": [], "messages": []}
    return Item(**{**FRACTIONS, "id": row["name"], **told, **answers, **ways, **bare})
