"""Right answers of grades 6 to 8, scientific notation and square roots, by search and inverse steps."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any


def _exponent_of_ten(p: dict[str, Any]) -> Fraction:
    """Tens multiplied in until the number lies between 1 and 10."""
    value, exponent = Fraction(p["number"]), 0
    while value < 1:
        value *= 10
        exponent -= 1
    assert 1 <= value < 10
    return Fraction(exponent)


def _root(p: dict[str, Any]) -> Fraction:
    """Odd numbers taken away until nothing is left; their count is the side."""
    rest, odd, count = p["square"], 1, 0
    while rest > 0:
        rest, odd, count = rest - odd, odd + 2, count + 1
    assert rest == 0
    return Fraction(count)


ANSWERS: dict[str, Callable[[dict[str, Any]], Any]] = {"sci": _exponent_of_ten, "sqrt": _root}
