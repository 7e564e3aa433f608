"""Adapters as registered versions, and an alias that only a comparison over three seeds moves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mlflow_server import Server, free_port
from trial import CONFIG, EXPERIMENT, client, item, track, write_corpus, write_system

from socratic_tutor.config import trained_systems
from socratic_tutor.files import read_json, write_jsonl
from socratic_tutor.tracking import patience
from socratic_tutor.tracking.registry import ALIAS, DECISION, register_models, replay_registry

NAME = f"socratic-tutor-{EXPERIMENT}"
RUNS = trained_systems(CONFIG)
ITEMS = 40


def write_scores(results: Path, passing: dict[str, int]) -> None:
    """system -> how many of the items pass, the first ones, on the metric that decides."""
    write_corpus(results, [item(str(i), family=f"f{i}") for i in range(ITEMS)])
    for system, count in passing.items():
        rows = [
            {
                "id": str(i),
                "benchmark": "unseen_problems",
                "turn": 1,
                "metric": "ideal_turn",
                "value": int(i < count),
                "evidence": "",
            }
            for i in range(ITEMS)
        ]
        write_jsonl(results / "systems" / system / "scores.jsonl", rows)


@pytest.fixture
def adapters(experiment: Path) -> Path:
    for system in RUNS:
        write_system(experiment, system, history=[{"time": 1.0, "step": 1, "split": "train", "loss": 1.0}])
    write_scores(experiment, dict.fromkeys([*RUNS, "base"], 20))
    for system in RUNS:
        assert track(experiment, system=system)["state"] == "complete"
    return experiment


def register(results: Path, systems: list[str] | None = None) -> dict:
    systems = systems or list(RUNS)
    files = ("adapter_config.json", "adapter_model.safetensors")
    folder = results / "systems"
    register_models(
        experiment=EXPERIMENT,
        store=results / "mlflow",
        adapters={system: [folder / system / "adapter" / name for name in files] for system in systems},
        runs=RUNS,
        scores={system: folder / system / "scores.jsonl" for system in ["base", *systems]},
        benchmarks={"unseen_problems": results / "corpus" / "benchmarks" / "unseen_problems.jsonl"},
        level=0.95,
        out=results / "registry.json",
    )
    return read_json(results / "registry.json")  # type: ignore[no-any-return]


def aliases(results: Path) -> dict[str, str]:
    found = client(results).get_registered_model(NAME).aliases
    return {alias: str(version) for alias, version in found.items()}


def test_each_adapter_is_one_version_with_its_files_and_no_pickle(adapters: Path) -> None:
    first = register(adapters)
    assert first["state"] == "complete", first["reason"]
    assert register(adapters)["versions"] == first["versions"]
    assert replay_registry(path=adapters / "registry.json") == first
    versions = client(adapters).search_model_versions(f"name = '{NAME}'")
    assert sorted(v.tags["system"] for v in versions) == sorted(RUNS)
    for version in versions:
        assert version.source == f"mlflow-artifacts:/{EXPERIMENT}/{version.run_id}/artifacts/adapter"
        folder = adapters / "mlflow" / "artifacts" / version.source.removeprefix("mlflow-artifacts:/")
        names = {path.name for path in folder.iterdir()}
        assert names == {"adapter_config.json", "adapter_model.safetensors"}


def test_a_changed_adapter_is_a_new_version(adapters: Path) -> None:
    first = register(adapters)
    folder = adapters / "systems" / "rank-4-seed1"
    (folder / "adapter" / "adapter_model.safetensors").write_text("other weights")
    (folder / "training.json").write_text("{}\n")
    track(adapters, system="rank-4-seed1")
    second = register(adapters)
    changed = {system for system in RUNS if first["versions"][system] != second["versions"][system]}
    assert changed == {"rank-4-seed1"}


def test_the_alias_moves_only_for_a_run_that_wins_with_three_seeds(adapters: Path) -> None:
    undecided = register(adapters)
    assert (undecided["champion"], aliases(adapters)) == (None, {})
    write_scores(adapters, {"rank-16-seed1": 36, "rank-16-seed2": 35, "rank-16-seed3": 37})
    won = register(adapters)
    assert won["champion"] == "rank-16-seed1"
    assert aliases(adapters) == {ALIAS: won["versions"]["rank-16-seed1"]}
    tag = client(adapters).get_registered_model(NAME).tags[DECISION]
    assert tag.startswith("rank-16-seed1 is the champion")
    # with one seed left nothing is shown any more: the alias stays where it is, and the tag says why
    one = register(adapters, ["rank-16-seed1", "rank-4-seed1"])
    assert one["champion"] is None
    assert aliases(adapters) == {ALIAS: won["versions"]["rank-16-seed1"]}
    tag = client(adapters).get_registered_model(NAME).tags[DECISION]
    assert tag.startswith("the alias stays as it is")
    assert "rank-16 has 1 training seed; a champion needs 3" in tag


def test_a_store_that_is_away_leaves_the_registry_pending(
    adapters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MLFLOW_TRACKING_URI", f"http://127.0.0.1:{free_port()}")
    record = register(adapters)
    assert (record["state"], record["versions"]) == ("pending", {})
    monkeypatch.delenv("MLFLOW_TRACKING_URI")
    assert replay_registry(path=adapters / "registry.json")["state"] == "complete"


def test_a_system_that_is_not_tracked_leaves_the_registry_pending(adapters: Path) -> None:
    shutil.copy(adapters / "mlflow" / "mlflow.db", adapters / "kept.db")
    (adapters / "mlflow" / "mlflow.db").write_bytes(b"broken" * 99)
    assert track(adapters)["state"] == "pending"
    shutil.copy(adapters / "kept.db", adapters / "mlflow" / "mlflow.db")
    patience.remove_note(adapters / "mlflow")
    record = register(adapters)
    assert record["state"] == "pending"
    assert "is not tracked" in record["reason"]


def test_the_champion_is_loaded_by_its_alias_through_a_server(
    adapters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_scores(adapters, {"rank-16-seed1": 36, "rank-16-seed2": 35, "rank-16-seed3": 37})
    with Server(adapters / "mlflow") as server:
        monkeypatch.setenv("MLFLOW_TRACKING_URI", server.uri)
        assert register(adapters)["state"] == "complete"
        from mlflow.artifacts import download_artifacts

        folder = download_artifacts(
            f"models:/{NAME}@{ALIAS}", dst_path=str(tmp_path / "loaded"), tracking_uri=server.uri
        )
    assert (Path(folder) / "adapter_model.safetensors").is_file()
