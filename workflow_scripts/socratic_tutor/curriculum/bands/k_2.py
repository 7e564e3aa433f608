"""Kindergarten to grade 2: counting, place value, adding, subtracting, time and length."""

from __future__ import annotations

from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = ()
