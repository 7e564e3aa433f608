"""Grades 3 to 5, a module for each topic."""

from __future__ import annotations

from socratic_tutor.curriculum.bands.grades_3_5 import (
    comparing_fractions,
    decimal_operations,
    decimals,
    division,
    fractions,
    long_multiplication,
    measurement,
    mixed_numbers,
    multiplication,
    multiplying_fractions,
    number_theory,
    operations,
    patterns_and_data,
    time_and_units,
)
from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = (
    *multiplication.FAMILIES,
    *long_multiplication.FAMILIES,
    *division.FAMILIES,
    *number_theory.FAMILIES,
    *operations.FAMILIES,
    *patterns_and_data.FAMILIES,
    *measurement.FAMILIES,
    *time_and_units.FAMILIES,
    *fractions.FAMILIES,
    *multiplying_fractions.FAMILIES,
    *comparing_fractions.FAMILIES,
    *mixed_numbers.FAMILIES,
    *decimals.FAMILIES,
    *decimal_operations.FAMILIES,
)
