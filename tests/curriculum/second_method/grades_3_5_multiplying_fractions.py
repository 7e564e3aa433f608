"""Grades 3 to 5, multiplying fractions: the right answers found another way."""

from __future__ import annotations

from fractions import Fraction
from typing import Any


def _repeated(p: Any) -> Fraction:
    total = Fraction(0)
    for _ in range(p["k"]):
        total += Fraction(p["a"], p["b"])
    return total


def _overlap(p: Any) -> Fraction:
    """Shades columns and rows of a square and counts the boxes shaded twice."""
    b = p["b"]
    twice = sum(1 for x in range(b) for y in range(b) if x < p["a"] and y < p["c"])
    return Fraction(twice, b * b)


ANSWERS = {"fmulw": _repeated, "fmul": _overlap}
