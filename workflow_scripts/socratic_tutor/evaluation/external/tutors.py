"""The tutors of human-labelled sets through our scorers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from socratic_tutor.evaluation.external.table import rates, write_rates
from socratic_tutor.evaluation.human_labels import read_sets
from socratic_tutor.files import InputError

WITH_REPLIES = ("mrbench_v2", "mrbench_v3", "euler", "mathdial", "bridge")


def score_external(*, sets: Mapping[str, Path], level: float, out: Path) -> None:
    """Write `out` (table.Rate as CSV) for every set that holds replies; InputError when none does."""
    read = {name: rows for name, rows in read_sets(sets).items() if name in WITH_REPLIES}
    if not read:
        raise InputError(
            f"evaluation.human_labels: none of {', '.join(WITH_REPLIES)} is given a path,\n"
            "and only these hold tutors' replies. Set one in config.yaml."
        )
    write_rates([rate for name, rows in read.items() for rate in rates(name, rows, level)], out)
