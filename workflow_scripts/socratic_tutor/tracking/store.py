"""Where the MLflow store is, whether it answers, and its first creation.

The local store is `mlflow.db` (SQLite) with its artifacts in `artifacts/` beside it. The experiment's
artifact location is `mlflow-artifacts:/{experiment}`, which the UI's server resolves to that folder: an
absolute path in the database would break as soon as the results are moved.
"""

from __future__ import annotations

import fcntl
import logging
import os
import socket
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from socratic_tutor.files import write_json
from socratic_tutor.provenance import redact

PROBE_SECONDS = 4.0
CREATION_SECONDS = 120.0
DATABASE = "mlflow.db"
PROXY = "mlflow-artifacts:/"

# MLflow's own defaults retry a dead server for minutes, send telemetry and write to the log from threads.
_CLIENT_ENVIRONMENT = {
    "MLFLOW_HTTP_REQUEST_MAX_RETRIES": "0",
    "MLFLOW_HTTP_REQUEST_TIMEOUT": "5",
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "MLFLOW_ENABLE_ASYNC_LOGGING": "false",
}
# MLflow's pages then show what belongs to trained models, instead of guessing.
_KIND_OF_EXPERIMENT = {"mlflow.experimentKind": "custom_model_development"}
log = logging.getLogger(__name__)


class StoreUnavailable(Exception):
    """The store cannot be used now; the message says why in one line, without credentials."""


def store_uri(folder: Path) -> str:
    """MLFLOW_TRACKING_URI when it is set, else the SQLite file in `folder`."""
    return os.environ.get("MLFLOW_TRACKING_URI") or f"sqlite:///{Path(folder).resolve() / DATABASE}"


def shown_uri(folder: Path) -> str:
    """The store as it may be written into files: no credentials and no path of this machine."""
    uri = os.environ.get("MLFLOW_TRACKING_URI")
    if not uri:
        return f"sqlite:///{DATABASE}"
    return f"sqlite:///{Path(uri).name}" if uri.startswith("sqlite:") else redact(uri)


def client(folder: Path, experiment: str) -> Any:
    """An MlflowClient for a store that has just answered; raises StoreUnavailable otherwise.

    A local store that is not there yet is created, with its experiment.
    """
    if not os.environ.get("MLFLOW_TRACKING_URI"):
        _ensure(Path(folder), experiment)
    uri = store_uri(folder)
    probe(uri)
    return _client(uri)


def _client(uri: str) -> Any:
    os.environ.update(_CLIENT_ENVIRONMENT)
    from mlflow import MlflowClient  # 1.4 s or more: only when the store is worth asking

    return MlflowClient(tracking_uri=uri, registry_uri=uri)


def probe(uri: str) -> None:
    """Ask the store for a sign of life, for at most PROBE_SECONDS; raises StoreUnavailable."""
    parts = urlsplit(uri)
    if parts.scheme in ("http", "https"):
        try:
            address = (parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))
            socket.create_connection(address, timeout=PROBE_SECONDS).close()
        except (OSError, ValueError) as error:
            raise StoreUnavailable(f"{redact(uri)} does not answer ({error})") from None
    elif parts.scheme == "sqlite":
        database = sqlite_path(uri)
        if not database.is_file():
            raise StoreUnavailable(f"{database.name} does not exist")
        try:
            # the lock that a writer needs: a locked database would otherwise cost mlflow 20 s a call
            with closing(sqlite3.connect(database, timeout=PROBE_SECONDS)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.rollback()
        except sqlite3.Error as error:
            raise StoreUnavailable(f"{database.name}: {error}") from None


def sqlite_path(uri: str) -> Path:
    """The database file of a `sqlite:///` URI."""
    return Path(uri.removeprefix("sqlite:///").partition("?")[0])


def experiment_id(store: Any, experiment: str) -> str:
    """The id of the experiment, created on first use."""
    known = store.get_experiment_by_name(experiment)
    if known is not None:
        if known.lifecycle_stage != "active":
            raise StoreUnavailable(
                f"experiment {experiment!r} was deleted in MLflow: restore it there or rename it"
            )
        return str(known.experiment_id)
    return str(
        store.create_experiment(
            experiment, artifact_location=f"{PROXY}{experiment}", tags=_KIND_OF_EXPERIMENT
        )
    )


def create_store(*, folder: Path, experiment: str, ready: Path) -> None:
    """Create the local store with its experiment, and write `ready` (JSON: store, experiment).

    Never fails for the store's sake: one that cannot be made or used is told of in a warning, and again where
    a system is tracked. An existing store is kept. With MLFLOW_TRACKING_URI nothing is created: the store is
    somebody else's, and whether it answers is found out when there is something to put into it.
    """
    if not os.environ.get("MLFLOW_TRACKING_URI"):
        try:
            experiment_id(client(folder, experiment), experiment)
        except Exception as error:  # whatever MLflow raises: tracking must never cost a result
            log.warning(
                "The MLflow store is not ready: %s. Results are made all the same; "
                "`snakemake track` completes the store (move a broken %s away first).",
                str(error) if isinstance(error, StoreUnavailable) else one_line(error),
                DATABASE,
            )
    write_json(ready, {"store": shown_uri(folder), "experiment": experiment})


def _ensure(folder: Path, experiment: str) -> None:
    """Create the local database unless it is there, one process at a time.

    MLflow's first migration of a new database fails when several processes start it at once, and a kill
    half-way would leave a store that is none.
    """
    database = folder / DATABASE
    if database.exists():
        return
    try:
        (folder / "artifacts").mkdir(parents=True, exist_ok=True)
        with _alone(folder / "creation.lock"):
            if not database.exists():
                fresh = database.with_name(f".{DATABASE}.new")
                fresh.unlink(missing_ok=True)
                try:
                    experiment_id(_client(f"sqlite:///{fresh.resolve()}"), experiment)
                    os.replace(fresh, database)
                finally:
                    fresh.unlink(missing_ok=True)
    except OSError as error:
        raise StoreUnavailable(f"{DATABASE} cannot be created: {error.strerror}") from None


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    deadline = time.monotonic() + CREATION_SECONDS
    with open(path, "w", encoding="utf-8") as stream:
        while True:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise StoreUnavailable(f"{DATABASE} is still being created by another process") from None
                time.sleep(0.1)
        yield


def is_outage(error: BaseException) -> bool:
    """Whether this error is about the store, not about what was to be put into it."""
    refused = ("INVALID_PARAMETER_VALUE", "BAD_REQUEST", "RESOURCE_DOES_NOT_EXIST", "RESOURCE_ALREADY_EXISTS")
    return getattr(error, "error_code", None) not in refused


def one_line(error: BaseException) -> str:
    """An exception as one short line without credentials or paths of this machine."""
    text = redact(" ".join(f"{type(error).__name__}: {error}".split()))
    return text if len(text) <= 200 else text[:197] + "..."
