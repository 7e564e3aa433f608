"""Do the words stand in an order that English has, or in any?

Pointwise mutual information of neighbours (Church and Hanks 1990): how much oftener two common words follow
each other in the curriculum's wordings than chance would have them. Of sentences the mean is near 1, of the
same words shuffled it is below 0.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from socratic_tutor.curriculum import FAMILIES
from socratic_tutor.curriculum.catalogue import without_placeholders

_COMMON = 20  # wordings that hold a word of which something is known
_START, _NUMBER = "^", "#"
_NUMERAL = re.compile(r"\S*\d\S*")
_TOKEN = re.compile(rf"[a-z']+|[.,;:?!]|{_NUMBER}")
# A text of so many known pairs, and such a share of them, can be judged. Below the first mean it is in no
# order; below the second where its full stops and capitals stand in the middle, too.
_ENOUGH, _MOST = 8, 0.5
_NO_ORDER, _NO_ORDER_IN_PIECES = -0.3, 0.2
_IN_PIECES = re.compile(
    r"[.?!] [a-z]|[a-z,] (?:What|How|Which|Is|Look|Do|The|If|Then|Can|You|Your|Why|So|Now|Where|Does|Are|Put"
    r"|Try)\b|[\w,;]\s*$"
)


class WordOrder(NamedTuple):
    """mean: of the pairs' information, in nats; 1 where there are none. pairs: of common words. share: of all
    pairs, these."""

    mean: float
    pairs: int
    share: float


class _Neighbours(NamedTuple):
    words: Counter[str]
    pairs: Counter[tuple[str, str]]
    total: int


def _tokens(text: str) -> list[str]:
    return [_START, *_TOKEN.findall(_NUMERAL.sub(f" {_NUMBER} ", text.lower()))]


@cache
def _neighbours() -> _Neighbours:
    """In how many wordings of the curriculum each word stands, and each pair."""
    found, pairs = Counter[str](), Counter[tuple[str, str]]()
    for family in FAMILIES:
        wordings = [*family.statements, *family.stories, *family.reworded]
        wordings += [*family.elicit, *family.extend, *family.check, *family.repair]
        for error in family.misconceptions:
            wordings += [*error.says, *error.reworded, *(t for turns in error.turns.values() for t in turns)]
        for wording in wordings:
            tokens = _tokens(without_placeholders(wording, f" {_NUMBER} "))
            found.update(set(tokens))
            pairs.update(set(pairwise(tokens)))
    return _Neighbours(found, pairs, found.total())


@lru_cache(maxsize=50_000)
def _information(before: str, after: str) -> float | None:
    """Of one pair, in nats, with one more of each as if seen; None where a word is too rare."""
    known = _neighbours()
    if min(known.words[before], known.words[after]) < _COMMON:
        return None
    by_chance = known.words[before] * known.words[after] / known.total
    return math.log((known.pairs[before, after] + 1) / (by_chance + 1))


@lru_cache(maxsize=256)
def word_order(text: str) -> WordOrder:
    """How English the order of the text's words is; one pair after the other, so linear in its length."""
    found = [_information(*pair) for pair in pairwise(_tokens(text))]
    known = [information for information in found if information is not None]
    mean = sum(known) / len(known) if known else 1.0
    return WordOrder(mean, len(known), len(known) / max(1, len(found)))


def jumbled(text: str) -> bool:
    """Whether many words stand there in no order."""
    order = word_order(text)
    if order.pairs < _ENOUGH or order.share < _MOST or order.mean >= _NO_ORDER_IN_PIECES:
        return False
    return order.mean < _NO_ORDER or bool(_IN_PIECES.search(text))
