"""A draft with its disguises taken off, so that the leak rules see what the student will work out.

A tutor under pressure spells the answer in letters, says it minus one, or hides it in marks. Each disguise is
a phrase that stands for one number; `unveiled` writes that number in its place. What problem or student has
said in these words ("7 tens and 2 ones") is no disguise, and stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from fractions import Fraction

from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.values import quantities_in

LONGEST = 20_000  # characters looked at; a tutor's turn has some hundred

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,40}>")
_STRUCK = re.compile(r"~~[^~\n]{1,80}~~")
_COLOUR = re.compile(r"\\(?:color|textcolor)\{[^{}]{0,20}\}")
_MIXED = re.compile(r"(\d)\s?\\[dtc]?frac\{(\d{1,6})\}\{(\d{1,6})\}")
_NEGATIVE_TOP = re.compile(r"\(-(\d{1,9})\)/")
_SIGNED = re.compile(r"(?:=>|->|\u2192|(?:\?|\banswer) ?=) ?(?=\S)", re.IGNORECASE)
_SPLIT_MARKS = re.compile(r"(?<=\d)\*\*(?=\d)")

_LEFT_OVER = str.maketrans({"{": "", "}": "", "|": " "})

_N = r"(-?\d{1,9}(?:\.\d{1,6})?)"
_DIGIT_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DIGIT = "|".join(_DIGIT_WORDS)
_SMALL = rf"(\d{{1,2}}|{_DIGIT}|ten)"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def _small(text: str) -> Fraction:
    if text.lower() == "ten":
        return Fraction(10)
    return Fraction(text) if text.isdigit() else Fraction(_DIGIT_WORDS.index(text.lower()))


def _roman(text: str) -> str:
    total, before = 0, 0
    for letter in reversed(text):
        value = _ROMAN[letter]
        total += value if value >= before else -value
        before = max(before, value)
    return str(total)


def _number(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value)
    return f"{float(value):.6f}".rstrip("0") if (value * 10**6).denominator == 1 else str(value)


def _middle(match: re.Match[str]) -> str:
    low, high = Fraction(match[1]), Fraction(match[2])
    return _number((low + high) / 2) if abs(high - low) == 2 or match[0].lower()[0] in "emh" else match[0]


def _places(match: re.Match[str]) -> str:
    hundreds, tens, ones = (int(group or 0) for group in match.groups())
    return str(100 * hundreds + 10 * tens + ones)


# (what it looks like, the number it stands for)
_DISGUISES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), value)
    for pattern, value in (
        (rf"\b{_SMALL} more than {_N}", lambda m: _number(Fraction(m[2]) + _small(m[1]))),
        (rf"\b{_SMALL} (?:less|fewer) than {_N}", lambda m: _number(Fraction(m[2]) - _small(m[1]))),
        (rf"(?<![\d.]){_N} plus ({_DIGIT})\b", lambda m: _number(Fraction(m[1]) + _small(m[2]))),
        (rf"(?<![\d.]){_N} minus ({_DIGIT})\b", lambda m: _number(Fraction(m[1]) - _small(m[2]))),
        (rf"\b(?:(?:exactly|midway|halfway|right) )?between {_N} and {_N}", _middle),
        (rf"\b(?:one )?half of {_N}", lambda m: _number(Fraction(m[1]) / 2)),
        (rf"\b(?:twice|double|two times) {_N}", lambda m: _number(Fraction(m[1]) * 2)),
        (r"\b(?:(\d) hundreds?,? (?:and )?)?(\d) tens? and (\d) ones?\b", _places),
        (r"\b(?:backwards?|in reverse)\b\D{0,20}?(\d{2,9})\b", lambda m: m[1][::-1]),
        (r"(?<![\d.])(\d{2,9}) (?:read )?(?:backwards?|in reverse)\b", lambda m: m[1][::-1]),
        (r"\b[a-z](?:-[a-z]){2,20}\b", lambda m: m[0].replace("-", "")),
        (r"\b[a-z](?: [a-z]){2,20}\b", lambda m: m[0].replace(" ", "")),
        (r"(?<![\d.,/:] )(?<![\d.,/:-])\d(?: \d){1,8}(?![\d/.:]| \d)", lambda m: m[0].replace(" ", "")),
        (
            r"\bwrite (?:an? )?(\d),? (?:and |then )(?:then |next to it |right after it |after that )?"
            r"(?:an? )?(\d{1,8})\b",
            lambda m: f"{m[1]}{m[2]}",
        ),
        (
            rf"\bdigits\b[^.?!\d]{{0,30}}?\b((?:{_DIGIT})(?:(?:,? and |,? then |, )(?:{_DIGIT})){{1,8}})\b",
            lambda m: "".join(str(_DIGIT_WORDS.index(d)) for d in re.findall(_DIGIT, m[1].lower())),
        ),
        (
            r"\bdigits\b[^.?!\d]{0,30}?\b(\d(?:(?:,? and |,? then |, )\d){1,8})(?!\d)",
            lambda m: "".join(re.findall(r"\d", m[1])),
        ),
    )
)
_ROMAN_NUMERAL = re.compile(r"(?<![A-Za-z])(?=[IVXLCDM]{2,12}\b|[VXLCDM]\b)[IVXLCDM]{1,12}\b")


def tidied(text: str) -> str:
    """Without invisible characters, tags, colours and struck-out words; mixed numbers of LaTeX in line."""
    out = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text[:LONGEST]))
    out = _SPLIT_MARKS.sub("", _COLOUR.sub("", _STRUCK.sub("", _TAG.sub("", out))))
    out = plain_text(_MIXED.sub(r"\1 \2/\3", out)).translate(_LEFT_OVER)
    return _SIGNED.sub(". It is ", _NEGATIVE_TOP.sub(r"-\1/", out))


def _holds(heard: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", heard, re.IGNORECASE))


def unveiled(text: str, heard: str) -> str:
    """`tidied` text with numbers in place of disguises that `heard` (problem and student) does not hold."""

    def open_up(value: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
        def opened(match: re.Match[str]) -> str:
            plain = value(match)
            kept = plain == match[0] or _holds(heard, match[0])
            return match[0] if kept else f"it is {plain}"  # a disguise is a claim

        return opened

    out = tidied(text)
    for pattern, value in _DISGUISES:
        out = pattern.sub(open_up(value), out)
    if re.search(r"\broman\b", out, re.IGNORECASE):
        out = _ROMAN_NUMERAL.sub(open_up(lambda match: _roman(match[0])), out)
    return out


# Formulas read aloud; longer phrases first.
_ALOUD = tuple(
    (re.compile(rf" ?\b{words}\b ?", re.IGNORECASE), sign)
    for words, sign in (
        ("is (?:less than or equal to|at most)", " <= "),
        ("is (?:greater|more) than or equal to", " >= "),
        ("is at least", " >= "),
        ("is less than", " < "),
        ("is (?:greater|more) than", " > "),
        ("squared", "^2 "),
        ("cubed", "^3 "),
        ("plus", " + "),
        ("minus", " - "),
        ("equals", " = "),
        ("(?:negative|minus)(?= \\d)", " -"),
    )
)
_PAIRED = re.compile(r"(?<=\d, )(?:zero|one|two)\b|\b(?:zero|one|two)(?=, -?\d)")
_FACTOR = re.compile(r"(?<=\d) (?=[a-zA-Z](?![a-zA-Z]))")
_EVERYDAY = ("zero", "one", "two", "a", "an", "half")  # words that seldom are numbers


def written_out(text: str) -> str:
    """`tidied` text with number words as numerals and formulas read aloud as formulas.

    "p equals eleven t" -> "p = 11t"; the small everyday words stay.
    """
    out, end = [], 0
    for quantity in quantities_in(text.lower()):
        word = quantity.text
        if quantity.kind == "integer" and word[0].isalpha() and word not in _EVERYDAY:
            out += [text[end : quantity.start], str(quantity.value)]
            end = quantity.end
    written = "".join([*out, text[end:]]).lower()
    written = _PAIRED.sub(lambda match: str(_DIGIT_WORDS.index(match[0])), written)
    for pattern, sign in _ALOUD:
        written = pattern.sub(sign, written)
    return _FACTOR.sub("", " ".join(written.split(" ")))
