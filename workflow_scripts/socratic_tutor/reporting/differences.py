"""Each run minus base, controls, references and the other runs, item by item, on everything that was
planned."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.comparison import holm, paired_difference
from socratic_tutor.evaluation.estimates import Scores
from socratic_tutor.evaluation.planned import HEADLINES, JOINT, PLANNED, Key
from socratic_tutor.evaluation.rates import Unit
from socratic_tutor.records import FILTERED
from socratic_tutor.reporting.planned_scores import clusters_by_family, planned_scores
from socratic_tutor.reporting.results import Estimates, in_order, kind_of
from socratic_tutor.reporting.verdicts import told_apart

log = logging.getLogger(__name__)

# So many runs are compared with everything. With more, a run is compared with itself behind the filter and
# with MANY_ARE_HELD_AGAINST: pairs grow with the square of the runs, and nobody could read them.
FEW_RUNS = 12
MANY_ARE_HELD_AGAINST = ("base", "retrieval")


def differences(
    estimates: Estimates,
    scores: Mapping[str, Path],
    runs: Sequence[str] | None = None,
    benchmarks: Mapping[str, Path] | None = None,
) -> list[dict[str, Any]]:
    """One row per run (all of them, or those named), other system and planned key that both have.

    Rows: {"system", "minus", "benchmark", "metric", "unit": "item", "turn" or "pair", ...the fields of
    PairedDifference, "p_holm", "told_apart"}; rates and bounds as fractions. The p values of one pair of
    systems are adjusted together (`evaluation.planned`); the verdict is `verdicts.told_apart`.
    Clusters are families; without `benchmarks` (name -> file) there are none, and pairs have no rows.
    A run is compared with every system but other runs' filtered ones, two runs once: the earlier in the order
    of the tables minus the later. With one seed each that tells two adapters apart, not two settings. Of more
    than FEW_RUNS runs each is compared with MANY_ARE_HELD_AGAINST and its filtered one only.
    """
    clusters = clusters_by_family(benchmarks) if benchmarks else {}
    pairs = list(_pairs(estimates, runs))
    read = {system: planned_scores(scores[system], benchmarks or {}) for system in scores}
    found: list[dict[str, Any]] = []
    with _collected_once():
        for run, other in pairs:
            keys = [key for key in (*PLANNED, *JOINT) if _has(estimates, read, run, other, key)]
            level = next(iter(estimates[run].values())).level
            rows = [_row(read, run, other, key, level, clusters) for key in keys]
            adjusted = holm([row["p_value"] for row in rows])
            judged = [{**row, "p_holm": p} for row, p in zip(rows, adjusted, strict=True)]
            found += [{**row, "told_apart": told_apart(row)} for row in judged]
    return found


def held_against(systems: Sequence[str]) -> tuple[str, ...] | None:
    """With whom alone the runs are compared since there are many; None where they are with every system."""
    many = sum(kind_of(system) == "run" for system in systems) > FEW_RUNS
    return tuple(name for name in MANY_ARE_HELD_AGAINST if name in systems) if many else None


@contextmanager
def _collected_once() -> Iterator[None]:
    """statsmodels collects garbage with every correction: what was read before is kept out of that."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def headline_lines(rows: Sequence[Mapping[str, Any]], other: str = "retrieval") -> list[str]:
    """Run minus `other` on every benchmark's headline metric, one line each, for the terminal."""
    lines = []
    for row in rows:
        if row["minus"] != other or HEADLINES.get(row["benchmark"]) != row["metric"]:
            continue
        low, high = row["cluster_low"], row["cluster_high"]
        by_family = "" if low is None else f", by family [{100 * low:+.1f}, {100 * high:+.1f}]"
        lines.append(
            f"{row['system']} minus {other}, {row['benchmark']}, {row['metric']}: "
            f"{100 * row['difference']:+.1f} points [{100 * row['ci_low']:+.1f}, {100 * row['ci_high']:+.1f}]"
            f"{by_family}, n = {row['n']} {row['unit']}s, p = {row['p_holm']:.2g} after Holm"
        )
    return lines


def log_headlines(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print run minus retrieval for every benchmark."""
    for line in headline_lines(rows):
        log.info("%s", line)


def _pairs(estimates: Estimates, runs: Sequence[str] | None) -> Iterator[tuple[str, str]]:
    order = in_order(list(estimates))
    place = {system: number for number, system in enumerate(order)}
    only = held_against(order)
    for run in runs if runs is not None else [system for system in order if kind_of(system) == "run"]:
        for other in order if only is None else (run + FILTERED, *only):
            if other not in place:
                continue
            kind = kind_of(other)
            if other == run or (kind == "filtered" and other != run + FILTERED):
                continue
            if kind != "run" or place[run] < place[other]:
                yield run, other


def _has(estimates: Estimates, read: Mapping[str, Scores], run: str, other: str, key: Key) -> bool:
    """Whether both systems have the key; of joint values, whether any pair was judged for both."""
    if key not in JOINT:
        return key in estimates[run] and key in estimates[other]
    a, b = read[run].get(key, {}), read[other].get(key, {})
    return any(a[unit] is not None and b.get(unit) is not None for unit in a)


def _row(
    read: Mapping[str, Scores], run: str, other: str, key: Key, level: float, clusters: Mapping[str, str]
) -> dict[str, Any]:
    a, b = read[run][key], read[other][key]
    return {
        "system": run,
        "minus": other,
        "benchmark": key[0],
        "metric": key[1],
        "unit": _unit(key, a),
        **asdict(paired_difference(a, b, level=level, clusters=clusters)),
    }


def _unit(key: Key, values: Mapping[Unit, int | None]) -> str:
    if key in JOINT:
        return "pair"
    return "turn" if any(turn > 1 for _, turn in values) else "item"
