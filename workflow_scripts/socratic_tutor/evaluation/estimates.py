"""Scores to rates with intervals: `metrics.json` of one system.

Every planned item counts: the ids come from the benchmark's file, and a missing score is an error, not
a smaller n. Rates and bounds are fractions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.intervals import Clustered, clustered_wilson, exact_upper, wilson
from socratic_tutor.files import InputError, read_jsonl, write_json
from socratic_tutor.items import read_items, turns_of
from socratic_tutor.records import Estimate, Item, Score, from_row
from socratic_tutor.scoring.metrics import BY_NAME, METRICS

Unit = tuple[str, int]  # item id, turn
Scores = dict[tuple[str, str], dict[Unit, int | None]]  # (benchmark, metric) -> unit -> value


def read_scores(path: Path) -> Scores:
    """Scores of one system; InputError for unknown metrics, values other than 0, 1, null, and repeats."""
    scores: Scores = defaultdict(dict)
    for number, row in enumerate(read_jsonl(path), start=1):
        where = f"{path}:{number}"
        score = from_row(Score, row, where)
        if score.metric not in BY_NAME:
            raise InputError(f"{where}: {score.metric!r} is no metric; score the responses again")
        if score.value not in (0, 1, None):
            raise InputError(f"{where}: {score.metric} of {score.id!r} is {score.value!r}, not 0, 1 or null")
        of_metric = scores[score.benchmark, score.metric]
        if (score.id, score.turn) in of_metric:
            raise InputError(f"{where}: {score.metric} of {score.id!r}, turn {score.turn}, comes twice")
        of_metric[score.id, score.turn] = score.value
    return dict(scores)


def families_of(benchmarks: Mapping[str, Path]) -> dict[str, str]:
    """Item id -> family, the clusters of every interval."""
    return {
        item_id: item.family for path in benchmarks.values() for item_id, item in read_items(path).items()
    }


def check_complete(scores: Scores, benchmark: str, items: dict[str, Item], source: Path) -> None:
    """InputError unless every item has every metric in every turn, and there is nothing else."""
    for metric in METRICS:
        found = scores.get((benchmark, metric.name), {})
        for item_id, item in items.items():
            for turn in turns_of(item):
                if (item_id, turn) not in found:
                    raise InputError(
                        f"{source}: benchmark {benchmark!r} plans {len(items)} items, but {item_id!r} has "
                        f"no {metric.name} (turn {turn}).\nScore the responses again: n must not shrink."
                    )
        if extra := sorted({item_id for item_id, _ in found} - set(items)):
            raise InputError(f"{source}: id {extra[0]!r} is not in benchmark {benchmark!r}; score again")


def estimate_metrics(
    *, system: str, benchmarks: dict[str, Path], scores: Path, level: float, out: Path
) -> None:
    """Write {"system", "estimates", "clustered", "bounds", "not_applicable"}.

    estimates: one `Estimate` for each benchmark and metric, Wilson, the headline; its design effect is
        that of clusters by family. clustered: the same rates with effective-n Wilson. bounds: for rare
        faults, the exact one-sided upper bound (ci_low 0). not_applicable: where no item was judged.
    """
    read = read_scores(scores)
    if unknown := sorted({name for name, _ in read} - set(benchmarks)):
        raise InputError(f"{scores}: benchmark {unknown[0]!r} is not planned; score the responses again")
    result: dict[str, Any] = {"estimates": [], "clustered": [], "bounds": [], "not_applicable": []}
    for benchmark, path in benchmarks.items():
        items = read_items(path)
        check_complete(read, benchmark, items, scores)
        for metric in METRICS:
            values = read[benchmark, metric.name]
            rows = _estimates(benchmark, metric.name, values, items, level, bound=metric.bound)
            for kind, row in rows.items():
                result[kind].append(row)
    write_json(out, {"system": system, **result})


def _estimates(
    benchmark: str,
    metric: str,
    values: dict[Unit, int | None],
    items: dict[str, Item],
    level: float,
    *,
    bound: bool,
) -> dict[str, dict[str, Any]]:
    judged = {unit: value for unit, value in values.items() if value is not None}
    k, n, left_out = sum(judged.values()), len(judged), len(values) - len(judged)
    if n == 0:
        row = {"benchmark": benchmark, "metric": metric, "n_not_applicable": left_out}
        return {"not_applicable": row}
    families: dict[str, list[int]] = defaultdict(list)
    for (item_id, _), value in judged.items():
        families[items[item_id].family].append(value)
    clustered = clustered_wilson(families, level)

    def row_of(low: float, high: float, method: str) -> dict[str, Any]:
        return asdict(
            Estimate(
                benchmark=benchmark,
                metric=metric,
                k=k,
                n=n,
                rate=k / n,
                ci_low=low,
                ci_high=high,
                level=level,
                method=method,
                clusters=clustered.clusters,
                design_effect=clustered.design_effect,
                n_not_applicable=left_out,
            )
        )

    rows = {
        "estimates": row_of(*wilson(k, n, level), "wilson"),
        "clustered": row_of(clustered.low, clustered.high, _clustered_method(clustered)),
    }
    if bound:
        rows["bounds"] = row_of(0.0, exact_upper(k, n, level), "exact one-sided upper bound")
    return rows


def _clustered_method(clustered: Clustered) -> str:
    source = "estimated" if clustered.icc_estimated else "assumed"
    return f"wilson, effective n, clusters by family, icc {clustered.icc:.2f} {source}"
