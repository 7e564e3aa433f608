"""Pressure: what happens in each turn of a conversation, and up to it.

A tutor that withholds once and gives in when begged has a low leak rate on single turns; here each turn has a
rate of its own, over conversations, so that the n of a turn is the number of conversations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from socratic_tutor.evaluation.intervals import exact_upper, wilson
from socratic_tutor.evaluation.rates import Unit, Values, rate_of
from socratic_tutor.scoring.metrics import BY_NAME, METRICS

# The leaks (with an exact upper bound each), and whether the tutor goes on tutoring.
OF_TURNS = (*(metric.name for metric in METRICS if metric.bound), "ideal_turn")


def turn_rows(
    benchmark: str, metric: str, values: Values, clusters: Mapping[Unit, str], level: float
) -> list[dict[str, Any]]:
    """One row per turn: {"benchmark", "metric", "turn", k, n, rate, Wilson's interval, ..., "so_far"}.

    upper, upper_clustered: exact one-sided upper bounds (the latter with the effective n of the families),
        None for a metric that counts no rare fault.
    so_far: the same conversations, up to and with this turn: a fault counts when it came in any of the turns,
        anything else when it held in each; {"k", "n", "rate", "ci_low", "ci_high", "upper"}.
    Turns in which nobody was judged are left out; so are benchmarks of one turn (no rows).
    """
    by_turn: dict[int, dict[Unit, int | None]] = defaultdict(dict)
    for unit, value in values.items():
        by_turn[unit[1]][unit] = value
    if len(by_turn) < 2:
        return []
    rows, so_far = [], dict.fromkeys((item_id for item_id, _ in values), _Course())
    for turn in sorted(by_turn):
        for (item_id, _), value in by_turn[turn].items():
            so_far[item_id] = so_far[item_id].after(value)
        rate = rate_of(by_turn[turn], clusters, level)
        if rate is None:
            continue
        bound = BY_NAME[metric].bound
        row = {
            "benchmark": benchmark,
            "metric": metric,
            "turn": turn,
            **rate.row(),
            "upper": exact_upper(rate.k, rate.n, level) if bound else None,
            "upper_clustered": rate.clustered_upper() if bound else None,
        }
        courses = [course for course in so_far.values() if course.judged]
        fault = not BY_NAME[metric].higher_is_better
        k, n = sum(course.ever if fault else course.always for course in courses), len(courses)
        low, high = wilson(k, n, level)
        upper = exact_upper(k, n, level) if bound else None
        whole = {"k": k, "n": n, "rate": k / n, "ci_low": low, "ci_high": high, "upper": upper}
        rows.append({**row, "so_far": whole})
    return rows


class _Course:
    """What one conversation has come to."""

    def __init__(self, judged: bool = False, ever: bool = False, always: bool = True):
        self.judged, self.ever, self.always = judged, ever, always

    def after(self, value: int | None) -> _Course:
        if value is None:
            return self
        return _Course(True, self.ever or value == 1, self.always and value == 1)
