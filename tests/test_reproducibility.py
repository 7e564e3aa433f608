"""The same inputs give the same bytes: twice, in other surroundings, and after a kill at any stage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from socratic_tutor.corpus.base_text import write_base_documents
from socratic_tutor.files import read_json, sha256_of
from whole_run import (
    ROOT,
    interrupt,
    kill_group,
    kill_snakemake_alone,
    reproducible_digests,
    run,
    run_and_kill,
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Digests of an undisturbed run."""
    folder = tmp_path_factory.mktemp("calm")
    run(folder)
    return reproducible_digests(folder)


def test_another_clean_run_in_other_surroundings_gives_the_same_bytes(
    calm: dict[str, str], tmp_path: Path
) -> None:
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    run(tmp_path, environment=surroundings)
    assert reproducible_digests(tmp_path) == calm
    kinds = {Path(name).name for name in calm}
    assert {"train.jsonl", "adapter_model.safetensors", "responses.jsonl", "scores.jsonl"} <= kinds
    assert {"metrics.json", "comparison.csv", "comparison.png", "README.md"} <= kinds


# A file whose appearance says that a stage is under way.
STAGES = {
    "corpus": "corpus/train.jsonl",
    "training begins": "logs/train_adapter/rank-8-seed1.log",
    "training goes on": "systems/rank-8-seed1/history.jsonl",
    "generation": "logs/generate_responses/base.log",
    "scoring": "systems/echo/scores.jsonl",
    "tracking": "systems/gold/tracked.json",
    "card": "systems/rank-2-seed1/card/README.md",
}


# The whole group is killed at every stage; the other two ways to go matter where a job runs for long.
KILLS = [
    *((stage, kill_group) for stage in STAGES),
    ("training goes on", kill_snakemake_alone),
    ("training goes on", interrupt),
    ("generation", kill_snakemake_alone),
]


@pytest.mark.parametrize(("stage", "kill"), KILLS)
def test_one_command_recovers_from_a_kill(
    calm: dict[str, str], tmp_path: Path, stage: str, kill: Callable
) -> None:
    sign = tmp_path / "results" / "smoke" / STAGES[stage]
    run_and_kill(tmp_path, sign.exists, kill)
    run(tmp_path)
    assert reproducible_digests(tmp_path) == calm


def test_the_embedded_base_has_read_what_the_code_writes(tmp_path: Path) -> None:
    config = yaml.safe_load((ROOT / "config.yaml").read_text())
    recipe = config["base_training"]
    write_base_documents(seed=config["seed"], documents=recipe["documents"], out=tmp_path / "documents.jsonl")
    manifest = read_json(ROOT / "resources" / "base_model" / "manifest.json")
    assert sha256_of(tmp_path / "documents.jsonl") == manifest["documents"]["sha256"], (
        "the curriculum has changed since the base was trained: train it anew and promote it"
    )
