"""Right answers of the families on expressions, found by another way than the curriculum's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy

from socratic_tutor.curriculum.answers import canonical_expression

Parameters = Any


def _line_through_values(value_at: Callable[[int], int], letter: str) -> str:
    """The only expression of first degree with these values at 0 and 1 (and, checked, at 7)."""
    start, step = value_at(0), value_at(1) - value_at(0)
    assert value_at(7) == start + 7 * step
    return canonical_expression(f"{step}{letter} + {start}")


def _collected(p: Parameters) -> str:
    terms = [sympy.sympify(t.replace(p.v, f"*{p.v}")) for t in p.e.split(" + ")]
    return str(sympy.expand(sum(terms)))


def _pile(p: Parameters) -> int:
    """Counts the value by adding one unit for each unit of each group."""
    return sum(1 for _ in range(p.a) for _ in range(p.n))


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "liketerms": _collected,
    "distrib": lambda p: _line_through_values(lambda x: p.a * (x + p.b), p.v),
    "distrib_neg": lambda p: _line_through_values(lambda x: -p.a * (x - p.b), p.v),
    "subst": _pile,
}
