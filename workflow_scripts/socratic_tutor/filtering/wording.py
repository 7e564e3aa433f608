"""What a sentence is made of: its numbers, and whether its words speak of more than numbers.

A sentence of plain words ("28 more and you would have 100") tells how a number is made; with words of its own
("lay 28 cubes beside 100 tiles") it tells a story. Text is lower case with numerals (`numerals.numerals`).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from fractions import Fraction
from functools import lru_cache

from wordfreq import zipf_frequency

from socratic_tutor.filtering.amounts import number

_EVERYDAY = 5.4  # Zipf frequency of words that are in any sentence ("what", "number", "because")
# Rarer words of sums, of changes to an answer, and of asking for it.
_OF_NUMBERS = frozenset(
    """
    absolute actual add afternoon ans answer answers arrive arrow average becomes begin beginning behind belong belongs
    blocks bound bring brings bundles cent cents come comes coordinates copies copy correct count counts cubes decimal difference
    digit digits direction dollar dollars door dozen equal equals equation exact exactly fact fall falls figure flip flipped forget forgot
    forward fraction front gives goes greater gross groups guess hop hops hour hundred hundreds inequality instead
    invert inverted jump jumps land lands leaves lie lies loose lower merely middle minus minute missing nearest nearly
    neighbor neighbour negative neither nor ones opposite opposites ours pair partner partners parts percent percentage places plus points positive
    price product quite quotient ratio reach reaches reciprocal remainder result results reverse reversed rods round rounded
    row rows score shift sign signs simply singles sit sits size slide smaller solution spot spots stand stands starts stays step steps
    sticks sum swap swapped switch switched symbol takes tally tens term terms till total turned twice unit units
    upper upside value values wrote yours zero
    """.split()
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def besides_numbers(text: str) -> list[str]:
    """The words of the text (lower case) that speak of something else."""
    return [word for word in words_of(text) if not _is_plain(word)]


@lru_cache(maxsize=4096)
def _is_plain(word: str) -> bool:
    head = word.partition("'")[0]
    return len(head) < 2 or head in _OF_NUMBERS or zipf_frequency(head, "en") >= _EVERYDAY


def bare(text: str, things: Collection[str]) -> bool:
    """Whether the text speaks of operations, numbers, up to three of these things, and one more word at most."""
    rest = besides_numbers(text)
    return len(rest) <= 3 and sum(word not in things for word in rest) <= 1


_NUMBER = re.compile(
    r"(?<![\d.,/:a-z^])-?\d{1,9}(?:\.\d{1,6})?(?:(?: \d{1,3})?/\d{1,4})?(?![\d/]|[.,:]\d|[a-z^])"
)
_MARKS = re.compile(r"(?<=\d) ?(?:%|percent(?:age points?)?|points?)|\$ ?(?=\d)")
# "One" is mostly a pronoun: it counts in "1 more", "plus 1".
_ONE_OF_SOMETHING = re.compile(
    r"1(?:[.:]| (?:minus|plus|less|without|take|[-+]|more|less|fewer|greater|smaller|below|above|under|over|short|after|before|past"
    r"|too|to (?:go|spare)|further|step)\b)"
)
_ADDED_ONE = re.compile(
    r"(?:\b(?:plus|minus|add|adding|subtract|take|by|and|less|off|than|from|of)|[-+=]) ?$"
)


def numbers_in(
    text: str, known: Collection[Fraction] = (), heard: Collection[str] = ()
) -> tuple[tuple[Fraction, bool], ...]:
    """Each number with whether it is news: its value, or (given what was `heard`) the fraction it is written as."""
    flat = _MARKS.sub("", text)
    found = []
    for match in _NUMBER.finditer(flat):
        value = number(match[0])
        counts = value != 1 or _ONE_OF_SOMETHING.match(flat, match.start()) or "/" in match[0]
        if value is not None and (
            counts or _ADDED_ONE.search(flat[max(0, match.start() - 12) : match.start()])
        ):
            news = value not in known or bool(heard and "/" in match[0] and match[0] not in heard)
            found.append((value, news))
    return tuple(found)


def written_numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text))
