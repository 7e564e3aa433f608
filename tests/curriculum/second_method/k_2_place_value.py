"""The worth of a digit by what goes missing without it; the greater number by counting down both."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.catalogue import Parameters


def _outlasts(a: int, b: int) -> str:
    left, right = a, b
    while left and right:
        left, right = left - 1, right - 1
    return str(a if left else b)


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "digit_value": lambda p: Fraction(p.n - int(str(p.n).replace(str(p.d), "0"))),
    "cmp_int": lambda p: _outlasts(p.a, p.b),
}
