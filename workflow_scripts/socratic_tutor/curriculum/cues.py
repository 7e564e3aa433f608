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


def cues_in(text: str, cues: tuple[str, ...] | list[str]) -> list[str]:
    """The cues that occur in the text, in the order given."""
    flat = plain(text)
    # most cues are not there at all: the plain look is many times cheaper than to make or try the pattern
    return [cue for cue in cues if _start(cue) in flat and cue_pattern(cue).search(flat)]
