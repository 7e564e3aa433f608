"""Text without typography: one plain ASCII form for every dash, slash, space, digit and Markdown mark.

Every character keeps its place, so that places found in the plain text hold in the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MAX_TEXT = 20_000


class _Plain(dict[int, str]):
    """Character -> one ASCII character, or itself where no reading depends on it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if code < 128:
            plain = char
        elif unicodedata.numeric(char, None) is not None and unicodedata.category(char) == "No":
            plain = char  # vulgar fractions and superscripts are read as such
        elif (digit := unicodedata.decimal(char, None)) is not None:
            plain = str(digit)
        elif char.isspace() or unicodedata.category(char) in ("Cf", "Zs"):
            plain = " "
        elif char.isalpha() and code not in (0xAA, 0xBA):
            plain = "q"  # a letter, but of no number word
        else:
            plain = char
        self[code] = plain
        return plain


_PLAIN = _Plain()
for _chars, _ascii in (
    ("\u2212\u2010\u2011\u2012\u2013\ufe63\uff0d", "-"),
    ("\u2044\u2215\uff0f", "/"),
    ("\u2236\uff1a", ":"),
    ("\uff05\ufe6a", "%"),
    ("\uff0c", ","),
    ("\uff0e", "."),
    ("\uff08", "("),
    ("\uff09", ")"),
    ("\uff1d", "="),
    ("\uff04\ufe69", "$"),
    ("\u2018\u2019", "'"),
):
    for _char in _chars:
        _PLAIN[ord(_char)] = _ascii

_SPACE_OUT = re.compile(
    r"\*\*|__|\\left(?![a-z])|\\right(?![a-z])|\\[()\[\],;! ]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9{])|`|~",
    re.ASCII,
)
_ESCAPED = re.compile(r"\\(?=[$%])")
_MATH = re.compile(r"\$(?! )([^$\n]*)(?<! )\$(?![0-9])")
_LONG_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}", re.ASCII)


_WORDS_IN_MATH = re.compile(r"\\(?:text|mathrm) ?\{([^{}$\n]{0,60})\}")


def _unwrap_math(match: re.Match[str]) -> str:
    if len(match[0]) > 200 or _LONG_WORD.search(_WORDS_IN_MATH.sub("", match[1])):
        return match[0]
    return f" {match[1]} "


def plain_text(text: str) -> str:
    """The text's first `MAX_TEXT` characters without typography, Markdown marks and maths dollars.

    Every character stays in its place.
    """
    return _short(text) if len(text) <= 2_000 else _long(text[:MAX_TEXT])


def _plain(text: str) -> str:
    if not text.isascii():
        text = text.translate(_PLAIN)
    if "\\" in text or "*" in text or "_" in text or "`" in text or "~" in text:
        text = _SPACE_OUT.sub(lambda match: " " * len(match[0]), text)
        text = _ESCAPED.sub(" ", text)
    if text.count("$") > 1:
        text = _MATH.sub(_unwrap_math, text)
    if "\\" in text:
        text = _WORDS_IN_MATH.sub(lambda match: match[1].rjust(len(match[0]) - 1) + " ", text)
    return text


_short, _long = lru_cache(maxsize=2048)(_plain), lru_cache(maxsize=4)(_plain)
