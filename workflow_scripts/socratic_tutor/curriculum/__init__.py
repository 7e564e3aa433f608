"""What is taught and how it goes wrong: families of problems and their misconceptions."""

from __future__ import annotations

from functools import cache

from socratic_tutor.curriculum.bands import grades_3_5, grades_6_8, grades_9_12, k_2
from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = (
    *k_2.FAMILIES,
    *grades_3_5.FAMILIES,
    *grades_6_8.FAMILIES,
    *grades_9_12.FAMILIES,
)


@cache
def family(family_id: str) -> Family:
    """The family of that id; KeyError with the nearest ids if there is none."""
    for candidate in FAMILIES:
        if candidate.id == family_id:
            return candidate
    raise KeyError(f"no family {family_id!r}; there are {', '.join(f.id for f in FAMILIES)}")
