"""How far each scorer can be trusted: its agreement with people, as measured once and shipped.

The figures come from `calibrate_scorers` on the development sets, written by
`python -m socratic_tutor.evaluation.calibration.report`; docs/scorer-validity.md says how.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.calibration.tiers import with_tier
from socratic_tutor.files import digest_of, read_json, sha256_of

SHIPPED = Path(__file__).with_name("validity.json")
# Metrics that only count what stands there: no judgement that people could agree or disagree with.
COUNTED = {"brevity": "sentences and questions"}
_SCORING = Path(__file__).parents[1] / "scoring"
# What decides the figures; what these import (the reading of numbers, say) is not told apart.
_DECIDING = (
    *("questions.py", "leaks.py", "roles.py", "assertion.py"),
    *("components/features.py", "components/verdicts.py", "components/weights.json"),
)


def scorer_validity() -> list[dict[str, Any]]:
    """Rows of calibration.csv as numbers, None where undefined: every scorer over all tutors, on problems
    that its weights had not seen, and with each tutor left out in turn. Others are unvalidated."""
    return [with_tier(row) for row in read_json(SHIPPED)["rows"]]


def scorer_files() -> dict[str, str]:
    """File of scoring/ that decides the figures -> its sha256."""
    return {name: sha256_of(_SCORING / name) for name in _DECIDING}


def scoring_digest() -> str:
    """Of all files of scoring/: people's labels are compared with what these scorers said."""
    files = (path for path in _SCORING.rglob("*") if path.suffix in (".py", ".json"))
    return digest_of({path.relative_to(_SCORING).as_posix(): sha256_of(path) for path in files})


def changed_since() -> list[str]:
    """The files of scoring/ that are no longer those with which the shipped figures were measured."""
    measured = read_json(SHIPPED)["measured_with"]
    return [name for name, digest in scorer_files().items() if measured.get(name) != digest]
