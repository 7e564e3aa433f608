"""Texts as words with their numbers masked, and how hard they are to read.

The scorers have a reader of their own (`scoring/text.py`), made for whatever a model may reply. The corpus
keeps apart from it, so that an edited scorer makes no corpus report again and the two judge independently;
what stands here reads the plain text of the corpus only.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import textstat

MASK = "#"
NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_TOKEN = re.compile(rf"{NUMBER.pattern}|[a-z]+(?:['’-][a-z]+)*")
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_SENTENCE_END = re.compile(r"[.!?:]+[\"')]*(?:\s+|$)|\n+")


@lru_cache(maxsize=10_000)
def tokens(text: str) -> tuple[str, ...]:
    """Lower-case words and numbers in order; signs and punctuation are left out.

    3/4, 1,200, 0.5 and 3:45 are one number each.
    """
    return tuple(_TOKEN.findall(text.lower()))


@lru_cache(maxsize=10_000)
def masked_tokens(text: str) -> tuple[str, ...]:
    """As `tokens`, with MASK for every number in digits; numbers in words stay."""
    return tuple(MASK if token[0].isdigit() else token for token in tokens(text))


@lru_cache(maxsize=10_000)
def masked(text: str) -> str:
    """The text with MASK for every number in digits."""
    return NUMBER.sub(MASK, text)


def prose(text: str) -> list[list[str]]:
    """The words of each sentence without mathematics: no numbers, signs, variables ("a", "I" are words).

    A sentence without any word is left out.
    """
    sentences = ([w for w in _WORD.findall(part) if _is_word(w)] for part in _SENTENCE_END.split(text))
    return [words for words in sentences if words]


def _is_word(word: str) -> bool:
    return len(word) > 1 or word in ("a", "A", "I")


@lru_cache(maxsize=10_000)
def reading_grade(text: str) -> float | None:
    """Flesch-Kincaid grade of the prose; None for a text without words.

    0.39 words/sentence + 11.8 syllables/word - 15.59 (Kincaid et al. 1975); syllables by textstat.
    """
    sentences = prose(text)
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return None
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


@lru_cache(maxsize=50_000)
def _syllables(word: str) -> int:
    return max(1, textstat.syllable_count(word))


def quantiles(counts: Counter[float], shares: tuple[int, ...] = (10, 50, 90)) -> dict[str, float]:
    """The smallest value that at least that many percent of the values do not exceed, by name ("p50").

    Raises ValueError when there are no values.
    """
    if not counts:
        raise ValueError("no values")
    total = sum(counts.values())
    found: dict[str, float] = {}
    below, values = 0, sorted(counts)
    place = -1
    for share in shares:
        while below * 100 < share * total or place < 0:
            place += 1
            below += counts[values[place]]
        found[f"p{share}"] = values[place]
    return found
