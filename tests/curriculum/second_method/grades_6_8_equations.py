"""Right answers of the equation families, found by another way than the curriculum's own."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

Parameters = Any


def _tried_out(left: Callable[[int], int], right: int) -> Fraction:
    """The only whole number up to 2000 that makes the equation true, found by trying them all."""
    (solution,) = [n for n in range(2001) if left(n) == right]
    return Fraction(solution)


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "eqn_add": lambda p: _tried_out(lambda n: n + p.a, p.b),
    "eqn_mul": lambda p: _tried_out(lambda n: p.a * n, p.b),
    "eqn2": lambda p: _tried_out(lambda n: p.a * n - p.b, p.c),
    "eqn_rev": lambda p: _tried_out(lambda n: p.a * n + p.b, p.c),
}
