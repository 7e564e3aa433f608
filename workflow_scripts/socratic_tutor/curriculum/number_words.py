"""English number words in running text: "forty-five", "seven twelfths", "three and a half".

`WORD_RUN` finds runs of number vocabulary, `read_run` cuts a run into numbers. A run is read left to
right, always taking the longest number that English grammar allows, in one pass over its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

UNITS = {word: n for n, word in enumerate(_ONES + _TEENS)}
TENS = {word: 10 * n for n, word in enumerate(_TENS, start=2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

_ORDINALS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_ORDINALS |= {"eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}
_ORDINALS |= {f"{word}th": n for n, word in enumerate(_TEENS, start=10) if n > 12}
_ORDINALS |= {f"{word[:-1]}ieth": n for word, n in TENS.items()}
_ORDINALS |= {f"{word}th": n for word, n in SCALES.items()}
SINGULAR = dict(_ORDINALS)
PLURAL = {("halves" if word == "half" else f"{word}s"): n for word, n in _ORDINALS.items()}
# "seconds" and "firsts" are parts only inside a compound: "five thirty-seconds" is 5/32.
_COMPOUND_ONLY = {"first": 1, "firsts": 1, "second": 2, "seconds": 2}

_STARTERS = [*UNITS, *TENS, *SCALES, *SINGULAR, *PLURAL, "a", "an"]
_INNER = [*_STARTERS, *_COMPOUND_ONLY, "and", "point"]


def _longest_first(words: list[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


WORD_RUN = (
    rf"(?:{_longest_first(_STARTERS)})(?:(?:,?[ \n]{{1,3}}|-)(?:{_longest_first(_INNER)})(?![A-Za-z0-9]))*"
)
_AT_THE_END = re.compile(rf"(?<![A-Za-z0-9_])(?:{_longest_first(_INNER)}),?$", re.ASCII | re.IGNORECASE)
_AT_THE_BEGIN = re.compile(rf" *(?:{_longest_first(_INNER)})(?![A-Za-z0-9])", re.ASCII | re.IGNORECASE)
_LONGEST = 2 + max(map(len, _INNER))
_WORD = re.compile(r"[a-z]+", re.ASCII)
_RUN = re.compile(rf"(?<![A-Za-z0-9_])(?:{WORD_RUN})(?![A-Za-z0-9_])", re.ASCII)
_NUMBER_WORDS = frozenset(_STARTERS) - {"a", "an"}


def runs_in(plain: str) -> Iterator[re.Match[str]]:
    """The runs of number vocabulary in a plain text's lower case; none where nothing but articles stands."""
    lowered = plain.lower()
    nothing = _NUMBER_WORDS.isdisjoint(_WORD.findall(lowered))  # so in most texts, and soon seen
    return iter(()) if nothing else _RUN.finditer(lowered)


class Word(NamedTuple):
    """One word of a run and its place in it."""

    text: str
    start: int
    end: int


class Spelled(NamedTuple):
    """A number with its place in the text; kind is integer, decimal, fraction, mixed or part.

    A `part` is a bare denominator ("twelfths"), which only means something after a digit: 7 twelfths.
    """

    start: int
    end: int
    kind: str
    value: Fraction


def ends_in_number_word(plain: str) -> bool:
    return _AT_THE_END.search(plain[-_LONGEST:]) is not None


def begins_with_number_word(plain: str) -> bool:
    return _AT_THE_BEGIN.match(plain) is not None


def _below_hundred(words: list[Word], i: int) -> tuple[int, int] | None:
    """(value, next index) of "forty-five", "seventeen", "zero"."""
    if i >= len(words):
        return None
    word = words[i].text
    if word in TENS:
        if i + 1 < len(words) and 0 < UNITS.get(words[i + 1].text, 0) < 10:
            return TENS[word] + UNITS[words[i + 1].text], i + 2
        return TENS[word], i + 1
    if word in UNITS:
        return UNITS[word], i + 1
    return None


def _cardinal(words: list[Word], i: int) -> tuple[int, int] | None:
    """(value, next index) of the longest cardinal at i: "two thousand three hundred and five"."""
    article = i < len(words) and words[i].text in ("a", "an")
    if article and not (i + 1 < len(words) and words[i + 1].text in SCALES):
        return None
    total, group, used = 0, 1 if article else 0, i + 1 if article else i
    fresh = not article  # whether a number below a hundred may come next
    smallest_scale = 10**12
    while used < len(words):
        word = words[used].text
        if fresh and (small := _below_hundred(words, used)):
            group += small[0]
            used, fresh = small[1], False
        elif word == "hundred" and 0 < group < 100 and not fresh:
            group, used, fresh = group * 100, used + 1, True
        elif word in SCALES and word != "hundred" and group and SCALES[word] < smallest_scale:
            smallest_scale = SCALES[word]
            total, group, used, fresh = total + group * smallest_scale, 0, used + 1, True
        elif (
            word == "and"
            and fresh
            and words[used - 1].text in SCALES
            and (small := _below_hundred(words, used + 1))
            and _denominator(words, small[1]) is None
        ):
            used += 1
        else:
            break
    return (total + group, used) if used > i else None


def _denominator(words: list[Word], i: int) -> tuple[int, int, bool] | None:
    """(value, next index, plural) of "twelfths", "third", "twenty-fifths"."""
    if i >= len(words):
        return None
    word = words[i].text
    if word in TENS and i + 1 < len(words):
        last = words[i + 1].text
        ones = _COMPOUND_ONLY.get(last) or SINGULAR.get(last) or PLURAL.get(last)
        if ones and ones < 10 and not last.startswith(("hal", "quarter")):
            return TENS[word] + ones, i + 2, last.endswith("s")
    if word in SINGULAR:
        return SINGULAR[word], i + 1, False
    if word in PLURAL:
        return PLURAL[word], i + 1, True
    return None


def _fraction(words: list[Word], i: int) -> tuple[Fraction, int] | None:
    """(value, next index) of "seven twelfths", "one third", "a half", "three twenty-fifths"."""
    if i >= len(words):
        return None
    best: tuple[Fraction, int] | None = None
    tops: list[tuple[int, int]] = []
    if words[i].text in ("a", "an"):
        tops = [(1, i + 1)]
    elif whole := _cardinal(words, i):
        # "three hundred twentieths" may cut its numerator short, but a whole cardinal comes first
        tops = [whole]
        if (small := _below_hundred(words, i)) and small != whole:
            tops.append(small)
        if words[i].text in TENS and whole[1] == i + 2:
            tops.append((TENS[words[i].text], i + 1))
    for top, after in tops:
        bottom = _denominator(words, after)
        if bottom is None or (not bottom[2] and top != 1):
            continue
        best = Fraction(top, bottom[0]), bottom[1]
        break
    return best


def _after_point(words: list[Word], i: int) -> tuple[str, int]:
    """The digits said after "point" ("five eight three", "twenty-five") and the next index."""
    digits = ""
    while i < len(words) and words[i].text in UNITS and UNITS[words[i].text] < 10:
        digits += str(UNITS[words[i].text])
        i += 1
    if not digits and (small := _below_hundred(words, i)):
        return str(small[0]), small[1]
    return digits, i


def _read_at(words: list[Word], i: int) -> tuple[str, Fraction, int] | None:
    """(kind, value, next index) of the longest number at i."""
    if part := _fraction(words, i):
        return "fraction", part[0], part[1]
    if words[i].text == "point":
        digits, after = _after_point(words, i + 1)
        return ("decimal", Fraction(f"0.{digits}"), after) if digits else None
    whole = _cardinal(words, i)
    if whole is None:
        return None
    value, after = whole
    if after < len(words) and words[after].text == "point":
        digits, end = _after_point(words, after + 1)
        if digits:
            return "decimal", Fraction(f"{value}.{digits}"), end
    if after < len(words) and words[after].text == "and":
        part = _fraction(words, after + 1)
        if part and part[0] < 1:
            return "mixed", value + part[0], part[1]
    return "integer", Fraction(value), after


def read_run(run: str, offset: int) -> list[Spelled]:
    """The numbers of one run of number words, with their places in the whole text."""
    found: list[Spelled] = []
    words: list[Word] = []
    end = 0
    for match in _WORD.finditer(run.lower()):
        gap = run[end : match.start()]
        if "," in gap and not (words[-1].text in SCALES and words[-1].text != "hundred"):
            found += _read_words(words, run, offset)
            words = []
        words.append(Word(match[0], match.start(), match.end()))
        end = match.end()
    return found + _read_words(words, run, offset)


def _read_words(words: list[Word], run: str, offset: int) -> list[Spelled]:
    found: list[Spelled] = []
    i = 0
    while i < len(words):
        read = _read_at(words, i)
        kind, value, after = read if read else ("", Fraction(0), i + 1)
        if kind == "integer" and words[after - 1].text in TENS and (bottom := _denominator(words, after)):
            kind, after = "", bottom[1]  # "twenty-fifth" is a place in a row
        if not read and (bottom := _denominator(words, i)):
            after = bottom[1]
            if bottom[2] or words[i].text == "half":
                kind, value = "part", Fraction(1, bottom[0])
        if kind:
            start, stop = words[i].start, words[after - 1].end
            found.append(Spelled(offset + start, offset + stop, kind, value))
        i = after
    return found


def spell(n: int) -> str:
    """A whole number below 1,000 in words: 45 -> "forty-five"; ValueError beyond."""
    if not -1000 < n < 1000:
        raise ValueError(f"{n} is too large to spell")
    if n < 0:
        return f"negative {spell(-n)}"
    if n < 20:
        return (_ONES + _TEENS)[n]
    if n < 100:
        ones = n % 10
        return _TENS[n // 10 - 2] + (f"-{_ONES[ones]}" if ones else "")
    rest = n % 100
    return f"{_ONES[n // 100]} hundred" + (f" {spell(rest)}" if rest else "")


_DENOMINATOR_WORDS = {n: word for word, n in _ORDINALS.items() if word != "quarter"}


def spell_fraction(value: Fraction) -> str | None:
    """A proper fraction in words ("seven twelfths"), or None when English has no short name for it."""
    top, bottom = abs(value.numerator), value.denominator
    if bottom not in _DENOMINATOR_WORDS and 20 < bottom < 100 and bottom % 10 > 2:
        word = f"{_TENS[bottom // 10 - 2]}-{_DENOMINATOR_WORDS[bottom % 10]}"
    elif bottom in _DENOMINATOR_WORDS and bottom <= 100:
        word = _DENOMINATOR_WORDS[bottom]
    else:
        return None
    if top >= 100:
        return None
    plural = {"half": "halves"}.get(word, f"{word}s")
    return ("negative " if value < 0 else "") + f"{spell(top)} {word if top == 1 else plural}"
