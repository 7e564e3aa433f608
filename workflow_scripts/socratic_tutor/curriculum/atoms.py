"""Atoms: single numbers in plain text, before their neighbours are looked at.

Digits, decimals, LaTeX and Unicode fractions and runs of number words; no digits inside words, labels
("Step 3"), powers or list numbers. Numbers longer than `MAX_DIGITS` and what follows about `MAX_ATOMS`
numbers are not read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from socratic_tutor.curriculum.number_words import Spelled, read_run, runs_in

MAX_DIGITS = 30
MAX_ATOMS = 5_000


class Atom(NamedTuple):
    """A number before its neighbours are looked at.

    parts: the numbers inside a reading that is not certain ("7 to 12", "3 and 1/2").
    signed: whether a minus stands in front.
    """

    start: int
    end: int
    kind: str
    value: Any
    parts: tuple[Atom, ...] = ()
    signed: bool = False


_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_SMALL = {ord(char): str(i) for i, char in enumerate(_RAISED)} | {0x2080 + i: str(i) for i in range(10)}
_UPPER = "[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]"
_LOWER = "[\u2080-\u2089]"
VULGAR = {
    chr(code): Fraction(unicodedata.numeric(chr(code))).limit_denominator(10)
    for code in (0xBC, 0xBD, 0xBE, *range(0x2150, 0x215F))
}
_UNITS = "cm|mm|km|kg|mg|ml|ft|in|yd|lbs?|oz|hrs?|mins?|secs?|pm|am|deg"
_NOT_NUMBER = r"(?<![A-Za-z0-9_^])(?<!\^-)(?<!\^\{)(?<!\^\{-)(?<!_\{)(?<![A-Za-z]-)"
_FIGURE_START = re.compile(rf"[0-9.\\{_RAISED}{''.join(VULGAR)}]")
_FIGURE = re.compile(
    rf"""
    (?P<digits> (?: {_NOT_NUMBER} | (?<=[0-9][Rr]) | (?<=[0-9]\ [Rr]) | (?<=[0-9]x) )
        (?: [0-9]{{1,3}} (?: (?:,|\{{,\}}) [0-9]{{3}} )+ (?![0-9]) | [0-9]+ ) (?: \.[0-9]+ )*
        | (?<![A-Za-z0-9_.)]) \.[0-9]+ )
    (?P<repeat> \.? \\overline\{{[0-9]{{1,6}}\}} )?
    (?: (?P<ths> ths?(?![A-Za-z0-9]) ) | (?=(?:{_UNITS})(?![A-Za-z0-9])) | (?=\ ?[Rr]\ ?[0-9]) | (?=x[0-9])
      | (?![A-Za-z0-9_]) )
  | (?P<latex> \\[dtc]?frac \ ?
        (?: \{{ \ ? (?P<lsign>-?) (?P<top>[0-9]{{1,12}}) \ ? \}} \ ? \{{ \ ? (?P<bottom>[0-9]{{1,12}}) \ ? \}}
          | (?P<short>[0-9] \ ?[0-9]) ) )
  | (?P<raised> {_UPPER}{{1,12}} / {_LOWER}{{1,12}} )
  | (?P<vulgar> [{"".join(VULGAR)}] )
    """,
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
_place = attrgetter("start")
_LABELS = frozenset(
    "step question problem grade example lesson exercise part figure page chapter section item".split()  # noqa: SIM905
)
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_WORD_BEFORE = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z]{3,9} $", re.ASCII)
_ENUMERATOR = re.compile(r"^ {0,3}([0-9]{1,2})[.)] +(?=\S)", re.MULTILINE | re.ASCII)


# The same small numbers come again and again, and a Fraction costs more to make than to find.
_fraction = lru_cache(maxsize=4096)(Fraction)


def _digits_atom(match: re.Match[str], text: str) -> Atom | None:
    written = match["digits"]
    start = match.start()
    if not written.isdecimal():
        written = written.replace("{,}", "").replace(",", "")
        if written.count(".") > 1:
            return None
    if len(written) > MAX_DIGITS:
        return None
    before = text[start - 1 : start]
    if before == "#" or (before == " " and _is_label(text[max(0, start - 12) : start])):
        return None
    if before == "." and text[max(0, start - 2) : start - 1].isdigit():
        return None
    value = _fraction(int(written) if written.isdecimal() else written)
    if match["repeat"] and "." in written + match["repeat"]:
        cycle = match["repeat"].partition("{")[2][:-1]
        places = len(written.partition(".")[2])
        value += Fraction(int(cycle), (10 ** len(cycle) - 1) * 10**places)
        return Atom(start, match.end(), "repeating", value)
    return Atom(start, match.end(), "decimal" if "." in written else "integer", value)


def _is_label(lead: str) -> bool:
    """Whether what stands before a number makes it a label or a day: "Step 3", "March 5"."""
    if not lead[-2:-1].isalpha():
        return False
    word = _WORD_BEFORE.search(lead)
    if word is None:
        return False
    named = word[0][:-1]
    return named.lower().removesuffix("s") in _LABELS or named in _MONTHS


def _ratio_of(top: str, bottom: str) -> Fraction | None:
    return Fraction(int(top), int(bottom)) if int(bottom) else None


_AN_ORDINAL = re.compile(r"(?:an?|one)[ -](?!half)[a-z]+$", re.ASCII | re.IGNORECASE)
_SHARE_AFTER = re.compile(
    r"(?! grade)(?: (?:of|and|or|as|is|more|less|than|cups?|miles?|hours?|inch)\b|[^ A-Za-z]|$)", re.I
)


def _is_place(text: str, spelled: Spelled) -> bool:
    """Whether "a third", "one fifth" counts places in a row: a third time, one third grader."""
    if spelled.kind != "fraction" or not _AN_ORDINAL.fullmatch(text, spelled.start, spelled.end):
        return False
    if text[spelled.start] in "oO":
        return text.startswith(" grade", spelled.end)
    joined = text[max(0, spelled.start - 4) : spelled.start].lower() == "and "
    return not joined and not _SHARE_AFTER.match(text, spelled.end)


def _figures(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_FIGURE`, looked for only where one can begin."""
    start = _FIGURE_START.search(text)
    while start:
        match = _FIGURE.match(text, start.start())
        if match:
            yield match
        start = _FIGURE_START.search(text, match.end() if match else start.end())


def _numbers_of_a_list(text: str) -> Collection[int]:
    """Where the numbers of the lines of a list stand: 1., 2., 3."""
    counted = list(_ENUMERATOR.finditer(text))
    is_list = len(counted) > 1 and [int(m[1]) for m in counted] == list(range(1, len(counted) + 1))
    return {m.start(1) for m in counted} if is_list else ()


def read_atoms(text: str) -> list[Atom]:
    found: list[Atom] = []
    for run in runs_in(text):
        if len(found) >= MAX_ATOMS:
            break
        spelled = read_run(run[0], run.start())
        found += [Atom(s.start, s.end, s.kind, s.value) for s in spelled if not _is_place(text, s)]
    in_words = len(found)
    skip = _numbers_of_a_list(text) if "\n" in text else ()
    for match in _figures(text):
        if len(found) - in_words >= MAX_ATOMS:
            break
        start, end = match.span()
        if match["digits"]:
            atom = None if start in skip else _digits_atom(match, text)
            if atom:
                found.append(atom)
                if match["ths"]:
                    found[-1] = atom._replace(kind="ths")
            continue
        value: Fraction | None
        if match["vulgar"]:
            value = VULGAR[match["vulgar"]]
        elif match["raised"]:
            top, _, bottom = match["raised"].translate(_SMALL).partition("/")
            value = _ratio_of(top, bottom)
        elif match["short"]:
            value = _ratio_of(match["short"][0], match["short"][-1])
        else:
            value = _ratio_of((match["lsign"] or "") + match["top"], match["bottom"])
        if value is not None:
            found.append(Atom(start, end, "fraction", value))
    return sorted(found, key=_place)[:MAX_ATOMS] if in_words else found
