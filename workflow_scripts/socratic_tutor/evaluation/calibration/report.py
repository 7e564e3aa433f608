"""From calibration.csv to docs/scorer-validity.md and the figures that the model card prints.

    PYTHONPATH=workflow_scripts python -m socratic_tutor.evaluation.calibration.report \\
        results/{experiment}/calibration/calibration.csv

is run by hand after a change of scorers or weights, where the labelled sets are.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.calibration.calibrate import COLUMNS
from socratic_tutor.evaluation.calibration.goals import below, held_against_goals
from socratic_tutor.evaluation.calibration.targets import MRBENCH
from socratic_tutor.evaluation.calibration.tiers import LEAST, with_tier
from socratic_tutor.evaluation.validity import COUNTED, SHIPPED, scorer_files
from socratic_tutor.files import InputError, write_json, write_text
from socratic_tutor.markdown import code, render, table
from socratic_tutor.scoring.components.model import shipped
from socratic_tutor.scoring.metrics import METRICS

ROOT = Path(__file__).resolve().parents[4]
PAGE = ROOT / "docs" / "scorer-validity.md"
TEMPLATE = Path(__file__).parent / "templates" / "scorer_validity.md.jinja"
OVERALL = ("all", "left out: each in turn", "answer in prompt", "answer not in prompt")
_NUMBERS = ("precision", "recall", "specificity", "f1", "kappa", "kappa_low", "kappa_high")
_STRONGEST = 12
_GOAL_HEAD = ("scorer", "reading", "scope", "goal", *MRBENCH, "met")
_BEFORE = tuple(name for name in COLUMNS if name != "positives")  # of tables made before they were counted


def read_calibration(path: Path) -> list[dict[str, Any]]:
    """The rows with numbers as numbers, and the tiers that these support; InputError for another table."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            if tuple(reader.fieldnames or ()) not in (COLUMNS, _BEFORE):
                raise InputError(f"{path}: is no calibration.csv; make it with: snakemake calibrate_scorers")
            rows: list[dict[str, Any]] = [dict(row) for row in reader]
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; make it with: snakemake calibrate_scorers") from None
    for row in rows:
        row["n"] = int(row["n"])
        row["positives"] = int(row["positives"]) if row.get("positives") else None
        row |= {name: float(row[name]) if row[name] else None for name in _NUMBERS}
    return [with_tier(row) for row in rows]


def report(calibration: Path, *, page: Path = PAGE, figures: Path = SHIPPED) -> None:
    """Write the page and the figures."""
    rows = read_calibration(calibration)
    kept = [row for row in rows if row["scope"] in OVERALL]
    write_json(figures, {"measured_with": scorer_files(), "rows": kept})
    judged, names = {row["scorer"] for row in rows}, [metric.name for metric in METRICS]
    context = {
        "least": LEAST,
        "goals": table(_GOAL_HEAD, held_against_goals(rows), left=3),
        "below": below(rows),
        "overall": _table(kept, ("scorer", "reading", "set", "scope")),
        "tutors": _table(
            [row for row in rows if row["scope"].startswith("tutor: ")], ("scorer", "reading", "set", "scope")
        ),
        "left_out": _table(
            [row for row in rows if row["scope"].startswith("left out: ") and row not in kept],
            ("scorer", "reading", "set", "scope"),
        ),
        "weights": table(["component", "threshold", "what weighs most (log-odds a unit)"], _weights()),
        "unvalidated": ", ".join(name for name in names if name not in judged and name not in COUNTED),
        "counted": ", ".join(f"{name} ({what})" for name, what in COUNTED.items()),
    }
    write_text(page, render(TEMPLATE, context))


def _table(rows: Sequence[dict[str, Any]], names: Sequence[str]) -> Any:
    head = [*names, "n", "positives", "precision", "recall", "specificity", "kappa", "95% interval", "tier"]
    return table(
        head,
        [
            [
                *(row[name] for name in names),
                f"{row['n']:,}",
                "–" if row["positives"] is None else f"{row['positives']:,}",
                *(_shown(row[name]) for name in ("precision", "recall", "specificity", "kappa")),
                f"{_shown(row['kappa_low'])} to {_shown(row['kappa_high'])}",
                row["tier"],
            ]
            for row in rows
        ],
        left=len(names),
    )


def _weights() -> list[list[Any]]:
    rows = []
    for component in shipped():
        ranked = sorted(component.weights.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:_STRONGEST]
        said = ", ".join(f"{name} {weight:+.2f}" for name, weight in ranked)
        rows.append([code(component.name), f"{component.threshold:.2f}", said])
    return rows


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(
            "usage: python -m socratic_tutor.evaluation.calibration.report CALIBRATION.csv", file=sys.stderr
        )
        return 2
    try:
        report(Path(arguments[0]))
    except InputError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
