"""Counting on and back, step by step on the number line."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.catalogue import Parameters


def _walk(start: int, steps: int, by: int) -> Fraction:
    place = start
    for _ in range(steps):
        place += by
    return Fraction(place)


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "add_small": lambda p: _walk(p.a, p.b, 1),
    "sub_small": lambda p: _walk(p.a, p.b, -1),
}
