"""Grades 3 to 5, mixed numbers: the right answers found another way."""

from __future__ import annotations

from fractions import Fraction
from typing import Any


def _in_pieces(p: Any) -> Fraction:
    """Cuts bar after bar into pieces and counts them, then the extra ones."""
    pieces = sum(1 for _ in range(p["w"]) for _ in range(p["c"])) + sum(1 for _ in range(p["a"]))
    return Fraction(pieces, p["c"])


def _count_up(p: Any) -> Fraction:
    """Counts parts from the smaller mixed number up to the larger one."""
    part = Fraction(1, p["d"])
    here, steps = Fraction(p["v"]) + p["c"] * part, 0
    while here < Fraction(p["w"]) + p["a"] * part:
        here, steps = here + part, steps + 1
    return steps * part


ANSWERS = {"fmixed": _in_pieces, "fmixsub": _count_up}
