"""Right answers of the function families, found by another way than the curriculum's own."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy

Parameters = Any

_X = sympy.Symbol("x")


def _composite(p: Parameters) -> Fraction:
    """Adds f's constant slope once for each of the steps that g counts."""
    total = Fraction(0)
    for _ in range(p.t):
        total += p.a
    for _ in range(p.b):
        total += p.a
    return total


def _vertex(p: Parameters) -> tuple[Fraction, Fraction]:
    """Where the derivative of the curve is zero."""
    curve = sympy.sympify(f"(x {p.s} {p.a})**2 {p.u} {p.k}", locals={"x": _X})
    (x,) = sympy.solve(sympy.diff(curve, _X), _X)
    return Fraction(int(x)), Fraction(int(curve.subs(_X, x)))


def _at_sum(p: Parameters) -> Fraction:
    """Counts a square as the sum of the first odd numbers."""
    odd_numbers = range(1, 2 * (p.a + p.b), 2)
    return Fraction(int(p.m or 1) * sum(odd_numbers))


def _inverse(p: Parameters) -> Fraction:
    """Solves f(x) = out with sympy."""
    (x,) = sympy.solve(sympy.Eq(p.a * _X + p.b, p.out), _X)
    return Fraction(int(x.p), int(x.q))


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "compose": _composite,
    "vertex": _vertex,
    "func_sum": _at_sum,
    "inverse": _inverse,
}
