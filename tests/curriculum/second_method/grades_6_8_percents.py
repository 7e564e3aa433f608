"""Right answers of the percent families, found by another way than the curriculum's own."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy

Parameters = Any


def _percent_of(p: Parameters) -> Fraction:
    """Hands out {p} of every hundred, in steps of a hundredth of the amount."""
    share = Fraction(0)
    for _ in range(p.p):
        share += Fraction(p.t, 100)
    return share


def _whole(p: Parameters) -> Fraction:
    whole = sympy.Symbol("whole")
    (solution,) = sympy.solve(sympy.Eq(sympy.Rational(p.p, 100) * whole, p.v), whole)
    return Fraction(int(solution.p), int(solution.q))


def _after_rise(p: Parameters) -> Fraction:
    """The price on which the old one makes 100 parts out of 100 + p."""
    new = sympy.Symbol("new")
    (solution,) = sympy.solve(sympy.Eq(new * 100, p.t * (100 + p.p)), new)
    return Fraction(int(solution.p), int(solution.q))


def _after_rise_and_drop(p: Parameters) -> Fraction:
    price = Fraction(p.t)
    price += price * p.p / 100
    price -= price * p.p / 100
    return price


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "pct_of": _percent_of,
    "pct_rev": _whole,
    "pct_up": _after_rise,
    "pct_updown": _after_rise_and_drop,
}
