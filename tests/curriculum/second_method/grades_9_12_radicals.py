"""Right answers of grades 9 to 12, radicals, by another method: searching for the number itself."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import count
from typing import Any

ANSWERS: dict[str, Callable[[Any], Any]] = {
    "sqrt_sum": lambda p: Fraction(next(n for n in count(1) if n * n >= p.p + p.q)),
    "add_surd": lambda p: Fraction(round(Decimal(p.p).sqrt() + Decimal(p.q).sqrt())),
    # x = n^(p/q) is the number with x^q = n^p.
    "frac_exp": lambda p: Fraction(next(x for x in count(1) if x**p.q >= p.n**p.p)),
}
