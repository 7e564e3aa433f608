"""Clocks minute by minute, rulers gap by gap, coins traded for pennies, pieces measured as fractions."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Any

from socratic_tutor.curriculum.catalogue import Parameters


def _time_with_hands_at(hour_mark: int, minute_mark: int) -> Fraction:
    """The minute of the half day in which both hands are where they are said to be."""
    for minute in range(720):
        minute_hand, hour_hand = Fraction(minute % 60, 5), Fraction(minute, 60)
        if minute_hand == minute_mark and hour_mark % 12 <= hour_hand < hour_mark % 12 + 1:
            return Fraction(minute)
    raise AssertionError("no such time")


def _pennies(dimes: int, pennies: int) -> Fraction:
    pile = ["penny"] * pennies
    for _ in range(dimes):
        pile.extend(["penny"] * 10)
    return Fraction(len(pile))


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "clock": lambda p: _time_with_hands_at(p.h, p.m),
    "ruler": lambda p: Fraction(len(list(pairwise(range(p.a, p.b + 1))))),
    "coins": lambda p: _pennies(p.d, p.p),
    "unit_frac": lambda p: str(max((p.a, p.b), key=lambda n: Fraction(1, n))),
}
