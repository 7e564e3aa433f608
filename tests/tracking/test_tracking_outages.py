"""Outages of the store: training ends normally and in time, and `track` brings every point, once.

The calm time is what the fake training sleeps; the bound is 5 s and 5% more.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_training import SCRIPTS, end_normally, start, steps_done, wait_for
from mlflow_server import Server, free_port
from trial import SYSTEM, loss_curve, runs, track, write_system

from socratic_tutor import tracking

STEPS, PAUSE = 40, 0.25
CALM = STEPS * PAUSE
CURVE = [(step, 2.0 / step) for step in range(1, STEPS + 1)]


@pytest.fixture
def server(experiment: Path) -> Iterator[Server]:
    server = Server(experiment / "mlflow")
    yield server
    server.kill()


def everything_once(results: Path) -> None:
    """After `track`, twice: one run with the whole curve, the estimates, and no point a second time."""
    for _ in range(2):
        states = tracking.replay(results=results)
        assert states[SYSTEM]["state"] == "complete", states[SYSTEM]["reason"]
        assert loss_curve(results) == CURVE
    (run,) = runs(results)
    assert run.data.metrics["unseen_problems/answer_leak.typed.n"] == 200
    assert run.info.status == "FINISHED"
    for key in ("system/cpu_utilization_percentage", "train/learning_rate"):
        steps = [step for step, _ in loss_curve(results, key)]
        assert steps
        assert len(steps) == len(set(steps)), key


def test_down_from_the_start(experiment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    away = f"http://127.0.0.1:{free_port()}"
    end_normally(start(experiment, STEPS, PAUSE, uri=away), experiment, calm=CALM)
    write_system(experiment)
    monkeypatch.setenv("MLFLOW_TRACKING_URI", away)
    assert track(experiment)["state"] == "pending"
    monkeypatch.delenv("MLFLOW_TRACKING_URI")
    everything_once(experiment)


def test_a_server_takes_the_curve_live_and_the_rest_after_it(
    experiment: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.start()
    training = start(experiment, STEPS, PAUSE, uri=server.uri)
    wait_for(lambda: loss_curve(experiment))
    assert training.poll() is None
    end_normally(training, experiment, calm=CALM)
    write_system(experiment)
    monkeypatch.setenv("MLFLOW_TRACKING_URI", server.uri)
    assert track(experiment)["state"] == "complete"
    everything_once(experiment)
    run_id = runs(experiment)[0].info.run_id
    shown = experiment / "mlflow" / "artifacts" / "trial" / run_id / "artifacts"
    assert (shown / "samples" / "conversations.html").is_file()


def test_killed_at_step_6_and_back_later(
    experiment: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.start()
    training = start(experiment, STEPS, PAUSE, uri=server.uri)
    wait_for(lambda: steps_done(experiment) >= 6)
    server.kill()
    end_normally(training, experiment, calm=CALM)
    write_system(experiment)
    monkeypatch.setenv("MLFLOW_TRACKING_URI", server.uri)
    assert track(experiment)["state"] == "pending"
    server.start()
    everything_once(experiment)


def test_killed_at_the_end(experiment: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.start()
    training = start(experiment, STEPS, PAUSE, uri=server.uri)
    wait_for(lambda: steps_done(experiment) >= STEPS - 1)
    server.kill()
    end_normally(training, experiment, calm=CALM)
    write_system(experiment)
    monkeypatch.setenv("MLFLOW_TRACKING_URI", server.uri)
    assert track(experiment)["state"] == "pending"
    server.start()
    everything_once(experiment)


def locked(experiment: Path, seconds: float) -> threading.Timer:
    """Nobody else writes to the database for so long."""
    holder = sqlite3.connect(experiment / "mlflow" / "mlflow.db", check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    timer = threading.Timer(seconds, holder.rollback)
    timer.start()
    return timer


def test_locked_through_the_whole_training(experiment: Path) -> None:
    release = locked(experiment, CALM + 60)
    end_normally(start(experiment, STEPS, PAUSE), experiment, calm=CALM)
    write_system(experiment)
    assert track(experiment)["state"] == "pending"
    release.cancel()
    release.function()
    everything_once(experiment)


@pytest.mark.slow
def test_locked_for_30_seconds_of_a_longer_training(experiment: Path) -> None:
    training = start(experiment, STEPS, 1.25)
    wait_for(lambda: loss_curve(experiment))
    locked(experiment, 30)
    end_normally(training, experiment, calm=STEPS * 1.25)
    assert len(loss_curve(experiment)) > STEPS / 2  # it went on by itself
    write_system(experiment)
    assert track(experiment)["state"] == "complete"
    everything_once(experiment)


def test_the_stores_disk_is_full(experiment: Path) -> None:
    here = Path(__file__).parent
    paths = os.pathsep.join(map(str, (SCRIPTS, here, here.parent)))
    done = subprocess.run(
        [sys.executable, str(here / "full_disk.py"), str(experiment), str(STEPS), str(PAUSE)],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 77:
        pytest.skip("mounting a disk is not permitted here")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "disk" in done.stdout
