"""Grades 6 to 8: square roots and scientific notation."""

from __future__ import annotations

from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = ()
