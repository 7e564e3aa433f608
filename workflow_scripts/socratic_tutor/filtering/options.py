"""Answers that are one of several options, or yes and no: told by its words, its place or the other options.

Text is the turn, plain. Only statements tell; a question, a condition and a denial of the option do not.
"""

from __future__ import annotations

import re

from socratic_tutor.records import Item
from socratic_tutor.scoring.lexicon import GRAMMAR
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.stated import OPTION, SENTENCE, options_of
from socratic_tutor.scoring.text import plain_text, words

_PLACES = ("first", "second", "third", "fourth", "fifth")
_CLAIMS = re.compile(
    r"\b(?:is|it's|be|take|choose|pick|circle|the one|right|correct|answer|works|go (?:for|with))\b", re.I
)
_STATES = re.compile(
    r"\b(?:is|are|isn't|aren't|has|have|ends?|does|do|so|out|wrong|cross|rule)\b", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:if(?! i were you)|whether|unless|you (?:think|thought|said|say|wrote|picked|chose))\b", re.I
)
_DENIES = re.compile(
    r"(?:n't|\b(?:is|are|does|do|ca)nt|\bnot|\bnever|\bneither|\bno longer)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"(?:^|[.!?]\s+)(?:is|are|does|do|can|could|will|was|has|have)\b([^.?!]*)\?", re.IGNORECASE
)
# What is not the one is the other.
_OPPOSITES = {
    "prime": "composite",
    "even": "odd",
    "odd": "even",
    "positive": "negative",
    "negative": "positive",
}
_ANY = frozenset(["number", "numbers", "shape", "figure", "answer", "same", "equal", "true", "statement"])


def chosen(item: Item, text: str) -> str:
    """The words that tell which option it is, or that it is or is not so; "" without any."""
    if item.answer_kind != "choice":
        return ""
    answer = item.correct_answer.strip().lower()
    statements = [piece for piece in SENTENCE.findall(text) if "?" not in piece and not _OPEN.search(piece)]
    told = _as_asked if answer in ("yes", "no") else _as_option
    ruled_out = _ruled_out(item, text, " ".join(statements))
    return next((shorten(piece) for piece in statements if told(item, answer, piece)), ruled_out)


def _ruled_out(item: Item, text: str, told: str) -> str:
    """Where something is stated of each option but one, and nothing of this: "231, 685 and 923 are odd"."""
    right, others = options_of(item)
    if len(others) < 2 or any(_names_it(name, text) for name in right) or not _STATES.search(told):
        return ""
    all_named = all(any(_names_it(name, told) for name in option) for option in others)
    return shorten(told) if all_named else ""


def _names_it(name: str, text: str) -> bool:
    if len(name) == 1 and name.isalpha():
        return bool(re.search(rf"(?<![A-Za-z]){name.upper()}(?![A-Za-z])", text))
    return _stands(name, text)


def _as_option(item: Item, answer: str, piece: str) -> bool:
    options = {letter: said.strip() for letter, said in OPTION.findall(plain_text(item.problem))}
    right = [letter for letter, said in options.items() if answer in (letter.lower(), said.lower())]
    if len(options) < 2 or len(right) != 1:
        return False
    (letter,) = right
    others = [other for other in options if other != letter]
    if _DENIES.search(piece) or not _CLAIMS.search(piece):
        return False
    place = _PLACES[sorted(options).index(letter)]
    if re.search(rf"\bthe {place} (?:one|option|choice|answer|letter)\b", piece, re.IGNORECASE):
        return True
    return _stands(options[letter], piece) and not any(_stands(options[other], piece) for other in others)


def _stands(option: str, piece: str) -> bool:
    return bool(re.search(rf"(?<![\w.]){re.escape(option)}(?![\w%]|\.\d)", piece, re.IGNORECASE))


def _as_asked(item: Item, answer: str, piece: str) -> bool:
    """ "It isn't prime", where the problem asks whether it is."""
    asked = _ASKS.findall(plain_text(item.problem))
    if not asked:
        return False
    named = [word for word in words(asked[-1]) if len(word) > 3 and word not in GRAMMAR | _ANY][-2:]
    if not named:
        return False
    about = r"\W+(?:\w+\W+){0,2}?".join(map(re.escape, named))
    if re.search(rf"\b{about}", piece, re.IGNORECASE):
        return bool(_DENIES.search(piece)) == (answer == "no")
    opposite = _OPPOSITES.get(named[-1], "")
    is_opposite = bool(opposite and re.search(rf"\b{opposite}\b", piece, re.I) and not _DENIES.search(piece))
    return is_opposite and answer == "no"
