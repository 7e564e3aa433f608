"""Right answers of grades 6 to 8, dividing fractions, by counting same-sized parts."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import lcm
from typing import Any


def _quotient(p: dict[str, Any]) -> Fraction:
    """Both amounts in parts of the common denominator; then parts are counted off."""
    whole = lcm(p["b"], p["d"])
    amount = sum(whole // p["b"] for _ in range(p["a"]))
    group = sum(whole // p["d"] for _ in range(p["c"]))
    full = 0
    while amount >= group:
        amount -= group
        full += 1
    return full + Fraction(amount, group)


ANSWERS: dict[str, Callable[[dict[str, Any]], Any]] = {"fdiv": _quotient}
