"""Grades 6 to 8, a module for each topic."""

from __future__ import annotations

from socratic_tutor.curriculum.bands.grades_6_8 import (
    circles,
    equations,
    exponents,
    expressions,
    fractions,
    geometry,
    inequalities,
    integers,
    linear,
    percent_forms,
    percents,
    probability,
    pythagoras,
    ratios,
    roots_and_notation,
    signed_numbers,
    statistics,
    writing_expressions,
)
from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = (
    *fractions.FAMILIES,
    *integers.FAMILIES,
    *signed_numbers.FAMILIES,
    *ratios.FAMILIES,
    *exponents.FAMILIES,
    *roots_and_notation.FAMILIES,
    *percents.FAMILIES,
    *percent_forms.FAMILIES,
    *expressions.FAMILIES,
    *writing_expressions.FAMILIES,
    *equations.FAMILIES,
    *inequalities.FAMILIES,
    *linear.FAMILIES,
    *geometry.FAMILIES,
    *circles.FAMILIES,
    *pythagoras.FAMILIES,
    *statistics.FAMILIES,
    *probability.FAMILIES,
)
