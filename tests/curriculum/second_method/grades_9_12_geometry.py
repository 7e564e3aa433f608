"""Right answers of the geometry families, found by another way than the curriculum's own."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

Parameters = Any


def _angle_sum(p: Parameters) -> Fraction:
    """All straight angles at the corners, less the one full turn of the exterior angles."""
    return sum((Fraction(180) - Fraction(360, p.n) for _ in range(p.n)), Fraction(0))


def _enlarged(p: Parameters) -> Fraction:
    """Enlarges the edges of a box with the same volume one after the other."""
    edges = [Fraction(p.v, 6), Fraction(2), Fraction(3)]
    volume = Fraction(1)
    for edge in edges:
        volume *= edge * p.k
    return volume


def _square_units(p: Parameters) -> Fraction:
    """Counts the small squares row by row in one large square."""
    in_one = sum(p.f for _ in range(p.f))
    return Fraction(sum(in_one for _ in range(p.a)))


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "polygon": _angle_sum,
    "scale_vol": _enlarged,
    "unit_sq": _square_units,
}
