"""The MLflow index: complete, never twice, never in the way."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path

import pytest

from socratic_tutor import tracking
from socratic_tutor.files import InputError, read_json, write_json, write_jsonl
from socratic_tutor.tracking.runs import curve_points, flatten, metric_name

SECTIONS = {"training": {"lora": {"r": 16, "alpha": 32}, "learning_rate": 0.002}, "seed": "s-1"}


def estimate(metric: str, k: int, n: int, low: float, high: float) -> dict:
    return {
        "benchmark": "unseen_problems",
        "metric": metric,
        "k": k,
        "n": n,
        "rate": k / n,
        "ci_low": low,
        "ci_high": high,
        "level": 0.95,
        "method": "wilson",
        "clusters": 10,
        "design_effect": 1.0,
        "n_not_applicable": 0,
    }


@pytest.fixture(scope="module")
def fresh_store(tmp_path_factory) -> Path:
    """The first migration takes seconds, so one new store is made and copied for each test."""
    folder = tmp_path_factory.mktemp("store") / "mlflow"
    tracking.create_store(folder=folder, experiment="trial", ready=folder / "store.ready")
    return folder


@pytest.fixture
def results(tmp_path, fresh_store, monkeypatch) -> Path:
    import shutil

    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    shutil.copytree(fresh_store, tmp_path / "mlflow")
    folder = tmp_path / "systems" / "rank-16-seed1"
    rows = [
        {"time": 1000.0 + step, "step": step, "split": split, "loss": 2.0 / step, "learning_rate": 0.002}
        for step in (1, 2, 3)
        for split in ("train", "validation")
    ]
    write_jsonl(folder / "history.jsonl", rows)
    write_json(folder / "training.json", {"steps": 3})
    write_json(
        folder / "metrics.json",
        {
            "system": "rank-16-seed1",
            "estimates": [
                estimate("socratic_question", 200, 200, 0.98, 1.0),
                estimate("answer_leak.typed", 2, 200, 0.003, 0.036),
            ],
        },
    )
    (folder / "card").mkdir()
    (folder / "card" / "README.md").write_text("# card\n", encoding="utf-8")
    return tmp_path


def track(results: Path, *, sections: dict = SECTIONS, system: str = "rank-16-seed1") -> dict:
    folder = results / "systems" / "rank-16-seed1"
    tracking.track_system(
        system=system,
        store=results / "mlflow",
        experiment="trial",
        sections=sections,
        metrics=folder / "metrics.json",
        history=folder / "history.jsonl",
        facts=folder / "training.json",
        artifacts=[folder / "card" / "README.md"],
        out=folder / "tracked.json",
    )
    return read_json(folder / "tracked.json")


def points(results: Path) -> int:
    with sqlite3.connect(results / "mlflow" / "mlflow.db") as database:
        return database.execute("select count(*) from metrics").fetchone()[0]


def runs(results: Path) -> list:
    from mlflow import MlflowClient

    client = MlflowClient(f"sqlite:///{results}/mlflow/mlflow.db")
    experiment = client.get_experiment_by_name("trial")
    return client.search_runs([experiment.experiment_id])


def test_store_is_ready_last_and_movable(fresh_store):
    from mlflow import MlflowClient

    assert read_json(fresh_store / "store.ready") == {"store": "sqlite:///mlflow.db", "experiment": "trial"}
    found = MlflowClient(f"sqlite:///{fresh_store}/mlflow.db").get_experiment_by_name("trial")
    assert found.artifact_location == "mlflow-artifacts:/trial"
    assert not list(fresh_store.glob(".*"))


def test_a_run_holds_params_curve_estimates_and_artifacts(results):
    record = track(results)
    assert record["state"] == "complete", record["reason"]
    (run,) = runs(results)
    assert run.info.run_id == record["run_id"]
    assert run.info.status == "FINISHED"
    assert run.info.start_time == 1001_000
    assert run.data.params["training.lora.r"] == "16"
    assert run.data.params["training.learning_rate"] == "0.002"
    assert run.data.metrics["unseen_problems/socratic_question"] == 1.0
    assert run.data.metrics["unseen_problems/answer_leak.typed.ci_high"] == 0.036
    assert run.data.metrics["unseen_problems/answer_leak.typed.n"] == 200
    with sqlite3.connect(results / "mlflow" / "mlflow.db") as database:
        curve = database.execute(
            "select step, value, timestamp from metrics where key = 'train/loss' order by step"
        ).fetchall()
    assert curve == [(1, 2.0, 1001_000), (2, 1.0, 1002_000), (3, 2 / 3, 1003_000)]
    copied = results / "mlflow" / "artifacts" / "trial" / run.info.run_id / "artifacts" / "card" / "README.md"
    assert copied.read_text(encoding="utf-8") == "# card\n"


def test_replay_adds_nothing_to_a_complete_run(results):
    track(results)
    before, written = points(results), (results / "systems/rank-16-seed1/tracked.json").stat().st_mtime_ns
    for _ in range(2):
        states = tracking.replay(results=results)
        assert states["rank-16-seed1"]["state"] == "complete"
    assert points(results) == before
    assert len(runs(results)) == 1
    assert (results / "systems/rank-16-seed1/tracked.json").stat().st_mtime_ns == written


def test_replay_completes_a_run_that_broke_off(results):
    track(results)
    whole = points(results)
    with sqlite3.connect(results / "mlflow" / "mlflow.db") as database:
        database.execute("delete from metrics where step >= 2")
        database.execute("delete from metrics where key like '%ci_low'")
        database.execute("delete from latest_metrics where key like '%ci_low'")
    tracking.replay(results=results)
    assert points(results) == whole


def test_replay_after_the_folder_was_moved(results, tmp_path_factory):
    track(results)
    before = points(results)
    moved = tmp_path_factory.mktemp("elsewhere") / "results"
    results.rename(moved)
    assert tracking.replay(results=moved)["rank-16-seed1"]["state"] == "complete"
    assert points(moved) == before


def test_other_hyperparameters_make_a_new_run_and_supersede_the_old_one(results):
    first = track(results)
    second = track(results, sections={"training": {"lora": {"r": 32, "alpha": 16}}, "seed": "s-1"})
    assert first["run_id"] != second["run_id"]
    superseded = {run.info.run_id: run.data.tags["superseded"] for run in runs(results)}
    assert superseded == {first["run_id"]: "true", second["run_id"]: "false"}
    back = track(results)
    assert back["run_id"] == first["run_id"]
    superseded = {run.info.run_id: run.data.tags["superseded"] for run in runs(results)}
    assert superseded == {first["run_id"]: "false", second["run_id"]: "true"}


def test_a_changed_estimate_is_shown_and_the_old_one_kept(results):
    track(results)
    path = results / "systems" / "rank-16-seed1" / "metrics.json"
    document = read_json(path)
    document["estimates"][0] |= {"k": 150, "rate": 0.75, "ci_low": 0.68, "ci_high": 0.8}
    write_json(path, document)
    before = points(results)
    track(results)
    (run,) = runs(results)
    assert run.data.metrics["unseen_problems/socratic_question"] == 0.75
    assert points(results) == before + 3  # rate and two bounds; n did not change
    track(results)
    assert points(results) == before + 3


def test_a_dead_server_costs_seconds_and_leaves_the_order(results, monkeypatch):
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://someone:hunter2@127.0.0.1:9")
    started = time.monotonic()
    record = track(results)
    assert time.monotonic() - started < 10
    assert record["state"] == "pending"
    assert record["run_id"] is None
    assert "127.0.0.1:9" in record["reason"]
    assert "hunter2" not in json.dumps(record)
    monkeypatch.delenv("MLFLOW_TRACKING_URI")
    assert tracking.replay(results=results)["rank-16-seed1"]["state"] == "complete"
    assert len(runs(results)) == 1


def test_a_locked_store_costs_seconds(results):
    holder = sqlite3.connect(results / "mlflow" / "mlflow.db")
    holder.execute("BEGIN EXCLUSIVE")
    started = time.monotonic()
    record = track(results)
    holder.rollback()
    assert time.monotonic() - started < 10
    assert (record["state"], record["reason"]) == ("pending", "mlflow.db: database is locked")


def test_a_broken_or_missing_store_is_pending(results):
    database = results / "mlflow" / "mlflow.db"
    database.write_bytes(b"no database" * 100)
    assert "not a database" in track(results)["reason"]
    assert database.read_bytes().startswith(b"no database")
    database.unlink()
    assert "does not exist" in track(results)["reason"]


def test_broken_results_are_an_error(results):
    (results / "systems/rank-16-seed1/history.jsonl").write_text('{"step": 1}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"history.jsonl:1: time, step or split"):
        track(results)


def test_replay_without_results_says_what_to_do(tmp_path):
    with pytest.raises(InputError, match="snakemake --cores 1 all"):
        tracking.replay(results=tmp_path)


def test_a_step_trained_twice_counts_once_and_infinities_are_left_out(tmp_path):
    history = tmp_path / "history.jsonl"
    history.write_text(
        '{"time": 1, "step": 5, "split": "train", "loss": 9.0, "note": "x", "ok": true}\n'
        '{"time": "1970-01-01T00:00:02+00:00", "step": 5, "split": "train", "loss": 1.5}\n'
        '{"time": 3, "step": 6, "split": "train", "loss": 1e999}\n',
        encoding="utf-8",
    )
    assert list(curve_points(history)) == [("train/loss", 5, 1.5, 2000)]


def test_names_and_params_fit_mlflow():
    assert metric_name("leak/answer_leak%[a]é") == "leak/answer_leak__a__"
    assert flatten({"a": {"b": [1, 2], "c": {}}, "d": None}) == {"a.b": "[1, 2]", "a.c": "{}", "d": "null"}
