"""Grades 3 to 5: division."""

from __future__ import annotations

from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = ()
