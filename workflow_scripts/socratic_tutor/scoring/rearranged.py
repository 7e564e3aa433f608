"""Last steps that compute no number: terms with letters, digits put together, a point moved, signs turned.

Each reading makes the outcome and compares it with the answer, so that "swap them" is a told step only where
the student's own answer, swapped, is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import chain

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.curriculum.expressions import canonical_or_none
from socratic_tutor.records import Item
from socratic_tutor.scoring.values import answer_of, quantities_in, says

_READ = 2000
_TERM = r"(\d{0,6}[a-z](?:\^\d)?|\d{1,6})"
_BEGIN = rf"\b(?:start (?:with|at)|begin with|write|from) {_TERM}\b[^.?!\d]{{1,30}}?"
_IN_TERMS = tuple(
    (re.compile(pattern, re.IGNORECASE), form)
    for pattern, form in (
        (rf"\bmultiply(?:ing)? {_TERM} (?:by|and|with|times) {_TERM}\b", "({0})*({1})"),
        (rf"{_TERM} times {_TERM}\b", "({0})*({1})"),
        (rf"\badd(?:ing)? {_TERM} (?:and|to|with) {_TERM}\b", "({0})+({1})"),
        (rf"{_BEGIN}\b(?:add|plus) {_TERM}\b", "({0})+({1})"),
        (rf"\b(?:subtract(?:ing)?|tak(?:e|ing)) {_TERM} (?:away |off )?from {_TERM}\b", "({1})-({0})"),
        (rf"{_BEGIN}\b(?:subtract|take away|minus) {_TERM}\b", "({0})-({1})"),
        (rf"(?:\bdivid(?:e|ing) )?{_TERM} (?:divided )?(?:by|over) {_TERM}\b", "({0})/({1})"),
    )
)
_PRODUCTS = re.compile(r"[\w^(][\w^() +*·×-]{2,80}[\w)]")

_VALUE = r"(\d{1,6}(?:/\d{1,6})?|zero)"
_PUT = r"\b(?:write|put|place|insert|stick|squeeze)(?:ing)?\b[^.?!\d]{0,20}"
_BETWEEN = re.compile(
    rf"{_PUT}{_VALUE}[^.?!\d]{{0,20}}\bbetween\b[^.?!\d]{{0,20}}(\d)[^.?!\d]{{1,20}}(\d)", re.IGNORECASE
)
_BESIDE = re.compile(
    rf"{_PUT}{_VALUE}[^.?!\d]{{0,20}}\b(after|behind|next to|before|in front of|at the end of)\b"
    r"[^.?!\d]{0,20}(\d{1,6})",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"\bmove[^.?!]{0,20}\bpoint\b[^.?!]{0,30}?\b(one|two|three|1|2|3) places?\b[^.?!]{0,20}\b(right|left)\b",
    re.IGNORECASE,
)
_PLACES = {"one": 1, "two": 2, "three": 3, "1": 1, "2": 2, "3": 3}
_SWAP = re.compile(
    r"\b(?:swap|switch|revers|exchang|trade|flip|(?<!quarter )(?<!half )(?<!full )turn)(?:e|ing"
    r"|ping)?\b[^.?!]{0,40}"
    r"(?=[.!;]|$|\band\b|\bthen\b)|\bthe other way (?:round|around)\b|\bfrom right to left\b|\bbackwards\b",
    re.IGNORECASE,
)
_DROP_SIGN = re.compile(
    r"\b(?:drop|remove|lose|leave (?:out|off)|change|flip|take away)\b[^.?!]{0,12}"
    r"\b(?:minus|sign|negative)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:change|turn|make|flip|needs?|replace)\b[^.?!]{0,30}\b(?:plus|minus|signs?)\b", re.IGNORECASE
)
_BOTH = re.compile(r"\b(?:both|each|all|every)\b", re.IGNORECASE)
_NUMBERS = re.compile(r"(?<![\w)])-?(\d+)")
_UNDER_ONE = re.compile(
    r"\b(?:under|below|beneath) (?:a |the )?(?:1|one)\b(?! another)|\bone over\b|\b1 over\b", re.IGNORECASE
)
_ORDER = re.compile(
    r"(-?\d{1,6})(?: \w+){0,3}? first\b[^.?!\d-]{1,30}(-?\d{1,6})"
    r"|\bfirst(?: \w+){0,2} (-?\d{1,6})\b[^.?!\d-]{1,20}\bthen\b[^.?!\d-]{0,15}(-?\d{1,6})",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"\b(?:also|too|as well|beside|add|include|join|together with)\b[^.?!\d-]{0,25}(-?\d{1,6})\b",
    re.IGNORECASE,
)
_MIRROR = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}

_Made = Iterator[tuple[re.Match[str], str]]


def in_letters(item: Item, answer: Answer, flat: str) -> str:
    """For answers with letters: terms and what to do with them, or the answer not yet collected (4x + 4 * 3).

    flat: the turn as plain text. "" where no such step is told.
    """
    right = answer.text.split("=")[-1].strip()
    wanted = canonical_or_none(right) if answer.kind in ("expression", "equation") else None
    if wanted is None:
        return ""
    text = flat[:_READ]
    for pattern, form in _IN_TERMS:
        for match in pattern.finditer(text):
            if canonical_or_none(form.format(*match.groups())) == wanted:
                return match.group()
    runs = _PRODUCTS.findall(text)[:8] if re.search(r"[×*·]", text) else []
    for run in runs:
        news = re.search(r"[a-z]", run) and run not in item.problem and not says(right, run)
        if news and canonical_or_none(re.sub(r"[×·]", "*", run)) == wanted:
            return run
    return ""


def rearranged(item: Item, answer: Answer, flat: str) -> str:
    """The words that tell to move digits, signs or parts, and whose outcome is the answer; "" if none do."""
    text = flat[:_READ]
    is_in = text.lower().__contains__
    named = (way for words, way in _WAYS if any(map(is_in, words)))
    ways = (way(item, text) for way in named)
    for match, outcome in chain.from_iterable(ways):
        made = answer_of(outcome, item.answer_kind)
        same_digits = outcome.isdigit() and outcome == re.sub(r"\D", "", answer.text)
        if (made is not None and made.value == answer.value) or (same_digits and answer.kind == "integer"):
            return match.group().strip()
    return ""


def _joined(_item: Item, text: str) -> _Made:
    """Digits written between or beside others."""
    for match in _BETWEEN.finditer(text):
        inner = "0" if match[1].lower() == "zero" else match[1]
        yield match, f"{match[2]}{inner}{match[3]}"
    for match in _BESIDE.finditer(text):
        new = "0" if match[1].lower() == "zero" else match[1]
        ahead = match[2].lower() in ("before", "in front of")
        parts = (new, match[3]) if ahead else (match[3], new)
        yield from ((match, mark.join(parts)) for mark in ("", " ", ":"))


def _moved(item: Item, text: str) -> _Made:
    """A decimal point moved in a number of the turn, the problem or the student's answer."""
    for match in _POINT.finditer(text):
        shift = Fraction(10) ** (_PLACES[match[1].lower()] * (1 if match[2].lower() == "right" else -1))
        for quantity in (
            q for where in (text, item.problem, item.wrong_answer) for q in quantities_in(where)
        ):
            if isinstance(quantity.value, Fraction):
                value = quantity.value * shift
                whole = value.denominator == 1
                yield match, str(value) if whole else f"{float(value):.9f}".rstrip("0")


def _turned(item: Item, text: str) -> _Made:
    """The student's answer with its two numbers or its relation turned around, or put under a 1."""
    wrong = item.wrong_answer
    if match := _SWAP.search(text):
        if parts := re.match(r"^(\W*)(\w+)(\W+)(\w+)(\W*)$", wrong):
            yield match, f"{parts[1]}{parts[4]}{parts[3]}{parts[2]}{parts[5]}"
        if wrong.isdigit() and ("digit" in text or "left" in match.group() or "back" in match.group()):
            yield match, wrong[::-1]
        if any(sign in wrong for sign in _MIRROR):
            yield match, "".join(_MIRROR.get(sign, sign) for sign in wrong)
    minus = wrong.lstrip("-") if wrong.startswith("-") else f"-{wrong}"
    if wrong and (dropped := _DROP_SIGN.search(text)):
        yield dropped, minus
    if under := _UNDER_ONE.search(text):
        before = re.findall(r"\d{1,6}", text[: under.start()])[-2:]
        yield from ((under, f"1/{n}") for n in [*before, wrong, minus] if n.lstrip("-").isdigit())


def _signed(item: Item, text: str) -> _Made:
    """The student's answer with one of its signs changed."""
    if match := _CHANGE.search(text):
        wrong = item.wrong_answer
        if _BOTH.search(match.group()):
            yield match, _NUMBERS.sub(lambda m: m[1] if m[0].startswith("-") else f"-{m[1]}", wrong)
        for place, sign in enumerate(wrong):
            if sign in "+-":
                yield match, f"{wrong[:place]}{'-' if sign == '+' else '+'}{wrong[place + 1 :]}"


def _listed(item: Item, text: str) -> _Made:
    """Two numbers in order ("the 5 first, then the 4"), or one more for the student's set."""
    for match in _ORDER.finditer(text):
        first, then = (number for number in match.groups() if number)
        yield match, f"({first}, {then})"
    if item.answer_kind == "set" and item.wrong_answer:
        yield from ((match, f"{item.wrong_answer} and {match[1]}") for match in _ALSO.finditer(text))


_TURNS = (
    "right to left",
    "backward",
    "swap",
    "switch",
    "revers",
    "exchang",
    "trade",
    "flip",
    "turn",
    "other way",
)
_SIGNS = ("minus", "sign", "negative", "plus")
# Words of which one stands in every text that the way reads: to look for them costs least.
_WAYS: tuple[tuple[tuple[str, ...], Callable[[Item, str], _Made]], ...] = (
    (("write", "put", "place", "insert", "stick", "squeeze"), _joined),
    (("point",), _moved),
    ((*_TURNS, *_SIGNS, "under", "below", "beneath", "over"), _turned),
    (_SIGNS, _signed),
    (("first", "also", "too", "as well", "beside", "add", "include", "join", "together"), _listed),
)
