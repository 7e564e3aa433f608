"""Right answers of grades 6 to 8, signed numbers, by inverse operations and counting."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any


def _product(p: dict[str, Any]) -> Fraction:
    """Start from 0 x (-b) and take -b away, a times."""
    value = Fraction(0)
    for _ in range(p["a"]):
        value -= -p["b"]
    return value


def _greatest(p: dict[str, Any]) -> str:
    """The number from which no other is reached by going up."""
    numbers = [p["x"], p["y"], p["z"]]
    return next(str(n) for n in numbers if all((m - n) <= 0 for m in numbers))


def _square(p: dict[str, Any]) -> Fraction:
    """The sum of the first odd numbers, one for each unit of the base's size."""
    return Fraction(sum(2 * i + 1 for i in range(p["a"])))


def _distance(p: dict[str, Any]) -> Fraction:
    """Steps counted from one number to the other."""
    at, steps = p["a"], 0
    while at != p["b"]:
        at += 1
        steps += 1
    return Fraction(steps)


ANSWERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "int_mul": _product,
    "int_cmp": _greatest,
    "sq_neg": _square,
    "absdiff": _distance,
}
