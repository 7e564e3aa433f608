"""One MLflow run per system: found by its key, brought up to date, never logged twice.

Whatever the run already holds is read first and only the rest is written, so a run that broke off half-way
(or that a live feed has begun) is completed by the same call that would have made it.
"""

from __future__ import annotations

import json
import math
import re
import shutil
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, atomic_open, read_json, read_jsonl, sha256_of
from socratic_tutor.tracking.store import PROXY, StoreUnavailable, experiment_id, sqlite_path, store_uri

BATCH = 500  # MLflow takes 1000 metrics or 100 params a call
DEADLINE_SECONDS = 20.0
PARAM_LENGTH = 6000

Point = tuple[str, int, float, int]  # name, step, value, milliseconds since the epoch


def log_system(
    client: Any,
    *,
    store: Path,
    system: str,
    experiment: str,
    run_key: str,
    sections: dict[str, Any],
    metrics: Path,
    history: Path | None,
    facts: Path | None,
    artifacts: list[Path],
) -> str:
    """Bring the system's run up to date and return its id; raises what MLflow raises, or StoreUnavailable."""
    # read before anything is written: broken results are the caller's error, not a half-filled run
    curve = list(curve_points(history)) if history else []
    estimates = estimate_values(metrics)
    training = sha256_of(facts) if facts else "none"
    when = _milliseconds(metrics)
    give_up_at = time.monotonic() + DEADLINE_SECONDS

    experiment_number = experiment_id(client, experiment)
    run = _find_run(client, experiment_number, run_key, training)
    if run is None:
        tags = {"system": system, "run_key": run_key, "training_sha256": training, "superseded": "false"}
        started = min((point[3] for point in curve), default=when)
        run = client.create_run(experiment_number, start_time=started, tags=tags, run_name=system)
    run_id = run.info.run_id
    client.set_tag(run_id, "training_sha256", training)
    _log_params(client, run, sections)
    missing = _missing_curve(client, run, curve) + _missing_estimates(client, run, estimates, when)
    for start in range(0, len(missing), BATCH):
        if time.monotonic() > give_up_at:
            raise StoreUnavailable(f"the store is too slow: stopped after {DEADLINE_SECONDS:.0f} s")
        _log_points(client, run_id, missing[start : start + BATCH])
    for path in artifacts:
        _store_artifact(client, run, store, path)
    if run.info.status != "FINISHED":
        client.set_terminated(run_id, status="FINISHED", end_time=when)
    _mark_superseded(client, experiment_number, system, run_id)
    return str(run_id)


def _find_run(client: Any, experiment_number: str, run_key: str, training: str) -> Any | None:
    for run in client.search_runs([experiment_number], filter_string=f"tags.run_key = '{run_key}'"):
        # a run that a live feed began while training went on does not know the outcome yet
        if run.data.tags.get("training_sha256", training) == training:
            return run
    return None


def _mark_superseded(client: Any, experiment_number: str, system: str, run_id: str) -> None:
    """Exactly one run of a system is current, also after going back to earlier settings."""
    for run in client.search_runs([experiment_number], filter_string=f"tags.system = '{system}'"):
        wanted = "false" if run.info.run_id == run_id else "true"
        if run.data.tags.get("superseded") != wanted:
            client.set_tag(run.info.run_id, "superseded", wanted)


def _log_params(client: Any, run: Any, sections: dict[str, Any]) -> None:
    from mlflow.entities import Param

    missing = [Param(k, v) for k, v in flatten(sections).items() if k not in run.data.params]
    for start in range(0, len(missing), 100):
        client.log_batch(run.info.run_id, params=missing[start : start + 100])


def _log_points(client: Any, run_id: str, points: list[Point]) -> None:
    from mlflow.entities import Metric

    client.log_batch(run_id, metrics=[Metric(name, value, when, step) for name, step, value, when in points])


def _missing_curve(client: Any, run: Any, curve: list[Point]) -> list[Point]:
    held = {
        name: {metric.step for metric in client.get_metric_history(run.info.run_id, name)}
        for name in sorted({point[0] for point in curve})
        if name in run.data.metrics
    }
    return [point for point in curve if point[1] not in held.get(point[0], ())]


def _missing_estimates(client: Any, run: Any, estimates: dict[str, float], when: int) -> list[Point]:
    """A new value of a re-scored system goes to the next step: MLflow shows the last and keeps all."""
    missing = []
    for name, value in estimates.items():
        if name not in run.data.metrics:
            missing.append((name, 0, value, when))
        elif run.data.metrics[name] != value:
            last = max(metric.step for metric in client.get_metric_history(run.info.run_id, name))
            missing.append((name, last + 1, value, when))
    return missing


def _store_artifact(client: Any, run: Any, store: Path, path: Path) -> None:
    """Upload through a server, or copy in place where the store is a local SQLite file.

    MLflow's SQLite client refuses to write to `mlflow-artifacts:/`, which only a server resolves.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such file, so it cannot be tracked")
    uri = store_uri(store)
    if not (uri.startswith("sqlite:") and run.info.artifact_uri.startswith(PROXY)):
        client.log_artifact(run.info.run_id, str(path), artifact_path=path.parent.name)
        return
    folder = sqlite_path(uri).parent / "artifacts" / run.info.artifact_uri.removeprefix(PROXY)
    target = folder / path.parent.name / path.name
    if not target.is_file() or sha256_of(target) != sha256_of(path):
        with path.open("rb") as source, atomic_open(target, "wb") as copy:
            shutil.copyfileobj(source, copy)


def curve_points(history: Path) -> Iterator[Point]:
    """The numbers of history.jsonl as points; a step that was trained twice (after a kill) counts once, last.

    Rows: {"time": seconds since the epoch or ISO 8601, "step", "split", and any numbers}. Values that are not
    finite are left out: MLflow would store an infinity as 1.8e308.
    """
    points: dict[tuple[str, int], Point] = {}
    for number, row in enumerate(read_jsonl(history), start=1):
        try:
            when, step, split = _timestamp(row["time"]), int(row["step"]), str(row["split"])
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(
                f"{history}:{number}: time, step or split is missing or wrong ({error})"
            ) from None
        for key, value in row.items():
            if key in ("time", "step") or isinstance(value, bool) or not isinstance(value, int | float):
                continue
            if math.isfinite(value):
                name = metric_name(f"{split}/{key}")
                points[name, step] = (name, step, float(value), when)
    yield from points.values()


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


def _milliseconds(path: Path) -> int:
    return path.stat().st_mtime_ns // 1_000_000 if path.is_file() else 0
