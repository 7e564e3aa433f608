"""Right answers of grades 3 to 5, longer products, by adding and by doubling."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import accumulate, repeat
from typing import Any


def _by_adding(p: Any) -> Fraction:
    return Fraction(list(accumulate(repeat(p["a"], p["b"])))[-1])


def _by_doubling(p: Any) -> Fraction:
    """Peasant multiplication: double one factor, halve the other."""
    total, a, b = 0, p["a"], p["b"]
    while b:
        total += a if b & 1 else 0
        a, b = a + a, b >> 1
    return Fraction(total)


ANSWERS: dict[str, Callable[[Any], Any]] = {
    "mul_2x1": _by_adding,
    "mul_2x2": _by_doubling,
}
