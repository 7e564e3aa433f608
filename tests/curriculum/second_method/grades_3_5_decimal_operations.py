"""Grades 3 to 5, decimal operations: the right answers found another way."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any


def _count_up(p: Any) -> Fraction:
    """Counts cent by cent from the smaller number up to the larger one."""
    cents, here = 0, Decimal(p["y"])
    while here < p["a"]:
        here += Decimal("0.01")
        cents += 1
    return Fraction(cents, 100)


def _shaded_cells(p: Any) -> Fraction:
    """Counts the cells of a hundredths grid that lie in both strips."""
    wide, high = (int(Decimal(p[key]).scaleb(1)) for key in "xy")
    return Fraction(sum(1 for _ in range(wide) for _ in range(high)), 100)


ANSWERS = {
    "decadd": lambda p: Fraction(Decimal(f"{p['u']}.{p['a']}") + Decimal(f"{p['v']}.{p['b']}")),
    "decadd_rag": lambda p: Fraction(Decimal(p["x"]) + Decimal(p["y"])),
    "decsub": _count_up,
    "decmul": _shaded_cells,
}
