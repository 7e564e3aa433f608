"""Right answers of grades 6 to 8, adding and subtracting integers, by chips and steps."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any


def _chips(red: int, yellow: int) -> Fraction:
    """Pairs of a red (negative) and a yellow (positive) chip are removed until a color is used up."""
    while red and yellow:
        red, yellow = red - 1, yellow - 1
    return Fraction(len("y" * yellow)) if yellow else -Fraction(len("r" * red))


def _steps_between(p: dict[str, Any]) -> Fraction:
    """Steps up from -b to a."""
    at, steps = -p["b"], 0
    while at < p["a"]:
        at, steps = at + 1, steps + 1
    return Fraction(steps)


def _steps_down(p: dict[str, Any]) -> Fraction:
    at = Fraction(0)
    for size in (p["p"], p["q"]):
        for _ in range(size):
            at -= 1
    return at


ANSWERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "int_add": lambda p: _chips(p["p"], p["q"]),
    "int_sub_n": _steps_between,
    "int_add_nn": _steps_down,
}
