"""The spread of each run's adapters over its training seeds, on the headline metric of every benchmark."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.planned import HEADLINES
from socratic_tutor.evaluation.seeds import seed_spread, seeds_of_runs
from socratic_tutor.reporting.planned_scores import clusters_by_family, planned_scores
from socratic_tutor.reporting.results import Estimates

log = logging.getLogger(__name__)


def seed_rows(
    estimates: Estimates, scores: Mapping[str, Path], benchmarks: Mapping[str, Path]
) -> list[dict[str, Any]]:
    """{"run", "systems", "benchmark", "metric", ...the fields of SeedSpread}, runs in the order of the
    tables.

    A run of one seed has rows too: they say that it supports one adapter only. Without `benchmarks` each item
    is its own cluster, and contrast pairs are not joined.
    """
    clusters = clusters_by_family(benchmarks)
    found = []
    for run, seeds in seeds_of_runs(list(estimates)).items():
        systems = list(seeds.values())
        read = [planned_scores(scores[system], benchmarks) for system in systems]
        level = next(iter(estimates[systems[0]].values())).level
        for key in HEADLINES.items():
            values = [of[key] for of in read if key in of]
            if len(values) < len(read) or not any(v is not None for v in values[0].values()):
                continue
            of_unit = {unit: clusters[unit[0]] for unit in values[0]} if clusters else None
            spread = seed_spread(values, level=level, clusters=of_unit)
            head = {"run": run, "systems": systems, "benchmark": key[0], "metric": key[1]}
            found.append({**head, **asdict(spread)})
    return found


def log_seeds(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print what several seeds of a run say; of one seed, that it supports this adapter only."""
    for run in dict.fromkeys(row["run"] for row in rows):
        of_run = [row for row in rows if row["run"] == run]
        if of_run[0]["seeds"] == 1:
            log.info("%s: one training seed; the numbers are those of this adapter, not of its settings", run)
            continue
        for row in of_run:
            log.info(
                "%s, %d seeds, %s, %s: %.1f%% [%.1f, %.1f], between seeds SD %.1f, %.1f to %.1f",
                run,
                row["seeds"],
                row["benchmark"],
                row["metric"],
                *(100 * row[name] for name in ("rate", "ci_low", "ci_high", "sd", "lowest", "highest")),
            )
