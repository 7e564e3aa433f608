"""Right answers of grades 9 to 12, binomials, by another method: a parabola from three of its values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from socratic_tutor.curriculum.answers import canonical_expression


def _parabola(value_at: Callable[[int], int], letter: str) -> str:
    """The trinomial with these values at 0, 1 and 2, by finite differences."""
    at = [value_at(x) for x in range(3)]
    square = (at[2] - 2 * at[1] + at[0]) // 2
    return canonical_expression(f"{square}{letter}^2 + {at[1] - at[0] - square}{letter} + {at[0]}")


ANSWERS: dict[str, Callable[[Any], Any]] = {
    "sq_bin": lambda p: _parabola(lambda x: (x + p.a) ** 2, p.v),
    "foil": lambda p: _parabola(lambda x: (x + p.a) * (x + p.b), p.v),
}
