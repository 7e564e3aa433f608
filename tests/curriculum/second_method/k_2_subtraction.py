"""Differences by counting up from what is taken away."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.catalogue import Parameters


def _counted_up(low: int, high: int) -> Fraction:
    steps = 0
    while low + steps < high:
        steps += 1
    return Fraction(steps)


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "sub_2d": lambda p: _counted_up(p.b, p.a),
    "sub_3d0": lambda p: _counted_up(p.b, p.a),
    "sub_0": lambda p: _counted_up(p.b, p.a),
}
