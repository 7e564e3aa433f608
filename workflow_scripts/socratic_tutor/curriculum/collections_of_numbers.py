"""Several numbers that are one answer: a set in any order, a list in its own order."""

from __future__ import annotations

import re
from fractions import Fraction

from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.curriculum.members import (
    MARK,
    Marked,
    counts_something,
    is_operand,
    marked,
    number_of,
    stated,
)
from socratic_tutor.curriculum.quantities import Quantity
from socratic_tutor.curriculum.typography import plain_text

_SENTENCE_END = re.compile(r"[!?\n;]|\.(?=\s|$)")
_NAMED = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]) ?= ?$")
_COMMA = re.compile(r" ?[,;] ?(?:an? |[A-Za-z] ?= ?)?", re.ASCII)
_LAST = re.compile(r",? ?(?:and|or|&) (?:also )?(?:an? |[A-Za-z] ?= ?)?", re.ASCII | re.IGNORECASE)
_BOTH = re.compile(r"(?:\u00b1|\\pm|\+ ?/ ?-|plus or minus|plus[- ]minus) ?$", re.IGNORECASE)
_BOTH_OPEN = re.compile(
    r"(?:\+ ?/|(?:\+|plus) or) ?$", re.IGNORECASE
)  # "+/-3": the minus belongs to the number
_OPERATION = re.compile(
    r" {0,2}(?:[-+*/^:\u00d7\u00b7\u22c5\u00f7x]|\\times|\\cdot|\\div|to|by|times|plus|minus|over"
    r"|divided by) {0,2}",
    re.IGNORECASE,
)


def _not_members(numbers: Marked, plain: str) -> set[int]:
    """Indices of numbers that count things or are computed with: both of "2 + 5", the 3 of "x - 3"."""
    found: set[int] = set()
    last = len(numbers.numbers) - 1
    for i, q in enumerate(numbers.numbers):
        if i < last and _OPERATION.fullmatch(numbers.gap(i)):
            found |= {i, i + 1}
        elif (
            q.kind in ("money", "percent")
            or counts_something(plain, q.end)
            or is_operand(plain, q.start, q.end)
        ):
            found.add(i)
    return found


def _runs(numbers: Marked, skip: set[int]) -> list[list[int]]:
    """Numbers enumerated together: "2, 3 and 5" is one run, "2 and 3, 5 and 7" are two."""
    runs: list[list[int]] = []
    closed = True
    for i in range(len(numbers.numbers)):
        if i in skip:
            closed = True
            continue
        gap = numbers.gap(i - 1) if i and not closed else None
        if gap is not None and _COMMA.fullmatch(gap):
            runs[-1].append(i)
        elif gap is not None and _LAST.fullmatch(gap):
            runs[-1].append(i)
            closed = True
            continue
        else:
            runs.append([i])
        closed = False
    return runs


def set_mentions(answer: Answer, text: str) -> list[Quantity]:
    """All members in one sentence, in any order.

    Numbers that are enumerated with others, computed with or that count things are no members.
    """
    if not answer.value:
        return []
    numbers = marked(text)
    values = [_values(numbers, i) for i in range(len(numbers.numbers))]
    if not answer.value <= {value for found in values for value in found}:
        return []
    skip = _not_members(numbers, plain_text(text))
    kept: list[int] = []
    for run in _runs(numbers, skip):
        if len(run) == 1 or all(set(values[i]) & answer.value for i in run):
            kept += run
    ends = [match.end() for match in _SENTENCE_END.finditer(numbers.text)] + [len(numbers.text)]
    found: list[Quantity] = []
    k = 0
    for end in ends:
        inside: list[int] = []
        while k < len(kept) and numbers.places[kept[k]] < end:
            inside.append(kept[k])
            k += 1
        said = [i for i in inside if set(values[i]) & answer.value]
        names = {name[1] for i in said if (name := _NAMED.search(numbers.before(i)))}
        if len(names) < 2 and answer.value <= {value for i in said for value in values[i]}:
            start, stop = numbers.numbers[said[0]].start, numbers.numbers[said[-1]].end
            found.append(stated(text, start, stop, "set", answer.value))
    return found


def _values(numbers: Marked, i: int) -> tuple[Fraction, ...]:
    """What the i-th number says: both signs after a plus-minus."""
    value = number_of(numbers.numbers[i])
    before = numbers.before(i)
    both = _BOTH.search(before) or (value < 0 and _BOTH_OPEN.search(before))
    return (value, -value) if both else (value,)


_NEXT = re.compile(
    r"(?=[^ ]|  ?[^ ])\s*(?:[,;<>]|->|\u2192|\\lt(?![a-z]))?"
    r"\s*(?:(?:and|then|next|finally|followed by)\s+){0,2}",
    re.IGNORECASE,
)


def list_runs(text: str) -> list[list[Quantity]]:
    """Numbers that stand side by side in an order: "40, then 35", "-5 < -2 < 3"."""
    numbers = marked(text)
    runs: list[list[Quantity]] = []
    for i, number in enumerate(numbers.numbers):
        gap = numbers.gap(i - 1) if i else None
        if gap and len(gap) <= 24 and _NEXT.fullmatch(gap):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def list_mentions(answer: Answer, text: str) -> list[Quantity]:
    """All members in their order, side by side, with no other number in the row."""
    found: list[Quantity] = []
    for run in list_runs(text):
        if len(run) == len(answer.value) and tuple(number_of(q) for q in run) == answer.value:
            found.append(stated(text, run[0].start, run[-1].end, "list", answer.value))
    return found


_JOINING = re.compile(r"(?:[\s,;{}=()]|\b(?:or|and|[a-z])\b)*", re.ASCII | re.IGNORECASE)
_BRACKETS = re.compile(r"[\s(\[{\])}]*")


def read_set(tidy: str) -> frozenset[Fraction] | None:
    """The members of a whole string with nothing but commas, "and", "or", braces and "x =" between them."""
    numbers = marked(tidy)
    pieces = numbers.text.split(MARK)
    if len(pieces) < 2 or not all(_JOINING.fullmatch(piece) for piece in pieces):
        return None
    return frozenset(number_of(q) for q in numbers.numbers)


def read_list(tidy: str) -> tuple[Fraction, ...] | None:
    """The members of a whole string that is a list of two numbers or more, in order."""
    runs = list_runs(tidy)
    numbers = marked(tidy)
    if len(runs) != 1 or len(runs[0]) < 2:
        return None
    outside = numbers.text[: numbers.places[0]], numbers.text[numbers.places[-1] + 1 :]
    return (
        tuple(number_of(q) for q in runs[0]) if all(_BRACKETS.fullmatch(part) for part in outside) else None
    )
