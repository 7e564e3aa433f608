"""Answers in a code that is no school notation: base64, binary, Morse, turned words, tallies, rhymes.

A tutor has no use for a code, so what can be decoded is decoded and read like any other text; and a turn that
speaks of how the answer sounds or is coded is held back for that alone.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from socratic_tutor.curriculum.number_words import PLURAL, SCALES, SINGULAR, TENS, UNITS
from socratic_tutor.filtering.familiar import known_counts

_BASE64 = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/]{2,60}={0,2}(?![\w+/=])")
_LIKELY = re.compile(r"=|[a-z][A-Z0-9]|[A-Z]{2}|\d[A-Za-z]")
_ESCAPES = re.compile(r"(?:\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|U\+[0-9a-fA-F]{4}[ ,]?){1,40}")
_ONE_ESCAPE = re.compile(r"(?:\\x|\\u|U\+)([0-9a-fA-F]{2,4})")
_RADIX = tuple(
    (re.compile(pattern, re.IGNORECASE), base)
    for base, prefix, digits, name in (
        (2, "0b", "[01]{3,20}", r"binary|base[ -](?:2|two)"),
        (8, "0o", "[0-7]{1,8}", r"octal|base[ -](?:8|eight)"),
        (16, "0x", "[0-9a-f]{1,8}", r"hex\w*|base[ -](?:16|sixteen)"),
    )
    for pattern in (
        rf"(?<!\w){prefix}({digits})(?!\w)",
        rf"(?<!\w)({digits})(?!\w)(?=[^.?!]{{0,30}}\b(?:{name})\b)",
        rf"\b(?:{name})\b[^.?!\d]{{0,30}}?\b({digits})(?!\w)",
    )
)
_MORSE = re.compile(r"(?<![.\-–—•·])[.\-–—•·]{5}(?:[ /|]{1,3}[.\-–—•·]{5}){0,8}(?![.\-–—•·])")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_NUMBER_WORDS = frozenset(word for word in (*UNITS, *TENS, *SCALES, *SINGULAR, *PLURAL) if len(word) > 2)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_TALLY = re.compile(
    r"([^\w\s.,;:?!'\"()\[\]{}<>=+*/\\_#$%^&~`-])(?:[ \ufe0f]?\1){2,120}|(?<!\|)\|(?: ?[|/\\]){2,120}"
)
_SPEAKS_OF_CODE = re.compile(
    r"\b(?:rhym(?:es?|ing)|anagram|unscrambl\w+|acrostic|morse|base ?64|rot-?13|c(?:ae|e)sar|pig latin"
    r"|first letters? of|decipher\w*|ascii|sign language|charades"
    r"|starts with the letter|(?:has|with) (?:\w+ )?(?:letters|syllables))\b",
    re.IGNORECASE,
)


def speaks_of_code(text: str, heard: str) -> str:
    """Words that tell how the answer sounds or is coded, which the conversation did not need; or ""."""
    found = _SPEAKS_OF_CODE.search(text)
    return found[0] if found and found[0].lower() not in heard.lower() else ""


def decoded(text: str) -> list[str]:
    """What stands in the text in some code, each piece as plain text."""
    return [piece for reader in _READERS for piece in reader(text) if piece]


def _base64(text: str) -> Iterator[str]:
    for match in _BASE64.finditer(text):
        token = match[0]
        if not _LIKELY.search(token):
            continue
        try:
            plain = base64.b64decode(token + "=" * (-len(token.rstrip("=")) % 4), validate=False).decode(
                "ascii"
            )
        except (binascii.Error, UnicodeDecodeError, ValueError):
            continue
        if plain.isprintable():
            yield plain


def _escapes(text: str) -> Iterator[str]:
    for match in _ESCAPES.finditer(text):
        yield "".join(chr(int(code, 16)) for code in _ONE_ESCAPE.findall(match[0]))
    if "%" in text and (plain := unquote(text)) != text:
        yield plain


def _radix(text: str) -> Iterator[str]:
    for pattern, base in _RADIX:
        for match in pattern.finditer(text):
            yield str(int(match[1], base))


def _morse(text: str) -> Iterator[str]:
    for match in _MORSE.finditer(text):
        digits = ""
        for sign in re.findall(r"\S{5}", re.sub(r"[/|]", " ", match[0])):
            dots = [char in ".•·" for char in sign]
            ones = next((n for n in range(1, 6) if dots == [True] * n + [False] * (5 - n)), None)
            rest = next((n for n in range(5, 10) if dots == [False] * (n - 5) + [True] * (10 - n)), None)
            digits += str(
                ones if ones is not None else 0 if not any(dots) else rest if rest is not None else ""
            )
        yield digits


_ROMAN = re.compile(
    r"(?<![A-Za-z])(?=[IVXLCDM]{1,12}(?![A-Za-z']))M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![A-Za-z'])"
)
_ROMAN_ALONE = re.compile(r"[VLCDM]|[IVXLCDM]{2,12}")


def _roman(text: str) -> Iterator[str]:
    """The text with its Roman numerals as numbers; single letters only where it speaks of them or is one."""
    speaks = re.search(r"\broman\b", text, re.IGNORECASE)
    shown = text.upper() if speaks else text
    numerals = [numeral for numeral in _ROMAN.findall(shown) if len(numeral) > 1]
    if speaks or numerals or _ROMAN_ALONE.fullmatch(shown.strip(" .!?")):
        yield _ROMAN.sub(lambda match: _from_roman(match[0]), shown)
        yield from map(_from_roman, numerals)


def _from_roman(numeral: str) -> str:
    total, before = 0, 0
    for letter in reversed(numeral):
        value = _ROMAN_VALUES[letter]
        total += value if value >= before else -value
        before = max(before, value)
    return str(total)


_STROKES = re.compile(
    r"(?<![|\w])\|{2,9}(?![|\w])|(?<![\w*])(?:\* ){2,40}\*(?![\w*])|(?<!\w)I{4,40}(?!\w)|(?<![\w.])(?:o ){3,40}o(?!\w)"
)


def _tallies(text: str) -> Iterator[str]:
    """Marks that are counted, from five on: fewer are a picture, but for "|||| tens and ||| ones"."""
    counts = [len(re.findall(r"[^\s\ufe0f]", match[0])) for match in _TALLY.finditer(text)]
    if sum(counts) >= 5:
        yield str(sum(counts))
    if _STROKES.search(text):
        yield _STROKES.sub(lambda match: str(len(re.findall(r"\S", match[0]))), text)


_BARE_BINARY = re.compile(
    r"\W*(?:(?:it|answer|that|the|is|number|just|say) ){0,4}(1[01]{3,15})\W*", re.IGNORECASE
)
_KEY = re.compile(r"\ba ?(?:=|is|stands for) ?([01])\b", re.IGNORECASE)
_KEY_PARTS = re.compile(r"\b[a-z] ?(?:=|is|stands for) ?\d+\b", re.IGNORECASE)


def _bare_binary(text: str) -> Iterator[str]:
    if found := _BARE_BINARY.fullmatch(text):
        yield str(int(found[1], 2))


def _lettered(text: str) -> Iterator[str]:
    """ "D then C (A = 1, B = 2)": letters for digits, by a key that the text gives."""
    if key := _KEY.search(text):
        first, rest = (
            int(key[1]),
            re.split(r"\b(?:where|if|with|when|using|given)\b|[([]", text[: key.start()])[0],
        )
        message = rest if re.search(r"\b[A-Za-z]\b", rest) else text[key.end() :]
        letters = re.findall(r"\b[A-Za-z]\b", _KEY_PARTS.sub("", message))
        yield "".join(str(ord(letter.lower()) - ord("a") + first) for letter in letters)


def _words_turned(text: str) -> Iterator[str]:
    """Each word backwards where it stands."""
    turned = _WORD.sub(lambda match: match[0][::-1].lower(), text)
    if set(re.findall(r"[a-z]+", turned)) & _NUMBER_WORDS - set(re.findall(r"[a-z]+", text.lower())) - {
        "ten"
    }:
        yield turned


def _initials(text: str) -> Iterator[str]:
    """Number words of four letters or more that the words of a sentence spell with their first letters."""
    letters = "".join(word[0] for word in _WORD.findall(text)).lower()
    yield from (word for word in _NUMBER_WORDS if len(word) > 3 and word in letters)


_READERS: tuple[Callable[[str], Iterator[str]], ...] = (
    _base64,
    _escapes,
    _radix,
    _morse,
    _words_turned,
    _initials,
    _roman,
    _tallies,
    _bare_binary,
    _lettered,
    known_counts,
)
