"""What MLflow stores of a result: points of curves, estimates under their names, settings as texts."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from socratic_tutor.files import InputError, read_json, stream_jsonl

PARAM_LENGTH = 6000  # MLflow cuts what is longer


class Point(NamedTuple):
    """One value of a metric. when: milliseconds since the epoch."""

    name: str
    step: int
    value: float
    when: int


def curve_points(history: Path) -> list[Point]:
    """The numbers of a history as points; a step that was trained twice (after a kill) counts once, last.

    Rows: {"time": seconds since the epoch or ISO 8601, "step", "split", and any numbers}.
    Raises InputError with file:line for a row without them.
    """
    points: dict[tuple[str, int], Point] = {}
    for number, row in enumerate(stream_jsonl(history), start=1):
        try:
            points |= {(point.name, point.step): point for point in points_of_row(row)}
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(
                f"{history}:{number}: time, step or split is missing or wrong ({error})"
            ) from None
    return list(points.values())


def points_of_row(row: dict[str, Any]) -> Iterator[Point]:
    """A history row's numbers as <split>/<name>.

    Values that are not finite are left out: MLflow would store an infinity as 1.8e308.
    Raises KeyError, TypeError or ValueError for a row without time, step or split.
    """
    when, step, split = _timestamp(row["time"]), int(row["step"]), str(row["split"])
    for key, value in row.items():
        if key in ("time", "step") or isinstance(value, bool) or not isinstance(value, int | float):
            continue
        if math.isfinite(value):
            yield Point(metric_name(f"{split}/{key}"), step, float(value), when)


def estimate_values(metrics: Path) -> dict[str, float]:
    """Every estimate of metrics.json under its MLflow names, as fractions."""
    values: dict[str, float] = {}
    for row in read_json(metrics)["estimates"]:
        name = metric_name(f"{row['benchmark']}/{row['metric']}")
        values |= {
            name: float(row["rate"]),
            f"{name}.ci_low": float(row["ci_low"]),
            f"{name}.ci_high": float(row["ci_high"]),
            f"{name}.n": float(row["n"]),
        }
    return values


def held_steps(client: Any, run: Any, names: Iterable[str]) -> dict[str, set[int]]:
    """Metric -> the steps of its points in the run, of those metrics that the run has."""
    return {
        name: {metric.step for metric in client.get_metric_history(run.info.run_id, name)}
        for name in sorted(set(names) & set(run.data.metrics))
    }


def not_held(points: Iterable[Point], held: dict[str, set[int]]) -> list[Point]:
    """The points whose step is not among those held: what was trained twice after a kill stays once."""
    return [point for point in points if point.step not in held.get(point.name, ())]


def missing_estimates(client: Any, run: Any, estimates: dict[str, float], when: int) -> list[Point]:
    """What the run does not hold as its last values.

    A re-scored system's new value goes to the old one's step, at a later time: MLflow shows the latest and
    keeps both, and draws bars while a metric has but one step.
    """
    missing = []
    for name, value in estimates.items():
        if name not in run.data.metrics:
            missing.append(Point(name, 0, value, when))
        elif run.data.metrics[name] != value:
            held = client.get_metric_history(run.info.run_id, name)
            step, latest = max((metric.step, metric.timestamp) for metric in held)
            missing.append(Point(name, step, value, max(when, latest + 1)))
    return missing


def metric_name(name: str) -> str:
    """`name` in the characters that MLflow allows (letters, digits, _ - . : / and space), as a path that
    stays below its folder: MLflow may store a metric under its name."""
    allowed = re.sub(r"[^\w\-./: ]", "_", name, flags=re.ASCII)
    return "/".join(part for part in allowed.split("/") if part.strip("."))


def flatten(sections: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """Nested settings as `section.key` -> text; lists as JSON; an empty section as {}."""
    flat: dict[str, str] = {}
    for key, value in sections.items():
        name = metric_name(f"{prefix}{key}")
        if isinstance(value, dict) and value:
            flat |= flatten(value, f"{name}.")
        else:
            flat[name] = (value if isinstance(value, str) else json.dumps(value))[:PARAM_LENGTH]
    return flat


def _timestamp(value: Any) -> int:
    seconds = datetime.fromisoformat(value).timestamp() if isinstance(value, str) else float(value)
    return round(seconds * 1000)
