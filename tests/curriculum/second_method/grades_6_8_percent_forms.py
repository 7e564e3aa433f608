"""Right answers of the families on percent forms, found by another way than the curriculum's own."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

Parameters = Any


def _shifted_decimal(p: Parameters) -> Fraction:
    """Moves the point two places in the decimal itself."""
    return Fraction(Decimal(p.d).scaleb(2))


def _searched_percent(p: Parameters) -> Fraction:
    """The multiple of a hundredth of a percent whose share of b is a."""
    return next(Fraction(n, 100) for n in range(10_001) if n * p.b == p.a * 10_000)


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "dec2pct": _shifted_decimal,
    "frac2pct": _searched_percent,
}
