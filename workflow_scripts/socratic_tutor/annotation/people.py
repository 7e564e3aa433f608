"""How far annotators agree on one label: Cohen for each two of them, Fleiss, Krippendorff, with intervals.

Cohen's kappa over the replies that both answered, Fleiss' over those that all answered, Krippendorff's alpha
(nominal) over all that at least two did, each by a library. Intervals: percentile bootstrap over items, all
replies to an item together. Where a measure is not defined there is a note instead of a number.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any

import krippendorff
import numpy as np
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

from socratic_tutor.annotation.importing import Labels
from socratic_tutor.annotation.labels import Label

RESAMPLES = 1000
ALIKE = "not defined: all answers are the same"
NO_SPREAD = "no interval: it is the same in every resample"

Statistic = Callable[[np.ndarray], float]


def agreement_of(given: Labels, label: Label, items: Mapping[str, str], level: float) -> dict[str, Any]:
    """{"answers", "annotators", "replies", "cohen": [measure], "fleiss": measure, "krippendorff": measure}.

    A measure: {"n" replies, "value", "low", "high", "note"}; Cohen's also "one", "other" (annotators) and
    "equal", the share of replies on which they agree. items: the item of each reply, the bootstrap's units.
    """
    codes = {answer: number for number, answer in enumerate(label.answers)}
    said = {
        name: {reply: codes[found[label.name]] for reply, found in answers.items() if label.name in found}
        for name, answers in sorted(given.items())
    }
    said = {name: answers for name, answers in said.items() if answers}
    replies = sorted({reply for answers in said.values() for reply in answers})
    seed = f"agreement:{label.name}"
    cohen = [
        {"one": one, "other": other, **_cohen(said[one], said[other], len(codes), items, level, seed)}
        for one, other in combinations(said, 2)
    ]
    # replies by answers: how many annotators gave it
    votes = np.zeros((len(replies), len(codes)), dtype=int)
    for answers in said.values():
        for place, reply in enumerate(replies):
            if reply in answers:
                votes[place, answers[reply]] += 1
    units = np.array([items[reply] for reply in replies])
    by_all, by_two = votes.sum(axis=1) == len(said), votes.sum(axis=1) > 1
    measures = {}
    for name, chosen, statistic in (("fleiss", by_all, _fleiss), ("krippendorff", by_two, _alpha)):
        if len(said) < 2:
            measures[name] = _undefined(0, _too_few(len(said)))
        elif not chosen.any():
            measures[name] = _undefined(
                0, "no reply was answered by " + ("all" if chosen is by_all else "two")
            )
        else:
            measures[name] = _measure(statistic, votes[chosen], units[chosen], level, f"{seed}:{name}")
    return {
        "answers": sum(map(len, said.values())),
        "annotators": len(said),
        "replies": len(replies),
        "cohen": cohen,
        **measures,
    }


def _too_few(annotators: int) -> str:
    return "one annotator: agreement takes two" if annotators else "no answers"


def _cohen(
    one: Mapping[str, int],
    other: Mapping[str, int],
    classes: int,
    items: Mapping[str, str],
    level: float,
    seed: str,
) -> dict[str, Any]:
    both = sorted(one.keys() & other.keys())
    if not both:
        return {**_undefined(0, "no reply was answered by both"), "equal": None}
    pairs = np.array([[one[reply], other[reply]] for reply in both])
    equal = float((pairs[:, 0] == pairs[:, 1]).mean())

    def kappa(rows: np.ndarray) -> float:
        table = np.bincount(classes * rows[:, 0] + rows[:, 1], minlength=classes**2)
        return float(cohens_kappa(table.reshape(classes, classes), return_results=False))

    units = np.array([items[reply] for reply in both])
    return {**_measure(kappa, pairs, units, level, f"{seed}:cohen"), "equal": equal}


def _fleiss(votes: np.ndarray) -> float:
    return float(fleiss_kappa(votes))


def _alpha(votes: np.ndarray) -> float:
    return float(krippendorff.alpha(value_counts=votes, level_of_measurement="nominal"))


def _undefined(n: int, note: str) -> dict[str, Any]:
    return {"n": n, "value": None, "low": None, "high": None, "note": note}


def _measure(
    statistic: Statistic, rows: np.ndarray, units: np.ndarray, level: float, seed: str
) -> dict[str, Any]:
    """The statistic of the rows with its interval; units: the item of each row."""
    value = _value(statistic, rows)
    if value is None:
        return _undefined(len(rows), ALIKE)
    places = [np.flatnonzero(units == unit) for unit in np.unique(units)]
    generator = np.random.default_rng(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big"))
    drawn = generator.integers(len(places), size=(RESAMPLES, len(places)))
    resampled = (_value(statistic, rows[np.concatenate([places[unit] for unit in row])]) for row in drawn)
    values = [found for found in resampled if found is not None]
    if not values or max(values) - min(values) < 1e-9:
        return {**_undefined(len(rows), NO_SPREAD), "value": value}
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2])
    return {"n": len(rows), "value": value, "low": float(low), "high": float(high), "note": ""}


def _value(statistic: Statistic, rows: np.ndarray) -> float | None:
    """None where chance alone would agree on everything."""
    if not _varies(statistic, rows):
        return None
    found = statistic(rows)
    return found if np.isfinite(found) else None


def _varies(statistic: Statistic, rows: np.ndarray) -> bool:
    if statistic in (_fleiss, _alpha):  # rows are votes
        return int((rows.sum(axis=0) > 0).sum()) > 1
    return len(np.unique(rows)) > 1  # rows are pairs of answers
