"""How hard a system's turns are to read: the spread of their Flesch-Kincaid grades.

`grade_language` says whether a turn fits its band; this says how far off a system is. The formula by itself
decides nothing: one long sentence of short words scores high.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from socratic_tutor.files import read_jsonl
from socratic_tutor.records import Item, Response, from_row
from socratic_tutor.scoring.language import flesch_kincaid
from socratic_tutor.scoring.text import prose

BENCHMARK = "unseen_problems"
PERCENTILES = (10, 50, 90)

# What the metric was defined with: grades at PERCENTILES of published replies to real students' mistakes,
# whose set is not shipped. No run measures them again.
BESIDE = (
    ("human experts", (-1.1, 2.5, 6.7)),
    ("Llama-3.1-8B, not tuned", (6.9, 12.4, 19.3)),
)
BESIDE_SOURCE = "replies to real students' mistakes, as this workflow's definition of the metric gives them"


def read_replies(responses: Path, items: Mapping[str, Item]) -> list[str]:
    """The first reply to each item of BENCHMARK, in the items' order; "" where there is none."""
    rows = (from_row(Response, row, str(responses)) for row in read_jsonl(responses))
    said = {row.id: row.text for row in rows if row.benchmark == BENCHMARK and row.turn == 1}
    return [said.get(item_id, "") for item_id in items]


def reading_grade(replies: Iterable[str]) -> dict[str, Any] | None:
    """{"n", "without_prose", "p10", "p50", "p90"} of the replies' grades, interpolated between replies.

    In US school years; below 0 is easier than the formula was made for. n: the replies with prose;
    mathematics is taken out first, and a reply without words has no grade. None where none has any.
    """
    all_replies = list(replies)
    grades = [flesch_kincaid(text) for text in all_replies if prose(text).strip()]
    if not grades:
        return None
    found = {f"p{share}": float(np.percentile(grades, share)) for share in PERCENTILES}
    return {"n": len(grades), "without_prose": len(all_replies) - len(grades), **found}
