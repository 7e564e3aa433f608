"""Right answers of grades 9 to 12 calculus, found another way."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy


def _coefficient(p: Any) -> Fraction:
    """The limit of the difference quotient at x = 1."""
    h = sympy.symbols("h")
    grown = sympy.Poly((1 + h) ** p.a * (1 + h) ** p.b - 1, h)
    return Fraction(int(grown.quo(sympy.Poly(h, h)).eval(0)))


ANSWERS: dict[str, Callable[[Any], Any]] = {"deriv": _coefficient}
