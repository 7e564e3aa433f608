"""Right answers of grades 6 to 8, ratios and rates, by dealing out and counting."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any


def _missing_number(p: dict[str, Any]) -> Fraction:
    """Whole batches until the first amount is reached."""
    first = second = 0
    while first < p["target"]:
        first, second = first + p["a"], second + p["b"]
    assert first == p["target"]
    return Fraction(second)


def _red_fraction(p: dict[str, Any]) -> Fraction:
    beads = ["red"] * p["a"] + ["blue"] * p["b"]
    return Fraction(beads.count("red"), len(beads))


def _first_share(p: dict[str, Any]) -> Fraction:
    """Rounds of a to the first and b to the second until nothing is left."""
    pile, first = p["t"], 0
    while pile > 0:
        pile -= p["a"] + p["b"]
        first += p["a"]
    assert pile == 0
    return Fraction(first)


def _speed(p: dict[str, Any]) -> Fraction:
    """The whole speed that covers the distance hour by hour."""
    return next(Fraction(v) for v in range(1, 200) if sum([v] * p["t"]) == p["d"])


ANSWERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "ratio_eq": _missing_number,
    "part_whole": _red_fraction,
    "share": _first_share,
    "rate": _speed,
}
