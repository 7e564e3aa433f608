"""How a turn takes up what the student did when no authored cue says it: their value put to use.

A turn *applies* their value or step when words that nobody had said and that are no words for any task
stand around it.
"""

from __future__ import annotations

import re

from socratic_tutor.records import Item
from socratic_tutor.scoring.empty_talk import STRATEGY
from socratic_tutor.scoring.lexicon import maths_terms
from socratic_tutor.scoring.references import (
    content_stems,
    their_step,
    their_value,
)
from socratic_tutor.scoring.rule import per_turn
from socratic_tutor.scoring.text import plain_text, sentences
from socratic_tutor.scoring.values import (
    number_of,
    numbers_in,
    prompt_text,
    quantities_in,
    said_or_on_their_way,
)

_READ = 4000  # characters of a turn that are looked at
# "Your 4", "the 11 that you took": the student's own number, though the problem may hold it, too.
_YOURS = re.compile(
    r"\b(?:your|you (?:only |just )?(?:call|took|take|gave|give|put|used|made|moved|kept|changed|counted|left"
    r"|added|subtracted|multiplied|divided|doubled|stopped at))"
    r" (?:the )?(?=[-$(]?\.?\d)",
    re.IGNORECASE,
)
_THEIR_WORK = re.compile(
    r"\byour (?:own )?(?:two |both )?(way|rule|value|fraction|brackets?|middle|sign|symbol|list|sum|product"
    r"|point|pieces?|bars?|terms?|exponent|line|graph|[<>]=?)",
    re.IGNORECASE,
)
# A part of their answer that is there to be named: the sign by which it is known.
_PARTS = {
    "fraction": "/",
    "bracket": "(",
    "sign": "-+<>",
    "symbol": "<>",
    "point": ".",
    "exponent": "^",
    "<": "<",
    ">": ">",
    "<=": "<",
    ">=": ">",
}
_TRIED = re.compile(
    r"\b(?:let|suppose|if|try|put|take|for|say|with)\b[^.?!]{1,40}(?:\bbe |\bis |= ?|\bwas |\bwere )-?\d",
    re.I,
)
_NUMERAL = re.compile(r"[-$(]{0,2}[\d.]*\d(?:[/:]\d+)?")
_NUMERAL_ALONE = re.compile(r"\d+(?:[./:]\d+)*")
_COMPARES = frozenset(
    ["less", "greater", "larger", "bigger", "smaller", "same", "compar*", "how many", "how much", "equal*"]
)


def _novel(item: Item, text: str) -> frozenset[str]:
    return content_stems(plain_text(text)) - content_stems(plain_text(prompt_text(item))) - STRATEGY


def _anchor(item: Item, text: str) -> str:
    if found := their_value(item, text) or their_step(item, text):
        return found
    return own_mark(item, text)


def own_mark(item: Item, text: str) -> str:
    """A number of the student's that the turn calls theirs, or a piece of their work; or ""."""
    theirs = said_or_on_their_way(item)
    for match in _YOURS.finditer(text):
        number = _NUMERAL.match(text, match.end())
        if number and number.group() in theirs:
            return f"their {number.group()}"
    found = _THEIR_WORK.search(text)
    if not found:
        return ""
    marks = _PARTS.get(found.group(1).lower().rstrip("s"), "")
    held = any(mark in item.wrong_answer for mark in marks)
    return found.group() if held or _problem_tie(item, text) else ""


def _problem_tie(item: Item, text: str) -> str:
    """A number of the problem other than theirs, or a thing of it, in the text."""
    numbers = numbers_in(item.problem) - numbers_in(item.wrong_answer) - {None}
    for quantity in quantities_in(text):
        if number_of(quantity) in numbers:
            return quantity.text.strip()
    return min(content_stems(item.problem) & content_stems(text), default="")


@per_turn
def applied(item: Item, text: str) -> str:
    """Their value or step with at least two new words around it that are no strategy; or ""."""
    pieces = sentences(text[:_READ])
    for index, piece in enumerate(pieces):
        if not (anchor := _anchor(item, piece.text)):
            continue
        near = " ".join(p.text for p in pieces[max(0, index - 1) : index + 2])
        new = sorted(_novel(item, near))
        mark = own_mark(item, piece.text)
        if len(new) >= 2 and (mark or _problem_tie(item, near)):
            return f"{anchor} put to {', '.join(new[:3])}"
        if _TRIED.search(near) and (their_value(item, near) or mark) and brings_number(item, near):
            return f"{anchor} tried with a number"
        acts = maths_terms(near) - maths_terms(plain_text(prompt_text(item))) - _COMPARES
        if mark and acts and (len(new) >= 1 or len(_numerals(near)) >= 2):
            return f"{mark} and {min(acts)!r}"
    return ""


def brings_number(item: Item, text: str) -> bool:
    """Whether a number stands there that the prompt has not."""
    return bool(_numerals(text) - _numerals(plain_text(prompt_text(item))))


def _numerals(text: str) -> set[str]:
    return set(_NUMERAL_ALONE.findall(text))
