"""Right answers of grades 3 to 5, measurement, by counting squares, cubes and steps and by a turned ray."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

import sympy


def _walk_around(p: Any) -> Fraction:
    """A walk of unit steps along the border until it is home again."""
    corners = {(p["a"], 0): (0, 1), (p["a"], p["b"]): (-1, 0), (0, p["b"]): (0, -1)}
    place, way, steps = (1, 0), (1, 0), 1
    while place != (0, 0):
        way = corners.get(place, way)
        place = (place[0] + way[0], place[1] + way[1])
        steps += 1
    return Fraction(steps)


def _turned(p: Any) -> Fraction:
    """The angle between the rays, from the direction that the other scale gives the second ray."""
    ray = sympy.exp(sympy.I * sympy.pi * sympy.Rational(180 - p["o"], 180))
    return Fraction(int(sympy.arg(ray) * 180 / sympy.pi))


ANSWERS: dict[str, Callable[[Any], Any]] = {
    "rect": lambda p: Fraction(sum(1 for _ in product(range(p["a"]), range(p["b"])))),
    "perim": _walk_around,
    "volume": lambda p: Fraction(sum(1 for _ in product(range(p["a"]), range(p["b"]), range(p["c"])))),
    "angle": _turned,
}
