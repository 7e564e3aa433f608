"""Another process writes to the database at the same time: SQLite refuses, we try again, nothing doubles."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from mlflow.exceptions import MlflowException
from trial import loss_curve, runs, track

from socratic_tutor.tracking import patience, requests


class Contended:
    """A client whose `log_batch` is refused so many times, the last time after it has written."""

    def __init__(self, client: Any, refusals: int, message: str) -> None:
        self._client, self.left, self._message = client, refusals, message

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def log_batch(self, run_id: str, **given: Any) -> None:
        refusals, self.left = self.left, max(0, self.left - 1)
        if refusals < 2:
            self._client.log_batch(run_id, **given)
        if refusals:
            raise MlflowException(f"(sqlite3.OperationalError) {self._message}")


@pytest.fixture
def contend(monkeypatch: pytest.MonkeyPatch) -> Any:
    real = requests.client

    def refuse(times: int, message: str = patience.LOCKED) -> list[Contended]:
        made: list[Contended] = []

        def client(*arguments: Any) -> Contended:
            made.append(Contended(real(*arguments), times, message))
            return made[-1]

        monkeypatch.setattr(requests, "client", client)
        return made

    return refuse


def test_a_lock_that_passes_costs_nothing(results: Path, contend: Any) -> None:
    made = contend(3)
    assert track(results)["state"] == "complete"
    assert made[0].left == 0
    assert loss_curve(results) == [(step, 2.0 / step) for step in (1, 2, 3)]
    (run,) = runs(results)
    assert run.info.status == "FINISHED"


def test_a_lock_that_stays_costs_the_budget_at_most(
    results: Path, contend: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "DEADLINE_SECONDS", 1.0)
    contend(10_000)
    started = time.monotonic()
    record = track(results)
    assert (record["state"], patience.LOCKED in record["reason"]) == ("pending", True)
    assert time.monotonic() - started < 5


def test_another_error_is_not_tried_again(results: Path, contend: Any) -> None:
    made = contend(3, "disk I/O error")
    assert track(results)["state"] == "pending"
    assert made[0].left == 2
