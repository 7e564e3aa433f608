"""Grades 6 to 8, a module for each topic."""

from __future__ import annotations

from socratic_tutor.curriculum.bands.grades_6_8 import (
    equations,
    exponents,
    expressions,
    fractions,
    geometry,
    integers,
    linear,
    percent_forms,
    percents,
    probability,
    ratios,
    statistics,
)
from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = (
    *fractions.FAMILIES,
    *integers.FAMILIES,
    *ratios.FAMILIES,
    *exponents.FAMILIES,
    *percents.FAMILIES,
    *percent_forms.FAMILIES,
    *expressions.FAMILIES,
    *equations.FAMILIES,
    *linear.FAMILIES,
    *geometry.FAMILIES,
    *statistics.FAMILIES,
    *probability.FAMILIES,
)
