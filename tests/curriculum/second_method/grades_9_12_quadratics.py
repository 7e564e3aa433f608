"""Right answers of grades 9 to 12, quadratics, by another method: trying out numbers, and sympy."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import count
from typing import Any

import sympy

from socratic_tutor.curriculum.answers import canonical_expression


def _tried_pairs(p: Any) -> frozenset[Fraction]:
    """The pair for which product and trinomial agree at 1 and at 10."""

    def trinomial(x: int) -> int:
        return x * x + p.b * x + p.c

    return next(
        frozenset((Fraction(m), Fraction(n)))
        for n in range(1, p.b)
        for m in range(1, n + 1)
        if all((x + m) * (x + n) == trinomial(x) for x in (1, 10))
    )


def _factored(p: Any) -> str:
    """The factored form that sympy finds."""
    factors = sympy.factor(sympy.sympify(canonical_expression(f"{p.lead} - {p.s}")))
    return canonical_expression(str(factors).replace("**", "^"))


def _same_difference(p: Any) -> Fraction:
    """The h for which (x + h)^2 and x^2 + bx differ by the same constant everywhere."""
    return next(
        Fraction(h) for h in count(0) if len({(x + h) ** 2 - x * x - p.b * x for x in (0, 1, 7)}) == 1
    )


ANSWERS: dict[str, Callable[[Any], Any]] = {
    "factor": _tried_pairs,
    "dos": _factored,
    "csq": _same_difference,
}
