"""Phrases around answers: what announces a result, spoken clock times, a picked option."""

from __future__ import annotations

import re
from functools import lru_cache

from socratic_tutor.curriculum.number_words import spell

_CUE = re.compile(
    r"(?:\banswer(?:'s| is| was| should be| would be| must be| could be)?:?"
    r"|\bequals?|\bequal to|\bget|\bgot|\bgets"
    r"|\bgives?(?: you| us)?|\bmakes?(?: it)?|=|\bleaves|\bcomes (?:out )?to|\bresult:?"
    r"|\b(?:sum|total|difference|product|quotient|result|solution|value|remainder"
    r"|[xyn]|it|that)(?:'s| is| was))"
    r" ?(?:exactly |just |only |about |really |actually |to be )?$",
    re.ASCII | re.IGNORECASE,
)
_NOT_A_RESULT = re.compile(
    r" (?:more|of|steps?|parts?|ways?|things?|numbers?|fractions?|terms?|digits?|groups?|places?|sides?"
    r"|questions?|ideas?|kinds?|pieces?|times?|equations?|answers?|solutions?)\b",
    re.ASCII | re.IGNORECASE,
)


def has_cue(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is announced as a result: "the answer is two", "you get two"."""
    before = text[max(0, start - 48) : start].rstrip("*_: \"'") + " "
    return bool(_CUE.search(before)) and not _NOT_A_RESULT.match(text, end)


_HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


@lru_cache(maxsize=2048)
def spoken_time(minutes: int) -> re.Pattern[str] | None:
    hour, minute = divmod(minutes, 60)
    if not 0 <= minutes < 720:
        return None

    def number(n: int) -> str:
        return rf"(?:{n}|{spell(n).replace('-', '[- ]')})"

    def clock_hour(n: int) -> str:
        return rf"(?:{n % 12 or 12}|{_HOURS[n % 12]}{'' if n % 12 else '|noon|midnight'})"

    ways = []
    if minutes == 0:
        ways.append("noon|midnight")
    if minute == 0:
        ways.append(rf"{clock_hour(hour)} ?o'?clock")
        ways.append(rf"{clock_hour(hour)} ?[ap]\.?m\b")
    if minute == 30:
        ways.append(rf"half past {clock_hour(hour)}")
    if minute in (15, 45):
        near = clock_hour(hour) if minute == 15 else clock_hour(hour + 1)
        ways.append(rf"quarter (?:{'past|after' if minute == 15 else 'to|till|before|of'}) {near}")
    if minute > 0:
        ways.append(rf"{number(minute)}(?: minutes?)? (?:past|after) {clock_hour(hour)}")
        ways.append(rf"{number(60 - minute)}(?: minutes?)? (?:to|till|before) {clock_hour(hour + 1)}")
        said = spell(minute).replace("-", "[- ]") if minute > 9 else rf"(?:oh|o) {spell(minute)}"
        ways.append(rf"{_HOURS[hour]}[- ]{said}")
    return re.compile(rf"\b(?<![:.])(?:{'|'.join(ways)})(?![A-Za-z0-9:-])", re.ASCII | re.IGNORECASE)


@lru_cache(maxsize=4096)
def choice_pattern(choice: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in choice.split())
    left = r"(?<![A-Za-z0-9])" if choice[:1].isalnum() else ""
    right = r"(?![A-Za-z0-9])" if choice[-1:].isalnum() else ""
    return re.compile(left + words + right, 0 if len(choice) == 1 else re.IGNORECASE)


PICKED = re.compile(
    r"(?:\b(?:option|choice|answer|is|letter|pick|choose|picture|shape)|\() ?$", re.I | re.ASCII
)
