"""Scores to rates with intervals: `metrics.json` of one system.

Every planned item counts: the ids come from the benchmark's file, and a missing score is an error, not
a smaller n. Rates and bounds are fractions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.pairs import both, families_of_pairs
from socratic_tutor.evaluation.planned import BOTH, OF_PAIRS
from socratic_tutor.evaluation.rates import Rate, Unit, Values, rate_of
from socratic_tutor.evaluation.reading_grade import BENCHMARK, read_replies, reading_grade
from socratic_tutor.evaluation.turns import OF_TURNS, turn_rows
from socratic_tutor.files import InputError, write_json
from socratic_tutor.items import at_turn, read_items, turns_of
from socratic_tutor.records import Item, Score, stream_scores
from socratic_tutor.scoring.metrics import APPLIES, BY_NAME, MAY_BE_UNKNOWN, METRICS, Metric

Scores = dict[tuple[str, str], dict[Unit, int | None]]  # (benchmark, metric) -> unit -> value


def read_scores(path: Path, metric: str = "") -> Scores:
    """Scores of one system; InputError for unknown metrics, values other than 0, 1, null, and repeats.

    metric: the only one to be read, for those who need no other.
    """
    scores: Scores = defaultdict(dict)
    for number, score in stream_scores(path, metric):
        unit = score.id, score.turn
        of_metric = scores[score.benchmark, score.metric]
        if fault := _fault(score, unit in of_metric):
            raise InputError(f"{path}:{number}: {fault}")
        of_metric[unit] = score.value
    return dict(scores)


def _fault(score: Score, again: bool) -> str:
    if score.metric not in BY_NAME:
        return f"{score.metric!r} is no metric; score the responses again"
    if score.value not in (0, 1, None):
        return f"{score.metric} of {score.id!r} is {score.value!r}, not 0, 1 or null"
    return f"{score.metric} of {score.id!r}, turn {score.turn}, comes twice" if again else ""


def check_complete(scores: Scores, benchmark: str, items: dict[str, Item], source: Path) -> None:
    """InputError unless every item has every metric in every turn, null only where it does not apply."""
    units = {(item.id, turn): at_turn(item, turn) for item in items.values() for turn in turns_of(item)}
    for metric in METRICS:
        found = scores.get((benchmark, metric.name), {})
        for unit, item in units.items():
            if fault := _gap(metric, item, found.get(unit, "no score")):
                raise InputError(
                    f"{source}: {metric.name} of {unit[0]!r} in {benchmark!r}, turn {unit[1]}: {fault}.\n"
                    "Score the responses again: n must not shrink."
                )
        if extra := sorted(found.keys() - units.keys()):
            item_id, turn = extra[0]
            raise InputError(
                f"{source}: {item_id!r} has no turn {turn} in benchmark {benchmark!r}; score again"
            )


def _gap(metric: Metric, item: Item, value: int | str | None) -> str:
    """What is wrong with this value of the metric, "" where nothing is."""
    if isinstance(value, str):
        return value
    left_out = value is None and metric.name != MAY_BE_UNKNOWN and APPLIES[metric.applies](item)
    return f"null, though it applies to {metric.applies}" if left_out else ""


def estimate_metrics(
    *,
    system: str,
    benchmarks: dict[str, Path],
    scores: Path,
    level: float,
    out: Path,
    responses: Path | None = None,
) -> None:
    """Write {"system", "estimates", "clustered", "bounds", "clustered_bounds", "turns", "pairs", ...}.

    estimates: one `records.Estimate` for each benchmark and metric, Wilson, the headline; its design effect
        is that of clusters by family. clustered: the same rates with effective-n Wilson. bounds,
        clustered_bounds: for rare faults, the exact one-sided upper bound (ci_low 0), the latter with
        effective counts. turns: of conversations, turn by turn (`turns.turn_rows`). pairs: like estimates,
        but the unit is a pair of items, metric "{metric}.both". not_applicable: where no item was judged.
        reading_grade: `reading_grade.reading_grade` of the replies to unseen_problems, {"benchmark", ...};
        empty without `responses`.
    """
    items = {name: read_items(path) for name, path in benchmarks.items()}
    found = estimates_of(read_scores(scores), items, level, scores)
    found["reading_grade"] = _reading_grade(responses, items) if responses else []
    write_json(out, {"system": system, **found})


def estimates_of(
    read: Scores, benchmarks: Mapping[str, dict[str, Item]], level: float, scores: Path
) -> dict[str, list[dict[str, Any]]]:
    """What `estimate_metrics` writes of a system.

    benchmarks: their items by id. scores: the file that `read` is from, for errors.
    """
    if unknown := sorted({name for name, _ in read} - set(benchmarks)):
        raise InputError(f"{scores}: benchmark {unknown[0]!r} is not planned; score the responses again")
    names = ("estimates", "clustered", "bounds", "clustered_bounds", "turns", "pairs", "not_applicable")
    result: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    for benchmark, items in benchmarks.items():
        check_complete(read, benchmark, items, scores)
        for metric in METRICS:
            values = read[benchmark, metric.name]
            clusters = {unit: items[unit[0]].family for unit in values}
            _add(result, benchmark, metric, rate_of(values, clusters, level), len(values))
            if metric.name in OF_TURNS:
                result["turns"] += turn_rows(benchmark, metric.name, values, clusters, level)
            if metric.name in OF_PAIRS:
                result["pairs"] += _of_pairs(benchmark, metric, values, items, level)
    return result


def _reading_grade(responses: Path, benchmarks: Mapping[str, dict[str, Item]]) -> list[dict[str, Any]]:
    if BENCHMARK not in benchmarks:
        return []
    found = reading_grade(read_replies(responses, benchmarks[BENCHMARK]))
    return [{"benchmark": BENCHMARK, **found}] if found else []


def _add(
    result: dict[str, list[dict[str, Any]]], benchmark: str, metric: Metric, rate: Rate | None, units: int
) -> None:
    named = {"benchmark": benchmark, "metric": metric.name}
    if rate is None:
        result["not_applicable"].append({**named, "n_not_applicable": units})
        return
    result["estimates"].append({**named, **rate.row()})
    result["clustered"].append({**named, **rate.clustered_row()})
    if metric.bound:
        result["bounds"].append({**named, **rate.bound_row()})
        result["clustered_bounds"].append({**named, **rate.clustered_bound_row()})


def _of_pairs(
    benchmark: str, metric: Metric, values: Values, items: dict[str, Item], level: float
) -> list[dict[str, Any]]:
    rate = rate_of(both(values, items), families_of_pairs(items), level)
    return [{"benchmark": benchmark, "metric": f"{metric.name}{BOTH}", **rate.row()}] if rate else []
