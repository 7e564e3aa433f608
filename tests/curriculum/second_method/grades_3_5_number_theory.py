"""Right answers of grades 3 to 5, factors, primes and rounding, by sympy, by a sieve and by distances."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy


def _sieved(n: int) -> Fraction:
    left = set(range(2, n + 1))
    for d in range(2, n + 1):
        left -= set(range(2 * d, n + 1, d))
    return Fraction(len(left))


def _closest(n: int) -> Fraction:
    """The hundred at the smallest distance; of two at the same distance the upper one."""
    return Fraction(min(range(0, n + 200, 100), key=lambda hundred: (abs(hundred - n), -hundred)))


ANSWERS: dict[str, Callable[[Any], Any]] = {
    "factors": lambda p: Fraction(min(sympy.factorint(p["a"]))),
    "primes": lambda p: _sieved(p["n"]),
    "round100": lambda p: _closest(p["a"]),
}
