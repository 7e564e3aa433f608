"""Right answers of grades 3 to 5, patterns, points and pictographs: solved, walked and added."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy


def _next_term(p: Any) -> Fraction:
    """The d for which the middle term is to the last as the last is to d."""
    d = sympy.Symbol("d")
    (root,) = sympy.solve(sympy.Eq(p["b"] * d, p["c"] ** 2), d)
    return Fraction(int(root))


def _moved(p: Any) -> tuple[Fraction, Fraction]:
    place = 0j
    for _ in range(p["a"]):
        place += 1
    for _ in range(p["b"]):
        place += 1j
    return Fraction(int(place.real)), Fraction(int(place.imag))


ANSWERS: dict[str, Callable[[Any], Any]] = {
    "pattern": _next_term,
    "coord": _moved,
    "pict": lambda p: Fraction(sum(p["b"] for _ in range(p["a"]))),
}
