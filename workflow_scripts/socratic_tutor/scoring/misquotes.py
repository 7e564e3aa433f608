"""Numbers and formulas that stand in a turn and nowhere before: signs for whether one of them is a misquote.

Such a number may be a case of the tutor's own, a true result, or one of the problem's or the student's
misread in passing ("our barrel is 35% full", of 25%). No wording tells them apart for sure; where the number
stands, what it counts and how near it comes to theirs does so more often than not. `faithfulness` weighs the
signs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import combinations_with_replacement, starmap
from typing import NamedTuple

from socratic_tutor.curriculum.matching import Quantity
from socratic_tutor.records import Item
from socratic_tutor.scoring.references import stem
from socratic_tutor.scoring.rule import per_turn
from socratic_tutor.scoring.text import Sentence, plain_text, sentences
from socratic_tutor.scoring.values import (
    conversation,
    in_digits,
    made_of,
    number_of,
    numbers_in,
    prompt_text,
    quantities_in,
)

Signs = dict[str, float]
Formula = tuple[str, ...]

_READ = 4000  # characters of a turn that are looked at
_AT_MOST = 3  # what is counted of each
_COMBINED = 14  # of their numbers, from which others are made
_SMALL = frozenset(map(Fraction, (0, 1, 2)))  # everyday words, too

# What is only supposed, offered, denied or told to do misquotes nothing.
_SUPPOSES = re.compile(
    r"\b(?:if|whether|suppose|imagine|pretend|let|let's|try|would|could|might|instead|another|what about|say"
    r"|take|when|like|example|picture|not|never|no|than|or|to get to)\b|n't\b"
    r"|^\W*(?:(?:now|then|so|first|just|please) )?(?:use|share|split|work|go|put|test|fill|count|build|cut"
    r"|draw|write|think|compare|choose|find|show|make|give|hold|start|begin)\b"
)
_OF_THE_STUDENT = re.compile(r"\byou(?:r|'ve|rs)?\b")
_OF_THE_PROBLEM = re.compile(
    r"\b(?:says?|said|told|tells|given|problem|story|recipe|question|text|begins?|began|starts?|started"
    r"|there (?:are|were)|has|had|have)\b"
)
_DEFINITE = re.compile(r"\b(?:the|your|our|his|her|its|their|those|these|all|this|that|my) (?:\w+ )?$")
_IN_A_SLOT = re.compile(r"'s $|\b(?:has|had|gets|got|begins with|starts with|at|is|are|was) $")
_UNIT = re.compile(r"\s?-?([a-z]{2,}|%|\u00b0)")
_NO_UNIT = frozenset(
    [
        "and",
        "or",
        "is",
        "are",
        "was",
        "of",
        "in",
        "on",
        "the",
        "for",
        "to",
        "from",
        "with",
        "by",
        "as",
        "at",
        "has",
        "have",
        "had",
        "that",
        "then",
        "so",
        "it",
        "if",
        "per",
        "more",
        "less",
        "than",
        "not",
        "out",
        "an",
        "one",
        "first",
        "only",
        "just",
    ]
)

_TOKEN = r"\d+(?:\.\d+)?|(?<![a-z])(?![ai](?![\w^]))[a-z](?![a-z'])|(?<=\d)[a-z](?![a-z])|[-+*/^=(),]"
_RUN = re.compile(rf"(?:(?:{_TOKEN}) {{0,2}}){{3,40}}")
_TOKENS = re.compile(_TOKEN)
_SAME_SIGN = str.maketrans({"\u2212": "-", "\u2013": "-", "\u00d7": "*", "\u00b7": "*", "\u00f7": "/"})
_LONG = 5  # tokens, from which a formula without letters or parentheses is told by its form
_WORDS = re.compile(r"[a-z']+|\d+(?:\.\d+)?")
_AROUND = 3  # words on one side or both of a number by which a place in the problem is known


@dataclass(frozen=True)
class _Theirs:
    """What prompt, student and both ways hold. Each is made when first asked for, which most turns do not."""

    item: Item

    @cached_property
    def _values(self) -> list[str]:
        item = self.item
        return [*item.wrong_trace, *item.trace, item.correct_answer, item.wrong_answer]

    @cached_property
    def numbers(self) -> frozenset[Fraction | None]:
        return frozenset().union(numbers_in(prompt_text(self.item)), *map(numbers_in, self._values))

    @cached_property
    def _known(self) -> list[Fraction]:
        return sorted(number for number in self.numbers if number is not None)

    @cached_property
    def said(self) -> frozenset[Fraction | None]:
        return numbers_in(self.item.student_said) | numbers_in(self.item.wrong_answer)

    @cached_property
    def given(self) -> frozenset[Fraction | None]:
        return numbers_in(self.item.problem)

    @cached_property
    def derived(self) -> frozenset[Fraction]:
        """What one step makes of one or two of the smallest."""
        known = self._known[:_COMBINED]
        of_one = [made for n in known for made in (2 * n, n / 2, 10 * n, n / 10, -n)]
        return frozenset(of_one).union(*starmap(made_of, combinations_with_replacement(known, 2)))

    @cached_property
    def numerals(self) -> frozenset[str]:
        """The numbers that are whole, as digits."""
        return frozenset(str(number) for number in self._known if number.denominator == 1)

    @cached_property
    def units(self) -> frozenset[str]:
        return frozenset(
            unit for quantity, flat in _read(self.item.problem) if (unit := _unit(quantity, flat))
        )

    @cached_property
    def formulas(self) -> list[Formula]:
        return [found for text in (conversation(self.item), *self._values) for found in _formulas(text)]

    @cached_property
    def places(self) -> frozenset[Formula]:
        """Their words around each number, which is left out."""
        texts = (self.item.problem, self.item.student_said)
        return frozenset(place for text in texts for _, place in _places(_words(text)))


_theirs = lru_cache(maxsize=64)(_Theirs)


def _read(text: str) -> list[tuple[Quantity, str]]:
    flat = in_digits(plain_text(text)).lower()
    return [(quantity, flat) for quantity in quantities_in(flat)]


def _unit(quantity: Quantity, flat: str) -> str:
    """What the number counts: the stem of the next word, or a sign; "" where nothing follows."""
    if quantity.kind in ("percent", "money"):
        return quantity.kind
    after = _UNIT.match(flat, quantity.end)
    return "" if after is None or after[1] in _NO_UNIT else stem(after[1])


def _formulas(text: str) -> list[Formula]:
    flat = in_digits(plain_text(text)).lower().translate(_SAME_SIGN)
    runs = (_trimmed(tuple(_TOKENS.findall(run))) for run in _RUN.findall(flat))
    return [run for run in runs if len(run) > 2]


def _trimmed(run: Formula) -> Formula:
    while run and run[-1] in ",(=+-*/":
        run = run[:-1]
    while run and run[0] in ",)=+*/":
        run = run[1:]
    return run


def _words(text: str) -> list[str]:
    """Its words in lower case and its numbers in digits, one after the other."""
    return _WORDS.findall(in_digits(plain_text(text)).lower())


def _places(tokens: list[str]) -> Iterator[tuple[str, Formula]]:
    """Each number with the words around it: three before, three after, or some of both."""
    for at, token in enumerate(tokens):
        for before in range(_AROUND + 1) if token[0].isdigit() else ():
            left, right = tokens[max(0, at - before) : at], tokens[at + 1 : at + 1 + _AROUND - before]
            around = [*left, "#", *right]
            if len(around) > _AROUND and not any(word[0].isdigit() for word in (*left, *right)):
                yield token, tuple(around)


def _in_their_words(text: str, theirs: _Theirs) -> bool:
    """Whether a number that nobody had, and nothing makes, stands where one of theirs stood."""
    tokens = _words(text)
    new = {token for token in tokens if token[0].isdigit() and Fraction(token) not in theirs.numbers}
    placed = {Fraction(token) for token, place in _places(tokens) if place in theirs.places} if new else set()
    return any(number not in theirs.derived for number in placed - theirs.numbers)


def _altered(run: Formula, theirs: _Theirs) -> bool:
    """Whether it is one of their formulas, or part of one, but for a sign or a number that nothing makes."""
    telling = len(run) >= _LONG or "(" in run or any(map(str.isalpha, run))
    found = False
    for formula in theirs.formulas:
        for start in range(len(formula) - len(run) + 1):
            window = formula[start : start + len(run)]
            differing = [pair for pair in zip(run, window, strict=True) if pair[0] != pair[1]]
            if not differing:
                return False
            found = found or (len(differing) == 1 and telling and _misread(*differing[0], theirs))
    return found


def _misread(one: str, other: str, theirs: _Theirs) -> bool:
    if one[0].isdigit() and other[0].isdigit():
        return Fraction(one) not in theirs.derived
    return {one, other} == {"+", "-"}


def _a_digit_off(numeral: str, theirs: frozenset[str]) -> bool:
    """Whether one digit is another, or two are swapped, in a number of two digits or more."""
    for other in theirs if len(numeral) > 1 else ():
        if len(other) == len(numeral):
            apart = [pair for pair in zip(numeral, other, strict=True) if pair[0] != pair[1]]
            if len(apart) == 1 or (len(apart) == 2 and apart[0] == apart[1][::-1]):
                return True
    return False


@per_turn
def may_misquote(item: Item, text: str) -> bool:
    """Whether a number or a formula that nobody had stands where nothing is only supposed."""
    return any(map(misquotes(item, text).__getitem__, _NOBODYS))


@per_turn
def misquotes(item: Item, text: str) -> Signs:
    """All signs of one turn by name."""
    theirs = _theirs(item)
    found = Counter(name for piece in sentences(text[:_READ]) for name in _of_sentence(theirs, piece))
    return {name: float(min(found[name], _AT_MOST)) for name in (*_OF_ALL, *_NOBODYS)}


_OF_ALL = (
    "questions",
    "statements",
    "supposing sentences",
    "equals",
    "theirs",
    "theirs, but not the student's",
    "theirs, but not the problem's",
    "new",
    "derived",
)
_CONTEXTS = (
    "stated",
    "asked",
    "in a sentence on the student",
    "in a sentence on the problem",
    "beside one of theirs",
    "of a thing in the problem",
    "a digit off",
    "with an article",
    "in a slot",
)
# Of numbers and formulas that nobody had, where nothing is only supposed.
_NOBODYS = (
    "a formula of theirs altered",
    "another number in their words",
    *(f"{kind}, {context}" for kind in ("new", "derived") for context in _CONTEXTS),
)


def _of_sentence(theirs: _Theirs, piece: Sentence) -> Iterator[str]:
    """The name of a sign as often as the sentence has it."""
    read = _read(piece.text)
    flat = read[0][1] if read else piece.text.lower()
    supposed = bool(_SUPPOSES.search(flat))
    yield "questions" if piece.question else "statements"
    if supposed:
        yield "supposing sentences"
    if any(_altered(run, theirs) for run in _formulas(piece.text)):
        yield "a formula of theirs altered"
    if _in_their_words(piece.text, theirs):
        yield "another number in their words"
    yield from ["equals"] * flat.count("=")
    numbers = [(quantity, number) for quantity, _ in read if (number := number_of(quantity)) is not None]
    around = _Around(
        flat,
        piece.question,
        bool(_OF_THE_STUDENT.search(flat)),
        bool(_OF_THE_PROBLEM.search(flat)),
        any(number in theirs.numbers for _, number in numbers),
    )
    for quantity, number in numbers:
        if number in theirs.numbers:
            yield "theirs"
            if around.student and number not in theirs.said:
                yield "theirs, but not the student's"
            if around.problem and number not in theirs.given:
                yield "theirs, but not the problem's"
        elif number not in _SMALL:
            kind = "derived" if number in theirs.derived else "new"
            yield kind
            if not supposed:
                yield from (f"{kind}, {context}" for context in _contexts(theirs, quantity, number, around))


class _Around(NamedTuple):
    """The sentence of a number. student, problem: whether it speaks of them. beside: with one of theirs."""

    flat: str
    asked: bool
    student: bool
    problem: bool
    beside: bool


def _contexts(theirs: _Theirs, quantity: Quantity, number: Fraction, around: _Around) -> Iterator[str]:
    """Where a number stands that nobody had."""
    before = around.flat[max(0, quantity.start - 20) : quantity.start]
    yield "asked" if around.asked else "stated"
    if around.student:
        yield "in a sentence on the student"
    if around.problem:
        yield "in a sentence on the problem"
    if around.beside:
        yield "beside one of theirs"
    if _unit(quantity, around.flat) in theirs.units:
        yield "of a thing in the problem"
    if number.denominator == 1 and _a_digit_off(str(number), theirs.numerals):
        yield "a digit off"
    if _DEFINITE.search(before):
        yield "with an article"
    if _IN_A_SLOT.search(before):
        yield "in a slot"
