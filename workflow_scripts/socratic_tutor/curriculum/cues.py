"""Matching of authored cues: the phrases that tie a tutor turn to one misconception."""

from __future__ import annotations

import re
from functools import lru_cache

_TYPOGRAPHY = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2212": "-"})


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """Lower case, straight quotes, plain minus, single spaces."""
    straight = text if text.isascii() else text.translate(_TYPOGRAPHY)
    return " ".join(straight.split()).lower()


def stands(words: str, text: str, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    """Whether the words stand in the text where neither `before`, one character, nor `after` adjoins them.

    A pattern made of the words would say the same, but takes a hundred times as long to make.
    """
    start = text.find(words)
    while start >= 0:
        if not (start and before.match(text, start - 1)) and not after.match(text, start + len(words)):
            return True
        start = text.find(words, start + 1)
    return False


@lru_cache(maxsize=50_000)
def cue_pattern(cue: str) -> re.Pattern[str]:
    """A cue as a pattern over `plain` text: whole words, a trailing `*` for any ending."""
    words = []
    for word in plain(cue).split(" "):
        words.append(re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else ""))
    return re.compile(r"(?<![\w.])" + r" ".join(words) + r"(?![\w])")


@lru_cache(maxsize=50_000)
def _start(cue: str) -> str:
    """What a cue's own text begins with, up to the first ending that is left open."""
    flat = plain(cue)
    return (flat if "*" not in flat else flat[: flat.index("*")]).rstrip()


_BEFORE, _AFTER = re.compile(r"[\w.]"), re.compile(r"\w")


@lru_cache(maxsize=4096)
def _starts(cues: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((cue, _start(cue)) for cue in cues)


def _in_whole_words(cue: str, start: str, flat: str) -> bool:
    if "*" in cue:
        return cue_pattern(cue).search(flat) is not None
    return stands(start, flat, _BEFORE, _AFTER)


def cues_in(text: str, cues: tuple[str, ...] | list[str]) -> list[str]:
    """The cues that occur in the text, in the order given."""
    flat = plain(text)
    # most cues are not there at all, and to look for their start costs least
    return [cue for cue, start in _starts(tuple(cues)) if start in flat and _in_whole_words(cue, start, flat)]
