"""Kindergarten to grade 2, a module for each topic."""

from __future__ import annotations

from socratic_tutor.curriculum.bands.k_2 import (
    addition,
    counting,
    measurement,
    number_sentences,
    place_value,
    subtraction,
    writing_numbers,
)
from socratic_tutor.curriculum.catalogue import Family

FAMILIES: tuple[Family, ...] = (
    *counting.FAMILIES,
    *number_sentences.FAMILIES,
    *place_value.FAMILIES,
    *writing_numbers.FAMILIES,
    *addition.FAMILIES,
    *subtraction.FAMILIES,
    *measurement.FAMILIES,
)
