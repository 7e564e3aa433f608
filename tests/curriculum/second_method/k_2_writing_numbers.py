"""Numbers in digits, found by laying out every block and counting."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.catalogue import Parameters


def _count(blocks: list[int]) -> Fraction:
    count = 0
    for block in blocks:
        for _ in range(block):
            count += 1
    return Fraction(count)


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "write_number": lambda p: _count([100] * p.h + [1] * p.q),
    "write_teen": lambda p: _count([10] * p.t + [1] * p.o),
}
