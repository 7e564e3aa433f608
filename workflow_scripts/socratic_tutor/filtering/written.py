"""Answers as people write them in the notation that answers are read in: "4:25 p.m.", "30 square cm"."""

from __future__ import annotations

import re
from fractions import Fraction

from socratic_tutor.curriculum.answers import UNITS
from socratic_tutor.curriculum.measures import unit_of
from socratic_tutor.filtering.amounts import written
from socratic_tutor.scoring.values import answer_of

_CLOCK = re.compile(
    r"(?:at )?(\d{1,2})(?:[:.](\d\d))?"
    r"(?: ?(?:[ap]\.? ?m\.?|o'?clock)| in the (?:morning|afternoon|evening)| at night)+",
    re.IGNORECASE,
)
_TWELVE = re.compile(r"(?:12 )?(?:noon|midday|midnight)", re.IGNORECASE)
_POWER = re.compile(r"(?P<power>square|sq\.?|cubic|cu\.?) (?P<unit>[a-z]+)\.?", re.IGNORECASE)
_POWER_AFTER = re.compile(r"(?P<unit>[a-z]+) (?P<power>squared|cubed)", re.IGNORECASE)
_BRITISH = re.compile(r"(?<=met|lit)re(?=s?\b)", re.IGNORECASE)
_CELSIUS = re.compile(r" ?(?:\u00b0|deg(?:rees?)?) ?(?:C|F|celsius|fahrenheit)\b", re.IGNORECASE)
_SOLVED = re.compile(r"(?P<letter>[a-z]) ?= ?(?P<value>[^=a-z]+)", re.IGNORECASE)
_SOLVE = re.compile(r"\b(?:solve|find|value|what is [a-z]\b|what [a-z]\b)", re.IGNORECASE)
# A number of things that no unit counts: "12 apples", "60 km/h", "3 more cars".
_COUNT = re.compile(
    r"(-?\d[\d,]*(?:\.\d+)?(?: \d+/\d+|/\d+)?)(?: (?!R\b|r\b)(?:[a-z]{3,}|[a-z]{2,3}/[a-z]+))+\.?",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\d.*(?:,.*,|=|\b(?:and|or)\b).*\d")
_PAIR = re.compile(r"^[^()\[\]]*\d.*,.*\d[^()\[\]]*$")
_IN_ORDER = re.compile(
    r"\b(?:order|arrange|sort|least|smallest|lowest|ascending|descending|greatest to|largest to|next|sequence"
    r"|pattern|rows?|terms?|count)\b",
    re.IGNORECASE,
)

# "[-2, 4)" of an inequality; "a = 15, s = 25"; "25\u03c0 square cm", whose number tells all of it.
_INTERVAL = re.compile(r"([\[(]) ?(-?\d[\d./]*) ?[,;] ?(-?\d[\d./]*) ?([\])])")
_NAMED = re.compile(r"([A-Za-z]\d?) ?= ?(-?\d[\d./]*)(?:,? and |[,;] ?|$)")
_PI = re.compile(r"(-?\d[\d./]*) ?(?:\u03c0|pi\b).*")

# Kinds whose words after a number are no things counted.
_MARKED = ("money", "percent", "remainder")


def typed(answer: str, kind: str, problem: str) -> tuple[str, str]:
    """(the answer in the notation of its kind, the kind); both as given where nothing is to be rewritten.

    kind: "" when nobody said it. A time of day loses its half of the day, an amount in several units is told
    in the smallest, x = 7 is 7 where the problem asks for x, a list that nothing orders is a set, an interval
    an inequality of x, and values of several letters stand in their order; of 25 pi the 25 is taken.
    """
    answer = answer.replace("\u2212", "-")
    text = " ".join(answer.split())
    if clock := _CLOCK.fullmatch(text):
        return f"{int(clock[1])}:{clock[2] or '00'}", "time"
    if _TWELVE.fullmatch(text):
        return "12:00", "time"
    if kind == "inequality" and _INTERVAL.fullmatch(text):
        return intervals_as_bounds(text), kind
    if part := _PI.fullmatch(text):
        return part[1], ""
    named = _NAMED.findall(text)
    if len({name for name, _ in named}) > 1 and not _NAMED.sub("", text).strip():
        values = ", ".join(value for _, value in named)
        return (f"({values})", "coordinate") if len(named) == 2 else (values, "list")
    unordered = kind in ("", "list") and not _IN_ORDER.search(problem)
    several = _SEVERAL.search(text) or (kind == "list" and _PAIR.search(text))
    if unordered and several and answer_of(text, "set"):
        return answer, "set"
    solved = _SOLVED.fullmatch(text)
    if solved and _SOLVE.search(problem) and re.search(r"\d", solved["value"]):
        return solved["value"], "" if kind == "equation" else kind
    if kind and answer_of(text, kind) and kind != "measure":
        return answer, kind
    if amount := _amount(text):
        return amount, "measure"
    if answer_of(text, "measure"):
        return answer, "measure"
    if any(answer_of(text, of) for of in _MARKED):
        return answer, kind
    count = _COUNT.fullmatch(text)
    return (count[1], kind) if count else (answer, kind)


def intervals_as_bounds(text: str, letter: str = "x") -> str:
    """Each interval of the text as an inequality: "[-2, 4)" as "-2 <= x < 4"."""

    def bounds(ends: re.Match[str]) -> str:
        low, high = ("<=" if mark in "[]" else "<" for mark in (ends[1], ends[4]))
        return f"{ends[2]} {low} {letter} {high} {ends[3]}"

    return _INTERVAL.sub(bounds, text)


_PI_SIGN = re.compile(r"(?<=\d) ?(?:\\pi\b|\u03c0)")


def pi_apart(text: str) -> str:
    """ "25\u03c0" as "25 pi", whose number is read."""
    return _PI_SIGN.sub(" pi", text)


def _amount(text: str) -> str:
    """A measure in one unit of `answers.UNITS`, "" when the text is none or need not be rewritten."""
    way = _CELSIUS.sub(" degrees", _BRITISH.sub("er", text))
    way = powers_in_words(way)
    measure = answer_of(way, "measure")
    if measure is None or (way == text and unit_of(measure)):
        return ""
    if unit_of(measure):
        return way
    unit = min(_units(way), key=lambda name: UNITS[name][1])
    return f"{written(Fraction(measure.value[0]) / UNITS[unit][1])} {unit}"


def powers_in_words(text: str) -> str:
    """ "27 square cm" as "27 square centimeters", wherever it stands."""
    return _POWER_AFTER.sub(_in_words, _POWER.sub(_in_words, text))


def _units(text: str) -> list[str]:
    return [name for name in re.findall(r"[a-z]+", text.lower()) if name in UNITS]


def _in_words(match: re.Match[str]) -> str:
    """ "sq. cm" -> "square centimeters"."""
    power = "square" if match["power"][0].lower() == "s" else "cubic"
    unit = match["unit"]
    base = UNITS.get(unit) or UNITS.get(unit.lower())
    for name in ("inches", "feet", *(name for name in UNITS if len(name) > 3 and name.endswith("s"))):
        if UNITS[name] == base and f"{power} {name}" in UNITS:
            return f"{power} {name}"
    return match[0]
