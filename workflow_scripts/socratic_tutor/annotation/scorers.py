"""How far a scorer agrees with people, and a system's rate corrected by that where it may be.

A scorer is held against the majority of annotators; replies on which they are split are left out. A rate is
corrected only with labels on our own systems' turns, and where the scorer tells anything on these
(evaluation.correction).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from socratic_tutor.annotation.importing import Labels
from socratic_tutor.annotation.labels import Label
from socratic_tutor.evaluation.calibration.agreement import agreement
from socratic_tutor.evaluation.calibration.tiers import UNDEFINED
from socratic_tutor.evaluation.correction import LEAST_YOUDEN, corrected_rate
from socratic_tutor.evaluation.intervals import wilson


@dataclass(frozen=True)
class Judged:
    """A reply's item, what the majority and the scorer say of it (1 or 0), and whether it is ours."""

    item: str
    people: int
    scorer: int
    ours: bool


def majority(given: Labels, label: Label, metric: str) -> tuple[dict[str, int], int]:
    """reply -> 1 or 0 in the metric's sense, as most annotators say; and on how many they are split."""
    votes: dict[str, Counter[int]] = {}
    for answers in given.values():
        for reply, said in answers.items():
            if label.name in said:
                votes.setdefault(reply, Counter())[int(said[label.name] in label.scored_by[metric])] += 1
    decided = {
        name: int(count[1] > count[0]) for name, count in sorted(votes.items()) if count[1] != count[0]
    }
    return decided, len(votes) - len(decided)


def compare(judged: Sequence[Judged], seed: str, level: float) -> dict[str, Any]:
    """{"n", "sensitivity", "specificity", "kappa", "kappa_low", "kappa_high", "tier", "note"}.

    sensitivity, specificity: {"k", "n", "rate", "low", "high"}, Wilson. kappa: Cohen's, with the bootstrap
    over items of the calibration (95%).
    """
    found: dict[str, Any] = {"n": len(judged)}
    for name, truth in (("sensitivity", 1), ("specificity", 0)):
        k, n = _agreeing(judged, truth)
        low, high = wilson(k, n, level) if n else (None, None)
        found[name] = {"k": k, "n": n, "rate": k / n if n else None, "low": low, "high": high}
    kappa = dict.fromkeys(("kappa", "kappa_low", "kappa_high"))
    note = "no reply with a majority that the scorer judges"
    tier = UNDEFINED
    if judged:
        people, said = [one.people for one in judged], [one.scorer for one in judged]
        against = agreement(said, people, [one.item for one in judged], seed)
        kappa = {name: getattr(against, name) for name in kappa}
        tier = against.tier
        note = "" if against.kappa is not None else "kappa is not defined: both say one thing of all"
        if against.kappa_low is not None and against.kappa_low == against.kappa_high:
            kappa |= {"kappa_low": None, "kappa_high": None}
            note = "no interval of kappa: it is the same in every resample"
    return {**found, **kappa, "tier": tier, "note": note}


def _agreeing(judged: Sequence[Judged], truth: int) -> tuple[int, int]:
    """(as the scorer says so too, all) of those replies that people call so."""
    called = [one for one in judged if one.people == truth]
    return sum(one.scorer == truth for one in called), len(called)


def correction(judged: Sequence[Judged]) -> dict[str, Any]:
    """Whether these labels may correct rates: {"allowed", "reason", "youden", "n"}, of our own turns."""
    ours = [one for one in judged if one.ours]
    sees, spares = _agreeing(ours, 1), _agreeing(ours, 0)
    youden, reason = None, ""
    if not ours:
        reason = "no label on a turn of our own systems"
    elif not (sees[1] and spares[1]):
        missing, rate = ("no", "specificity") if sees[1] else ("yes", "sensitivity")
        reason = f"people call none of our own turns {missing}: the {rate} is not known"
    else:
        youden = sees[0] / sees[1] + spares[0] / spares[1] - 1
        if youden < LEAST_YOUDEN:
            reason = f"Youden's J on our own turns is {youden:.2f}, below {LEAST_YOUDEN}"
    return {"allowed": not reason, "reason": reason, "youden": youden, "n": len(ours)}


def corrected(
    metric: str,
    judged: Sequence[Judged],
    metrics: Mapping[str, Mapping[str, Any]],
    level: float,
    conversations: Collection[str] = (),
) -> list[dict[str, Any]]:
    """A row for each estimate of the metric in `metrics` (metrics.json by our own systems' names).

    Empty where `correction` does not allow it. conversations: the benchmarks of several turns. Their rates
    are over all turns and labels are of first ones, whose errors need not be the later ones': no row.
    """
    ours = [one for one in judged if one.ours]
    rows = []
    for system, found in metrics.items():
        for estimate in found["estimates"]:
            if estimate["metric"] != metric or estimate["benchmark"] in conversations:
                continue
            better = corrected_rate(
                (estimate["k"], estimate["n"]),
                _agreeing(ours, 1),
                _agreeing(ours, 0),
                level=level,
                seed=f"correction:{system}:{estimate['benchmark']}:{metric}",
            )
            if better is not None:
                rows.append(
                    {
                        **{"system": system, "benchmark": estimate["benchmark"], "metric": metric},
                        **{"k": estimate["k"], "n": estimate["n"], "measured": estimate["rate"]},
                        **{"corrected": better.rate, "ci_low": better.ci_low, "ci_high": better.ci_high},
                        "youden": better.youden,
                    }
                )
    return rows
