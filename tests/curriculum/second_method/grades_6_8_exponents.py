"""Right answers of grades 6 to 8, exponents, by repeated steps and by sympy."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy


def _repeated_product(p: dict[str, Any]) -> Fraction:
    value = 1
    for factor in [p["a"]] * p["k"]:
        value = sum(value for _ in range(factor))
    return Fraction(value)


def _counted_factors(p: dict[str, Any]) -> Fraction:
    """How often the base can be divided out of the product."""
    product, count = p["a"] ** p["m"] * p["a"] ** p["k"], 0
    while product > 1:
        product, rest = divmod(product, p["a"])
        assert rest == 0
        count += 1
    return Fraction(count)


def _zero_exponent(p: dict[str, Any]) -> Fraction:
    """Down from the cube, dividing at each step of the exponent."""
    value = Fraction(p["a"] * p["a"] * p["a"])
    for _ in range(3):
        value /= p["a"]
    return value


def _negative_exponent(p: dict[str, Any]) -> Fraction:
    value = sympy.Pow(sympy.Integer(p["a"]), -p["k"])
    return Fraction(int(value.p), int(value.q))


ANSWERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "power": _repeated_product,
    "powmul": _counted_factors,
    "pow0": _zero_exponent,
    "pow_neg": _negative_exponent,
}
