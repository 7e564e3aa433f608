"""Right answers of the families on writing algebra, found by another way than the curriculum's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from socratic_tutor.curriculum.answers import canonical_equation, canonical_expression

Parameters = Any


def _below(p: Parameters) -> str:
    """Steps down from some numbers, one by one, and reads the rule off the landing points."""
    landings = {}
    for start in (0, 1, 50):
        landing = start
        for _ in range(p.a):
            landing -= 1
        landings[start] = landing
    slope = landings[1] - landings[0]
    assert landings[50] == landings[0] + 50 * slope
    return canonical_expression(f"{slope}{p.v} + ({landings[0]})")


def _from_table(p: Parameters) -> str:
    """Hands the things out to each holder, counts them, and writes what the table shows."""
    table = [sum(1 for _ in range(holders) for _ in range(p.k)) for holders in range(4)]
    step = table[1] - table[0]
    assert table == [step * n for n in range(4)]
    return canonical_equation(f"{p.t} - {step}{p.h} = 0")


ANSWERS: dict[str, Callable[[Parameters], Any]] = {
    "less_than": _below,
    "studprof": _from_table,
}
