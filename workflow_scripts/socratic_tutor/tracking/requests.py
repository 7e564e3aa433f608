"""The order to track one system, kept in `tracked.json` so that it can be carried out later as well."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, digest_of, read_json, write_json
from socratic_tutor.provenance import redacted
from socratic_tutor.tracking.runs import log_system
from socratic_tutor.tracking.store import StoreUnavailable, client, one_line, shown_uri

log = logging.getLogger(__name__)

COMPLETE, PENDING = "complete", "pending"


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
) -> None:
    """Put one system into the store and write `out`; a store that fails makes it pending, never an error.

    system, experiment: the run's name and its MLflow experiment.
    store: folder of the local store, as given to `create_store`.
    sections: everything that makes this another run when it changes (resolved config sections; code digests
        and versions if wanted). Flattened to params; their digest with the system is the tag `run_key`.
    metrics: metrics.json; every estimate becomes <benchmark>/<metric>, .ci_low, .ci_high and .n.
    history: history.jsonl of the training; every number becomes <split>/<name> at its own step and time.
    facts: training.json; a changed training under an unchanged `run_key` is a new run.
    artifacts: files to show with the run, stored as <parent folder>/<name>.
    out: {"state": "complete" | "pending", "run_id", "reason", "run_key", "store", "request"}.

    Raises InputError only for results that are themselves unreadable.
    """
    here = Path(out).parent
    sections = redacted(sections)
    request = {
        "system": system,
        "experiment": experiment,
        "sections": sections,
        "store": _relative(store, here),
        "metrics": _relative(metrics, here),
        "history": _relative(history, here) if history else None,
        "facts": _relative(facts, here) if facts else None,
        "artifacts": [_relative(path, here) for path in artifacts],
    }
    write_json(out, _carry_out(request, here))


def replay(*, results: Path) -> dict[str, dict[str, Any]]:
    """Carry out every order under `results`/systems again; returns system -> what its tracked.json now says.

    A run that lacks nothing gains nothing, so this may be called at any time. `tracked.json` is rewritten
    only where its content changes. Raises InputError when no system has been tracked yet.
    """
    found = sorted(Path(results).glob("systems/*/tracked.json"))
    if not found:
        raise InputError(f"{results}: no system has a tracked.json yet\nRun `snakemake --cores 1 all` first.")
    states = {}
    for path in found:
        before = read_json(path)
        after = _carry_out(before["request"], path.parent)
        if after != before:
            write_json(path, after)
        states[before["request"]["system"]] = after
    return states


def run_key_of(system: str, sections: dict[str, Any]) -> str:
    """The tag by which a system's run is found again: 16 hexadecimal digits."""
    return digest_of({"system": system, "sections": sections})[:16]


def _carry_out(request: dict[str, Any], here: Path) -> dict[str, Any]:
    def path(name: str) -> Path | None:
        return here / request[name] if request[name] else None

    store = here / request["store"]
    result: dict[str, Any] = {
        "state": PENDING,
        "run_id": None,
        "reason": None,
        "run_key": run_key_of(request["system"], request["sections"]),
        "store": shown_uri(store),
        "request": request,
    }
    try:
        result["run_id"] = log_system(
            client(store),
            store=store,
            system=request["system"],
            experiment=request["experiment"],
            run_key=result["run_key"],
            sections=request["sections"],
            metrics=here / request["metrics"],
            history=path("history"),
            facts=path("facts"),
            artifacts=[here / name for name in request["artifacts"]],
        )
        result["state"] = COMPLETE
    except InputError:
        raise  # the results are broken, not the store
    except StoreUnavailable as error:
        result["reason"] = str(error)
    except Exception as error:  # whatever MLflow raises: tracking must never cost a result
        result["reason"] = one_line(error)
    if result["reason"]:
        log.warning(
            "%s is not tracked yet: %s. `snakemake track` completes it.", request["system"], result["reason"]
        )
    return result


def _relative(path: Path, start: Path) -> str:
    """Portable between machines as long as the results folder is moved whole."""
    return Path(os.path.relpath(path, start)).as_posix()
