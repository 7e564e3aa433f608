"""The numbers of the comparison page in the compact form that its scripts read.

Systems, benchmarks and metrics are named once and meant by their place in that list afterwards. Rates and
bounds are fractions; bounds are cut to six decimals, a rate is its k / n.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.rates import SMALL
from socratic_tutor.files import InputError, read_json
from socratic_tutor.reporting.results import (
    MAIN,
    Estimates,
    definition,
    kind_of,
    label,
    lower_is_better,
    metric_order,
    units,
)
from socratic_tutor.scoring.metrics import BY_NAME

DECIMALS = 6
# Groups of this many systems or more show topics for ideal turns alone: the page must stay small.
MANY_SYSTEMS = 40


class Names:
    """The lists of names, and each name's place in its list."""

    def __init__(self, estimates: Estimates) -> None:
        """Take the systems in the order given; benchmarks and metrics in the order of the tables."""
        keys = sorted({key for rows in estimates.values() for key in rows}, key=metric_order)
        self.systems = list(estimates)
        self.benchmarks = list(dict.fromkeys(benchmark for benchmark, _ in keys))
        found = {metric for _, metric in keys}
        self.metrics = [name for name in BY_NAME if name in found] + sorted(found - set(BY_NAME))
        self.system = {name: place for place, name in enumerate(self.systems)}
        self.benchmark = {name: place for place, name in enumerate(self.benchmarks)}
        self.metric = {name: place for place, name in enumerate(self.metrics)}

    def knows(self, row: Mapping[str, Any]) -> bool:
        """Whether the row's benchmark and metric were estimated at all."""
        return row["benchmark"] in self.benchmark and row["metric"] in self.metric

    def place(self, row: Mapping[str, Any]) -> list[int]:
        """[benchmark, metric] of a row that `knows`."""
        return [self.benchmark[row["benchmark"]], self.metric[row["metric"]]]


def named(names: Names) -> dict[str, Any]:
    """{"systems", "benchmarks", "metrics", "main"} with what the page says about each."""
    return {
        "systems": [{"name": name, "kind": kind_of(name)} for name in names.systems],
        "benchmarks": names.benchmarks,
        "metrics": [
            {
                "name": name,
                "label": label(name),
                "lower": lower_is_better(name),
                "unit": "pair" if units(name) == "pairs" else "turn",
                "says": definition(name),
            }
            for name in names.metrics
        ],
        "main": [
            [names.benchmark[benchmark], names.metric[metric]]
            for benchmark, metric in MAIN
            if benchmark in names.benchmark and metric in names.metric
        ],
    }


def estimate_rows(estimates: Estimates, names: Names) -> list[list[Any]]:
    """[system, benchmark, metric, k, n, ci_low, ci_high] of every estimate."""
    return [
        [
            names.system[system],
            names.benchmark[benchmark],
            names.metric[metric],
            row.k,
            row.n,
            *_cut(row.ci_low, row.ci_high),
        ]
        for system, rows in estimates.items()
        for (benchmark, metric), row in rows.items()
    ]


def difference_rows(rows: Iterable[Mapping[str, Any]], names: Names) -> list[list[Any]]:
    """[system, minus, benchmark, metric, n, difference, ci_low, ci_high, a_only, b_only, p_holm, told_apart]
    of every row."""
    return [
        [
            names.system[row["system"]],
            names.system[row["minus"]],
            *names.place(row),
            row["n"],
            *_cut(row["difference"], row["ci_low"], row["ci_high"]),
            row["a_only"],
            row["b_only"],
            _significant(row["p_holm"]),
            int(row["told_apart"]),
        ]
        for row in rows
        if row["system"] in names.system and row["minus"] in names.system and names.knows(row)
    ]


def turn_rows(metrics: Mapping[str, Path], names: Names) -> list[list[Any]]:
    """[system, benchmark, metric, turn, k, n, ci_low, ci_high, small, upper] where metrics.json tells turns
    apart; upper: the exact one-sided bound, None for a metric that has none."""
    return [
        [
            names.system[system],
            *names.place(row),
            row["turn"],
            row["k"],
            row["n"],
            *_cut(row["ci_low"], row["ci_high"]),
            int(row["n"] < SMALL),
            None if row["upper"] is None else _cut(row["upper"])[0],
        ]
        for system in names.systems
        for row in read_json(metrics[system]).get("turns", [])
        if names.knows(row)
    ]


def group_rows(breakdowns: Mapping[str, Path], names: Names) -> dict[str, Any]:
    """{"bands", "topics", "rows"}: how the main metrics come out by grade band, and by topic within a band.

    rows: [system, benchmark, metric, band, topic, k, n, ci_low, ci_high, small], topic -1 for the whole band.
    breakdowns: system -> its breakdowns.json; systems without one are left out.
    Raises InputError for a file of another system.
    """
    bands: dict[str, int] = {}
    topics: dict[str, int] = {}
    rows: list[list[Any]] = []
    wanted = set(MAIN if len(breakdowns) < MANY_SYSTEMS else MAIN[:1])
    for system in names.systems:
        if system not in breakdowns:
            continue
        document = read_json(breakdowns[system])
        if not isinstance(document, dict) or document.get("system") != system:
            raise InputError(f"{breakdowns[system]}: holds no breakdowns of system {system!r}")
        for row in document["breakdowns"]:
            group = dict(zip(row["by"], row["group"], strict=True))
            if "grade_band" not in group or set(group) - {"grade_band", "topic"} or not names.knows(row):
                continue
            if (row["benchmark"], row["metric"]) not in wanted:
                continue
            band = bands.setdefault(group["grade_band"], len(bands))
            topic = topics.setdefault(group["topic"], len(topics)) if "topic" in group else -1
            rows.append(
                [
                    names.system[system],
                    *names.place(row),
                    band,
                    topic,
                    row["k"],
                    row["n"],
                    *_cut(row["ci_low"], row["ci_high"]),
                    int(row["small"]),
                ]
            )
    return {"bands": list(bands), "topics": list(topics), "rows": rows}


def _cut(*values: float) -> list[float]:
    return [round(float(value), DECIMALS) for value in values]


def _significant(value: float) -> float:
    return float(f"{value:.4g}")
