"""Which values a text says: the bridge from items' text values to `curriculum.matching`.

Everything a scorer asks about numbers goes through here, with the results kept per text: one reply is
judged by a dozen scorers, and one prompt by many replies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.curriculum.cues import cues_in, stands
from socratic_tutor.curriculum.matching import Quantity, mentions, parse, quantities
from socratic_tutor.curriculum.quantities import parts_apart
from socratic_tutor.files import InputError
from socratic_tutor.records import Item

# The order in which the text of a value on the way is tried; the first reading that takes it all wins.
_TRACE_KINDS = ("integer", "fraction", "mixed", "decimal", "money", "percent", "time", "ratio", "remainder")


@lru_cache(maxsize=20_000)
def answer_of(text: str, kind: str) -> Answer | None:
    """The text as an answer of that kind, None when it is not one."""
    return parse(text, kind) if text.strip() else None


@lru_cache(maxsize=20_000)
def any_answer(text: str) -> Answer | None:
    """The text as an answer of whichever kind reads all of it."""
    for kind in _TRACE_KINDS:
        if (answer := answer_of(text, kind)) is not None:
            return answer
    return None


# `matching` reads so many characters at a time; longer texts are read in windows that overlap.
_WINDOW, _OVERLAP = 16_000, 100


def _windows(text: str) -> Iterator[tuple[int, str]]:
    for start in range(0, max(len(text) - _OVERLAP, 1), _WINDOW - _OVERLAP):
        yield start, text[start : start + _WINDOW]


def _moved(found: list[Quantity], start: int) -> list[Quantity]:
    return [q._replace(start=q.start + start, end=q.end + start) for q in found] if start else found


@lru_cache(maxsize=512)
def quantities_in(text: str) -> tuple[Quantity, ...]:
    if len(text) <= _WINDOW:
        return tuple(quantities(text))
    return tuple(q for start, part in _windows(text) for q in _moved(quantities(part), start))


@lru_cache(maxsize=4096)
def _mentions(text: str, answer: Answer) -> tuple[Quantity, ...]:
    if len(text) <= _WINDOW:
        return tuple(mentions(answer, text))
    return tuple(hit for start, part in _windows(text) for hit in _moved(mentions(answer, part), start))


def said(value: str, kind: str, text: str) -> tuple[Quantity, ...]:
    """Where `text` says the value, in any form of its kind."""
    answer = answer_of(value, kind) if kind else any_answer(value)
    if answer is None:
        return ()
    if found := _mentions(text, answer):
        return found
    if answer.kind == "integer" and "cent" in text:
        return _in_cents(text, answer)
    return _as_odds(text, answer) if answer.kind == "fraction" and answer.value.numerator == 1 else ()


def _in_cents(text: str, answer: Answer) -> tuple[Quantity, ...]:
    """Where so many cents are said: read as money "8 cents" is 0.08, and says the 8 all the same."""
    found = (q for q in quantities_in(text) if q.kind == "money" and "cent" in q.text)
    return tuple(q for q in found if q.value * 100 == answer.value)


_ODDS = re.compile(r"\b(?:one|1) in (?:every )?(\d{1,9})(?![\d.,/]*\d)", re.IGNORECASE)


def _as_odds(text: str, answer: Answer) -> tuple[Quantity, ...]:
    """Where it is said as "one in 361"."""
    found = (match for match in _ODDS.finditer(text) if int(match[1]) == answer.value.denominator)
    return tuple(Quantity(*match.span(), match.group(), "fraction", answer.value) for match in found)


@lru_cache(maxsize=4096)
def says(value: str, text: str, kind: str = "") -> bool:
    """Whether the text says a value, of unknown kind by default; texts are looked up as whole words then."""
    if not value.strip():
        return False
    answer = answer_of(value, kind) if kind else any_answer(value)
    if answer is None:
        return not kind and bool(cues_in(text, [value]))
    return bool(_mentions(text, answer))


_NUMERAL = re.compile(r"\d+(?:\.\d+)?")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"[\w.]"), re.compile(r"\w|\.\d")


def writes(value: str, text: str) -> bool:
    """Whether the value's own text stands there, if only inside a point or a time: 6 in "(6, 7)"."""
    return bool(value.strip()) and stands(value, text, _WORD_BEFORE, _WORD_AFTER)


def correct_answer(item: Item) -> Answer:
    """The item's answer; InputError when its text is not of the kind the item names."""
    answer = answer_of(item.correct_answer, item.answer_kind)
    if answer is None:
        raise InputError(
            f"item {item.id}: correct_answer {item.correct_answer!r} is no {item.answer_kind!r}.\n"
            "Mend the benchmark's row or its answer_kind."
        )
    return answer


@lru_cache(maxsize=64)
def prompt_text(item: Item) -> str:
    """All that was said before the turn: the chat without a final tutor turn, and the item's context."""
    turns = item.messages
    if turns and turns[-1].get("role") == "assistant":
        turns = turns[:-1]
    context = [item.problem, item.student_said, item.hint, item.mission, *item.vocabulary]
    return "\n".join([*(turn.get("content", "") for turn in turns), *context])


@lru_cache(maxsize=64)
def conversation(item: Item) -> str:
    """What problem and student said (without the tutor's own instructions)."""
    return f"{item.problem}\n{item.student_said}"


@lru_cache(maxsize=64)
def said_or_on_their_way(item: Item) -> str:
    """What the student said and the values on their way, their answer among them."""
    return "\n".join([item.student_said, item.wrong_answer, *item.wrong_trace])


def number_of(quantity: Quantity) -> Fraction | None:
    """A plain number, None for times, ratios, remainders, points and expressions."""
    if isinstance(quantity.value, Fraction) and quantity.kind != "time":
        return quantity.value
    return None


def made_of(one: Fraction, other: Fraction) -> list[Fraction]:
    """What one operation makes of two numbers, in either order."""
    quotients = [top / bottom for top, bottom in ((one, other), (other, one)) if bottom]
    return [one + other, one - other, other - one, one * other, *quotients]


@lru_cache(maxsize=4096)
def numbers_apart(right: str, wrong: str) -> tuple[tuple[Fraction, Fraction], ...]:
    """The numbers, pair by pair, in which two answers differ that are alike otherwise; () of others."""
    if _NUMERAL.sub("#", right) != _NUMERAL.sub("#", wrong):
        return ()
    pairs = zip(_NUMERAL.findall(right), _NUMERAL.findall(wrong), strict=True)
    return tuple((Fraction(one), Fraction(other)) for one, other in pairs if one != other)


@lru_cache(maxsize=4096)
def numbers_in(text: str) -> frozenset[Fraction | None]:
    """`number_of` each quantity of the text."""
    parts = parts_apart(text)
    if len(parts) > 1:
        return frozenset().union(*map(numbers_in, parts))
    return frozenset(map(number_of, quantities_in(text)))


def in_digits(sentence: str) -> str:
    """The text with its whole numbers in words as digits: "three times three is six"."""
    written = [q for q in quantities_in(sentence) if q.text.isalpha() and q.kind == "integer"]
    for quantity in reversed(written):
        sentence = f"{sentence[: quantity.start]}{quantity.value}{sentence[quantity.end :]}"
    return sentence
