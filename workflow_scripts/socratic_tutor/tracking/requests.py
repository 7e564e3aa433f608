"""The order to track one system, kept in `tracked.json` so that it can be carried out later as well."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, digest_of, read_json, write_json
from socratic_tutor.provenance import git_state, redacted
from socratic_tutor.tracking.patience import (
    DEADLINE_SECONDS,
    check_note,
    deadline_of,
    despite_locks,
    leave_note,
    remove_note,
    within,
)
from socratic_tutor.tracking.runs import System, log_system
from socratic_tutor.tracking.store import StoreUnavailable, client, is_outage, one_line, shown_uri

log = logging.getLogger(__name__)

COMPLETE, PENDING = "complete", "pending"
PATIENT_SECONDS = 600.0


def track_system(
    *,
    system: str,
    store: Path,
    experiment: str,
    sections: dict[str, Any],
    metrics: Path,
    history: Path | None,
    facts: Path | None,
    artifacts: list[Path],
    out: Path,
    responses: Path | None = None,
    scores: Path | None = None,
    training_data: Mapping[str, Path] | None = None,
    benchmarks: Mapping[str, Path] | None = None,
    base: Mapping[str, Any] | None = None,
    tags: Mapping[str, str] | None = None,
) -> None:
    """Put one system into the store and write `out`; a store that fails makes it pending, never an error.

    system, experiment: the run's name and its MLflow experiment.
    store: folder of the local store, as given to `create_store`.
    sections: everything that makes this another run when it changes (resolved config sections; code digests
        and versions if wanted). Flattened to params; their digest with the system is the tag `run_key`.
    metrics: metrics.json; every estimate becomes <benchmark>/<metric>, .ci_low, .ci_high and .n.
    history: history.jsonl of the training; every number becomes <split>/<name> at its own step and time. What
        the live feed measured of the machine meanwhile is taken from the store's folder.
    facts: training.json; a changed training under an unchanged `run_key` is a new run.
    artifacts: files to show with the run, stored as <parent folder>/<name>; one that lies in the system's own
        folder as <stem>/<name>, so that it has the same path in every run.
    responses, scores: for sample conversations, chosen by a stated rule.
    training_data: `training` and `validation`; they and the benchmarks become dataset inputs, with hashes.
    base: the base model's section with its fingerprint, to be tags. tags: more of them.
    out: {"state": "complete" | "pending", "run_id", "reason", "run_key", "store", "request"}.

    Raises InputError only for results that are themselves unreadable.
    """
    here = Path(out).parent

    def relative(path: Path | None) -> str | None:
        # portable between machines as long as the results folder is moved whole
        return None if path is None else Path(os.path.relpath(path, here)).as_posix()

    sections = redacted(sections)
    used = {use: (path, use) for use, path in (training_data or {}).items()}
    used |= {name: (path, "evaluation") for name, path in (benchmarks or {}).items()}
    request = {
        "system": system,
        "experiment": experiment,
        "sections": sections,
        "store": relative(store),
        "metrics": relative(metrics),
        "histories": [relative(path) for path in (history, machine_file(store, system)) if history and path],
        "facts": relative(facts),
        "responses": relative(responses),
        "scores": relative(scores),
        "datasets": {name: [relative(path), use] for name, (path, use) in used.items()},
        "artifacts": [relative(path) for path in artifacts],
        "tags": base_tags(base) | code_tags() | dict(tags or {}),
    }
    result, outage = _carry_out(request, here, None, patient=False)
    if outage:
        leave_note(store, outage)
    write_json(out, result)


def replay(*, results: Path) -> dict[str, dict[str, Any]]:
    """Carry out every order under `results`/systems again; returns system -> what its tracked.json now says.

    A run that lacks nothing gains nothing, so this may be called at any time. `tracked.json` is rewritten
    only where its content changes. Raises InputError when no system has been tracked yet.
    """
    found = sorted(Path(results).glob("systems/*/tracked.json"))
    if not found:
        raise InputError(f"{results}: no system has a tracked.json yet\nRun `snakemake --cores 1 all` first.")
    states = {}
    outage: str | None = None  # a store that one system did not reach is not asked for the others
    for path in found:
        before = read_json(path)
        if not {"histories", "datasets", "tags"} <= set(before["request"]):
            raise InputError(f"{path}: made by an earlier version\nRun `snakemake --cores 1 all` first.")
        after, outage = _carry_out(
            before["request"], path.parent, before["run_id"], patient=True, outage=outage
        )
        if after != before:
            write_json(path, after)
        states[before["request"]["system"]] = after
    return states


def run_key_of(system: str, sections: dict[str, Any]) -> str:
    """The tag by which a system's run is found again: 16 hexadecimal digits."""
    return digest_of({"system": system, "sections": redacted(sections)})[:16]


def machine_file(store: Path, system: str) -> Path:
    """Where the live feed keeps what it measured of the machine while the system was trained."""
    return Path(store) / "machine" / f"{system}.jsonl"


def base_tags(base: Mapping[str, Any] | None) -> dict[str, str]:
    """The base model's source and content (its manifest's sha256, its commit, or a digest of its files)."""
    if not base:
        return {}
    fingerprint = base.get("fingerprint", {})
    content = fingerprint.get("manifest") or fingerprint.get("revision") or digest_of(fingerprint)
    return redacted({"base": str(base["source"]), "base_sha": str(content)})


def code_tags() -> dict[str, str]:
    """State of the repository; MLflow's own tag shows the commit in its table of runs."""
    state = git_state(Path(__file__).parent)
    if state is None:
        return {}
    commit, changed = str(state["commit"]), str(state["changed_files"])
    return {"git_commit": commit, "git_changed_files": changed, "mlflow.source.git.commit": commit}


def _carry_out(
    request: dict[str, Any], here: Path, known: str | None, *, patient: bool, outage: str | None = None
) -> tuple[dict[str, Any], str | None]:
    """What tracked.json is to say, and why the store cannot be used now, if so.

    patient: take the time it takes; else only what `patience` allows. outage: nothing is tried.
    """
    store = here / request["store"]
    system = _system_of(request, here)
    run_id, reason = None, outage
    if outage is None:
        try:
            if not patient:
                check_note(store)
            connection = client(store, request["experiment"])
            run_id = within(
                PATIENT_SECONDS if patient else deadline_of(store),
                lambda: despite_locks(
                    PATIENT_SECONDS if patient else DEADLINE_SECONDS,
                    lambda: log_system(connection, store=store, system=system, known=known),
                ),
            )
            remove_note(store)
        except InputError:
            raise  # the results are broken, not the store
        except StoreUnavailable as error:
            reason = outage = str(error)
        except Exception as error:  # whatever MLflow raises: tracking must never cost a result
            reason = one_line(error)
            outage = reason if is_outage(error) else None
    if reason:
        log.warning("%s is not tracked yet: %s. `snakemake track` completes it.", system.name, reason)
    result = {
        "state": PENDING if reason else COMPLETE,
        "run_id": run_id,
        "reason": reason,
        "run_key": system.run_key,
        "store": shown_uri(store),
        "request": request,
    }
    return result, outage


def _system_of(request: dict[str, Any], here: Path) -> System:
    def given(name: str) -> Path | None:
        return here / request[name] if request.get(name) else None

    responses, scores = given("responses"), given("scores")
    return System(
        name=request["system"],
        experiment=request["experiment"],
        run_key=run_key_of(request["system"], request["sections"]),
        sections=request["sections"],
        metrics=here / request["metrics"],
        facts=given("facts"),
        histories=_paths(here, request["histories"]),
        datasets={name: (here / path, use) for name, (path, use) in request["datasets"].items()},
        samples=(responses, scores) if responses and scores else None,
        artifacts=_paths(here, request["artifacts"]),
        tags=request["tags"],
    )


def _paths(here: Path, names: Sequence[str]) -> list[Path]:
    return [here / name for name in names]
