"""Right answers of grades 6 to 8 on right triangles, found another way."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy


def _hypotenuse(p: Any) -> Fraction:
    """The distance of two points in the plane, by sympy's geometry."""
    distance = sympy.Point(p.a, 0).distance(sympy.Point(0, p.b))
    return Fraction(int(distance))


def _square_of_leg(p: Any) -> Fraction:
    """The power of a point: from `a` off the center, the half chord of a circle of radius `c`."""
    near, far = p.c - p.a, p.c + p.a
    return Fraction(near * far)


ANSWERS: dict[str, Callable[[Any], Any]] = {"hyp": _hypotenuse, "leg": _square_of_leg}
