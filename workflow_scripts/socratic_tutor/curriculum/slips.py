"""Slips: the right way with one number wrong, as opposed to a misconception's wrong way.

A slip changes one written number of the right answer by a little: one too many, ten too few, two digits
swapped. It keeps the kind of the answer.
"""

from __future__ import annotations

import random
import re
from fractions import Fraction

from socratic_tutor.curriculum import answers
from socratic_tutor.curriculum.answers import Answer, same
from socratic_tutor.curriculum.parsing import parse

_NUMBER = re.compile(r"(?<![\d.])\d+")


def _off(digits: str, rng: random.Random) -> str:
    """The written number with one digit off by one, or two neighbours swapped."""
    swaps = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and (i or digits[1] != "0")]
    if swaps and rng.random() < 0.3:
        i = rng.choice(swaps)
        return digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
    place = max(0, len(digits) - 1 - (rng.random() < 0.4))
    digit = int(digits[place])
    moved = digit + rng.choice((-1, 1))
    if not (1 if place == 0 else 0) <= moved <= 9:
        moved = digit - 1 if digit == 9 else digit + 1
    return digits[:place] + str(moved) + digits[place + 1 :]


def slip(right: Answer, rng: random.Random) -> Answer | None:
    """An answer of the same kind that is off by a little; None where a slip makes no sense (a choice).

    The text is the right one's with one number changed, read again; None when it cannot be read or is
    still the same.
    """
    if right.kind == "choice":
        return None
    places = list(_NUMBER.finditer(right.text))
    if not places:
        return None
    place = rng.choice(places)
    text = right.text[: place.start()] + _off(place[0], rng) + right.text[place.end() :]
    made = _read(text, right.kind)
    return None if made is None or made.kind != right.kind or same(made, right) else made


def _read(text: str, kind: str) -> Answer | None:
    try:
        if kind in ("expression", "equation", "inequality"):
            return getattr(answers, kind)(text)
        if kind == "set":
            members = [Fraction(member) for member in text.split(" and ")]
            return Answer("set", frozenset(members), text) if len(set(members)) == len(members) else None
        if kind == "list":
            return Answer("list", tuple(Fraction(member) for member in text.split(", ")), text)
        if kind == "measure":
            amount, _, unit = text.partition(" ")
            return answers.measure(amount, unit)
        read = parse(text, kind)
        return Answer(kind, read.value, text) if read else None
    except (ValueError, KeyError, ZeroDivisionError):
        return None
