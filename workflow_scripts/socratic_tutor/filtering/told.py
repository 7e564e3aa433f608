"""Answers told in another unit, in another clock, line by line, for every so many, or by a move of the point.

Text is the turn, plain.
"""

from __future__ import annotations

import re
from fractions import Fraction

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.records import Item
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.values import answer_of, conversation, said

_NUMBER = re.compile(r"(?<![\d.,:/$-])\d{1,9}(?:\.\d{1,6})?(?![\d/:]|[.,]\d)")
_CLOCK = re.compile(r"(?<![\d:.])(1[3-9]|2[0-3]):([0-5]\d)(?![\d:])")
_LINE = re.compile(r"^\W*(-?\d+(?:[./]\d+)?)\W*$", re.MULTILINE)
_FOR_EVERY = re.compile(
    r"\b(?:for|to) every (\d+)\b[^.?!\d]{0,24}?\b(\d+)\b|\b(\d+)\b[^.?!\d]{0,16} (?:for|to) every (\d+)\b"
)
_POINT = re.compile(
    r"\b(?:point|comma)\b(?:[^.?!]|\.\d){0,40}?"
    r"\b(?:(\d|one|a|another)(?: more)? )?(?:place|spot|step|digit)s?\b"
    r"[^.?!]{0,24}?\b(left|right)\b"
)
_DIVIDED = re.compile(r"\b(divide|multiply) (?:the |both )?(-?\d+) by (\d+) and (?:the )?(-?\d+) by (\d+)\b")


def told(item: Item, text: str) -> str:
    """The words that tell the answer so; "" without any."""
    right = answer_of(item.correct_answer, item.answer_kind)
    if right is None:
        return ""
    text, known = text.lower(), plain_text(conversation(item)).lower()
    found = (reading(item, right, text) for reading in _READINGS)
    return next((words for words in found if words and words not in known), "")


def _in_cents(item: Item, right: Answer, text: str) -> str:
    if right.kind != "money":
        return ""
    cents = right.value * 100
    large = cents >= 100 and cents.denominator == 1  # a few cents may be anything
    return next((found[0] for found in _NUMBER.finditer(text) if large and Fraction(found[0]) == cents), "")


def _by_the_other_clock(item: Item, right: Answer, text: str) -> str:
    if right.kind != "time":
        return ""
    times = (found for found in _CLOCK.finditer(text) if said(item.correct_answer, "time", _twelve(found)))
    return next((found[0] for found in times), "")


def _twelve(clock: re.Match[str]) -> str:
    return f"{int(clock[1]) - 12}:{clock[2]}"


def _line_by_line(item: Item, right: Answer, text: str) -> str:
    """A list or a set with one member a line."""
    if right.kind not in ("list", "set"):
        return ""
    members = _LINE.findall(text)
    listed = ", ".join(members)
    return listed if len(members) > 1 and said(item.correct_answer, right.kind, listed) else ""


def _for_every(item: Item, right: Answer, text: str) -> str:
    if right.kind != "ratio" or len(right.value) != 2:
        return ""
    for found in _FOR_EVERY.finditer(text):
        one, other = (found[1], found[2]) if found[1] else (found[4], found[3])
        if (Fraction(one), Fraction(other)) == right.value:
            return found[0]
    return ""


def _by_the_point(item: Item, right: Answer, text: str) -> str:
    """ "Move the point in your 2.4 one more place to the left"."""
    wrong = answer_of(item.wrong_answer, right.kind) or answer_of(item.wrong_answer, "decimal")
    found = _POINT.search(text)
    if not found or wrong is None or not isinstance(right.value, Fraction) or not right.value:
        return ""
    if not isinstance(wrong.value, Fraction):
        return ""
    places = int(found[1]) if (found[1] or "").isdigit() else 1
    factor = Fraction(10) ** (places if found[2] == "right" else -places)
    return found[0] if wrong.value * factor == right.value else ""


def _both_divided(item: Item, right: Answer, text: str) -> str:
    """ "Divide the 9 by 3 and the 15 by 3"."""
    found = _DIVIDED.search(text)
    if not found or right.kind not in ("ratio", "fraction") or not int(found[3]) * int(found[5]):
        return ""
    by = [Fraction(found[3]), Fraction(found[5])]
    if found[1] == "multiply":
        by = [1 / part for part in by]
    one, other = Fraction(found[2]) / by[0], Fraction(found[4]) / by[1]
    if right.kind == "ratio":
        return found[0] if (one, other) == right.value else ""
    return found[0] if other and one / other == right.value else ""


_READINGS = (_in_cents, _by_the_other_clock, _line_by_line, _for_every, _by_the_point, _both_divided)
