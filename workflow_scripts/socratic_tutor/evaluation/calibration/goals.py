"""The kappas that the components are meant to reach, and how far they do.

The goals are this project's own: no standard and no publication asks for them. They stand here alone; the
page of figures prints them beside what calibration.csv holds, met or not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from socratic_tutor.evaluation.calibration.targets import MRBENCH

ALL, LEFT_OUT = "all", "left out: each in turn"


@dataclass(frozen=True)
class Goal:
    """At least `kappa` for a row of calibration.csv, on each set."""

    scorer: str
    reading: str
    scope: str
    kappa: float


GOALS = (
    Goal("error_identified", "lenient", ALL, 0.63),
    Goal("error_located", "lenient", ALL, 0.40),
    Goal("guidance", "lenient", ALL, 0.42),
    Goal("actionable", "lenient", ALL, 0.57),
    Goal("error_identified", "strict", ALL, 0.52),
    Goal("error_identified", "lenient", LEFT_OUT, 0.45),
    Goal("error_located", "lenient", LEFT_OUT, 0.28),
    Goal("guidance", "lenient", LEFT_OUT, 0.25),
    Goal("actionable", "lenient", LEFT_OUT, 0.44),
)

# Why a figure lies below its goal, where that is known.
REASONS = {
    ("error_located", "lenient", ALL, "mrbench_v2"): (
        "features see words and numbers that come back, so that a step restated in other words is missed, "
        "and a reply that repeats the student's numbers looks as if it pointed at the mistake (most of the "
        "disagreements); the sets have one label a reply, so that how far people agree on it is not known"
    )
}


def held_against_goals(rows: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """[scorer, reading, scope, goal, figure on each set of MRBENCH, met] of every goal, "–" for a figure that
    is not there. Figures are held against goals as both are shown, with two decimals."""
    figures = _figures(rows)
    body = []
    for goal in GOALS:
        found = [figures.get((goal.scorer, goal.reading, goal.scope, name)) for name in MRBENCH]
        shown = ["–" if kappa is None else f"{kappa:.2f}" for kappa in found]
        known = [kappa for kappa in found if kappa is not None]
        met = sum(round(kappa, 2) >= goal.kappa for kappa in known)
        verdict = (
            "–" if not known else {0: "no", len(known): "yes"}.get(met, f"on {met} of {len(known)} sets")
        )
        body.append([goal.scorer, goal.reading, goal.scope, f"{goal.kappa:.2f}", *shown, verdict])
    return body


def below(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """A sentence for each figure below its goal, be it by less than the table shows, with the reason if one
    is known."""
    figures = _figures(rows)
    found = []
    for goal in GOALS:
        for name in MRBENCH:
            key = (goal.scorer, goal.reading, goal.scope, name)
            if (kappa := figures.get(key)) is not None and kappa < goal.kappa:
                why = f": {REASONS[key]}" if key in REASONS else ""
                found.append(f"{', '.join(key)}: {kappa:.4f}, goal {goal.kappa:.2f}{why}.")
    return found


def _figures(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str, str, str], float]:
    return {
        (row["scorer"], row["reading"], row["scope"], row["set"]): row["kappa"]
        for row in rows
        if row["kappa"] is not None
    }
