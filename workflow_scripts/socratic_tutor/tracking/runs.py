"""One MLflow run per system: found by its key, brought up to date, never logged twice.

Whatever the run already holds is read first and only the rest is written, so a run that broke off half-way
(or that a live feed has begun) is completed by the same call that would have made it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from socratic_tutor.files import sha256_of
from socratic_tutor.tracking.artifacts import store_artifacts
from socratic_tutor.tracking.datasets import Datasets, benchmark_version, inputs_digest, inputs_of
from socratic_tutor.tracking.points import (
    Point,
    curve_points,
    estimate_values,
    flatten,
    held_steps,
    missing_estimates,
    not_held,
)
from socratic_tutor.tracking.samples import sample_page
from socratic_tutor.tracking.store import experiment_id

BATCH = 1000  # MLflow takes so many metrics, params and tags together a call
LABELS = 100  # of these at most so many params, and so many tags
# The tag that only a run with results has: a training that is still under way does not know its outcome.
OUTCOME = "training_sha256"


@dataclass(frozen=True)
class System:
    """A finished system, as files.

    run_key: the tag by which its run is found. sections: settings, to be params. facts: training.json of a
    trained system. histories: curve files; one that is not there is passed over, but not the first.
    samples: responses and scores for sample conversations, or none. artifacts: files to show.
    tags: what else to know of it; a tag that the run has keeps its value.
    """

    name: str
    experiment: str
    run_key: str
    sections: dict[str, Any]
    metrics: Path
    facts: Path | None = None
    histories: Sequence[Path] = ()
    datasets: Datasets = field(default_factory=dict)
    samples: tuple[Path, Path] | None = None
    artifacts: Sequence[Path] = ()
    tags: Mapping[str, str] = field(default_factory=dict)


def log_system(client: Any, *, store: Path, system: System, known: str | None = None) -> str:
    """Bring the system's run up to date and return its id; raises what MLflow raises, or StoreUnavailable.

    known: the id of the run when it was logged before.
    """
    # read before anything is written: broken results are the caller's error, not a half-filled run
    curve = _curve(system.histories)
    estimates = estimate_values(system.metrics)
    outcome = sha256_of(system.facts) if system.facts else "none"
    files = _files(system)
    identity = {"system": system.name, "run_key": system.run_key, OUTCOME: outcome}
    tags = identity | _data_tags(system.datasets)
    when = system.metrics.stat().st_mtime_ns // 1_000_000

    number = experiment_id(client, system.experiment)
    run = _known_run(client, known, identity)
    others = [] if run else _runs_of(client, number, system.name)
    run = run or _find(client, others, system.run_key, outcome, curve)
    if run is None:
        started = min((point.when for point in curve), default=when)
        run = client.create_run(number, start_time=started, tags=identity, run_name=system.name)
    run_id = str(run.info.run_id)
    if system.datasets and run.data.tags.get("datasets") != tags["datasets"]:
        client.log_inputs(run_id, inputs_of(system.datasets))
    fresh = {k: v for k, v in tags.items() if run.data.tags.get(k) != v}
    fresh |= {k: v for k, v in system.tags.items() if k not in run.data.tags}
    points = not_held(curve, held_steps(client, run, {point.name for point in curve}))
    points += missing_estimates(client, run, estimates, when)
    send(client, run, points, sections=system.sections, tags=fresh)
    store_artifacts(client, run, store, files)
    if run.info.status != "FINISHED":
        client.set_terminated(run_id, status="FINISHED", end_time=when)
    if run.data.tags.get("superseded") != "false":
        _supersede(client, number, system.name, run_id)
    return run_id


def open_run(
    client: Any,
    *,
    experiment: str,
    system: str,
    run_key: str,
    sections: dict[str, Any],
    tags: Mapping[str, str],
    curve: Sequence[Point],
    started: int,
) -> Any:
    """The run of a training that is under way: begun now, or the one it began before it was broken off.

    curve: what the training has logged so far. started: milliseconds since the epoch, for a new run.
    """
    number = experiment_id(client, experiment)
    run = _find(client, _runs_of(client, number, system), run_key, None, curve)
    if run is None:
        own = {**tags, "system": system, "run_key": run_key}
        run = client.create_run(number, start_time=started, tags=own, run_name=system)
    elif run.info.status != "RUNNING":
        client.update_run(run.info.run_id, status="RUNNING")
    send(client, run, [], sections=sections)
    return run


def send(
    client: Any,
    run: Any,
    points: Sequence[Point],
    *,
    sections: dict[str, Any] | None = None,
    tags: Mapping[str, str] | None = None,
) -> None:
    """Log points, and the settings and tags that are given; params that the run has stay as they are."""
    from mlflow.entities import Metric, Param, RunTag

    params = [Param(k, v) for k, v in flatten(sections or {}).items() if k not in run.data.params]
    labels = [RunTag(k, v) for k, v in (tags or {}).items()]
    metrics = [Metric(name, value, when, step) for name, step, value, when in points]
    while params or labels or metrics:
        room = BATCH - len(params[:LABELS]) - len(labels[:LABELS])
        client.log_batch(
            run.info.run_id, metrics=metrics[:room], params=params[:LABELS], tags=labels[:LABELS]
        )
        metrics, params, labels = metrics[room:], params[LABELS:], labels[LABELS:]


def _curve(histories: Sequence[Path]) -> list[Point]:
    """All points; those of a side file (measured beside training) only if it is of this training's time."""
    curve: list[Point] = []
    for number, path in enumerate(histories):
        if number == 0:
            curve = curve_points(path)
        elif path.is_file() and path.stat().st_size:
            beside = curve_points(path)
            if beside and curve and beside[-1].when >= curve[0].when:
                curve += beside
    return curve


def _data_tags(datasets: Datasets) -> dict[str, str]:
    if not datasets:
        return {}
    return {"benchmarks": benchmark_version(datasets), "datasets": inputs_digest(datasets)}


def _files(system: System) -> dict[str, Path | str]:
    files: dict[str, Path | str] = {}
    for path in system.artifacts:
        folder = path.stem if path.parent.name == system.name else path.parent.name
        files[f"{folder}/{path.name}"] = path
    benchmarks = {name: path for name, (path, use) in system.datasets.items() if use == "evaluation"}
    if system.samples and benchmarks:
        responses, scores = system.samples
        files["samples/conversations.html"] = sample_page(
            system.name, benchmarks=benchmarks, responses=responses, scores=scores
        )
    return files


def _known_run(client: Any, run_id: str | None, identity: Mapping[str, str]) -> Any | None:
    """The run with this id, if the store has it and it is of this outcome; spares a search."""
    from mlflow.exceptions import MlflowException

    if run_id is None:
        return None
    try:
        run = client.get_run(run_id)
    except MlflowException:
        return None  # another store, or the run was removed for good
    same = all(run.data.tags.get(key) == value for key, value in identity.items())
    return run if same and run.info.lifecycle_stage == "active" else None


def _runs_of(client: Any, number: str, system: str) -> list[Any]:
    return list(client.search_runs([number], filter_string=f"tags.system = '{system}'"))


def _find(
    client: Any, runs: Sequence[Any], run_key: str, outcome: str | None, curve: Sequence[Point]
) -> Any | None:
    """The run that a live feed began for this very training, else the one with this outcome."""
    own = [run for run in runs if run.data.tags.get("run_key") == run_key]
    for run in own:
        if OUTCOME not in run.data.tags and _same_training(client, run, curve):
            return run
    return next((run for run in own if outcome is not None and run.data.tags.get(OUTCOME) == outcome), None)


def _same_training(client: Any, run: Any, curve: Sequence[Point]) -> bool:
    """Whether the curve goes on from what the run holds: the same first point, by its time or its value.

    A training that was broken off before its first checkpoint begins anew, with the same losses at other
    times; one under other code has other losses.
    """
    loss = next((point for point in curve if point.name in run.data.metrics), None)
    if loss is None:
        return True
    held = [m for m in client.get_metric_history(run.info.run_id, loss.name) if m.step == loss.step]
    return not held or any(m.timestamp == loss.when or m.value == loss.value for m in held)


def _supersede(client: Any, number: str, system: str, run_id: str) -> None:
    """Exactly one run of a system is current, also after going back to earlier settings.

    The others are marked first: a run that says it is current has seen to it that no other does.
    """
    for run in _runs_of(client, number, system):
        if run.info.run_id == run_id:
            continue
        if run.data.tags.get("superseded") != "true":
            client.set_tag(run.info.run_id, "superseded", "true")
        if run.info.status == "RUNNING":  # a training that was killed and never gone on with
            client.set_terminated(run.info.run_id, status="KILLED")
    client.set_tag(run_id, "superseded", "false")
