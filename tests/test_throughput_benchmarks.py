"""The benchmarks of speed run, and compare like with like; what they measure is not asked here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import torch
import yaml

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def measuring(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    import measuring

    return measuring


def benchmark(name: str, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, f"benchmarks/{name}.py", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "workflow_scripts"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def test_ways_take_turns_and_medians_are_compared(measuring: ModuleType) -> None:
    order: list[str] = []

    def measure(way: str) -> dict[str, Any]:
        order.append(way)
        return {"speed": len(order) * (10 if way == "ours" else 1), "card": "none"}

    rounds = measuring.taking_turns(["ours", "theirs"], 3, measure)
    assert order == ["ours", "theirs", "theirs", "ours", "ours", "theirs"]
    ours, theirs = (measuring.medians(rounds[way]) for way in ("ours", "theirs"))
    assert (ours, theirs) == ({"speed": 40, "card": "none"}, {"speed": 3, "card": "none"})
    assert measuring.ratio(ours, theirs, "speed", 20.0) == {"ratio": 13.33, "goal": 20.0, "met": False}
    assert measuring.ratio(ours, theirs, "speed", None) == {"ratio": 13.33}


def test_an_overlay_lies_over_the_config(measuring: ModuleType) -> None:
    default = yaml.safe_load((ROOT / "config.yaml").read_text())["training"]
    overlay = yaml.safe_load((ROOT / "configs" / "llama-3.1-8b.yaml").read_text())["training"]
    assert measuring.config_section("training") == default
    found = measuring.config_section("training", "llama-3.1-8b")
    assert found == {**default, **overlay, "lora": {**default["lora"], **overlay["lora"]}}


def test_without_a_gpu_it_says_so(
    measuring: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    measuring.check_device("cpu")
    with pytest.raises(SystemExit) as stop:
        measuring.check_device("cuda")
    assert stop.value.code == 2
    assert "no CUDA GPU" in capsys.readouterr().err


@pytest.mark.slow
def test_all_trainings_make_the_same_step() -> None:
    batch = yaml.safe_load((ROOT / "config.yaml").read_text())["training"]["batch_size"]
    found = benchmark("training_throughput", "--steps", "1", "--rounds", "1", "--rows", str(batch))
    ways = [found[way] for way in ("ours", "trl", "trl_tuned", "bare")]
    assert len({way["supervised_tokens"] for way in ways}) == 1
    # B begins at zero, so the first loss is the base's, whatever the adapter's seed
    assert all(way["mean_loss"] == pytest.approx(ways[0]["mean_loss"], abs=1e-3) for way in ways)


@pytest.mark.slow
def test_the_gpu_cases_train_a_tiny_shape() -> None:
    tiny = ("--gpu", "--gpu-shape", "tiny", "--device", "cpu", "--steps", "1", "--rounds", "1")
    found = benchmark("training_throughput", *tiny)
    cases = [found[name] for name in found if name.startswith(("ours_", "trl_"))]
    assert len(cases) == 5
    assert all(case["share_of_matmul_rate"] > 0 for case in cases)
    # of 4 bits, the losses are near each other
    assert all(case["first_loss"] == pytest.approx(cases[0]["first_loss"], abs=0.05) for case in cases)


@pytest.mark.slow
def test_both_ways_of_answering_say_the_same() -> None:
    found = benchmark("generation_throughput", "--items", "5", "--rounds", "1", "--max-new-tokens", "12")
    assert found["texts_that_differ"] == 0
    assert found["ours"]["words_a_reply"] > 1
    tiny = ("--gpu", "--gpu-shape", "tiny", "--device", "cpu")
    found = benchmark("generation_throughput", *tiny, "--items", "3", "--rounds", "1")
    assert found["texts_that_differ"] == 0
