"""Where this adapter is weak: by topic, and the misconceptions on which it does worst, with examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup

from socratic_tutor.evaluation.intervals import wilson
from socratic_tutor.evaluation.rates import SMALL
from socratic_tutor.files import InputError, read_json
from socratic_tutor.markdown import code, prose, table
from socratic_tutor.reporting.card_tables import cell

BENCHMARK, METRIC = "unseen_problems", "ideal_turn"
WORST = 10


def read_breakdowns(system: str, path: Path) -> dict[str, Any]:
    """breakdowns.json; InputError when it is of another system."""
    document: dict[str, Any] = read_json(path)
    if document.get("system") != system:
        raise InputError(f"{path}: holds the breakdowns of {document.get('system')!r}, not of {system!r}")
    return document


def topics_table(document: dict[str, Any]) -> Markup | str:
    """Ideal turns on unseen problems by topic; "" where there is no such breakdown.

    The weakest first, by the upper end of the interval. Topics of few turns show nothing one by one: they
    stand in a last row together.
    """
    rows = [
        row
        for row in document["breakdowns"]
        if row["by"] == ["topic"] and (row["benchmark"], row["metric"]) == (BENCHMARK, METRIC)
    ]
    rows.sort(key=lambda row: (row["ci_high"], row["group"]))
    few = [row for row in rows if row["small"]]
    body = [
        [row["group"][0], cell(row["k"], row["n"], row["ci_low"], row["ci_high"])]
        for row in rows
        if not row["small"]
    ]
    if few:
        k, n = (sum(row[count] for row in few) for count in "kn")
        name = f"{len(few)} topics of fewer than {SMALL} turns each, together"
        body.append([name, cell(k, n, *wilson(k, n, document["level"]))])
    return table(["Topic", "Ideal turn"], body) if body else ""


def worst_table(document: dict[str, Any]) -> Markup | str:
    """Up to ten misconceptions with the lowest rates, each with what was said and why it failed."""
    body = [
        [
            Markup(
                f"{code(row['misconception'])}<br>{prose(row['topic'])}, grades {prose(row['grade_band'])}"
            ),
            cell(row["k"], row["n"], row["ci_low"], row["ci_high"]),
            *_example(row["examples"]),
        ]
        for row in document["worst_misconceptions"][:WORST]
    ]
    return table(["Misconception", "Ideal turn", "Student, tutor", "Failed"], body) if body else ""


def _example(examples: list[dict[str, Any]]) -> list[Markup | str]:
    if not examples:
        return ["–", "–"]
    example = examples[0]
    text = prose(example["text"]) or Markup("*(no response)*")
    said = Markup(f"*Student:* {prose(example['student_said'])}<br>*Tutor:* {text}")
    return [said, Markup(", ".join(code(failed["metric"]) for failed in example["failed"])) or "–"]
