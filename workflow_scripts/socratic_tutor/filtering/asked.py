"""Answers said in the problem's own words: "the mean is 8", "the third one is prime", "29 ..., so it is prime".

What a problem asks for ("the mean", "which is prime") names the answer as well as "the answer" does. Text is the
turn in lower case, plain.
"""

from __future__ import annotations

import re
from fractions import Fraction

from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.stated import SENTENCE
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.values import any_answer, conversation, number_of, quantities_in

_REQUEST = re.compile(
    r"\b(?:what|which|who|how|find|calculate|compute|determine|give|work out|state|name|choose|circle)\b[^.?!]*",
    re.I,
)
_NOT_NAMES = frozenset(
    """what which that this these those with from have does each they there number numbers find give the are and for
    how many much long would answer following between into when where your write form out first second third last one
    two value least""".split()  # noqa: SIM905
)
_NAME = re.compile(r"[a-z]{4,}")
_IS = r"(?:is|are|was|equals|comes to|must be|should be|has to be|turns out to be|=|:)"
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_AT_PLACE = re.compile(rf"\bthe (?P<place>{'|'.join(_PLACES)}) (?:number|one|value|term|option|of them)\b")
_OF_THE_LIST = re.compile(
    r"^(?: in| of| from)? (?:the|your|this|that) (?:list|problem|row|set|question|data|line)\b"
)
_CLAIMS = re.compile(r"(?:^|\b(?:is|it's|be|take|choose|equals|as|with)\b)[^.?!]{0,12}$")
_GOES_ON = re.compile(r" ?[-+*/×÷]")
_CONCLUDES = re.compile(r"\b(?:so|hence|therefore|thus|which means|that means)\b[^.?!]*[.?!]*$")
_DENIES = re.compile(r"\b(?:not|n't|isn't|never|neither|if|whether)\b")


def asked(item: Item, text: str) -> str:
    """The words that say what the problem asks for, "" without any."""
    text, problem = text.lower(), plain_text(item.problem).lower()
    names = {name for part in _REQUEST.findall(problem) for name in _NAME.findall(part)} - _NOT_NAMES
    right = any_answer(item.correct_answer)
    if not names or right is None or not isinstance(right.value, Fraction):
        return ""
    options = [number_of(quantity) for quantity in quantities_in(problem)]
    about = "|".join(sorted(names))
    for piece in SENTENCE.findall(text):
        if "?" in piece:
            continue
        if (
            _is_named(piece, about, right.value)
            or _at_its_place(piece, about, right.value, options)
            or (item.answer_kind == "choice" and _concluded(piece, about, right.value, options, text))
        ):
            return shorten(piece)
    return ""


def _is_named(piece: str, names: str, worth: Fraction) -> bool:
    """ "The mean is 8"."""
    claim = re.search(
        rf"\bthe (?:\w+ )?(?:{names})\b[^.?!\d]{{0,25}}?\b{_IS} ?(?:exactly |just |only )?[\"'(*$]{{0,2}}",
        piece,
    )
    if claim is None or _DENIES.search(piece):
        return False
    rest = piece[claim.end() : claim.end() + 24]
    said = next((quantity for quantity in quantities_in(rest) if quantity.start < 2), None)
    return said is not None and number_of(said) == worth and not _GOES_ON.match(rest[said.end :])


def _at_its_place(piece: str, names: str, worth: Fraction, options: list[Fraction | None]) -> bool:
    """ "The third one is prime", "it is the last number in the list"."""
    for found in _AT_PLACE.finditer(piece):
        before, after, place = piece[: found.start()], piece[found.end() :], _PLACES[found["place"]]
        if len(options) <= max(place, 0) or options[place] != worth:
            continue
        called = re.search(
            rf"\b(?:is|it's|it is|hence|so)\b[^.?!]{{0,20}}\b(?:{names}|right|correct)\b", after
        )
        if (_OF_THE_LIST.match(after) and _CLAIMS.search(before)) or (
            called and not _DENIES.search(called[0])
        ):
            return True
    return False


def _concluded(piece: str, names: str, worth: Fraction, options: list[Fraction | None], text: str) -> bool:
    """ "29 is odd ... So it is prime": the one option that the turn speaks of."""
    end = _CONCLUDES.search(piece)
    if end is None or _DENIES.search(end[0]) or not re.search(rf"\b(?:{names})\b", end[0]):
        return False
    return {number_of(quantity) for quantity in quantities_in(text)} & set(options) == {worth}


_OPERATOR = r"[-+*/×÷=]"


def bare_amount(item: Item, text: str) -> str:
    """The number of a measure or percent alone: "47 + 68 + 65 = 180" for 65 degrees, "so you get 65"."""
    number = re.match(r"-?\d+(?:\.\d+)?", item.correct_answer)
    if item.answer_kind not in ("measure", "percent") or number is None:
        return ""
    if number[0] in plain_text(conversation(item)):
        return ""
    one = rf"(?<![\d.,/]){re.escape(number[0])}(?![\d/%]|[.,]\d)"
    claimed = rf"\b(?:is|are|was|be|get|gets|gives|makes|equals|leaves|it's|that's) (?:exactly |just )?{one}(?=\W*(?:$|[.,;!?]\s))"
    found = re.search(rf"{_OPERATOR} ?{one}|{one} ?{_OPERATOR}|{claimed}", text)
    return found[0] if found else ""
