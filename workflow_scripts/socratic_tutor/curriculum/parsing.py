"""Whole strings as answers, and one kind's quantity read as another kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from socratic_tutor.curriculum.answers import Answer, canonical_equation
from socratic_tutor.curriculum.atoms import Atom
from socratic_tutor.curriculum.collections_of_numbers import read_list, read_set
from socratic_tutor.curriculum.expressions import canonical_or_none, plain_expression
from socratic_tutor.curriculum.measures import amounts_in
from socratic_tutor.curriculum.members import NUMBERS
from socratic_tutor.curriculum.quantities import Quantity, readings
from socratic_tutor.curriculum.relations import read_inequality
from socratic_tutor.curriculum.typography import plain_text

_WRAPPING = " \t\n.,;:!?*_`$\"'"


def tidied(text: str) -> str:
    """Without Markdown, quotes and punctuation around it."""
    bare = " ".join(plain_text(text).split()).strip(_WRAPPING)
    if bare[:1].isdigit() and f".{bare}" in text and re.search(rf"(?<![0-9])\.{re.escape(bare)}", text):
        return f".{bare}"  # ".5" is not 5
    return bare


# Every letter is a variable to `canonical_equation`; words of a sentence are none.
_A_WORD = re.compile(
    r"(?<![A-Za-z])(?!sqrt)(?:(?=[a-z]*[aeiou])[a-z]{3,}|an|as|at|if|in|is|it|of|on|or|so|to|we)(?![A-Za-z])",
    re.I,
)


def _read_equation(tidy: str) -> str | None:
    written = plain_expression(tidy)
    if _A_WORD.search(written):
        return None
    try:
        return canonical_equation(written)
    except ValueError:
        return None


def _read_measure(tidy: str) -> tuple[Fraction, str] | None:
    amounts = amounts_in(tidy)
    whole = len(amounts) == 1 and (amounts[0][0].start, amounts[0][0].end) == (0, len(tidy))
    return amounts[0][0].value if whole and amounts[0][0].kind == "measure" else None


_WHOLE: dict[str, Callable[[str], Any]] = {
    "set": read_set,
    "list": read_list,
    "inequality": read_inequality,
    "equation": _read_equation,
    "measure": _read_measure,
}


def parse(text: str, kind: str) -> Answer | None:
    """A whole string as an answer of that kind ("answers.KINDS"), or None when it is none.

    Marks and punctuation around the answer are ignored; anything else makes it None.
    """
    tidy = tidied(text)
    if not tidy or len(tidy) > 200:
        return None
    if kind == "choice":
        return Answer("choice", text.strip(), text.strip())
    if kind == "expression":
        canonical = canonical_or_none(plain_expression(tidy))
        return Answer("expression", canonical, tidy) if canonical is not None else None
    if kind in _WHOLE:
        value = _WHOLE[kind](tidy)
        return None if value is None else Answer(kind, value, tidy)
    if kind in NUMBERS:
        tidy = ("$" if text.strip(" *_").startswith("$") and not tidy.startswith("$") else "") + tidy
    found = readings(tidy)
    if len(found) != 1 or (found[0][0].start, found[0][0].end) != (0, len(tidy)):
        return None
    value = as_kind(found[0][0], found[0][1], kind)
    return None if value is None else Answer(kind, value, tidy)


def as_kind(quantity: Quantity, atom: Atom, kind: str) -> Fraction | tuple[Fraction, ...] | None:
    """The quantity's value read as that kind, or None where it cannot be."""
    if quantity.kind == kind:
        return quantity.value
    if kind in ("time", "ratio") and quantity.kind in ("time", "ratio") and ":" in quantity.text:
        first, second = atom.parts[0].value, atom.parts[1].value
        written = quantity.text.rpartition(":")[2].strip()
        if kind == "time":
            return (first % 12) * 60 + second if len(written) >= 2 and first < 100 else None
        return None if written.startswith("0") or not second else _ratio_value(first / second)
    if kind == "ratio" and quantity.kind == "fraction":
        return _ratio_value(quantity.value)
    plain_kinds = ("integer", "decimal", "fraction", "mixed")
    if kind in plain_kinds and quantity.kind in plain_kinds:
        return quantity.value if kind != "integer" or quantity.value.denominator == 1 else None
    if kind in ("money", "percent") and quantity.kind in ("integer", "decimal"):
        return quantity.value
    return None


def _ratio_value(x: Fraction) -> tuple[Fraction, Fraction]:
    return Fraction(x.numerator), Fraction(x.denominator)
