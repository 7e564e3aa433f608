"""Whose words a turn speaks: the student's account of what they did, or a rival's.

Words are compared by stem, and words that say the same of numbers count as one: who "adds" and who puts
"together", "top" and "numerator". What problem, hint, mission and vocabulary say counts for nobody.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from socratic_tutor.curriculum import FAMILIES
from socratic_tutor.curriculum.catalogue import Misconception, PlausibleError, without_placeholders
from socratic_tutor.records import Item
from socratic_tutor.scoring.lexicon import GRAMMAR
from socratic_tutor.scoring.other_ways import rivals_value
from socratic_tutor.scoring.references import stem, their_value
from socratic_tutor.scoring.rule import per_turn
from socratic_tutor.scoring.text import plain_text, words

# Words of any account: who thinks, says, gets and goes.
_ANY_ACCOUNT = frozenset(
    stem(word)
    for word in """
    i'm me my us our so just really very too also get got goes go going make makes made because think thought
    believe know here now let it's that's there's ok well easy answer wrote write said say see look
    """.split()  # noqa: SIM905
)
# Each line: words that say the same of numbers, quantities and places.
_ALIKE = """
add plus sum together altogether total join combine put
subtract minus takeaway less remove away
multiply times product timesed
divide share split quotient
double twice
half halve
top numerator upstairs
bottom denominator downstairs
piece part slice
big bigger larger large greater great biggest largest
small smaller little smallest tiny
more grow growing extra
start begin beginning first
end last final ending
whole all every everything each full
only single alone
swap switch exchange flip turn reverse trade
drop lose lost leave left forget forgot skip miss missing ignore
keep kept stay copy same
sign negative positive
bracket parenthesis parentheses
square squared power exponent
root sqrt
number digit
side edge length
count counting
equal alike
back return again
line mark
middle between
dot point decimal
"""
_AS = {stem(word): stem(line.split()[0]) for line in _ALIKE.splitlines() for word in line.split()}
_NUMERAL = re.compile(r"\d[\d.,/:]*")
_DID = re.compile(
    r"\byou(?:'ve| have| had)? (?:\w+ )?(?:[a-z]{2,14}ed|did|took|put|made|wrote|gave|got|said|left|kept"
    r"|used|found|went|broke|saw|drew|cut|laid)\b",
    re.IGNORECASE,
)
_CLAUSE, _CLAUSE_END = 90, re.compile(r"[.?!;,](?:\s|$)")  # characters that belong to what "you did"
_CLEARLY = 0.3  # weight of a word that half of all accounts hold


@lru_cache(maxsize=50_000)
def _sense(word: str) -> str:
    """The word's stem, or that of the first word of its line in _ALIKE; "" where it says nothing."""
    if word in GRAMMAR:
        return ""
    found = stem(word)
    return "" if found in _ANY_ACCOUNT else _AS.get(found, found)


@lru_cache(maxsize=8192)
def senses(text: str) -> frozenset[str]:
    """What the words of a text say, grammar aside."""
    return frozenset(filter(None, map(_sense, words(text))))


@dataclass(frozen=True)
class _Account:
    """name: of what the error is called. told: how its students explain it as well. all: the hint, too."""

    name: frozenset[str]
    told: frozenset[str]
    all: frozenset[str]


def _of(texts: Iterable[str]) -> frozenset[str]:
    return senses(" . ".join(without_placeholders(text) for text in texts))


@cache
def _accounts() -> dict[str, _Account]:
    found = {}
    for family in FAMILIES:
        errors: tuple[Misconception | PlausibleError, ...] = (*family.misconceptions, *family.plausible)
        for error in errors:
            reasons = (*error.says, *error.reworded) if isinstance(error, Misconception) else ()
            told = _of((error.name, *reasons))
            found[error.id] = _Account(_of([error.name]), told, told | _of([error.hint]))
    return found


@cache
def _weights() -> dict[str, float]:
    """The rarer a word among the accounts of all errors, the more it tells; about 0 to 2."""
    counts = Counter(word for account in _accounts().values() for word in account.all)
    size = len(_accounts()) + 1
    return {word: math.log(size / (count + 1)) / 3 for word, count in counts.items()}


def weight(some: Iterable[str]) -> float:
    """The summed weights of these words."""
    weights = _weights()
    unknown = math.log(len(_accounts()) + 1) / 3
    return sum(weights.get(word, unknown) for word in some)


@dataclass(frozen=True)
class _Words:
    """own: of the student's account and of those of the same error. said: of theirs alone. rivals: (of the
    error's name, of all its account), for each rival. pairs: numbers side by side in the student's account.
    """

    own: frozenset[str]
    said: frozenset[str]
    rivals: tuple[tuple[frozenset[str], frozenset[str]], ...]
    pairs: frozenset[tuple[str, str]]


@lru_cache(maxsize=64)
def _words_of(item: Item) -> _Words:
    accounts = _accounts()
    none = _Account(*[frozenset[str]()] * 3)
    mine = accounts.get(item.misconception, none)
    problem, said = senses(item.problem), senses(item.student_said)
    given = problem | senses("\n".join([*item.vocabulary, item.mission]))
    nobodys = said | problem | mine.all
    rivals = []
    for rival in item.rivals:
        name = senses(rival.name)
        theirs = accounts.get(rival.id, _Account(name, name, name))
        rivals.append((theirs.name - nobodys, theirs.all - nobodys))
    return _Words(
        own=(mine.told - given - senses(item.hint)) | (said - given),
        said=said - given,
        rivals=tuple(rivals),
        pairs=_pairs(item.student_said) - _pairs(item.problem),
    )


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    found = [number.rstrip(".,:") for number in _NUMERAL.findall(text)]
    return frozenset(pairwise(found))


@dataclass(frozen=True)
class Shared:
    """How much a turn shares with whom, as `weight`.

    said: with the student's own account, words that the problem has not. lead: with the accounts of their
    error, over the rival that shares most. rivals_name: of a rival's name, the largest part between 0 and 1.
    pair: whether two numbers stand side by side as in their account.
    """

    said: float
    lead: float
    rivals_name: float
    pair: bool


@per_turn
def shared(item: Item, text: str) -> Shared:
    known, found = _words_of(item), senses(text)
    rivals_name = rivals = 0.0
    for name, everything in known.rivals:
        if name and (hit := name & found):
            rivals_name = max(rivals_name, weight(hit) / max(weight(name), 0.5))
        rivals = max(rivals, weight(everything & found))
    return Shared(
        said=weight(known.said & found),
        lead=weight(known.own & found) - rivals,
        rivals_name=rivals_name,
        pair=bool(known.pairs) and not known.pairs.isdisjoint(_pairs(text)),
    )


def says_own(item: Item, text: str) -> bool:
    """Whether words of the student's own account are clearly there."""
    return shared(item, text).said > _CLEARLY


@per_turn
def told_acts(item: Item, text: str) -> tuple[bool, str]:
    """(whether the turn tells an act or result of this student, the first one that is a rival's or "")."""
    flat = plain_text(text)
    known = _words_of(item)
    own, other = False, ""
    for match in _DID.finditer(flat):
        clause = _CLAUSE_END.split(flat[match.start() : match.start() + _CLAUSE])[0]
        found = senses(clause)
        if found & known.own or their_value(item, clause) or known.pairs & _pairs(clause):
            own = True
        elif any(found & everything for _, everything in known.rivals) or rivals_value(item, clause):
            other = other or clause
    return own, other
