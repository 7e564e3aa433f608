"""Right answers of the family on inequalities, found by another way than the curriculum's own."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any

Parameters = Any

_SIGNS = {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}


def _tested(p: Parameters) -> tuple[str, Fraction | None, bool, Fraction | None, bool]:
    """Tests every whole number from -100 to 100 and reads the bound off the solutions."""
    true = [n for n in range(-100, 101) if _SIGNS[p.s](-p.a * n, p.r)]
    closed = "=" in p.s
    if true[-1] == 100:
        return p.v, Fraction(true[0] if closed else true[0] - 1), closed, None, False
    return p.v, None, False, Fraction(true[-1] if closed else true[-1] + 1), closed


ANSWERS: dict[str, Callable[[Parameters], Any]] = {"ineq": _tested}
