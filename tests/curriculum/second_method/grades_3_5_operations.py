"""Right answers of grades 3 to 5, operations: parsed by sympy, walked, drawn and searched."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy


def _parsed(template: str) -> Callable[[Any], Fraction]:
    """The value of the expression as sympy reads it."""
    return lambda p: Fraction(int(sympy.sympify(template.format(**p))))


def _walked(p: Any) -> Fraction:
    """On the number line, a unit at a time."""
    place = p["a"]
    for step, length in ((-1, p["b"]), (1, p["c"])):
        for _ in range(length):
            place += step
    return Fraction(place)


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
    "order1": _parsed("{a} + {b}*{c}"),
    "order2": _walked,
    "order3": lambda p: Fraction(len([0] * p["a"] * p["b"] + [0] * p["a"] * p["c"])),
    "pattern": _next_term,
    "coord": _moved,
    "pict": lambda p: Fraction(sum(p["b"] for _ in range(p["a"]))),
}
