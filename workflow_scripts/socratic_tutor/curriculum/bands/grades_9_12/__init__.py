"""Grades 9 to 12, a module for each topic."""

from __future__ import annotations

from socratic_tutor.curriculum.bands.grades_9_12 import (
    binomials,
    calculus,
    coordinates,
    equations,
    functions,
    geometry,
    growth,
    probability,
    quadratic_equations,
    quadratics,
    radicals,
    rational_expressions,
    trigonometry,
)
from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = (
    *binomials.FAMILIES,
    *radicals.FAMILIES,
    *rational_expressions.FAMILIES,
    *quadratics.FAMILIES,
    *quadratic_equations.FAMILIES,
    *equations.FAMILIES,
    *functions.FAMILIES,
    *growth.FAMILIES,
    *trigonometry.FAMILIES,
    *coordinates.FAMILIES,
    *geometry.FAMILIES,
    *probability.FAMILIES,
    *calculus.FAMILIES,
)
