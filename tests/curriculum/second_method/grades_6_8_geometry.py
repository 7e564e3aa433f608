"""Right answers of grades 6 to 8 geometry, found another way."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any


def _triangle_area(p: Any) -> Fraction:
    """The shoelace formula on a triangle whose top does not lie over its base's end."""
    corners = [(0, 0), (p.b, 0), (p.b // 3, p.h)]
    turned = [*corners[1:], corners[0]]
    crossed = sum(x * v - u * y for (x, y), (u, v) in zip(corners, turned, strict=True))
    return Fraction(abs(crossed), 2)


def _third_angle(p: Any) -> Fraction:
    """Walking around the triangle turns the walker by 360 degrees in all."""
    turned = (180 - p.a) + (180 - p.b)
    return Fraction(180 - (360 - turned))


def _scaled_area(p: Any) -> Fraction:
    """Counts the unit squares of a strip one wide, after every unit square has grown."""
    return Fraction(sum(1 for _ in range(p.area) for _ in range(p.k) for _ in range(p.k)))


ANSWERS: dict[str, Callable[[Any], Any]] = {
    "tri_area": _triangle_area,
    "tri_angle": _third_angle,
    "scale_area": _scaled_area,
}
