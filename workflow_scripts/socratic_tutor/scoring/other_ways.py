"""What the wrong rules of the student and of the rivals give on this problem: the curriculum's rules are run.

An item holds the text of its problem. The numbers are read back from it through the wordings of its family,
and kept only where they give the item's right answer; where that fails, nothing is known of the rivals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, TypeVar

from socratic_tutor.curriculum import FAMILIES
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError
from socratic_tutor.curriculum.matching import Quantity
from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import per_turn
from socratic_tutor.scoring.values import number_of, numbers_in, quantities_in

Given = TypeVar("Given")
_LONGEST = 600  # characters of a problem that is still one of the curriculum's
_NAMES = ("name", "friend")
_FIELD = re.compile(r"\{(\w+)\}")
_INTEGER = re.compile(r"-?\d{1,7}")  # a rule may take powers: larger numbers are left unread
_PLAIN = re.compile(r"-?\d{1,12}(?:/[1-9]\d{0,11}|\.\d{1,12})?")
_DIGIT = re.compile(r"\d")
_TIME = re.compile(r"\d{1,2}:\d\d")
_RUN = re.compile(r"\d{1,12}")
# They stand in too many turns to be anybody's: counts of small things, and a half.
_ANYBODYS: frozenset[object] = frozenset({"", Fraction(1, 2), *map(Fraction, range(6))})


@dataclass(frozen=True)
class Ways:
    """Values by whose way they stand on alone; numbers where they are numbers, texts elsewhere.

    rivals: on a rival's way, and neither said nor on the student's or the right one. own: on the student's
    way, their answer aside, and neither the problem's nor on the right one. answers: the rivals' answers
    that are numbers. on_rivals: on a rival's way and not on the student's. right, theirs: all of that way.
    """

    rivals: frozenset[object]
    own: frozenset[object]
    answers: tuple[Fraction, ...]
    on_rivals: frozenset[object]
    right: frozenset[object]
    theirs: frozenset[object]


@cache
def _families() -> dict[str, Family]:
    return {family.id: family for family in FAMILIES}


@cache
def _wordings(family: Family) -> tuple[tuple[list[str], list[str]], ...]:
    """Each wording as the texts around its placeholders, and the placeholders' names."""
    wordings = (*family.statements, *family.stories, *family.reworded)
    pieces = [_FIELD.split(wording) for wording in wordings]
    return tuple((piece[::2], piece[1::2]) for piece in pieces)


def _read(around: list[str], names: list[str], problem: str) -> dict[str, str] | None:
    """What stands in the placeholders' stead, None where the problem is in another wording.

    By finding one text after the other: patterns for all wordings would take longer to make than to use.
    """
    if not problem.startswith(around[0]) or not problem.endswith(around[-1]):
        return None
    found: dict[str, str] = {}
    start = len(around[0])
    for place, (name, then) in enumerate(zip(names, around[1:], strict=True), start=1):
        last = place == len(names)
        digits = None if then or last else _RUN.match(problem, start)  # the 17 of 17y
        end = len(problem) - len(then) if last else problem.find(then, start + 1)
        end = digits.end() if digits else end
        if end <= start or found.setdefault(name, problem[start:end]) != problem[start:end]:
            return None
        start = end + len(then)
    return found if start == len(problem) else None


def _parameters(item: Item, family: Family) -> Parameters | None:
    """The problem's numbers by name, None where they cannot be read back."""
    if len(item.problem) > _LONGEST:
        return None
    for around, names in _wordings(family):
        if texts := _read(around, names, item.problem):
            read = {name: text for name, text in texts.items() if name not in _NAMES}
            found = Parameters(
                {name: int(text) if _INTEGER.fullmatch(text) else text for name, text in read.items()}
            )
            right = _ran(family.solve, found)
            if right is not None and right.text == item.correct_answer:
                return found
    return None


def _ran(rule: Callable[[Parameters], Given], parameters: Parameters) -> Given | None:
    """What a rule gives; None where it wants a parameter that the problem's text does not show."""
    try:
        return rule(parameters)
    except (ArithmeticError, AttributeError, LookupError, StopIteration, TypeError, ValueError):
        return None


def _values_of(error: Misconception | PlausibleError, parameters: Parameters) -> list[str]:
    """What stands on the way of this rule here, its answer last; nothing where it does not apply."""
    if not _ran(error.applies_if, parameters):
        return []
    steps: dict[str, Any] = _ran(error.steps, parameters) or {}
    answer = _ran(error.rule, parameters)
    return [*map(str, steps.values()), answer.text if answer is not None else ""]


def _key(quantity: Quantity) -> object:
    number = number_of(quantity)
    return _bare(quantity.text) if number is None else number


def _bare(text: str) -> str:
    return text.replace(" ", "").lower()


def _keys(texts: Iterable[str]) -> Iterator[object]:
    """The numbers of these texts; a text without any stands for itself."""
    for text in texts:
        if _PLAIN.fullmatch(text):  # most are, and need no reading
            yield Fraction(text)
            continue
        yield from [_key(quantity) for quantity in quantities_in(text)] or [_bare(text)]


@lru_cache(maxsize=256)
def said_in(text: str) -> frozenset[object]:
    """The values of a text of the prompt, and the runs of digits in them: 3 and 4 of 3/4."""
    return frozenset([*numbers_in(text), *_TIME.findall(text), *map(Fraction, _RUN.findall(text))])


@lru_cache(maxsize=64)
def ways(item: Item) -> Ways:
    """What is known of everybody's way through this problem."""
    way = frozenset(_keys([item.correct_answer, *item.trace]))
    right = way | said_in(item.problem)
    answer, theirs = {*_keys([item.wrong_answer])}, frozenset(_keys([item.wrong_answer, *item.wrong_trace]))
    own = {*_keys(item.wrong_trace)} - right - answer - _ANYBODYS
    family = _families().get(item.family)
    parameters = _parameters(item, family) if family else None
    if family is None or parameters is None:
        return Ways(frozenset(), frozenset(own), (), frozenset(), way, theirs)
    found = [_values_of(rival, parameters) for rival in family.rivals(item.misconception)]
    on_rivals = frozenset(_keys(value for values in found for value in values)) - theirs - _ANYBODYS
    of_rivals = on_rivals - right
    answers = _keys(values[-1] for values in found if values)
    return Ways(
        frozenset(of_rivals.difference(said_in(item.student_said)) if of_rivals else ()),
        frozenset(own),
        tuple(answer for answer in answers if isinstance(answer, Fraction)),
        on_rivals,
        way,
        theirs,
    )


@per_turn
def values_of(text: str) -> frozenset[object]:
    """The values that the text holds in digits."""
    return frozenset(_key(quantity) for quantity in quantities_in(text) if _DIGIT.search(quantity.text))


def rivals_value(item: Item, text: str) -> str:
    """A value of the text that only a rival of this student has on their way; or ""."""
    found = values_of(text) - _ANYBODYS
    return min(map(str, found & ways(item).rivals), default="") if found else ""


def parts_theirs_alone(item: Item, text: str) -> bool:
    """Whether a number of the turn lies between their answer on one side, right and rivals' on the other.

    Set beside such a number their answer looks wrong, and theirs alone: "22 is more than the 14 there were".
    """
    numbers = [number for number in values_of(text) if isinstance(number, Fraction)]
    if not numbers:
        return False
    (wrong, *more), (right, *others) = [*_keys([item.wrong_answer])], [*_keys([item.correct_answer])]
    answers = ways(item).answers
    if more or others or not answers or not isinstance(wrong, Fraction) or not isinstance(right, Fraction):
        return False
    return any(
        (wrong > number) != (right > number)
        and all((rival > number) != (wrong > number) for rival in answers)
        for number in numbers
        if number != wrong
    )
