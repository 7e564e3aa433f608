"""Right answers of the coordinate families, found by another way than the curriculum's own."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy

Parameters = Any


def _perpendicular(p: Parameters) -> Fraction:
    """Turns the direction (run, rise) by a quarter turn with a matrix and reads off the slope."""
    run, rise = sympy.Matrix([[0, -1], [1, 0]]) * sympy.Matrix([p.b, p.a])
    return Fraction(int(rise), int(run))


def _midpoint(p: Parameters) -> tuple[Fraction, Fraction]:
    """The whole point with the same distance from both ends, by steps from both sides."""
    x, y, far_x, far_y = p.a, p.b, p.c, p.d
    while x != far_x:
        x, far_x = x + 1, far_x - 1
    while y != far_y:
        toward = 1 if y < far_y else -1
        y, far_y = y + toward, far_y - toward
    return Fraction(x), Fraction(y)


def _distance(p: Parameters) -> Fraction:
    length = sympy.Point(p.a, p.b).distance(sympy.Point(p.c, p.d))
    return Fraction(int(length))


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "perp": _perpendicular,
    "midpoint": _midpoint,
    "distance": _distance,
}
