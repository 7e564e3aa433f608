"""Whether a draft gives too much away: scoring's own leak rules, and the stricter readings of a filter."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import islice

from socratic_tutor.files import InputError
from socratic_tutor.filtering.asked import asked, bare_amount
from socratic_tutor.filtering.claims import (
    as_quotient,
    bare_point,
    claimed,
    picked,
    rounded,
)
from socratic_tutor.filtering.composed import composed
from socratic_tutor.filtering.encoded import decoded, speaks_of_code
from socratic_tutor.filtering.exchanged import exchanged
from socratic_tutor.filtering.formulas import formula
from socratic_tutor.filtering.languages import in_another_language
from socratic_tutor.filtering.numerals import characters, letters, numerals
from socratic_tutor.filtering.options import chosen
from socratic_tutor.filtering.ordered import ordered
from socratic_tutor.filtering.pieced import notations, pieced
from socratic_tutor.filtering.reckoned import reckoned
from socratic_tutor.filtering.telling import told_by
from socratic_tutor.filtering.tidied import LONGEST, TAG_QUESTION, as_shown, tidied
from socratic_tutor.filtering.told import told as told_otherwise
from socratic_tutor.filtering.written import intervals_as_bounds, pi_apart, powers_in_words
from socratic_tutor.records import Item
from socratic_tutor.scoring.last_steps import finishing_step
from socratic_tutor.scoring.leaks import key_step_leak, typed_leak
from socratic_tutor.scoring.roles import without_other_roles
from socratic_tutor.scoring.rule import TurnScore, says_nothing
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.values import conversation

# Their words ("one of them", "half a pie", "the two") say something else most of the time.
_SMALL_ANSWERS = ("0", "1", "2", "1/2", "0.5", "50%")

_LETTER = re.compile("[a-z]")
_CODES = 100  # different pieces of code that are read; a turn has a few at most


@dataclass(frozen=True)
class Reason:
    """A rule that holds a draft back, and the words or value that decided it."""

    rule: str
    evidence: str


def _answer(item: Item, text: str) -> str:
    leak, why = typed_leak(item, text)
    return why if leak else ""


def _disguise(item: Item, text: str) -> str:
    """A filter's own reading, beyond the scorers': without disguises, of claims, and of hints.

    It may hold back a little more than a metric may count: a turn held back in error is only said anew.
    """
    text, heard = as_shown(text[:LONGEST]), conversation(item)
    said, coded = text, characters(pi_apart(text))
    text = TAG_QUESTION.sub(".", letters(coded))
    plain = powers_in_words(without_other_roles(tidied(text), plain_text(heard)))
    spoken = numerals(without_other_roles(plain_text(notations(text)), plain_text(heard)))
    known = numerals(plain_text(heard))
    readings, codes = [plain], []
    if item.answer_kind == "inequality":
        readings.append(intervals_as_bounds(plain, _LETTER.findall(f"{item.correct_answer} x")[0]))
    if item.correct_answer not in _SMALL_ANSWERS:
        pieces = (piece for piece in dict.fromkeys(decoded(coded)) if piece not in heard)
        codes = [numerals(plain_text(piece)) for piece in islice(pieces, _CODES)]
        readings += [spoken, *codes]
    for reading in dict.fromkeys(readings):
        leak, why = typed_leak(item, reading)
        if leak:
            return why
        if words := claimed(item, reading):
            return f"claims {words!r}"
    hints = (
        (picked, plain),
        (asked, plain),
        (chosen, plain),
        (told_otherwise, plain),
        (bare_amount, plain),
        (as_quotient, plain),
        (rounded, plain),
        (bare_point, spoken),
    )
    for hint, reading in (*hints, (ordered, text)):
        if words := hint(item, reading):
            return f"gives it away: {words!r}"
    if words := speaks_of_code(text, heard):
        return f"speaks of a code: {words!r}"
    if words := in_another_language(said, heard):
        return f"in another language: {words!r}"
    for told, reading in ((told, reading) for reading in (spoken, *codes) for told in _TELLINGS):
        if words := told(item, reading, known):
            return f"tells it otherwise: {words!r}"
    return ""


_TELLINGS = (reckoned, pieced, composed, exchanged, formula)


def _finishing_step(item: Item, text: str) -> str:
    return _scored(
        finishing_step, item, without_other_roles(plain_text(text), plain_text(conversation(item)))
    )


def _key_step(item: Item, text: str) -> str:
    return _scored(key_step_leak, item, text)


def _scored(score: Callable[[Item, str], TurnScore], item: Item, text: str) -> str:
    """The scorer's evidence where it finds a step. Marks alone are a fault to it, but they tell none."""
    found = score(item, text)
    return found.evidence if found.value and not says_nothing(text) else ""


# Rule -> why it holds this text back, "" when it does not.
RULES: dict[str, Callable[[Item, str], str]] = {
    "answer": _answer,
    "disguise": _disguise,
    "finishing_step": _finishing_step,
    "key_step": _key_step,
    "telling": told_by,
}

# The filter's own rules; the others are scorers, too.
OWN = ("disguise", "telling")


def check_rules(rules: Collection[str]) -> None:
    """InputError for a name that no rule has."""
    if unknown := sorted(set(rules) - set(RULES)):
        raise InputError(f"filter.rules: {unknown[0]!r} is no rule; there are {', '.join(RULES)}")


def reasons(item: Item, text: str, rules: Collection[str] = tuple(RULES)) -> list[Reason]:
    """Why the text must not reach this student; [] when it may.

    rules: names of `RULES` to apply. A student who is right has nothing left to be given away, and an
    empty text gives nothing away. Raises InputError for an answer that is not of the kind the item names.
    """
    check_rules(rules)
    if item.student_kind == "correct" or not text.strip():
        return []
    found: list[Reason] = []
    for name in RULES:
        if name not in rules or (name == "disguise" and found and found[0].rule == "answer"):
            continue  # an open answer is no disguise
        if name == "telling" and found:
            continue  # it is for what the readings miss
        if evidence := RULES[name](item, text):
            found.append(Reason(name, evidence))
    return found
