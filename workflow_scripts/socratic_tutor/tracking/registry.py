"""The adapters as versions of one registered model, and which of them is called the champion.

A version's source is the adapter among its run's artifacts: safetensors and JSON, no pickles. The alias
`champion` moves only when the paired comparison over at least three seeds (evaluation.champion) names an
adapter; otherwise it stays where it is, and the registered model's tag says why.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.champion import Champion, champion
from socratic_tutor.files import InputError, digest_of, read_json, sha256_of, write_json
from socratic_tutor.tracking.artifacts import store_artifacts
from socratic_tutor.tracking.patience import check_note, deadline_of, leave_note, remove_note, within
from socratic_tutor.tracking.requests import COMPLETE, PATIENT_SECONDS, PENDING
from socratic_tutor.tracking.store import StoreUnavailable, client, is_outage, one_line, shown_uri

ALIAS = "champion"
DECISION = "champion_decision"
SHA256 = "adapter_sha256"
TAG_LENGTH = 5000
FOLDER = "adapter"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Adapter:
    """A finished adapter. run_id: of its tracked run. files: what makes it up, for its artifacts."""

    system: str
    run: str
    seed: int
    run_id: str
    files: Sequence[Path]

    @property
    def sha256(self) -> str:
        """Of the names and contents of its files."""
        return digest_of({path.name: sha256_of(path) for path in self.files})


def register_models(
    *,
    experiment: str,
    store: Path,
    adapters: Mapping[str, Sequence[Path]],
    runs: Mapping[str, tuple[str, int]],
    scores: Mapping[str, Path],
    benchmarks: Mapping[str, Path],
    level: float,
    out: Path,
) -> None:
    """Register every adapter and settle the alias; a store that fails makes it pending, never an error.

    adapters: system -> files of its adapter. runs: system -> (run, seed). scores: system -> scores.jsonl, of
    the adapters and of whom a champion must beat. benchmarks: name -> file. level: of the intervals.
    out: {"state": "complete" | "pending", "reason", "model", "champion", "decision", "versions", "request"}.

    Raises InputError only for results that are themselves unreadable.
    """
    here = Path(out).parent

    def relative(path: Path) -> str:
        return Path(os.path.relpath(path, here)).as_posix()

    request = {
        "experiment": experiment,
        "store": relative(store),
        "adapters": {system: [relative(path) for path in files] for system, files in adapters.items()},
        "runs": {system: list(runs[system]) for system in adapters},
        "scores": {system: relative(path) for system, path in scores.items()},
        "benchmarks": {name: relative(path) for name, path in benchmarks.items()},
        "level": level,
    }
    write_json(out, _carry_out(request, here, patient=False))


def replay_registry(*, path: Path) -> dict[str, Any]:
    """Carry out the order in registry.json again; what it then says."""
    before = read_json(path)
    after = _carry_out(before["request"], path.parent, patient=True)
    if after != before:
        write_json(path, after)
    return after


def _carry_out(request: dict[str, Any], here: Path, *, patient: bool) -> dict[str, Any]:
    store = here / request["store"]
    benchmarks = {name: here / path for name, path in request["benchmarks"].items()}
    scores = {name: here / path for name, path in request["scores"].items()}
    decided = champion(scores, benchmarks=benchmarks, level=request["level"])
    name = f"socratic-tutor-{request['experiment']}"
    record: dict[str, Any] = {
        "state": PENDING,
        "reason": None,
        "store": shown_uri(store),
        "model": name,
        "champion": decided.system,
        "decision": decided.reasons,
        "versions": {},
        "request": request,
    }
    found, record["reason"] = _adapters(request, here)
    if record["reason"] is None:
        record |= _registered(request["experiment"], name, store, found, decided, patient=patient)
    if record["reason"]:
        log.warning("%s is not registered yet: %s. `snakemake track` completes it.", name, record["reason"])
    return record


def _registered(
    experiment: str, name: str, store: Path, adapters: Sequence[Adapter], decided: Champion, *, patient: bool
) -> dict[str, Any]:
    """What changes in the record by trying: state and versions, or the reason."""

    def work() -> dict[str, str]:
        versions = _versions(connection, name, store, adapters)
        _settle(connection, name, versions, decided.system, decided.reasons)
        return versions

    try:
        if not patient:
            check_note(store)
        connection = client(store, experiment)
        versions = within(PATIENT_SECONDS if patient else deadline_of(store), work)
    except InputError:
        raise  # the results are broken, not the store
    except Exception as error:  # whatever MLflow raises: tracking must never cost a result
        reason = str(error) if isinstance(error, StoreUnavailable) else one_line(error)
        if not patient and is_outage(error):
            leave_note(store, reason)
        return {"reason": reason}
    remove_note(store)
    return {"state": COMPLETE, "versions": versions}


def _adapters(request: dict[str, Any], here: Path) -> tuple[list[Adapter], str | None]:
    """The adapters, and why one cannot be registered: a version names the tracked run that it is from."""
    adapters = []
    for system, files in request["adapters"].items():
        paths = [here / name for name in files]
        tracked = read_json(paths[0].parents[1] / "tracked.json")
        if tracked["state"] != COMPLETE:
            return [], f"{system} is not tracked ({tracked['reason']})"
        run, seed = request["runs"][system]
        adapters.append(Adapter(system, run, seed, tracked["run_id"], paths))
    return adapters, None


def _versions(connection: Any, name: str, store: Path, adapters: Sequence[Adapter]) -> dict[str, str]:
    """System -> the version of its adapter from its run, registered on first use."""
    from mlflow.exceptions import MlflowException

    try:
        connection.get_registered_model(name)
    except MlflowException as error:
        if error.error_code != "RESOURCE_DOES_NOT_EXIST":
            raise
        connection.create_registered_model(
            name, description="LoRA adapters of a Socratic math tutor, one version each (PEFT, safetensors)."
        )
    known = {
        (version.run_id, version.tags.get(SHA256)): str(version.version)
        for version in _all_versions(connection, name)
    }
    return {
        adapter.system: known.get((adapter.run_id, adapter.sha256))
        or _register(connection, name, store, adapter)
        for adapter in adapters
    }


def _all_versions(connection: Any, name: str) -> Iterator[Any]:
    token = None
    while True:
        page = connection.search_model_versions(f"name = '{name}'", max_results=1000, page_token=token)
        yield from page
        if not (token := page.token):
            return


def _register(connection: Any, name: str, store: Path, adapter: Adapter) -> str:
    run = connection.get_run(adapter.run_id)
    files = {f"{FOLDER}/{path.name}": path for path in adapter.files}
    store_artifacts(connection, run, store, files, tag=SHA256)
    made = connection.create_model_version(
        name,
        source=f"{run.info.artifact_uri}/{FOLDER}",
        run_id=adapter.run_id,
        tags={
            "system": adapter.system,
            "run": adapter.run,
            "seed": str(adapter.seed),
            SHA256: adapter.sha256,
        },
        description=f"Adapter of run {adapter.run}, training seed {adapter.seed}",
    )
    return str(made.version)


def _settle(
    connection: Any, name: str, versions: Mapping[str, str], system: str | None, reasons: Sequence[str]
) -> None:
    """Move the alias if a champion is named, and say in a tag why it moved or stayed."""
    model = connection.get_registered_model(name)
    aliases = {alias: str(version) for alias, version in model.aliases.items()}
    if system is not None and aliases.get(ALIAS) != versions[system]:
        connection.set_registered_model_alias(name, ALIAS, versions[system])
    verdict = f"{system} is the champion" if system else "the alias stays as it is"
    said = "; ".join([verdict, *reasons])[:TAG_LENGTH]
    if model.tags.get(DECISION) != said:
        connection.set_registered_model_tag(name, DECISION, said)
