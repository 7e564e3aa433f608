"""How far each scorer can be trusted: its agreement with people, as measured once and shipped.

The figures come from `calibrate_scorers` on the development sets, written by
`python -m socratic_tutor.evaluation.calibration.report`; docs/scorer-validity.md says how.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from socratic_tutor.files import read_json

SHIPPED = Path(__file__).with_name("validity.json")


def scorer_validity() -> list[dict[str, Any]]:
    """Rows of calibration.csv as numbers, None where undefined: every scorer over all tutors, on problems
    that its weights had not seen, and with each tutor left out in turn. Others are unvalidated."""
    rows: list[dict[str, Any]] = read_json(SHIPPED)["rows"]
    return rows
