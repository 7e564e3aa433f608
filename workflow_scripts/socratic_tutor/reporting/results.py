"""Result files as reporting reads them: the estimates of all systems, in one order, with one wording."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.planned import BOTH, HEADLINES, PAIRED_BENCHMARK, PLANNED, Key
from socratic_tutor.evaluation.rates import SMALL
from socratic_tutor.files import InputError, read_json
from socratic_tutor.records import FILTERED, Estimate, from_row
from socratic_tutor.scoring.metrics import BY_NAME, METRICS

CONTROLS = ("constant", "echo", "answer", "keyword", "hint", "check", "numbers")
REFERENCES = ("gold", "retrieval")
KINDS = ("run", "filtered", "base", "control", "reference")

# What a reader should see first: what was planned to be compared, and behind the single turns of pairs the
# share of pairs of which both turns fit, which is what pairs are there for.
_PAIRS = (PAIRED_BENCHMARK, HEADLINES[PAIRED_BENCHMARK])
MAIN: tuple[Key, ...] = tuple(
    shown
    for key in PLANNED
    for shown in ((key, _PAIRS) if key == (PAIRED_BENCHMARK, "ideal_turn") else (key,))
)

Estimates = dict[str, dict[Key, Estimate]]  # by system


def kind_of(system: str) -> str:
    """run, filtered (a run behind the leak filter), base, control or reference."""
    if system == "base":
        return "base"
    if system in CONTROLS:
        return "control"
    if system.endswith(FILTERED):
        return "filtered"
    return "reference" if system in REFERENCES else "run"


def in_order(systems: list[str]) -> list[str]:
    """Runs (numbers in names counted as numbers), each with its filtered one, base, controls, references."""

    def key(system: str) -> tuple[int, list[tuple[int, str]]]:
        parts = re.split(r"(\d+)", system)
        kind = "run" if kind_of(system) == "filtered" else kind_of(system)
        return KINDS.index(kind), [(int(p) if p.isdigit() else -1, p) for p in parts]

    return sorted(systems, key=key)


def metric_order(key: Key) -> tuple[str, int, str]:
    """Benchmarks by name, metrics as in the table of metrics; unseen_problems first."""
    names = [metric.name for metric in METRICS]
    benchmark, metric = key
    place = names.index(metric) if metric in names else len(names)
    return ("" if benchmark == "unseen_problems" else benchmark, place, metric)


def label(metric: str) -> str:
    """A metric's name for people: `answer_leak.typed` -> "Answer leak (typed)"."""
    if metric.endswith(BOTH):
        return f"{label(metric.removesuffix(BOTH))} (both of a pair)"
    name, _, reading = metric.partition(".")
    text = name.replace("_", " ")
    return text[:1].upper() + text[1:] + (f" ({reading.replace('_', ' ')})" if reading else "")


def units(metric: str) -> str:
    """What a rate of the metric counts: "turns" or "pairs"."""
    return "pairs" if metric.endswith(BOTH) else "turns"


def definition(metric: str) -> str:
    """What follows "a turn counts when it", of joint metrics "a pair"; "" where METRICS has none."""
    if metric.endswith(BOTH):
        return f"is of two students at one problem whose turns both count for {metric.removesuffix(BOTH)}"
    return BY_NAME[metric].definition if metric in BY_NAME else ""


def lower_is_better(metric: str) -> bool:
    """Whether the metric counts a fault."""
    return metric in BY_NAME and not BY_NAME[metric].higher_is_better


def read_estimates(metrics: dict[str, Path]) -> Estimates:
    """Every system's estimates, those of pairs among them.

    Raises InputError for a file of another system or an estimate given twice.
    """
    found: Estimates = {}
    for system in in_order(list(metrics)):
        path = metrics[system]
        document = read_json(path)
        if not isinstance(document, dict) or document.get("system") != system:
            raise InputError(f"{path}: holds no metrics of system {system!r}")
        given = [*document["estimates"], *document.get("pairs", [])]
        rows = [from_row(Estimate, row, str(path)) for row in given]
        found[system] = {(row.benchmark, row.metric): row for row in rows}
        if len(found[system]) != len(rows):
            raise InputError(f"{path}: an estimate is given twice")
        for row in rows:
            check(row, str(path))
        check_together(found[system], str(path))
    return found


def read_reading_grades(metrics: Mapping[str, Path]) -> dict[str, dict[str, Any]]:
    """System -> its row of metrics.json's `reading_grade`, in the order given; files without one are passed
    over."""
    rows = {system: read_json(path).get("reading_grade", []) for system, path in metrics.items()}
    return {system: found[0] for system, found in rows.items() if found}


def check(row: Estimate, where: str) -> None:
    """Raise InputError when an estimate contradicts itself."""
    if not (0 <= row.k <= row.n and row.n > 0 and abs(row.rate - row.k / row.n) < 1e-6):
        raise InputError(f"{where}: {row.benchmark}/{row.metric}: rate {row.rate} is not {row.k}/{row.n}")
    if not (-1e-9 <= row.ci_low <= row.rate + 1e-9 and row.rate - 1e-9 <= row.ci_high <= 1 + 1e-9):
        raise InputError(
            f"{where}: {row.benchmark}/{row.metric}: [{row.ci_low}, {row.ci_high}] is no interval "
            f"around {row.rate}"
        )


def check_together(rows: dict[Key, Estimate], where: str) -> None:
    """Raise InputError when avoidance and leak, which exclude each other by definition, overlap."""
    for (benchmark, metric), avoided in rows.items():
        leaked = rows.get((benchmark, "answer_leak.typed"))
        if metric == "answer_avoidance" and leaked and leaked.n == avoided.n < avoided.k + leaked.k:
            raise InputError(
                f"{where}: {benchmark}: of {avoided.n} turns {avoided.k} avoid and {leaked.k} leak the answer"
            )


def percent(fraction: float) -> str:
    """A fraction as percent with one decimal; never rounded up to 100.0 or down to 0.0 when it is not."""
    text = f"{100 * float(fraction):.1f}"
    if text == "100.0" and fraction < 1:
        return ">99.9"
    if text == "0.0" and fraction > 0:
        return "<0.1"
    return text


def counted(k: int, n: int) -> str:
    """The counts behind a rate, with a mark where they are few."""
    return f"{k}/{n}{', small n' if n < SMALL else ''}"


def grade(value: float) -> str:
    """A reading grade with one decimal and a true minus."""
    text = f"{value:.1f}"
    return "0.0" if text == "-0.0" else text.replace("-", "\u2212")


def plain(value: Any) -> Any:
    """numpy's scalars as Python's: YAML would write them as Python objects that nothing can load."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value.item() if hasattr(value, "item") else value
