"""Answers in running text: where a text says an answer, in whatever form.

`mentions` compares values, not spellings: 7/12 is also 14/24, 0.583, 58.3%, "seven twelfths" and
\\frac{7}{12}. It keeps kinds apart: the time 3:45 holds neither 3 nor 45, the ratio 7:12 is not 7:5.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from socratic_tutor.curriculum.answers import Answer, terminates
from socratic_tutor.curriculum.collections_of_numbers import list_mentions, set_mentions
from socratic_tutor.curriculum.expressions import canonical_or_none, expression_spans, plain_expression, shape
from socratic_tutor.curriculum.forms import forms
from socratic_tutor.curriculum.measures import measure_mentions, unit_after
from socratic_tutor.curriculum.members import MARK, NUMBERS, marked, number_of, stated
from socratic_tutor.curriculum.parsing import as_kind, parse, tidied
from socratic_tutor.curriculum.phrases import PICKED, choice_pattern, has_cue, spoken_time
from socratic_tutor.curriculum.quantities import Quantity, parts_apart, quantities, readings
from socratic_tutor.curriculum.relations import equation_mentions, inequality_mentions
from socratic_tutor.curriculum.typography import plain_text

__all__ = ["Quantity", "forms", "mentions", "parse", "quantities"]

_COMPOUNDS = {
    "measure": measure_mentions,
    "set": set_mentions,
    "list": list_mentions,
    "inequality": inequality_mentions,
    "equation": equation_mentions,
}


def _rounded_to(value: Fraction, quantity: Quantity) -> bool:
    """Whether a decimal of at least three significant digits is `value` rounded or cut off."""
    written = quantity.text.translate({ord(c): None for c in "%$, -*"})
    digits = re.match(r"[0-9]*\.([0-9]+)", written)
    if not digits or len(digits[0].replace(".", "").lstrip("0")) < 3:
        return False
    unit = Fraction(1, 10 ** len(digits[1])) / (100 if quantity.kind == "percent" else 1)
    return abs(value - number_of(quantity)) < unit


def mentions(answer: Answer, text: str, *, any_form: bool = False) -> list[Quantity]:
    """Where the text states this answer, in any equivalent form and in order; [] when it does not.

    Numbers compare by value; a decimal of three or more significant digits also stands for a fraction
    without a finite expansion (0.583 for 7/12). The words for 0, 1 and 2 need an answer's cue ("equals
    two"). All members of a set must be said in one sentence. An expression counts in the answer's own
    form, terms and factors in any order; with `any_form` also factored, expanded or uncollected, which
    an exercise ("Expand 4(x + 3)") states by itself. Never raises on any text.
    """
    kind = answer.kind
    if kind in NUMBERS:
        return _number_mentions(answer, text)
    if kind == "expression":
        return _expression_mentions(answer, text, any_form)
    if kind == "choice":
        return _choice_mentions(answer, text)
    if kind == "time":
        return _time_mentions(answer, text)
    if kind == "coordinate":
        return _coordinate_mentions(answer, text)
    if kind == "ratio":
        pair = tuple(answer.value)
        return [
            q
            for q, a in readings(text)
            if q.kind in ("ratio", "time", "fraction")
            and as_kind(q, a, "ratio") == pair
            and (q.kind != "fraction" or not q.text.replace(" ", "").isalpha())  # "half of it" is no ratio
        ]
    if kind in _COMPOUNDS:
        return _COMPOUNDS[kind](answer, text)
    if kind == "remainder":
        return _remainder_mentions(answer, text)
    return _number_mentions(answer, text)


@lru_cache(maxsize=2048)
def _numbers(text: str) -> tuple[tuple[tuple[Quantity, int, int], ...], ...]:
    """For each quantity the numbers it may be read as, with top and bottom of what they are worth."""
    found = []
    for quantity, atom in readings(text):
        candidates = [quantity]
        if atom.parts and quantity.kind in ("ratio", "fraction", "time") and ":" not in quantity.text:
            candidates += [
                Quantity(p.start, p.end, text[p.start : p.end], p.kind, p.value) for p in atom.parts
            ]
        numbers = [q for q in candidates if q.kind in NUMBERS]
        if numbers:
            found.append(tuple((q, *number_of(q).as_integer_ratio()) for q in numbers))
    return tuple(found)


@lru_cache(maxsize=4096)
def _worths(text: str) -> frozenset[tuple[int, int]]:
    """Top and bottom of every number that the text may say: most texts say none of those asked after."""
    parts = parts_apart(text)
    if len(parts) > 1:
        return frozenset().union(*map(_worths, parts))
    return frozenset((top, bottom) for numbers in _numbers(text) for _, top, bottom in numbers)


@lru_cache(maxsize=4096)
def _worth(answer: Answer) -> tuple[Fraction, int, int, bool]:
    """(the plain number, its top, its bottom, whether only an equal number says it)"""
    value = answer.value / 100 if answer.kind == "percent" else answer.value
    return value, *value.as_integer_ratio(), answer.kind != "percent" and terminates(value)


def _number_mentions(answer: Answer, text: str) -> list[Quantity]:
    value, top, bottom, exactly = _worth(answer)
    if exactly and (top, bottom) not in _worths(text):
        return []
    numbers = _numbers(text)
    plain: str | None = None
    found: list[Quantity] = []
    for candidates in numbers:
        for q, q_top, q_bottom in candidates:
            if exactly and (q_top != top or q_bottom != bottom):
                continue  # most numbers are others: this costs less than to ask for more
            if not _says(answer, value, q, text):
                continue
            if value in (0, 1, 2) and q.kind == "integer" and q.text.isalpha():
                plain = plain if plain is not None else plain_text(text)
                alone = plain.strip(" .!?*_") == q.text
                if not alone and not has_cue(plain, q.start, q.end):
                    continue
            found.append(q)
            break
    return found


def _says(answer: Answer, value: Fraction, quantity: Quantity, text: str) -> bool:
    """Whether a number quantity states `value`, the answer as a plain number."""
    kind = quantity.kind
    if kind == "percent" and answer.kind in ("integer", "money"):
        return False
    if answer.kind == "percent" and kind in ("integer", "decimal") and quantity.value == answer.value:
        return has_cue(plain_text(text), quantity.start, quantity.end)
    if kind == "fraction" and value.denominator == 1 and answer.kind != "fraction":
        return False  # "14/7" asks for a division, it does not say 2
    if answer.kind == "money" and kind in ("integer", "decimal", "fraction", "mixed"):
        unit = unit_after(plain_text(text), quantity.end)
        if unit and len(unit[0]) > 3:
            return False  # 4.5 miles are not $4.50
    if number_of(quantity) == value:
        return True
    return kind in ("decimal", "percent") and not terminates(value) and _rounded_to(value, quantity)


def _time_mentions(answer: Answer, text: str) -> list[Quantity]:
    found = [
        q for q, a in readings(text) if q.kind in ("time", "ratio") and as_kind(q, a, "time") == answer.value
    ]
    pattern = spoken_time(int(answer.value))
    if pattern:
        for match in pattern.finditer(plain_text(text)):
            start, end = match.span()
            found.append(Quantity(start, end, text[start:end], "time", answer.value))
    return sorted(found, key=lambda q: (q.start, q.end))


_NAMED_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9])(?P<name>[xyz])(?:[- ](?:coordinate|value))?(?: ?[=:] ?| (?:is|of|equals) ?| ){MARK}",
    re.I,
)


def _coordinate_mentions(answer: Answer, text: str) -> list[Quantity]:
    """As a bracket, or number by number: "x = 3 and y = -2" in any order."""
    found = [q for q, _ in readings(text) if q.kind == "coordinate" and q.value == answer.value]
    size = len(answer.value)
    wanted = dict(zip("xyz", answer.value, strict=False))
    if not {"x", "y"} <= set(text.lower()):
        return found
    numbers = marked(text)
    named = [(m["name"].lower(), m.start(), m.end()) for m in _NAMED_NUMBER.finditer(numbers.text)]
    for i in range(len(named) - size + 1) if size == len(wanted) else ():
        window = named[i : i + size]
        near = all(b[1] - a[2] < 24 for a, b in pairwise(window))
        said = {name: number_of(numbers.number_at(end - 1)) for name, _, end in window}
        if near and said == wanted:
            start, end = numbers.span(window[0][1], window[-1][2])
            found.append(stated(text, start, end, "coordinate", answer.value))
    return sorted(found, key=lambda q: (q.start, q.end))


_IS = r"(?: is| was| of|:| =)? ?"
_DIVISION = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\bquotient{_IS}(?P<q>{MARK}),? ?(?:and |with )?(?:the |an? )?remainder{_IS}(?P<r>{MARK})",
        rf"\bremainder{_IS}(?P<r>{MARK}),? ?(?:and |with )?(?:the |a )?quotient{_IS}(?P<q>{MARK})",
        rf"(?P<q>{MARK})(?: [a-z]{{1,12}}){{0,2}},? (?:with|and) (?P<r>{MARK})(?: [a-z]{{1,12}})?"
        r" (?:left[ -]?over|remaining)\b",
    )
)


def _remainder_mentions(answer: Answer, text: str) -> list[Quantity]:
    """As 5 R 2 and its like, or in a sentence: "5 groups with 2 left over"."""
    found = [q for q, _ in readings(text) if q.kind == "remainder" and q.value == answer.value]
    if "remain" in text.lower() or "left" in text.lower():
        numbers = marked(text)
        for pattern in _DIVISION:
            for match in pattern.finditer(numbers.text):
                said = tuple(number_of(numbers.number_at(match.start(group))) for group in ("q", "r"))
                if said == answer.value:
                    found.append(stated(text, *numbers.span(*match.span()), "remainder", answer.value))
    return sorted(found, key=lambda q: (q.start, q.end))


def _expression_mentions(answer: Answer, text: str, any_form: bool) -> list[Quantity]:
    written = plain_expression(answer.text)
    relation = any(char in written for char in "<>")
    letters = "".join(sorted(set(re.findall(r"[a-z]", written.lower().replace("sqrt", "")))))
    if not letters and "sqrt" not in written:
        value = canonical_or_none(written)
        number = parse(value or "", "fraction")
        return _number_mentions(number, text) if number else []
    if not set(letters) <= set(text.lower()):
        return []
    own = shape(written)
    found: list[Quantity] = []
    for start, end, span in expression_spans(text, letters, relation):
        if letters and not any(char in span.lower() for char in letters):
            continue
        if canonical_or_none(span) != answer.value:
            continue
        if any_form or shape(span) == own:
            found.append(Quantity(start, end, text[start:end], "expression", answer.value))
    return found


def _choice_mentions(answer: Answer, text: str) -> list[Quantity]:
    """The chosen text: as a number where it is one, else word by word; letters and yes/no with a cue."""
    chosen = tidied(answer.text) or answer.text
    whole = readings(chosen)
    if len(whole) == 1 and (whole[0][0].start, whole[0][0].end) == (0, len(chosen)):
        quantity = whole[0][0]
        return mentions(Answer(quantity.kind, quantity.value, chosen), text)
    if not chosen.strip():
        return []
    plain = plain_text(text)
    found: list[Quantity] = []
    needs_cue = (len(chosen) == 1 and chosen.isalpha()) or chosen.lower() in ("yes", "no", "true", "false")
    for match in choice_pattern(chosen).finditer(plain):
        start, end = match.span()
        before = plain[max(0, start - 12) : start]
        if needs_cue and not (
            has_cue(plain, start, end) or PICKED.search(before) or plain.strip() == match[0]
        ):
            continue
        found.append(Quantity(start, end, text[start:end], "choice", answer.value))
    return found
