"""What is taught and how it goes wrong: families of problems and their misconceptions."""

from __future__ import annotations

from functools import cache
from importlib.resources import files as package_files

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
    """The family of that id; KeyError if there is none."""
    return {candidate.id: candidate for candidate in FAMILIES}[family_id]


@cache
def held_out() -> frozenset[str]:
    """Ids of the families and misconceptions that no training text may touch."""
    text = package_files(__package__).joinpath("held_out.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and line[0] != "#")


def is_held_out(family_id: str, misconception_id: str) -> bool:
    return family_id in held_out() or misconception_id in held_out()
