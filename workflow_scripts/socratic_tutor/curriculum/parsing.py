"""Whole strings as answers, and one kind's quantity read as another kind."""

from __future__ import annotations

import re
from fractions import Fraction

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.curriculum.atoms import Atom
from socratic_tutor.curriculum.expressions import canonical_or_none, plain_expression
from socratic_tutor.curriculum.quantities import Quantity, readings
from socratic_tutor.curriculum.typography import plain_text

NUMBERS = ("integer", "decimal", "fraction", "mixed", "percent", "money")
_WRAPPING = " \t\n.,;:!?*_`$\"'"


def tidied(text: str) -> str:
    """Without Markdown, quotes and punctuation around it."""
    bare = " ".join(plain_text(text).split()).strip(_WRAPPING)
    leading_point = re.search(rf"(?<![0-9])\.{re.escape(bare)}", text) if bare[:1].isdigit() else None
    return f".{bare}" if leading_point else bare  # ".5" is not 5


def number_of(quantity: Quantity) -> Fraction:
    """What a number quantity is worth: percents as parts of one."""
    return quantity.value / 100 if quantity.kind == "percent" else quantity.value


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
    if kind == "set":
        return _parse_set(tidy)
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


_JOINING = re.compile(r"(?:[\s,;{}=()]|\b(?:or|and|[a-z])\b)*", re.ASCII | re.IGNORECASE)


def _parse_set(tidy: str) -> Answer | None:
    """All members with nothing but commas, "and", "or", braces and "x =" between them."""
    members: set[Fraction] = set()
    position = 0
    for quantity, _ in members_in(tidy):
        if not _JOINING.fullmatch(tidy, position, quantity.start):
            return None
        members.add(number_of(quantity))
        position = quantity.end
    if not members or not _JOINING.fullmatch(tidy, position):
        return None
    return Answer("set", frozenset(members), tidy)


def members_in(text: str) -> list[tuple[Quantity, Atom]]:
    """Single numbers of a text; uncertain readings such as "-3 and 1/2" are taken apart."""
    found: list[tuple[Quantity, Atom]] = []
    for quantity, atom in readings(text):
        apart = quantity.kind in ("ratio", "coordinate") or (quantity.kind == "mixed" and atom.parts)
        if apart:
            for i, part in enumerate(atom.parts):
                start = quantity.start if i == 0 and quantity.kind == "mixed" else part.start
                sign = -1 if i == 0 and quantity.kind == "mixed" and quantity.value < 0 else 1
                made = Quantity(start, part.end, text[start : part.end], part.kind, sign * part.value)
                found.append((made, part))
        elif quantity.kind in NUMBERS:
            found.append((quantity, atom))
    return found
