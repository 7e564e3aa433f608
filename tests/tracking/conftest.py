"""A store to copy, a system to track, and no tracking server of the user's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import trial

from socratic_tutor import tracking


@pytest.fixture(autouse=True)
def _no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)


@pytest.fixture(scope="session")
def fresh_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first migration takes seconds, so one new store is made and copied for each test."""
    folder = tmp_path_factory.mktemp("store") / "mlflow"
    tracking.create_store(folder=folder, experiment=trial.EXPERIMENT, ready=folder / "store.ready")
    return folder


@pytest.fixture
def experiment(tmp_path: Path, fresh_store: Path) -> Path:
    """Results with a store and a corpus, and no system yet."""
    shutil.copytree(fresh_store, tmp_path / "mlflow")
    trial.write_corpus(tmp_path)
    return tmp_path


@pytest.fixture
def results(experiment: Path) -> Path:
    """Results with a store and one finished system that is not tracked yet."""
    trial.write_system(experiment, history=trial.curve())
    return experiment
