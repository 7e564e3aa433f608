"""The loss curve grows in the store while training goes on, once, in one run; and the trainer never waits."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import fake_training
import psutil
from fake_training import end_normally, kill_group, start, steps_done, wait_for
from trial import SYSTEM, client, loss_curve, runs, track, write_system

from socratic_tutor.files import read_json
from socratic_tutor.modeling.history import HistoryFile
from socratic_tutor.tracking.live import HistoryTail, SampleFile

PAUSE = 0.1


def the_curve(steps: int) -> list[tuple[int, float]]:
    return [(step, 2.0 / step) for step in range(1, steps + 1)]


def test_the_curve_is_there_while_training_goes_on_and_system_metrics_with_it(experiment: Path) -> None:
    training = start(experiment, 10_000, PAUSE)
    try:
        wait_for(lambda: loss_curve(experiment))
        assert training.poll() is None
        (run,) = runs(experiment)
        assert run.info.status == "RUNNING"
        assert run.data.params["training.lora.r"] == "16"
        assert run.data.tags["system"] == SYSTEM
        assert run.data.tags["kind"] == "adapter"
        wait_for(lambda: loss_curve(experiment, "system/cpu_utilization_percentage"))
        assert loss_curve(experiment, "system/trainer_memory_megabytes")[0][1] > 1
        wait_for(lambda: len(loss_curve(experiment)) > 60)
    finally:
        kill_group(training)
    wait_for(lambda: runs(experiment)[0].info.status == "KILLED")


def test_what_was_fed_and_what_is_tracked_are_one_run_and_each_point_is_there_once(experiment: Path) -> None:
    training = start(experiment, 80, PAUSE)
    end_normally(training, experiment, calm=80 * PAUSE)
    (fed,) = runs(experiment)
    assert fed.info.status == "FINISHED"
    write_system(experiment)
    for _ in range(2):
        assert track(experiment)["run_id"] == fed.info.run_id
        assert loss_curve(experiment) == the_curve(80)
    (run,) = runs(experiment)
    assert run.data.metrics["unseen_problems/socratic_question"] == 1.0
    assert run.data.tags["superseded"] == "false"
    machine = [json.loads(line) for line in (experiment / "mlflow" / "machine" / f"{SYSTEM}.jsonl").open()]
    assert machine
    assert loss_curve(experiment, "system/system_memory_usage_megabytes") == [
        (row["step"], row["system_memory_usage_megabytes"]) for row in machine
    ]


def test_a_resumed_training_goes_on_in_its_own_run(experiment: Path) -> None:
    training = start(experiment, 10_000, PAUSE)
    history = experiment / "systems" / SYSTEM / "history.jsonl"
    checkpoint = experiment / "checkpoint.jsonl"
    try:
        wait_for(lambda: steps_done(experiment) >= 5)
        checkpoint.write_bytes(b"".join(history.read_bytes().splitlines(keepends=True)[:5]))
        wait_for(lambda: len(loss_curve(experiment)) > 10)
    finally:
        kill_group(training)
    steps = steps_done(experiment) + 40
    # the history goes back to the checkpoint: some steps are trained a second time, at other times
    end_normally(start(experiment, steps, PAUSE, earlier=checkpoint), experiment, calm=steps * PAUSE)
    write_system(experiment)
    assert track(experiment)["state"] == "complete"
    (run,) = runs(experiment)
    assert run.info.status == "FINISHED"
    assert loss_curve(experiment) == the_curve(steps)


def test_a_training_under_other_code_is_a_new_run(experiment: Path) -> None:
    """Same settings, other losses: what a killed training left is not mixed with it."""
    experiment_id = client(experiment).get_experiment_by_name("trial").experiment_id
    write_system(experiment, history=[{"time": 5.0, "step": 1, "split": "train", "loss": 9.0}])
    key = track(experiment)["run_key"]
    old = client(experiment).create_run(experiment_id, tags={"system": SYSTEM, "run_key": key})
    client(experiment).log_metric(old.info.run_id, "train/loss", 7.0, timestamp=1000, step=1)
    (experiment / "systems" / SYSTEM / "training.json").write_text("{}\n")
    assert track(experiment)["run_id"] != old.info.run_id
    left = client(experiment).get_run(old.info.run_id)
    assert (left.info.status, left.data.tags["superseded"]) == ("KILLED", "true")


def test_the_feed_does_not_outlive_a_killed_training(experiment: Path) -> None:
    training = start(experiment, 10_000, PAUSE)
    try:
        wait_for(lambda: psutil.Process(training.pid).children())
        (feed,) = psutil.Process(training.pid).children()
    finally:
        kill_group(training)
    wait_for(lambda: not feed.is_running() or feed.status() == psutil.STATUS_ZOMBIE, seconds=20)


def test_a_feed_that_cannot_start_costs_nothing(experiment: Path, monkeypatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    fake_training.main(experiment, 3, 0.0, None)
    assert steps_done(experiment) == 3


def test_a_feed_that_hangs_is_left_behind(experiment: Path, monkeypatch) -> None:
    monkeypatch.setattr("sys.executable", str(Path(__file__).with_name("hanging_python.sh")))
    started = time.monotonic()
    fake_training.main(experiment, 3, 0.0, None)
    assert time.monotonic() - started < 5


def test_the_tail_reads_whole_rows_only_and_notices_a_new_beginning(tmp_path: Path) -> None:
    history = HistoryFile(tmp_path / "history.jsonl")
    tail = HistoryTail(history.path)
    assert tail.rows() == []
    history.start()
    history.append(step=1)
    with history.path.open("a") as stream:
        stream.write('{"step"')
    assert [row["step"] for row in tail.rows()] == [1]
    with history.path.open("a") as stream:
        stream.write(": 2}\nbroken\n")
    assert [row["step"] for row in tail.rows()] == [2]
    assert tail.rows() == []
    history.start()
    history.append(step=7)
    assert [row["step"] for row in tail.rows()] == [7]


def test_samples_of_a_resumed_training_go_on_and_those_of_another_begin_anew(tmp_path: Path) -> None:
    path = tmp_path / "machine.jsonl"
    for resumed, kept in ((False, [0]), (True, [0, 10]), (False, [0])):
        samples = SampleFile(path)
        samples.take({"time": 110.0 if resumed else 100.0, "split": "system"})
        assert samples.numbered() == []
        samples.begin(resumed=resumed)
        samples.numbered()
        assert [json.loads(line)["step"] for line in path.open()] == kept


def test_the_feed_is_no_part_of_what_the_adapter_depends_on() -> None:
    from socratic_tutor.code_digest import reached_files

    script = fake_training.SCRIPTS / "train_adapter.py"
    assert "beside(" in script.read_text(encoding="utf-8")
    reached = {path.relative_to(fake_training.SCRIPTS).as_posix() for path in reached_files(script)}
    assert not {name for name in reached if "tracking" in name or "side_process" in name}


def test_the_trainer_imports_no_mlflow() -> None:
    for path in (fake_training.SCRIPTS / "socratic_tutor" / "modeling").glob("*.py"):
        assert "mlflow" not in path.read_text(encoding="utf-8").lower(), path


def test_results_are_the_truth_without_any_feed(results: Path) -> None:
    shutil.rmtree(results / "mlflow")
    assert track(results)["state"] == "complete"
    assert read_json(results / "systems" / SYSTEM / "tracked.json")["run_id"]
