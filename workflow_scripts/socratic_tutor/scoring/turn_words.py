"""The words of a turn as signs, for readings that weigh what no list of patterns can hold."""

from __future__ import annotations

import re
from collections.abc import Mapping

from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import per_turn
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.values import numbers_in

_READ = 2_000  # characters of a turn
_NUMERAL = re.compile(r"\d[\d.,/:]*")
_WORD = re.compile(r"[a-z']+|[!?]")


@per_turn
def words_of(item: Item, text: str) -> tuple[str, ...]:
    """The turn's words, sorted, as "word yes"; their answer is "theirs", another number "number"."""
    theirs = item.wrong_answer or item.correct_answer
    flat = plain_text(text[:_READ]).lower()
    if theirs:
        flat = flat.replace(theirs.lower(), " theirs ")
    own = numbers_in(theirs)
    flat = _NUMERAL.sub(lambda found: " theirs " if numbers_in(found[0]) & own else " number ", flat)
    return tuple(sorted({f"word {word}" for word in _WORD.findall(flat)}))


def with_words(signs: Mapping[str, float], item: Item, text: str) -> dict[str, float]:
    """A turn's signs, and 1 for each of its words."""
    return {**signs, **dict.fromkeys(words_of(item, text), 1.0)}
