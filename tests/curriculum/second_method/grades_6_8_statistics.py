"""Right answers of grades 6 to 8 statistics, found another way."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any


def _median(p: Any) -> Fraction:
    """The value with as many values below it as above it."""
    data = [int(x) for x in p.data.split(", ")]
    return Fraction(next(x for x in data if sum(y < x for y in data) == sum(y > x for y in data)))


def _range(p: Any) -> Fraction:
    """The largest distance of any two values."""
    data = [int(x) for x in p.data.split(", ")]
    return Fraction(max(abs(x - y) for x in data for y in data))


ANSWERS: dict[str, Callable[[Any], Any]] = {"median": _median, "range": _range}
