"""Right answers of grades 9 to 12, rational expressions, by another method: values in exact fractions."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import canonical_expression


def _from_reciprocals(p: Any) -> Fraction:
    """1/(a + b) by way of u = 1/a and w = 1/b."""
    u, w = Fraction(1, p.a), Fraction(1, p.b)
    return u * w / (u + w)


def _line(p: Any) -> str:
    """The line through the quotient's values at 0 and 1."""
    at = [Fraction(p.a * x + p.b, p.a) for x in (0, 1)]
    return canonical_expression(f"({at[1] - at[0]}){p.v} + ({at[0]})")


ANSWERS: dict[str, Callable[[Any], Any]] = {"recip_sum": _from_reciprocals, "cancel": _line}
