"""Right answers of the trigonometry families, found by another way than the curriculum's own."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy

from socratic_tutor.curriculum.answers import canonical_expression

Parameters = Any


def _sine_ratio(p: Parameters) -> Fraction:
    """From the adjacent side alone: the sine is the root of one minus the square of the cosine."""
    value = sympy.sqrt(1 - sympy.Rational(p.b, p.c) ** 2)
    return Fraction(int(value.p), int(value.q))


def _sine_of_sum(p: Parameters) -> str:
    """By the angle sum formula, with sympy's exact values."""
    a, b = (sympy.rad(angle) for angle in (p.a, p.b))
    value = sympy.simplify(sympy.sin(a) * sympy.cos(b) + sympy.cos(a) * sympy.sin(b))
    return canonical_expression(str(value))


def _radians(p: Parameters) -> Fraction:
    value = sympy.rad(p.a) / sympy.pi
    return Fraction(int(value.p), int(value.q))


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "sin_ratio": _sine_ratio,
    "sin_sum": _sine_of_sum,
    "deg2rad": _radians,
}
