"""Grades 3 to 5, comparing fractions: the right answers found another way."""

from __future__ import annotations

from fractions import Fraction
from typing import Any


def _greater(a: int, b: int, c: int, d: int) -> str:
    """Fills two bars of b * d cells cell by cell and sees which holds more."""
    cells = b * d
    first = sum(1 for i in range(cells) if i % b < a)
    second = sum(1 for i in range(cells) if i % d < c)
    assert first != second
    return f"{a}/{b}" if first > second else f"{c}/{d}"


def _missing_top(p: Any) -> Fraction:
    return next(Fraction(x) for x in range(p["n"] + 1) if x * p["b"] == p["a"] * p["n"])


def _part_of_amount(p: Any) -> Fraction:
    """Deals t counters into d piles and counts the first a piles."""
    piles = [0] * p["d"]
    for counter in range(p["t"]):
        piles[counter % p["d"]] += 1
    return Fraction(sum(piles[: p["a"]]))


ANSWERS = {
    "fcmp_unit": lambda p: _greater(1, p["b"], 1, p["d"]),
    "fcmp_gap": lambda p: _greater(p["a"], p["b"], p["c"], p["d"]),
    "fequiv": _missing_top,
    "fof": _part_of_amount,
}
