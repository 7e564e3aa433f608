"""Right answers of the growth families, found by another way than the curriculum's own."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy

Parameters = Any


def _growth(p: Parameters) -> Fraction:
    """Pays the growth into the account at the end of every year."""
    account = Fraction(p.a)
    for _ in range(p.t):
        account += account * p.p / 100
    return account


def _log_of_sum(p: Parameters) -> Fraction:
    value = sympy.log(sympy.sympify(p.terms), p.base)
    return Fraction(int(sympy.simplify(value)))


def _quotient_of_logs(p: Parameters) -> Fraction:
    """The power of y that gives x, found by trying fractions m/n with y^m = x^n."""
    for n in range(1, 20):
        for m in range(1, 20):
            if p.y**m == p.x**n:
                return Fraction(m, n)
    raise AssertionError(f"no power of {p.y} is {p.x}")


def _far_term(p: Parameters) -> Fraction:
    """Writes the sequence out, each term from the two before it."""
    terms = [p.a, p.t2, p.t3]
    while len(terms) < p.n:
        terms.append(2 * terms[-1] - terms[-2])
    return Fraction(terms[p.n - 1])


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "growth": _growth,
    "log_sum": _log_of_sum,
    "log_quot": _quotient_of_logs,
    "seq_nth": _far_term,
}
