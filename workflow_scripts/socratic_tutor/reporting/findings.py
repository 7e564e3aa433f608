"""What the numbers say in words: examples by rule, results per grade band, limitations.

A sentence stands in the card only when its condition holds in the results; none is written by hand for one
particular run.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from socratic_tutor.evaluation.estimates import Scores
from socratic_tutor.evaluation.intervals import exact_upper, wilson
from socratic_tutor.files import InputError, read_json
from socratic_tutor.filtering.trial.evaluation import UNTUNED_FORMS
from socratic_tutor.records import Estimate, Item
from socratic_tutor.reporting.results import (
    MAIN,
    Estimates,
    Key,
    kind_of,
    label,
    lower_is_better,
    percent,
    units,
)
from socratic_tutor.scoring.metrics import IDEAL_CONDITIONS

GOOD_RATE = 0.95  # a rate whose interval does not reach it is named as a shortfall
_LEAK: Key = ("leak", "answer_leak.typed")
BAND_ORDER = ("K-2", "3-5", "6-8", "9-12")
Bands = dict[str, dict[str, tuple[int, int, float, float]]]  # band -> metric -> k, n, interval
EXAMPLE_RULE = (
    "the items of `unseen_problems` are put in the order of the sha256 of their ids; shown are the first one "
    "whose turn passes `ideal_turn` and the first one whose turn fails it (where all pass or all fail, the "
    "first two)"
)


@dataclass(frozen=True)
class Example:
    """One benchmark item with this system's real turn; failed: the conditions of an ideal turn it misses."""

    item: Item
    text: str
    ideal: bool
    failed: list[str]


def choose_examples(items: dict[str, Item], texts: dict[str, str], scores: Scores) -> list[Example]:
    """Two examples by `EXAMPLE_RULE`.

    items: of unseen_problems, by id. texts: the system's first turn by item id.
    Raises InputError when the files do not belong together or nothing was judged.
    """
    benchmark = "unseen_problems"
    judged = {
        metric: {item_id: value for (item_id, turn), value in values.items() if turn == 1}
        for (name, metric), values in scores.items()
        if name == benchmark
    }
    examples = []
    for item_id in sorted(items, key=lambda name: hashlib.sha256(name.encode()).hexdigest()):
        verdict = judged.get("ideal_turn", {}).get(item_id)
        if verdict is None:
            continue
        if item_id not in texts:
            raise InputError(f"model card: item {item_id!r} of {benchmark} has scores and no response")
        failed = [
            metric for metric in IDEAL_CONDITIONS if _failed(metric, judged.get(metric, {}).get(item_id))
        ]
        examples.append(Example(items[item_id], texts[item_id], verdict == 1, failed))
    if not examples:
        raise InputError(
            f"model card: no turn of {benchmark} was judged for ideal_turn, so there is no example"
        )
    good = [example for example in examples if example.ideal]
    bad = [example for example in examples if not example.ideal]
    return [*good[:1], *bad[:1]] if good and bad else examples[:2]


def _failed(metric: str, value: int | None) -> bool:
    return value is not None and value == (1 if lower_is_better(metric) else 0)


def by_grade_band(items: dict[str, Item], scores: Scores, keys: Sequence[Key], level: float) -> Bands:
    """One benchmark's metrics for each grade band; a band without a judged turn lacks the metric."""
    present = {item.grade_band for item in items.values()}
    known = [band for band in BAND_ORDER if band in present]
    found: Bands = {band: {} for band in (*known, *sorted(present - set(known)))}
    for key in keys:
        values: dict[str, list[int]] = defaultdict(list)
        for (item_id, _), value in scores.get(key, {}).items():
            if value is not None:
                values[items[item_id].grade_band].append(value)
        for band, row in values.items():
            found[band][key[1]] = (sum(row), len(row), *wilson(sum(row), len(row), level))
    return found


def limitations(
    system: str,
    estimates: Estimates,
    bands: Bands,
    facts: dict[str, Any],
    differences: list[dict[str, Any]],
    source: str,
) -> list[str]:
    """One sentence for every weakness that the results show, the gravest first."""
    own = estimates[system]
    found = [_leak(own[_LEAK])] if _LEAK in own else []
    found += [text for key in MAIN if (text := _shortfall(key, own))]
    found += _weakest_band(bands)
    found += _won_by_a_control(own, estimates)
    found += _not_more_than_a_lookup(differences)
    found += _not_told_apart(differences)
    found += _precision(own)
    if "retrieval" not in estimates:
        found.append(
            "The problems are new in their numbers only: families, misconceptions and wordings are those of "
            "training, and the cues of the swap test are words of the turns that the adapter learnt from. No "
            "lookup of training turns was run beside it, so nothing here shows more than what such a lookup "
            "might reach."
        )
    found.append(
        f"One training seed ({facts['seed']}): the numbers are those of this adapter, not of its "
        "hyperparameters."
    )
    if source == "embedded":
        found.append(
            f"The base has {facts['base_parameters']:,} parameters and has read only synthetic classroom "
            "text: outside the kinds of problems it was trained on it is no general assistant."
        )
    return found


def _leak(row: Estimate) -> str:
    seen = f"{row.k} of {row.n} turns gave the answer away" if row.k else f"No leak was seen in {row.n} turns"
    bound = percent(exact_upper(row.k, row.n, row.level))
    return f"{seen}; a true rate of up to {bound}% fits that (exact one-sided {row.level:.0%} bound)."


def _shortfall(key: Key, own: dict[Key, Estimate]) -> str | None:
    """A rate whose whole interval misses GOOD_RATE, or for a fault its complement; `_leak` tells of its
    key."""
    row = own.get(key)
    if row is None or key == _LEAK:
        return None
    name = f"{label(key[1])} ({key[0]})"
    if lower_is_better(key[1]):
        if row.ci_low <= 1 - GOOD_RATE:
            return None
        return (
            f"{name}: {row.k} of {row.n} turns show this fault, {percent(row.rate)}%, and the interval "
            f"reaches no lower than {percent(row.ci_low)}%."
        )
    if row.ci_high >= GOOD_RATE:
        return None
    return (
        f"{name}: {row.n - row.k} of {row.n} {units(key[1])} fail; {percent(row.rate)}% pass, and "
        f"the interval reaches no higher than {percent(row.ci_high)}%."
    )


def _weakest_band(bands: Bands) -> list[str]:
    rated = {band: row["ideal_turn"] for band, row in bands.items() if "ideal_turn" in row}
    if len(rated) < 2:
        return []
    worst = min(rated, key=lambda band: rated[band][0] / rated[band][1])
    best = max(rated, key=lambda band: rated[band][0] / rated[band][1])
    (k, n, _, high), (best_k, best_n, low, _) = rated[worst], rated[best]
    if k * best_n == best_k * n:
        return []
    sure = (
        "their intervals do not overlap (the two were picked because they lie farthest apart)"
        if high < low
        else "their intervals overlap, and this run is too small to rank the bands"
    )
    return [
        f"Ideal turns range from {percent(k / n)}% ({k}/{n}) in grades {worst} to "
        f"{percent(best_k / best_n)}% ({best_k}/{best_n}) in grades {best}: {sure}."
    ]


def won_by_controls(own: dict[Key, Estimate], estimates: Estimates) -> list[tuple[Key, list[str]]]:
    """Main metrics on which controls reach this system's rate or beat it, with these controls."""
    found = []
    for key in MAIN:
        if key not in own:
            continue
        sign = -1 if lower_is_better(key[1]) else 1
        winners = [
            other
            for other, rows in estimates.items()
            if kind_of(other) == "control" and key in rows and sign * rows[key].rate >= sign * own[key].rate
        ]
        if winners:
            found.append((key, winners))
    return found


def _won_by_a_control(own: dict[Key, Estimate], estimates: Estimates) -> list[str]:
    """What such a metric alone says little about."""
    found = []
    for key, winners in won_by_controls(own, estimates):
        rates = ", ".join(f"{name} {percent(estimates[name][key].rate)}%" for name in winners)
        found.append(
            f"{label(key[1])} ({key[0]}) alone says little: it does not tell a tutor from a trick ({rates}; "
            f"this adapter {percent(own[key].rate)}%)."
        )
    return found


def _not_more_than_a_lookup(differences: list[dict[str, Any]]) -> list[str]:
    """On which main metrics a lookup of training turns does as well, or better."""
    rows = [row for row in differences if row["minus"] == "retrieval"]
    apart = [row for row in rows if row["told_apart"]]
    behind = [row for row in apart if (row["difference"] > 0) == lower_is_better(row["metric"])]
    level = [row for row in rows if not row["told_apart"]]
    found = []
    for of, says in (
        (behind, "A lookup of the nearest training turn does better on"),
        (level, f"Not told apart from a lookup of the nearest training turn ({_UNSURE})"),
    ):
        if of:
            found.append(f"{says}: {_named(of)}.")
    return found


def _named(rows: list[dict[str, Any]]) -> str:
    return ", ".join(f"{label(row['metric'])} ({row['benchmark']})" for row in rows)


def filter_limitations(behind: dict[Key, Estimate], trial: dict[str, Any]) -> list[str]:
    """What the filter's own figures leave open. behind: the run behind it. trial: filter_evaluation.json."""
    caught, unread = trial["caught"], read_json(UNTUNED_FORMS)
    strangers, known = unread["strangers"], unread["held back"]
    found = [
        f"Of leaks by an author who never saw the filter, which nobody had read while it was improved, it "
        f"held back {_of(strangers, 'caught', 'leaks')}; of this author's turns without a leak, "
        f"{_of(strangers, 'held_back', 'harmless')}; of the unread half of a table whose other half it was "
        f"improved on, {_of(known, 'caught', 'leaks')}.",
        f"The filter's catch rate above ({caught['k']:,} of {caught['n']:,}) is one of forms that it was "
        "improved on.",
    ]
    row = behind.get(("leak", "answer_leak.typed"))
    if row is not None and row.k:
        found.append(f"Behind the filter {row.k} of {row.n} turns still gave the answer away.")
    return found


def _of(counts: dict[str, int], what: str, n: str) -> str:
    return f"{percent(counts[what] / counts[n])}% ({counts[what]} of {counts[n]})"


def _not_told_apart(differences: list[dict[str, Any]]) -> list[str]:
    unsure = [row for row in differences if row["minus"] == "base" and not row["told_apart"]]
    return [f"Not told apart from the untuned base ({_UNSURE}): {_named(unsure)}."] if unsure else []


_UNSURE = "the adjusted p value is too large, or the paired interval holds 0"


def _precision(own: dict[Key, Estimate]) -> list[str]:
    """Only where the correlation could be estimated: at rates of 0 and 1 the design effect is assumed."""
    estimated = [key for key in MAIN if key in own and 0 < own[key].k < own[key].n]
    key = max(estimated, key=lambda key: own[key].design_effect, default=None)
    if key is None or own[key].design_effect <= 1.5:
        return []
    row = own[key]
    return [
        f"Items of one family resemble each other: {label(key[1])} rests on {row.clusters} families (design "
        f"effect {row.design_effect:.1f}), so its {row.n} {units(key[1])} count like "
        f"{row.n / row.design_effect:.0f}."
    ]
