"""Where this adapter is weak: by topic, by move, and the misconceptions it does worst on, with examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup

from socratic_tutor.evaluation.intervals import wilson
from socratic_tutor.files import InputError, read_json
from socratic_tutor.markdown import code, prose, table
from socratic_tutor.reporting.card_tables import cell

METRIC = "ideal_turn"
# Problems of their own, under the prompt of training; pooled, for one benchmark has few turns of a topic.
NEW_PROBLEMS = (
    *("unseen_problems", "unseen_phrasings", "unseen_misconceptions", "unseen_families"),
    "larger_numbers",
)
WORST, LINES = 10, 12


def read_breakdowns(system: str, path: Path) -> dict[str, Any]:
    """breakdowns.json; InputError when it is of another system."""
    document: dict[str, Any] = read_json(path)
    if document.get("system") != system:
        raise InputError(f"{path}: holds the breakdowns of {document.get('system')!r}, not of {system!r}")
    return document


def group_table(document: dict[str, Any], by: str) -> Markup | str:
    """Ideal turns by "topic" or "move", over all benchmarks of new problems; "" where there are none.

    The weakest first, by the upper end of the interval, so that one unlucky turn makes no group the weakest;
    few turns are marked. What exceeds LINES stands in the last one together.
    """
    counts: dict[str, tuple[int, int]] = {}
    for row in document["breakdowns"]:
        if row["by"] == [by] and row["metric"] == METRIC and row["benchmark"] in NEW_PROBLEMS:
            k, n = counts.get(row["group"][0], (0, 0))
            counts[row["group"][0]] = k + row["k"], n + row["n"]

    def line(name: str, k: int, n: int) -> tuple[float, str, Markup]:
        low, high = wilson(k, n, document["level"])
        return high, name, cell(k, n, low, high)

    order = sorted(line(name, k, n) for name, (k, n) in counts.items())
    shown, others = (order, []) if len(order) <= LINES else (order[: LINES - 1], order[LINES - 1 :])
    body = [[name, rate] for _, name, rate in shown]
    if others:
        k, n = (sum(counts[name][place] for _, name, _ in others) for place in (0, 1))
        body.append([f"the other {len(others)} {by}s together", line("", k, n)[2]])
    return table([by.capitalize(), "Ideal turn"], body) if body else ""


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
