"""Amounts with units in running text: 90 min, 1.5 hours, 1 hour 30 minutes, an hour and a half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from socratic_tutor.curriculum.answers import UNITS, Answer
from socratic_tutor.curriculum.members import NUMBERS, counts_something, is_operand, number_of
from socratic_tutor.curriculum.quantities import Quantity, readings
from socratic_tutor.curriculum.typography import plain_text

_NAMES = "|".join(re.escape(u) for u in sorted(UNITS, key=lambda unit: (-len(unit), unit)) if u != "\u00b0")
_UNIT = re.compile(
    rf"(?:[ -]|  {{1,8}})?(?:(?P<unit>(?i:(?:square |cubic |sq\.? |cu\.? )?[a-z]{{3,}})|{_NAMES})"
    r"(?P<power> ?\^ ?\{?[23]\}?|[\u00b2\u00b3])?\.?(?![A-Za-z0-9^/])"
    r"|(?P<degree>\u00b0|\^ ?\{? ?\\circ\}?))"
)
_POWERS = {"2": "^2", "3": "^3", "\u00b2": "^2", "\u00b3": "^3"}
# A letter right after a number is mostly a variable; only where an answer is a measure it is a unit.
_SHORT = re.compile(r"(?<![\w.^])([0-9]{1,9}(?:\.[0-9]{1,9})?)(m|g|h|s|L|l)(?![A-Za-z0-9^\u00b2\u00b3/])")
_AND_A_PART = re.compile(
    r"(?<![A-Za-z])(?:an?|one|1) (?P<unit>[a-z]{3,9}) and (?:an? |one[- ])(?P<part>half|quarter|third)\b",
    re.I,
)
_PART_OF_ONE = re.compile(r" (?:of )?an? (?P<unit>[a-z]{3,9})\b", re.I)
_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}
_JOIN = re.compile(r"(?:,? and |, | |)")


def _known(match: re.Match[str] | None) -> str | None:
    """The unit of `UNITS` that a match of `_UNIT` names."""
    if match is None:
        return None
    if match["degree"]:
        return "degree"
    unit = match["unit"]
    if match["power"]:
        unit += _POWERS[match["power"].strip("^ {}")]
    for name in (unit, unit.lower(), unit.lower().replace(".", "")):
        if name in UNITS:
            return name
    return None


def unit_after(plain: str, end: int) -> tuple[str, int] | None:
    """(unit, where it ends) of the unit that follows a number which ends at `end`."""
    match = _UNIT.match(plain, end)
    unit = _known(match)
    return (unit, match.end()) if match and unit else None


def unit_of(answer: Answer) -> str | None:
    """The unit that a measure was written in, or None when it was written in several."""
    amounts = amounts_in(answer.text)
    return amounts[0][1] if len(amounts) == 1 else None


def _single(text: str) -> Iterator[tuple[Quantity, str | None, int]]:
    """(number, unit or None, where the unit ends) of each number of the text."""
    plain = plain_text(text)
    for q, _ in readings(text):
        if q.kind not in NUMBERS or q.kind in ("percent", "money"):
            continue
        named = unit_after(plain, q.end)
        if named is None and q.kind == "fraction" and (one := _PART_OF_ONE.match(plain, q.end)):
            named = (one["unit"].lower(), one.end()) if one["unit"].lower() in UNITS else None
        if named is None:
            yield q, None, q.end
        elif not plain.startswith(" per ", named[1]):  # 90 miles per hour are no length
            yield q, *named


@lru_cache(maxsize=512)
def amounts_in(text: str) -> tuple[tuple[Quantity, str | None], ...]:
    """`_amounts` of a text, remembered."""
    return tuple(_amounts(text))


def _amounts(text: str) -> Iterator[tuple[Quantity, str | None]]:
    """Each amount with its unit, with None where it has none; "1 hour 30 minutes" is one amount.

    The value of a number that has a unit is (amount, base unit) as in `answers.measure`.
    """
    plain = plain_text(text)
    whole = list(_AND_A_PART.finditer(plain))
    for match in whole:
        unit = match["unit"].lower()
        if unit in UNITS:
            base, size = UNITS[unit]
            value = ((1 + _PARTS[match["part"].lower()]) * size, base)
            yield Quantity(*match.span(), text[match.start() : match.end()], "measure", value), unit
    for match in _SHORT.finditer(plain):
        base, size = UNITS[match[2]]
        yield Quantity(*match.span(), match[0], "measure", (Fraction(match[1]) * size, base)), match[2]
    open_amount: tuple[Quantity, str | None, Fraction] | None = None  # may go on: 1 hour ...
    for q, unit, end in _single(text):
        if any(match.start() <= q.start < match.end() for match in whole):
            continue
        if unit is None:
            if open_amount:
                yield open_amount[:2]
                open_amount = None
            yield q, None
            continue
        base, size = UNITS[unit]
        made = Quantity(q.start, end, text[q.start : end], "measure", (number_of(q) * size, base))
        if open_amount:
            before, _, smallest = open_amount
            goes_on = (
                before.value[1] == base and size < smallest and before.value[0] >= 0 and number_of(q) >= 0
            )
            if goes_on and _JOIN.fullmatch(plain, before.end, q.start):
                value = (before.value[0] + made.value[0], base)
                joined = Quantity(before.start, end, text[before.start : end], "measure", value)
                open_amount = (joined, None, size)
                continue
            yield open_amount[:2]
        open_amount = (made, unit, size)
    if open_amount:
        yield open_amount[:2]


def _stands_alone(q: Quantity, text: str) -> bool:
    """Whether a number without a unit may be the amount: 20/10 is a division, 36 people are no inches."""
    value = number_of(q)
    if (value in (0, 1, 2) and q.text.isalpha()) or (q.kind == "fraction" and value.denominator == 1):
        return False
    plain = plain_text(text)
    return not counts_something(plain, q.end) and not is_operand(plain, q.start, q.end)


def measure_mentions(answer: Answer, text: str) -> list[Quantity]:
    """The amount in its own unit or without any, or the same amount in another unit of the kind."""
    unit = unit_of(answer)
    own = answer.value[0] / UNITS[unit][1] if unit else None
    found: list[Quantity] = []
    for q, named in amounts_in(text):
        if q.kind == "measure":
            said = q.value == answer.value
        else:
            said = named is None and number_of(q) == own and _stands_alone(q, text)
        if said:
            found.append(q)
    return sorted(found, key=lambda q: (q.start, q.end))
