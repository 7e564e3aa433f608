"""Grades 3 to 5, decimals: the right answers found another way."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any


def _long_division(p: Any) -> Fraction:
    """Divides digit by digit until nothing is left."""
    rest, places, found = p["a"], 0, 0
    while rest:
        rest *= 10
        found, rest, places = 10 * found + rest // p["b"], rest % p["b"], places + 1
    return Fraction(found, 10**places)


def _greater(p: Any) -> str:
    """Compares place by place, with blanks as zeros, as texts of one length."""
    first, second = (p[key].ljust(8, "0").rjust(12, "0") for key in "xy")
    return p["x"] if first > second else p["y"]


def _ten_added(p: Any) -> Fraction:
    total = Decimal(0)
    for _ in range(10):
        total += Decimal(f"{p['w']}.{p['f']}")
    return Fraction(total)


ANSWERS = {"f2d": _long_division, "deccmp": _greater, "dec10": _ten_added}
