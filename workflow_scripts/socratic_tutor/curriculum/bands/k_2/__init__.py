"""Kindergarten to grade 2, a module for each topic."""

from __future__ import annotations

from socratic_tutor.curriculum.bands.k_2 import (
    addition,
    counting,
    measurement,
    number_sentences,
    place_value,
    subtraction,
)
from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = (
    *counting.FAMILIES,
    *number_sentences.FAMILIES,
    *place_value.FAMILIES,
    *addition.FAMILIES,
    *subtraction.FAMILIES,
    *measurement.FAMILIES,
)
