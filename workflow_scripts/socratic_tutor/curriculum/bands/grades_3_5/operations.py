"""Grades 3 to 5: operations."""

from __future__ import annotations

from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = ()
