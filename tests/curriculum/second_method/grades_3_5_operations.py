"""Right answers of grades 3 to 5, operations: parsed by sympy, walked and counted."""

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


ANSWERS: dict[str, Callable[[Any], Any]] = {
    "order1": _parsed("{a} + {b}*{c}"),
    "order2": _walked,
    "order3": lambda p: Fraction(len([0] * p["a"] * p["b"] + [0] * p["a"] * p["c"])),
}
