"""Each run minus base, controls and references, item by item, on the main metrics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.comparison import holm, paired_difference
from socratic_tutor.evaluation.estimates import Scores, read_scores
from socratic_tutor.reporting.results import FILTERED, MAIN, Estimates, Key, kind_of

RESAMPLES = 2_000  # the interval's own random error is then about 0.1 points; 10,000 would take a minute


def differences(
    estimates: Estimates, scores: dict[str, Path], runs: Sequence[str] | None = None
) -> list[dict[str, Any]]:
    """One row per run (all of them, or those named), other system and main metric that both have.

    Rows: {"system", "minus", "benchmark", "metric", ...the fields of PairedDifference, "p_holm"}; rates and
    bounds as fractions. The declared family of p_holm is one question, "does this run differ from that
    system?", asked of every main metric: run - base is not paid for by run - control. A run is compared with
    itself behind the leak filter, and with no other filtered run. Two runs are not compared with each other:
    with one seed each that would say nothing about their hyperparameters.
    """
    read = {system: read_scores(path) for system, path in scores.items()}
    found: list[dict[str, Any]] = []
    for run in runs if runs is not None else [s for s in estimates if kind_of(s) == "run"]:
        for other in estimates:
            if kind_of(other) == "run" or (kind_of(other) == "filtered" and other != run + FILTERED):
                continue
            rows = [
                _row(read, run, other, key, estimates[run][key].level)
                for key in MAIN
                if key in estimates[run] and key in estimates[other]
            ]
            adjusted = holm([row["p_value"] for row in rows])
            found += [{**row, "p_holm": p} for row, p in zip(rows, adjusted, strict=True)]
    return found


def _row(read: dict[str, Scores], run: str, other: str, key: Key, level: float) -> dict[str, Any]:
    benchmark, metric = key
    seed = f"difference:{run}:{other}:{benchmark}:{metric}"
    difference = paired_difference(
        read[run][key], read[other][key], seed=seed, level=level, resamples=RESAMPLES
    )
    return {"system": run, "minus": other, "benchmark": benchmark, "metric": metric, **asdict(difference)}
