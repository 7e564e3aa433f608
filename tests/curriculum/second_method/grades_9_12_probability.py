"""Right answers of grades 9 to 12 probability, found another way: by listing outcomes."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise, product
from typing import Any


def _conditional(p: Any) -> Fraction:
    """Goes through everybody, one by one, and keeps those whom the clue allows."""
    people = [(True, True)] * p.both + [(True, False)] * p.only_x + [(False, True)] * p.only_y
    allowed = [has_y for has_x, has_y in people if has_x]
    return Fraction(sum(allowed), len(allowed))


def _choices(p: Any) -> Fraction:
    """Pascal's triangle, row by row."""
    row = [1]
    for _ in range(p.n):
        row = [1, *(left + right for left, right in pairwise(row)), 1]
    return Fraction(row[p.k])


def _after_a_streak(p: Any) -> Fraction:
    """Lists all runs of one try more than the streak (at most three), and keeps those with the streak."""
    streak = min(p.k, 3)
    runs = [run for run in product(range(p.s), repeat=streak + 1) if not any(run[:-1])]
    return Fraction(sum(run[-1] == 0 for run in runs), len(runs))


ANSWERS: dict[str, Callable[[Any], Any]] = {
    "cond": _conditional,
    "comb": _choices,
    "gambler": _after_a_streak,
}
