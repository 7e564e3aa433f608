"""Inequalities and equations in running text, in signs, in words and as intervals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from socratic_tutor.curriculum.answers import Answer, canonical_equation
from socratic_tutor.curriculum.expressions import (
    canonical_or_none,
    cut_off,
    digits_for_words,
    equation_pattern,
    plain_expression,
)
from socratic_tutor.curriculum.members import MARK, Marked, marked, number_of, stated
from socratic_tutor.curriculum.quantities import Quantity
from socratic_tutor.curriculum.typography import plain_text

_MORE, _LESS = r"(?:greater|more|larger|bigger|higher)", r"(?:less|smaller|fewer|lower)"
_EQUAL = r"than or (?:equal to|the same as)"
_COMPARISONS = {
    "ge": rf"{_MORE} {_EQUAL}|at least|(?:no|not) {_LESS} than|not (?:below|under)"
    r"|>=|=>|[\u2265\u2a7e]|\\geqslant|\\geq|\\ge(?![a-z])",
    "le": rf"{_LESS} {_EQUAL}|at most|(?:no|not) {_MORE} than|not (?:above|over)"
    r"|<=|=<|[\u2264\u2a7d]|\\leqslant|\\leq|\\le(?![a-z])",
    "gt": rf"{_MORE} than|above|over|exceeds|>|\\gt(?![a-z])",
    "lt": rf"{_LESS} than|below|under|<|\\lt(?![a-z])",
}
_BE = (
    r"(?: ?(?:is|are|'s|(?:must|has to|have to|should|can|needs to|could|may|will) be))?"
    r"(?: (?:strictly|always|any(?:thing| number)?|all(?: numbers)?))?"
)
_MIRRORED = {"ge": "le", "le": "ge", "gt": "lt", "lt": "gt"}
_INFINITY = r"(?:\u221e|\\infty|inf(?:inity)?\b)"
_QUICK = re.compile(
    r"[<>=\u2264\u2265\u2a7d\u2a7e\u221e\\)\]]|than|least|most|below|under|above|over|between|exceed|inf| or "
)
_OPERATOR_BEFORE = re.compile(rf"[-+*/^\u00d7\u00b7\u22c5\u00f7|{MARK}] ?$")
_OPERATOR_AFTER = re.compile(
    rf" ?[-+*/^\u00d7\u00b7\u22c5\u00f7] ?(?:[({MARK}0-9\\]|[A-Za-z](?![A-Za-z]))|[A-Za-z/^]"
)
_SIGN_BEFORE = re.compile(r"(?:[<>=\u2264\u2265]|\\[gl](?:eq?(?:slant)?|t)) ?$")


def _compare(copy: int) -> str:
    """A comparison in signs or words, as named groups ge1, le1, gt1, lt1 for copy 1."""
    return "(?:" + "|".join(f"(?P<{name}{copy}>{words})" for name, words in _COMPARISONS.items()) + ")"


@lru_cache(maxsize=128)
def _patterns(variable: str) -> tuple[re.Pattern[str], ...]:
    name = rf"(?<![A-Za-z0-9]){variable}(?![A-Za-z0-9])"
    subject = rf"(?:{name}|\b(?:numbers?|values?)(?: that)?)"
    again = rf"(?:,? ?(?:and|but)(?: also)?|,)(?: ?{name})?{_BE} ?"
    first = rf"(?P<subject>{subject}){_BE} ?{_compare(1)} ?{MARK}(?:{again}{_compare(2)} ?{MARK})?"
    turned = rf"{MARK}{_BE} ?{_compare(1)} ?{name}(?: ?{_compare(2)} ?{MARK})?"
    open_end = (
        rf"{name}{_BE} {MARK} or "
        r"(?:(?P<up>more|greater|larger|bigger|higher|above)|(?:less|smaller|fewer|lower|below))\b"
    )
    between = (
        rf"{name}{_BE} between {MARK} and {MARK}"
        rf"(?:,? ?(?P<both>inclusive|including both)|,? ?including {MARK}(?: but not {MARK})?)?"
    )
    return tuple(re.compile(p, re.IGNORECASE) for p in (first, turned, open_end, between))


_INTERVAL = re.compile(
    rf"(?P<open>[(\[]) ?(?:(?P<low>{MARK})|- ?{_INFINITY}) ?[,;] ?"
    rf"(?:(?P<high>{MARK})|\+? ?{_INFINITY}) ?(?P<close>[)\]])",
    re.IGNORECASE,
)


@dataclass
class _Bounds:
    """What has been said about a variable so far."""

    low: Fraction | None = None
    low_closed: bool = False
    high: Fraction | None = None
    high_closed: bool = False

    def add(self, sign: str, value: Fraction) -> bool:
        """Take one more bound in; False when that side has one already."""
        if sign in ("gt", "ge"):
            if self.low is not None:
                return False
            self.low, self.low_closed = value, sign == "ge"
        else:
            if self.high is not None:
                return False
            self.high, self.high_closed = value, sign == "le"
        return True


def _sign_of(match: re.Match[str], copy: int) -> str | None:
    return next((name for name in _COMPARISONS if match[f"{name}{copy}"]), None)


def _clear(text: Marked, start: int, end: int) -> bool:
    """Whether nothing before or after makes the variable or a bound part of something larger."""
    before, after = text.text[max(0, start - 12) : start], text.text[end : end + 4]
    return not (
        _OPERATOR_BEFORE.search(before) or _SIGN_BEFORE.search(before) or _OPERATOR_AFTER.match(after)
    )


def _bounds_in(text: Marked, variable: str) -> Iterator[tuple[int, int, _Bounds]]:
    """(start, end, bounds) of each statement about the variable, in places of the marked text."""
    first, turned, open_end, between = _patterns(variable)

    def values(match: re.Match[str]) -> list[Fraction]:
        return [number_of(text.number_at(match.start() + i)) for i, c in enumerate(match[0]) if c == MARK]

    for match in first.finditer(text.text):
        signs = [sign for copy in (1, 2) if (sign := _sign_of(match, copy))]
        bounds = _Bounds()
        fits = [bounds.add(sign, value) for sign, value in zip(signs, values(match), strict=True)]
        if all(fits) and _clear(text, *match.span()):
            yield *match.span(), bounds
    for match in turned.finditer(text.text):
        numbers = values(match)
        bounds = _Bounds()
        fits = [bounds.add(_MIRRORED[_sign_of(match, 1) or ""], numbers[0])]
        if second := _sign_of(match, 2):
            fits.append(bounds.add(second, numbers[1]))
        if all(fits) and _clear(text, *match.span()):
            yield *match.span(), bounds
    for match in open_end.finditer(text.text):
        bounds = _Bounds()
        bounds.add("ge" if match["up"] else "le", values(match)[0])
        if _clear(text, *match.span()):
            yield *match.span(), bounds
    for match in between.finditer(text.text):
        low, high, *closed = values(match)
        both = bool(match["both"])
        yield *match.span(), _Bounds(low, both or low in closed[:1], high, both or high in closed[:1])
    for match in _INTERVAL.finditer(text.text):
        numbers = values(match)
        bounds = _Bounds()
        if match["low"]:
            bounds.add("ge" if match["open"] == "[" else "gt", numbers.pop(0))
        if match["high"]:
            bounds.add("le" if match["close"] == "]" else "lt", numbers.pop(0))
        if bounds != _Bounds():
            yield *match.span(), bounds


def _value(variable: str, b: _Bounds) -> tuple[str, Fraction | None, bool, Fraction | None, bool]:
    return variable, b.low, b.low_closed, b.high, b.high_closed


def inequality_mentions(answer: Answer, text: str) -> list[Quantity]:
    """In signs, in words ("x is greater than 3") or as an interval ("(3, infinity)")."""
    if not _QUICK.search(text):
        return []
    numbers = marked(text)
    variable = answer.value[0]
    found = [
        stated(text, *numbers.span(start, end), "inequality", answer.value)
        for start, end, bounds in _bounds_in(numbers, variable)
        if _value(variable, bounds) == answer.value
    ]
    return sorted(found, key=lambda q: (q.start, q.end))


def read_inequality(tidy: str) -> tuple[str, Fraction | None, bool, Fraction | None, bool] | None:
    """The value of a whole string that is an inequality in one variable, or None."""
    numbers = marked(tidy)
    for variable in dict.fromkeys(re.findall(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])", numbers.text)):
        for start, end, bounds in _bounds_in(numbers, variable):
            named = re.search(rf"(?<![A-Za-z]){variable}(?![A-Za-z])", numbers.text[start:end])
            if (start, end) == (0, len(numbers.text)) and named:
                return _value(variable, bounds)
    return None


_GOES_ON = re.compile(r" ?(?:more|less|fewer|greater|bigger|smaller|times|of)\b", re.IGNORECASE)
_EQUALS = re.compile(r"\b(?:is equal to|equals?|is)\b(?= )", re.IGNORECASE)


def equation_mentions(answer: Answer, text: str) -> list[Quantity]:
    """An equation that holds for the same numbers, sides and terms in any order."""
    if "=" not in text and not _EQUALS.search(text):
        return []
    letters = "".join(sorted(set(re.findall("[a-z]", answer.text.lower().replace("sqrt", "")))))
    if not set(letters) <= set(text.lower()):
        return []
    plain = plain_text(text)
    plain = _EQUALS.sub(lambda match: "=".ljust(len(match[0])), plain)
    plain = digits_for_words(plain)
    found: list[Quantity] = []
    for match in equation_pattern(letters).finditer(plain):
        sides = match[0].split("=")
        if len(sides) < 2 or len(sides) > 8:
            continue
        position = match.start()
        for left, right in pairwise(sides):
            start, end = position, position + len(left) + 1 + len(right)
            position += len(left) + 1
            before, after = left.rpartition(". ")[2], right.partition(". ")[0]
            start, end = start + len(left) - len(before), end - len(right) + len(after)
            if said := _said_equation(plain, start, end, before, after, set(letters), answer):
                found.append(stated(text, *said, "equation", answer.value))
    return found


_MAX_SIDE = 60


def _said_equation(
    plain: str, start: int, end: int, left: str, right: str, letters: set[str], answer: Answer
) -> tuple[int, int] | None:
    """The place of the equation plain[start:end] when it is the answer's."""
    start += len(left) - len(left.lstrip(" .,"))
    end -= len(right) - len(right.rstrip(" .,"))
    if cut_off(plain, start, end) or end - start > 2 * _MAX_SIDE or _GOES_ON.match(plain, end):
        return None
    # a lone letter before or after may be a word of the sentence ("a", "I")
    for one, other in (
        (left, right),
        (re.sub(r"^ ?[aAI] ", "", left), right),
        (left, re.sub(r" [aI] ?$", "", right)),
    ):
        sides = plain_expression(one.strip(" .")), plain_expression(other.strip(" ."))
        if not all(sides):
            continue
        said = "=".join(sides)
        named = set(re.findall("[a-z]", said.lower().replace("sqrt", "")))
        if (
            named == letters
            and _same_equation(said, answer)
            and (len(named) > 1 or _same_sides(said, answer))
        ):
            return start, end
    return None


def _sides(text: str) -> set[str | None]:
    return {canonical_or_none(side.strip()) for side in text.split("=")}


def _same_sides(text: str, answer: Answer) -> bool:
    """Whether both sides are the answer's: in one letter "x = 5" would else say "3x + 5 = 20"."""
    return _sides(text) == _sides(answer.text)


def _same_equation(text: str, answer: Answer) -> bool:
    try:
        return canonical_equation(text) == answer.value
    except ValueError:
        return False
