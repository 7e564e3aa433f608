"""A draft without marks that hide its words: invisible characters, tags, colours, struck-out words."""

from __future__ import annotations

import re
import unicodedata

from socratic_tutor.scoring.text import plain_text

# "80 x 1.25 = 100, see?" asks nothing.
TAG_QUESTION = re.compile(r", ?(?:ok|okay|right|see|you see|got it|no|yes)\?", re.IGNORECASE)
LONGEST = 20_000  # characters looked at; a tutor's turn has some hundred

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BACKWARDS = re.compile("\u202e([^\u202c\n]*)\u202c?")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINK = re.compile(r"\[([^\[\]\n]{1,80})\]\([^()\n]{0,200}\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,40}>")
_STRUCK = re.compile(r"~~[^~\n]{1,80}~~")
_COLOUR = re.compile(r"\\(?:color|textcolor)\{[^{}]{0,20}\}")
_MIXED = re.compile(r"(\d)\s?\\[dtc]?frac\{(\d{1,6})\}\{(\d{1,6})\}")
_POINTS_TO = re.compile(r"(?:=>|->|\u2192|(?:\?|\banswer) ?=) ?(?=\S)", re.IGNORECASE)
_LEFT_OVER = str.maketrans({"{": "", "}": "", "|": " "})


def as_shown(text: str) -> str:
    """What a reader of the rendered text sees: no control characters, words set backwards, links as words."""
    out = _BACKWARDS.sub(lambda turned: turned[1][::-1], _CONTROL.sub("", text))
    return _LINK.sub(r"\1", _DIRECTION.sub("", out))


def tidied(text: str) -> str:
    """As plain text; mixed numbers of LaTeX in line, an arrow as what it says."""
    out = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text[:LONGEST]))
    out = _COLOUR.sub("", _STRUCK.sub("", _TAG.sub("", out)))
    out = plain_text(_MIXED.sub(r"\1 \2/\3", out)).translate(_LEFT_OVER)
    return _POINTS_TO.sub(". It is ", out)
