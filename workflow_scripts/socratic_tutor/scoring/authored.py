"""What the curriculum's authors wrote on each family of problems and each error, as counts of word stems.

A turn in words of its own still speaks of the same things as the authored ones. Likenesses are log-likelihood
ratios with smoothed counts: above 0 where the turn's words are commoner in the one text than in the other. A
family that the curriculum does not hold is like nothing and unlike nothing: 0.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from socratic_tutor.curriculum import FAMILIES
from socratic_tutor.curriculum.catalogue import Family, Misconception, PlausibleError, without_placeholders
from socratic_tutor.scoring.references import content_stems, stem
from socratic_tutor.scoring.text import words

_PRIOR = 20.0  # words of the whole curriculum that are mixed into each text: a short text proves little
_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=20_000)
def wording_stems(wording: str) -> frozenset[str]:
    """Content stems of an authored wording, its placeholders aside."""
    return content_stems(without_placeholders(wording))


@dataclass(frozen=True)
class _Curriculum:
    """families, errors: id -> stem -> number of wordings that hold it. everywhere: the families' sum.

    sizes: id of a family or an error -> sum of its counts. total: that of `everywhere`, smoothed.
    gains: stem -> family -> by how much its likeness grows when the stem is there. missing: id of a
    family -> its likeness to a stem that is not there.
    """

    families: dict[str, Counter[str]]
    errors: dict[str, Counter[str]]
    everywhere: Counter[str]
    sizes: dict[str, int]
    total: float
    gains: dict[str, dict[str, float]]
    missing: dict[str, float]


def _counts(wordings: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for wording in wordings:
        found.update(wording_stems(wording))
    return found


def _of_error(error: Misconception | PlausibleError) -> list[str]:
    wordings = [error.name, error.hint, *(cue.replace("*", "") for cue in error.cues)]
    if isinstance(error, Misconception):
        wordings += [*error.says, *error.reworded, *(t for turns in error.turns.values() for t in turns)]
    return wordings


def _errors_of(family: Family) -> tuple[Misconception | PlausibleError, ...]:
    return (*family.misconceptions, *family.plausible)


def _of_family(family: Family) -> list[str]:
    problems = [*family.statements, *family.stories, *family.reworded]
    turns = [*family.elicit, *family.extend, *family.check, *family.repair]
    return [*problems, *turns, family.topic, family.mission, *family.vocabulary]


@cache
def _curriculum() -> _Curriculum:
    families: dict[str, Counter[str]] = {}
    errors: dict[str, Counter[str]] = {}
    for family in FAMILIES:
        counts = _counts(_of_family(family))
        for error in _errors_of(family):
            errors[error.id] = _counts(_of_error(error))
            counts.update(errors[error.id])
        families[family.id] = counts
    everywhere: Counter[str] = Counter()
    for counts in families.values():
        everywhere.update(counts)
    sizes = {name: counts.total() for name, counts in (families | errors).items()}
    gains: dict[str, dict[str, float]] = {}
    total = everywhere.total() + 0.5 * len(everywhere)
    for name, counts in families.items():
        for word, count in counts.items():
            expected = _PRIOR * (everywhere[word] + 0.5) / total
            gains.setdefault(word, {})[name] = math.log((count + expected) / expected)
    missing = {name: math.log(_PRIOR / (sizes[name] + _PRIOR)) for name in families}
    return _Curriculum(families, errors, everywhere, sizes, total, gains, missing)


def families_with(word: str) -> int:
    """In how many families' wordings the stem occurs."""
    return len(_curriculum().gains.get(word, ()))


def words_of_family(family: str, unseen: frozenset[str] = _NOTHING) -> frozenset[str]:
    """Stems of the family's wordings; unseen: those of one wording that shall not vouch for itself."""
    return _without_one(_curriculum().families.get(family, Counter()), unseen) if unseen else _all_of(family)


def words_of_error(error: str, unseen: frozenset[str] = _NOTHING) -> frozenset[str]:
    """Stems of the wordings on a misconception or a plausible error; `unseen` as in `words_of_family`."""
    return _without_one(_curriculum().errors.get(error, Counter()), unseen) if unseen else _all_of(error)


@lru_cache(maxsize=2048)
def _all_of(name: str) -> frozenset[str]:
    """Stems of all wordings of a family or an error, by its id."""
    known = _curriculum()
    return frozenset(known.families.get(name) or known.errors.get(name) or ())


def _without_one(counts: Counter[str], unseen: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word, count in counts.items() if count > (word in unseen))


def like_family(
    family: str, found: frozenset[str], given: frozenset[str] = _NOTHING, unseen: frozenset[str] = _NOTHING
) -> tuple[float, float]:
    """(likeness of these stems to the family, lead of the family that is likest among the others), in nats.

    For the lead, stems that the problem has given (`given`) never speak against the family.
    """
    known = _curriculum()
    if family not in known.families:
        return 0.0, 0.0
    stems = [word for word in found if word in known.gains]
    missing = known.missing[family]
    own, fair = 0.0, 0.0
    for word in stems:
        gain = known.gains[word].get(family, 0.0)
        if gain and word in unseen:
            expected = known.families[family][word] / (math.exp(gain) - 1)
            gain = math.log((known.families[family][word] - 1 + expected) / expected)
        own += missing + gain
        fair += max(missing + gain, 0.0) if word in given else missing + gain
    scores: dict[str, float] = {}
    at = scores.get
    for word in stems:
        for other, gain in known.gains[word].items():
            scores[other] = at(other, 0.0) + gain
    scores.pop(family, None)
    size = len(stems)
    best = max((score + size * known.missing[other] for other, score in scores.items()), default=0.0)
    return own, max(best, 0.0) - fair


def like_error(family: str, error: str, found: frozenset[str], unseen: frozenset[str] = _NOTHING) -> float:
    """How much likelier the stems are in wordings on this error than in the family's others, in nats."""
    known = _curriculum()
    if family not in known.families or error not in known.errors:
        return 0.0
    on_it, all_of_it = known.errors[error], known.families[family]
    inside = known.sizes[error]
    outside = max(known.sizes[family] - inside, 0)
    likeness = 0.0
    for word in found:
        if word in known.everywhere:
            expected = _PRIOR * (known.everywhere[word] + 0.5) / known.total
            here = max(0, on_it[word] - (word in unseen))
            there = all_of_it[word] - on_it[word]
            likeness += math.log((here + expected) / (inside + _PRIOR))
            likeness -= math.log((there + expected) / (outside + _PRIOR))
    return likeness


@lru_cache(maxsize=4096)
def account_of(error: str) -> frozenset[str]:
    """Stems of all words by which the error is named and its students explain themselves."""
    for family in FAMILIES:
        for found in _errors_of(family):
            if found.id == error:
                reasons = (*found.says, *found.reworded) if isinstance(found, Misconception) else ()
                said = " . ".join(without_placeholders(text) for text in (found.name, found.hint, *reasons))
                return frozenset(stem(word) for word in words(said))
    return _NOTHING
