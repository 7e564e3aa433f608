"""Right answers of grades 6 to 8 probability, found another way: every outcome is counted."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import permutations, product
from typing import Any


def _share(outcomes: list[bool]) -> Fraction:
    return Fraction(sum(outcomes), len(outcomes))


def _one_draw(p: Any) -> Fraction:
    bag = [p.color] * p.a + [p.other] * p.b
    return _share([piece == p.color for piece in bag])


def _two_spins(p: Any) -> Fraction:
    wheel = [True] * p.a + [False] * (p.n - p.a)
    return _share([first and second for first, second in product(wheel, wheel)])


def _two_draws(p: Any) -> Fraction:
    bag = [True] * p.a + [False] * p.b
    return _share([first and second for first, second in permutations(bag, 2)])


ANSWERS: dict[str, Callable[[Any], Any]] = {
    "prob1": _one_draw,
    "prob_and": _two_spins,
    "prob_wo": _two_draws,
}
