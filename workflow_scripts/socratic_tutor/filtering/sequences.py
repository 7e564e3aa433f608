"""Rows of numbers that lead to the answer: "70, 71, __", "the prime right after 41"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import islice, pairwise
from math import isqrt

from socratic_tutor.filtering.wording import numbers_in
from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.stated import SENTENCE

_KIND_OF_NUMBER = (
    (re.compile(r"\bprimes?\b"), lambda n: n > 1 and all(n % d for d in range(2, isqrt(n) + 1))),
    (re.compile(r"\beven\b"), lambda n: n % 2 == 0),
    (re.compile(r"\bodd\b"), lambda n: n % 2 == 1),
    (re.compile(r"\b(?:perfect )?squares?\b"), lambda n: isqrt(n) ** 2 == n),
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = re.compile(rf"\b({'|'.join(_ORDINALS)}) (primes?|even|odd|(?:perfect )?squares?)\b")
_BETWEEN = re.compile(r"\bbetween (\d{1,6}) and (\d{1,6})(?![\d/]|\.\d)")
_NEXT_OF_KIND = re.compile(
    r"\b(?:next|after|follow\w*|above|following|over)\b|\b(?P<back>before|previous|preced\w+|below|under)\b"
)


def next_of_kind(item: Item, text: str, heard: str, worth: Fraction) -> str:
    """ "The prime right after 41"."""
    if worth.denominator != 1 or worth < 0:
        return ""
    for match in _NTH.finditer(text[:4000]) if "?" not in text else ():
        belongs = next(test for pattern, test in _KIND_OF_NUMBER if pattern.search(match[2]))
        members = (n for n in range(1, 2000) if belongs(n))
        if next(islice(members, _ORDINALS.index(match[1]), None), None) == worth:
            return shorten(match[0])
    for piece in SENTENCE.findall(text[:4000]):
        side, bounds = _NEXT_OF_KIND.search(piece), _BETWEEN.search(piece)
        for pattern, belongs in _KIND_OF_NUMBER if bounds and "?" not in piece else ():
            inside = (
                range(int(bounds[1]) + 1, min(int(bounds[2]), int(bounds[1]) + 200)) if bounds else range(0)
            )
            if pattern.search(piece) and [n for n in inside if belongs(n)] == [worth]:
                return shorten(piece)
        if side is None or "?" in piece:
            continue
        for pattern, belongs in _KIND_OF_NUMBER:
            for value, _ in numbers_in(piece) if pattern.search(piece) else ():
                step = -1 if side["back"] else 1
                row = range(int(value) + step, int(value) + 200 * step, step) if 0 < value < 10**6 else ()
                if next((n for n in row if n > 0 and belongs(n)), None) == worth:
                    return shorten(piece)
    return ""


def sequence(item: Item, text: str, heard: str, worth: Fraction) -> str:
    """A row of numbers whose next, or left-out, member is the answer: "70, 71, __", "4, ?, 6"."""
    for match in _ROW.finditer(text):
        if match[0] in heard:
            continue
        row = re.sub(r"(?:\.\.\.|\u2026)[ ,]*(?:and )?(?:the )?(?=next|what)", "", match[0])
        row = re.sub(r"(?:and )?then\W*$", "next", row)
        if _NEXT_IN.search(text, max(0, match.start() - _LEAD), match.start()):
            row += " next"
        members = [Fraction(n) if n[-1].isdigit() else None for n in _MEMBER.findall(row)]
        if members.count(None) == 1 and len(members) >= 3 and _fits(members, worth):
            return shorten(match[0])
    return ""


_MEMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,12})?|_+|\?|\.\.\.|…|what|next|blank|yours|it\b|the answer")
_ROW = re.compile(
    r"(?:-?\d{1,6}(?:\.\d{1,4})?|_+)(?:,? ?(?:-?\d{1,6}(?:\.\d{1,4})?|_+|\?|\.\.\.|…|(?:and )?then|blank|yours|it\b|the answer|,))+(?:[,. ]{0,3}(?:and )?(?:the )?(?:next|what))?"
)


_LEAD = 80  # characters that may say "next in this pattern:"
_NEXT_IN = re.compile(
    r"\b(?:next|follows|comes after|continue)\b(?: one| number)?(?: in| after| of)?(?: the)?(?: row| pattern)?:? ?$"
)


def _fits(members: list[Fraction | None], worth: Fraction) -> bool:
    row = [worth if member is None else member for member in members]
    steps = {b - a for a, b in pairwise(row)}
    by_steps = len(steps) == 1 and 0 not in steps
    by_factors = len(row) > 3 and 0 not in row and len({b / a for a, b in pairwise(row) if a}) == 1
    return by_steps or by_factors
