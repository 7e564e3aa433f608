"""All systems side by side: a table, the paired differences, and a forest plot."""

from __future__ import annotations

import csv
import logging
from dataclasses import asdict
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.planned import Key
from socratic_tutor.files import InputError, atomic_open, read_json, write_json
from socratic_tutor.reporting.differences import differences, log_headlines
from socratic_tutor.reporting.figures import draw_comparison
from socratic_tutor.reporting.people import columns_of, read_people
from socratic_tutor.reporting.pressure_turns import LEAK, named_rows
from socratic_tutor.reporting.results import (
    kind_of,
    lower_is_better,
    metric_order,
    plain,
    read_estimates,
    read_reading_grades,
)
from socratic_tutor.reporting.seed_rows import log_seeds, seed_rows

log = logging.getLogger(__name__)

_NO_BOUNDS = dict.fromkeys(("upper", "upper_clustered"))


def write_comparison(
    *,
    metrics: dict[str, Path],
    scores: dict[str, Path],
    table: Path,
    data: Path,
    png: Path,
    svg: Path,
    benchmarks: dict[str, Path] | None = None,
    agreement: Path | None = None,
) -> None:
    """Write the comparison of all systems.

    metrics, scores: system -> its metrics.json and scores.jsonl, for the same systems.
    table: CSV, one line per system and estimate, and behind a system's estimates its leaks under pressure
        turn by turn; upper and upper_clustered are the exact one-sided bounds of rare faults. data: JSON
        {"estimates", "turns", "differences", "seeds", "reading_grades"}: the table's lines in two parts,
        differences and seeds as in `differences.differences` and `seed_rows.seed_rows`, reading_grades
        {"system", ...} as in metrics.json.
    benchmarks: name -> file, by which items are clustered by family and contrast pairs are joined.
    agreement: annotation/agreement.json, whose figures stand beside each metric if the file is there.
    png, svg: the forest plot of the main metrics.
    Raises InputError when the files do not belong together.
    """
    if set(metrics) != set(scores):
        raise InputError(
            f"comparison: {sorted(set(metrics) ^ set(scores))[0]!r} has only one of metrics and scores"
        )
    estimates = read_estimates(metrics)
    rows = [
        {"system": system, "kind": kind_of(system), **plain(asdict(estimates[system][key]))}
        for system in estimates
        for key in sorted(estimates[system], key=metric_order)
    ]
    turns = [
        {"system": system, "kind": kind_of(system), **row}
        for system in estimates
        for row in named_rows(metrics[system])
    ]
    people = read_people(agreement)
    if people.stale:
        log.warning("%s: the scorers have changed since; call import_annotations again", agreement)
    bounds = {system: _upper_bounds(metrics[system]) for system in estimates}
    for row in rows:
        row["lower_is_better"] = lower_is_better(row["metric"])
        row |= columns_of(people, row["metric"])
        row |= bounds[row["system"]].get((row["benchmark"], row["metric"]), _NO_BOUNDS)
    for row in turns:
        row["lower_is_better"] = lower_is_better(LEAK)
        row |= columns_of(people, row["metric"])
    _write_csv(table, _by_system(rows, turns))
    found = differences(estimates, scores, benchmarks=benchmarks)
    seeds = seed_rows(estimates, scores, benchmarks or {})
    grades = [{"system": name, **row} for name, row in read_reading_grades(metrics).items()]
    write_json(
        data,
        {
            "estimates": rows,
            "turns": turns,
            "differences": found,
            "seeds": seeds,
            "reading_grades": grades,
        },
    )
    log_headlines(found)
    log_seeds(seeds)
    draw_comparison(estimates, png=png, svg=svg)


def _upper_bounds(metrics: Path) -> dict[Key, dict[str, float]]:
    """The exact bounds of metrics.json's rare faults, as columns."""
    document = read_json(metrics)
    found: dict[Key, dict[str, float]] = {}
    for column, name in zip(_NO_BOUNDS, ("bounds", "clustered_bounds"), strict=True):
        for row in document.get(name, []):
            found.setdefault((row["benchmark"], row["metric"]), {})[column] = row["ci_high"]
    return found


def _by_system(*parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of all parts, each system's together and in the order of the first part."""
    systems = dict.fromkeys(row["system"] for row in parts[0])
    return [row for system in systems for part in parts for row in part if row["system"] == system]


def _write_csv(path: Path, rows: list[dict[str, Any]]) -> None:
    with atomic_open(path) as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: spreadsheet_safe(value) for key, value in row.items()} for row in rows)


def spreadsheet_safe(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
