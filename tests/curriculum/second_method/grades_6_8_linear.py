"""Right answers of the families on lines, found by another way than the curriculum's own."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy

Parameters = Any


def _slope(p: Parameters) -> Fraction:
    """Fits y = mx + b to both points and solves the system for m."""
    m, b = sympy.symbols("m b")
    solution = sympy.solve([m * p.x1 + b - p.y1, m * p.x2 + b - p.y2], [m, b])
    return Fraction(int(solution[m].p), int(solution[m].q))


def _growth(p: Parameters) -> Fraction:
    """How much the right side, read as sympy reads it, grows from x = 6 to x = 7."""
    right = sympy.sympify(p.e.partition("=")[2].replace("x", "*x"))
    return Fraction(int(right.subs("x", 7) - right.subs("x", 6)))


def _bill(p: Parameters) -> Fraction:
    """From the known price on, one unit after the other."""
    price = p.f
    for _ in range(p.n - p.k):
        price += p.m
    return Fraction(price)


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "slope": _slope,
    "ymxb": _growth,
    "linprop": _bill,
}
