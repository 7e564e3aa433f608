"""Right answers of grades 3 to 5, time and units, by a ticking clock and by sympy's units."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from sympy.physics import units

from socratic_tutor.curriculum.answers import UNITS


def _ticked(p: Any) -> Fraction:
    """Minute after minute until the clock shows the end."""
    now, end, minutes = datetime(2000, 1, 1, p["h"], p["m"]), datetime(2000, 1, 1, p["k"], p["q"]), 0
    while now < end:
        now += timedelta(minutes=1)
        minutes += 1
    return Fraction(minutes)


def _timed(p: Any) -> tuple[Fraction, str]:
    length = timedelta(hours=p["h"], minutes=p["m"])
    return Fraction(length // timedelta(minutes=1)), UNITS["minutes"][0]


def _converted(p: Any) -> tuple[Fraction, str]:
    """In the base unit, by sympy, which knows nothing of the problem's own factor."""
    centimeters = units.convert_to(p["a"] * getattr(units, p["big"]), units.centimeter)
    return Fraction(int(centimeters / units.centimeter)), UNITS["centimeters"][0]


ANSWERS: dict[str, Callable[[Any], Any]] = {
    "elapsed": _ticked,
    "h2m": _timed,
    "conv": _converted,
}
