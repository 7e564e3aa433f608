"""Grades 6 to 8: ratios, percents, integers, equations, circles and data."""

from __future__ import annotations

from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = ()
