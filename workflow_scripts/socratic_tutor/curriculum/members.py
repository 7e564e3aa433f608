"""Single numbers of a text, and the text with each number replaced by one mark.

Phrases around numbers ("x is at least 5", "first 40, then 35") are found by patterns over the marked
text, so that a number may stand there in any of its forms: 1/2, \\frac{1}{2}, 0.5, "one half".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from socratic_tutor.curriculum.atoms import Atom
from socratic_tutor.curriculum.quantities import Quantity, readings
from socratic_tutor.curriculum.typography import MAX_TEXT, plain_text

NUMBERS = ("integer", "decimal", "fraction", "mixed", "percent", "money")
MARK = "\ue000"  # a private character: no text of people holds it


def number_of(quantity: Quantity) -> Fraction:
    """What a number quantity is worth: percents as parts of one."""
    return quantity.value / 100 if quantity.kind == "percent" else quantity.value


def members_in(text: str) -> list[tuple[Quantity, Atom]]:
    """Single numbers of a text; uncertain readings such as "-3 and 1/2" are taken apart."""
    found: list[tuple[Quantity, Atom]] = []
    for quantity, atom in readings(text):
        apart = quantity.kind in ("ratio", "coordinate") or (quantity.kind == "mixed" and atom.parts)
        if apart:
            for i, part in enumerate(atom.parts):
                start = quantity.start if i == 0 and quantity.kind == "mixed" else part.start
                sign = -1 if i == 0 and quantity.kind == "mixed" and quantity.value < 0 else 1
                made = Quantity(start, part.end, text[start : part.end], part.kind, sign * part.value)
                found.append((made, part))
        elif quantity.kind in NUMBERS:
            found.append((quantity, atom))
    return found


# A number before one of these words stands for itself; before any other it counts or measures something.
_AFTER_A_NUMBER = re.compile(
    r"[ -]?(?!(?:also|altogether|and|are|as|at|because|both|but|by|can|could|do|does|each|exactly|first|for"
    r"|from|gives?|has|have|here|i|if|in|is|it|makes?|must|next|not|now|on|or|right|should|since|so|solves?|still|than"
    r"|that|the|then|there|they|this|to|too|total|was|we|well|were|what|when|where|which|while|will|with|works?|would|you"
    r"|your|[xyn])"
    r"\b)[A-Za-z]+",
    re.IGNORECASE,
)


def counts_something(plain: str, end: int) -> bool:
    """Whether a word for what is counted follows the number that ends there: 5 floors, 36 family members."""
    return _AFTER_A_NUMBER.match(plain, end) is not None


_OPERAND_AFTER = re.compile(r"(?:(?:(?<![A-Za-z])[A-Za-z]|[)0-9]) ?[-+*/\u00d7\u00b7\u00f7] ?|[)0-9] x )\$?$")
_OPERAND_BEFORE = re.compile(r"(?: ?[-+*/^\u00d7\u00b7\u00f7] ?| x )\$?(?:[(0-9]|[A-Za-z](?![A-Za-z]))")


def is_operand(plain: str, start: int, end: int) -> bool:
    """Whether the number plain[start:end] is computed with: the 3 of "x - 3" and both of "2 x 3"."""
    before = _OPERAND_AFTER.search(plain[max(0, start - 8) : start])
    return bool(before) or _OPERAND_BEFORE.match(plain, end) is not None


@dataclass(frozen=True)
class Marked:
    """Plain text in which each number is one `MARK`.

    numbers: the numbers in order; places: where their marks stand in the marked text.
    """

    text: str
    numbers: tuple[Quantity, ...]
    places: tuple[int, ...]

    def number_at(self, place: int) -> Quantity:
        """The number whose mark stands at that place of the marked text."""
        return self.numbers[bisect_left(self.places, place)]

    def before(self, i: int, size: int = 24) -> str:
        """What stands right before the i-th number, without the number before it."""
        low = self.places[i - 1] + 1 if i else 0
        return self.text[max(low, self.places[i] - size) : self.places[i]]

    def gap(self, i: int) -> str:
        """What stands between the i-th number and the next."""
        return self.text[self.places[i] + 1 : self.places[i + 1]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Places in the original text of marked[start:end]."""
        return self._original(start), self._original(end)

    def _original(self, place: int) -> int:
        i = bisect_left(self.places, place)  # numbers that stand before the place
        return self.numbers[i - 1].end + place - self.places[i - 1] - 1 if i else place


def _mark(text: str) -> Marked:
    plain = plain_text(text).replace(MARK, " ")
    pieces: list[str] = []
    places: list[int] = []
    numbers: list[Quantity] = []
    size = position = 0
    for quantity, _ in members_in(text):
        pieces += [plain[position : quantity.start], MARK]
        size += quantity.start - position + 1
        places.append(size - 1)
        numbers.append(quantity)
        position = quantity.end
    pieces.append(plain[position:])
    return Marked("".join(pieces), tuple(numbers), tuple(places))


_short, _long = lru_cache(maxsize=1024)(_mark), lru_cache(maxsize=4)(_mark)


def marked(text: str) -> Marked:
    """The text with its numbers marked; short texts and the last long ones are remembered."""
    return _short(text) if len(text) <= 2_000 else _long(text[:MAX_TEXT])


def stated(text: str, start: int, end: int, kind: str, value: object) -> Quantity:
    """text[start:end] as a statement of that value."""
    return Quantity(start, end, text[start:end], kind, value)
