"""Grades 9 to 12: probability."""

from __future__ import annotations

from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = ()
