"""How far the card's metrics agree with people, by the calibration and by this experiment's own annotators.

What has neither labels nor anything to judge is unvalidated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from socratic_tutor.evaluation.calibration.tiers import GOOD, SPANS, TOO_FEW
from socratic_tutor.evaluation.validity import COUNTED
from socratic_tutor.markdown import code, prose, table
from socratic_tutor.reporting.people import People
from socratic_tutor.reporting.results import label

WEAK = ("poor", "moderate")
UNSETTLED = (SPANS, TOO_FEW)
Rows = Sequence[dict[str, Any]]


def of_metrics(rows: Rows, metrics: Iterable[str]) -> list[dict[str, Any]]:
    """The rows of scorers that are metrics of this card, in the metrics' order."""
    return [row for metric in metrics for row in rows if row["scorer"] == metric]


def unvalidated(rows: Rows, metrics: Iterable[str], people: People) -> list[str]:
    """The metrics for which no person has labelled anything, but for those that only count."""
    known = {row["scorer"] for row in rows} | people.metrics.keys() | COUNTED.keys()
    return [metric for metric in metrics if metric not in known]


def counted_text(metrics: Iterable[str]) -> Markup:
    """The metrics that only count, and what."""
    return Markup(", ").join(
        Markup(f"{code(metric)} ({prose(COUNTED[metric])})") for metric in metrics if metric in COUNTED
    )


def people_table(people: People, metrics: Iterable[str]) -> Markup | str:
    """Each metric that this experiment's annotators have labelled, against their majority; "" without any."""
    body = [
        [
            code(metric),
            code(found["label"]),
            found["n"],
            Markup(
                f"**{_two(found['kappa'])}**<br>[{_two(found['kappa_low'])}, {_two(found['kappa_high'])}]"
            ),
            _counts(found["sensitivity"]),
            _counts(found["specificity"]),
            found["tier"],
        ]
        for metric in metrics
        if (found := people.metrics.get(metric))
    ]
    head = ["Metric", "Label", "n", "Cohen's kappa", "Sensitivity", "Specificity", "Tier"]
    return table(head, body) if body else ""


def _counts(rate: dict[str, Any]) -> str:
    return "–" if rate["rate"] is None else f"{rate['rate']:.2f} ({rate['k']}/{rate['n']})"


def validity_table(rows: Rows) -> Markup | str:
    """Agreement with human labels, a line for each row; "" where there are none."""
    if not rows:
        return ""
    body = [
        [
            code(row["scorer"]),
            Markup(f"{prose(row['label'])}, {prose(row['reading'])}"),
            Markup(f"{prose(row['set'])}<br>{prose(row['scope'])}"),
            _counted(row),
            Markup(f"**{_two(row['kappa'])}**<br>[{_two(row['kappa_low'])}, {_two(row['kappa_high'])}]"),
            _two(row["precision"]),
            _two(row["recall"]),
            row["tier"],
        ]
        for row in rows
    ]
    head = [
        "Scorer",
        "Human label, reading",
        "Set, rows",
        "n, positive",
        "Cohen's kappa",
        "Precision",
        "Recall",
        "Tier",
    ]
    return table(head, body)


def unvalidated_text(metrics: Sequence[str]) -> Markup | str:
    """ "unvalidated" for each metric without labels; "" where all have some."""
    return Markup(", ".join(code(metric) for metric in metrics)) if metrics else ""


def validity_limitations(rows: Rows, metrics: Sequence[str], people: People) -> list[str]:
    """What the agreement does not bear out: weak tiers of the card's metrics, and metrics without labels."""
    found = []
    for metric in metrics:
        weak = [row for row in rows if row["scorer"] == metric and _is_weak(row)]
        if weak:
            row = min(weak, key=lambda row: row["kappa"])
            how = (
                f"agrees with people only {_grade(row['tier'])}"
                if row["tier"] in WEAK
                else "may agree with people less than well"
            )
            found.append(
                f"{label(metric)} {how} on {row['set']} ({row['scope']}; kappa {_two(row['kappa'])}, from "
                f"{_two(row['kappa_low'])} to {_two(row['kappa_high'])}, n = {row['n']:,}): its rates are "
                "that uncertain besides their intervals."
            )
        own = people.metrics.get(metric, {})
        if own.get("tier") in WEAK:
            found.append(
                f"{label(metric)} agrees only {_grade(own['tier'])} with those who labelled this "
                f"experiment's replies (kappa {_two(own['kappa'])}, n = {own['n']:,})."
            )
    missing = unvalidated(rows, metrics, people)
    if missing:
        ideal = f", {label('ideal_turn')} among them" if "ideal_turn" in missing else ""
        found.append(
            f"{len(missing)} of the {len(metrics)} metrics are unvalidated{ideal}: no human labels were "
            "compared with them."
        )
    return found


def _is_weak(row: dict[str, Any]) -> bool:
    """A weak tier, or none and an interval that does not rule one out."""
    below = row["kappa_low"] is None or row["kappa_low"] < GOOD
    return row["tier"] in WEAK or (row["tier"] in UNSETTLED and below)


def _counted(row: dict[str, Any]) -> Markup | str:
    if row["positives"] is None:
        return f"{row['n']:,}"
    return Markup(f"{row['n']:,}<br>{row['positives']:,}")


def _grade(tier: str) -> str:
    return {"poor": "poorly", "moderate": "moderately"}[tier]


def _two(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
