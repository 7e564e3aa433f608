"""The MLflow index: complete, never twice, never in the way."""

from __future__ import annotations

import json
import shutil
import socket
import sqlite3
import time
from html import escape
from pathlib import Path

import pytest
from trial import SECTIONS, SYSTEM, client, curve, estimate, item, points, rescore, runs, track, write_system

from socratic_tutor import tracking
from socratic_tutor.files import InputError, read_json, sha256_of, write_jsonl
from socratic_tutor.provenance import git_state
from socratic_tutor.tracking import patience, samples
from socratic_tutor.tracking.points import curve_points, flatten, metric_name

OTHER = SECTIONS | {"training": {"lora": {"r": 32, "alpha": 16}, "learning_rate": 0.002}}


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


def test_a_file_of_the_systems_own_folder_has_the_same_path_in_every_run(results):
    track(results)
    (run,) = runs(results)
    folder = results / "mlflow" / "artifacts" / "trial" / run.info.run_id / "artifacts"
    assert read_json(folder / "breakdowns" / "breakdowns.json") == {"system": SYSTEM}
    assert not (folder / SYSTEM).exists()


def test_tags_tell_the_kinds_of_systems_apart(results):
    track(results)
    behind = write_system(results, f"{SYSTEM}-filtered", history=curve()).name
    track(results, sections=SECTIONS, system=behind)
    tags = {run.data.tags["system"]: run.data.tags for run in runs(results)}
    assert tags[SYSTEM]["kind"] == "adapter"
    assert "drafts_of" not in tags[SYSTEM]
    assert tags[f"{SYSTEM}-filtered"]["kind"] == "filtered"
    assert tags[f"{SYSTEM}-filtered"]["drafts_of"] == SYSTEM


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
    second = track(results, sections=OTHER)
    assert first["run_id"] != second["run_id"]
    superseded = {run.info.run_id: run.data.tags["superseded"] for run in runs(results)}
    assert superseded == {first["run_id"]: "true", second["run_id"]: "false"}
    back = track(results)
    assert back["run_id"] == first["run_id"]
    superseded = {run.info.run_id: run.data.tags["superseded"] for run in runs(results)}
    assert superseded == {first["run_id"]: "false", second["run_id"]: "true"}


def test_a_changed_estimate_is_shown_and_the_old_one_kept(results):
    name = "unseen_problems/socratic_question"
    good = estimate("socratic_question", 200, 200, 0.98, 1.0)
    fair = estimate("socratic_question", 150, 200, 0.68, 0.8)
    track(results)
    before = points(results)
    for number, (old, new) in enumerate(((good, fair), (fair, good)), start=1):
        rescore(results, "rank-16-seed1", old, new)
        track(results)
        (run,) = runs(results)
        assert run.data.metrics[name] == new["rate"]
        assert points(results) == before + 3 * number  # rate and two bounds; n did not change
        track(results)
        assert points(results) == before + 3 * number
    history = client(results).get_metric_history(run.info.run_id, name)
    assert [metric.value for metric in sorted(history, key=lambda metric: metric.timestamp)] == [1, 0.75, 1]
    assert {metric.step for metric in history} == {0}  # MLflow draws a metric of several steps as a line


def test_a_dead_server_costs_seconds_once_and_leaves_the_order(results, monkeypatch):
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://someone:hunter2@127.0.0.1:9")
    started = time.monotonic()
    for _ in range(20):
        record = track(results)
    assert time.monotonic() - started < 10
    assert record["state"] == "pending"
    assert record["run_id"] is None
    assert "127.0.0.1:9" in record["reason"]
    assert "hunter2" not in json.dumps(record)
    assert "hunter2" not in (results / "mlflow" / patience.NOTE).read_text()
    monkeypatch.delenv("MLFLOW_TRACKING_URI")
    assert tracking.replay(results=results)["rank-16-seed1"]["state"] == "complete"
    assert len(runs(results)) == 1
    assert not (results / "mlflow" / patience.NOTE).exists()


def test_a_server_that_never_answers_costs_five_seconds_for_all_systems(results, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as silent:  # the kernel takes the call, nobody answers it
        monkeypatch.setenv("MLFLOW_TRACKING_URI", f"http://127.0.0.1:{silent.getsockname()[1]}")
        started = time.monotonic()
        for _ in range(8):
            assert track(results)["state"] == "pending"
    assert time.monotonic() - started < patience.DEADLINE_SECONDS + 5


def test_a_note_of_another_store_or_an_old_one_hinders_nobody(results, monkeypatch):
    patience.leave_note(results / "mlflow", "it is away")
    written = (results / "mlflow" / patience.NOTE).read_text()
    assert track(results)["reason"] == "it is away"
    assert (results / "mlflow" / patience.NOTE).read_text() == written  # or nobody would ever ask again
    monkeypatch.setattr(patience, "RETRY_SECONDS", 0.0)
    assert track(results)["state"] == "complete"


def test_a_locked_store_costs_seconds_once(results):
    holder = sqlite3.connect(results / "mlflow" / "mlflow.db")
    holder.execute("BEGIN EXCLUSIVE")
    started = time.monotonic()
    for _ in range(3):
        record = track(results)
    holder.rollback()
    assert time.monotonic() - started < 10
    assert (record["state"], record["reason"]) == ("pending", "mlflow.db: database is locked")


def test_a_broken_store_is_pending_and_kept(results):
    database = results / "mlflow" / "mlflow.db"
    database.write_bytes(b"no database" * 100)
    assert "not a database" in track(results)["reason"]
    assert database.read_bytes().startswith(b"no database")
    ready = results / "mlflow" / "store.ready"
    ready.unlink()
    tracking.create_store(folder=ready.parent, experiment="trial", ready=ready)
    assert ready.is_file()  # the rule does not fail: results come first
    assert database.read_bytes().startswith(b"no database")


def test_a_store_that_was_removed_is_made_anew(results):
    track(results)
    shutil.rmtree(results / "mlflow")
    assert tracking.replay(results=results)["rank-16-seed1"]["state"] == "complete"
    assert len(runs(results)) == 1


def test_one_bad_run_does_not_keep_the_others_out(results, monkeypatch):
    long = SECTIONS | {"x" * 400: 1}  # a name that MLflow refuses
    assert track(results, sections=long)["state"] == "pending"
    assert track(results)["state"] == "complete"


def test_datasets_are_inputs_with_our_hashes(results):
    track(results)
    track(results)
    (run,) = client(results).search_runs(["1"])
    inputs = {i.dataset.name: i for i in run.inputs.dataset_inputs}
    assert set(inputs) == {"training", "validation", "unseen_problems"}
    assert len(run.inputs.dataset_inputs) == 3
    found = inputs["unseen_problems"]
    sha256 = sha256_of(results / "corpus" / "benchmarks" / "unseen_problems.jsonl")
    assert found.dataset.digest == sha256[:36]
    assert json.loads(found.dataset.profile) == {"rows": 2, "sha256": sha256}
    assert json.loads(found.dataset.source) == {"uri": "corpus/benchmarks/unseen_problems.jsonl"}
    assert [(tag.key, tag.value) for tag in found.tags] == [("mlflow.data.context", "evaluation")]


def test_tags_name_benchmarks_base_and_code(results):
    track(results)
    (run,) = runs(results)
    tags = run.data.tags
    assert (tags["base"], tags["base_sha"]) == ("embedded", "ab" * 32)
    assert len(tags["benchmarks"]) == 16
    if state := git_state(Path(tracking.__file__).parent):
        assert tags["git_commit"] == tags["mlflow.source.git.commit"] == state["commit"]
    benchmark = results / "corpus" / "benchmarks" / "unseen_problems.jsonl"
    write_jsonl(benchmark, [item("a"), item("b", topic="other sums")])
    track(results)
    (again,) = runs(results)
    assert again.data.tags["benchmarks"] != tags["benchmarks"]


def test_sample_conversations_are_chosen_by_the_stated_rule_and_escaped(results):
    track(results)
    (run,) = runs(results)
    folder = results / "mlflow" / "artifacts" / "trial" / run.info.run_id / "artifacts"
    page = (folder / "samples" / "conversations.html").read_text(encoding="utf-8")
    assert escape(samples.RULE) in page
    assert page.index("What is 2 and 2 more?") < page.index("seen a") < page.index("It is 4 &lt;script&gt;")
    assert "<script>" not in page


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
