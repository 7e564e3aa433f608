"""What the benchmarks of models share: data, fresh worker processes that take turns, medians and ratios.

Every measurement is a process of its own: memory settings, deterministic algorithms and imported libraries of
one contestant would otherwise help or hinder the next.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

from socratic_tutor.corpus.benchmarks import benchmark_items
from socratic_tutor.corpus.synthesis import write_corpus
from socratic_tutor.files import read_json, write_json, write_jsonl

ROOT = Path(__file__).resolve().parents[1]
EMBEDDED = {"source": "embedded", "revision": None, "quantization": "none"}


def config_section(name: str, overlay: str | None = None) -> dict[str, Any]:
    """A section of config.yaml, with that of configs/{overlay}.yaml over it."""
    section = yaml.safe_load((ROOT / "config.yaml").read_text())[name]
    if overlay:
        for key, value in yaml.safe_load((ROOT / "configs" / f"{overlay}.yaml").read_text())[name].items():
            section[key] = {**section[key], **value} if isinstance(value, dict) else value
    return section


def write_rows(folder: Path, rows: int) -> Path:
    """`rows` rows of the default experiment's training split, as JSONL; returns its path."""
    corpus = {**config_section("corpus"), "train_examples": rows, "validation_examples": 8}
    paths = {name: folder / f"{name}.jsonl" for name in ("train", "validation")}
    write_corpus(seed="benchmark", corpus=corpus, report=folder / "report.json", **paths)
    return paths["train"]


def write_items(folder: Path, items: int) -> Path:
    """`items` items of unseen_problems as JSONL; returns its path."""
    path = folder / "unseen_problems.jsonl"
    write_jsonl(path, map(asdict, benchmark_items("unseen_problems", items, "benchmark")))
    return path


def work(script: str, job: Mapping[str, Any], folder: Path, device: str) -> dict[str, Any]:
    """Run benchmarks/`script` on `job` in a fresh process and return what it measured.

    On CPU it has one thread and sees no GPU. Raises SystemExit with the end of its output when it fails.
    """
    task, out = folder / "job.json", folder / "measured.json"
    out.unlink(missing_ok=True)
    write_json(task, {**job, "device": device, "folder": str(folder), "out": str(out)})
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "workflow_scripts"), "HF_HUB_OFFLINE": "1"}
    if device == "cpu":
        environment |= {"OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": ""}
    command = [sys.executable, str(ROOT / "benchmarks" / script), str(task)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{script} {job.get('way')} failed:\n{done.stdout[-1000:]}\n{done.stderr[-3000:]}")
    return read_json(out)


def taking_turns(
    ways: Iterable[str], rounds: int, measure: Callable[[str], dict[str, Any]]
) -> dict[str, list[dict[str, Any]]]:
    """Each way measured once a round, every other round in reverse, so that a drift favours nobody."""
    ways = list(ways)
    found: dict[str, list[dict[str, Any]]] = {way: [] for way in ways}
    for number in range(rounds):
        for way in ways if number % 2 == 0 else reversed(ways):
            print(f"round {number + 1} of {rounds}: {way}", file=sys.stderr, flush=True)
            found[way].append(measure(way))
            print(json.dumps(found[way][-1]), file=sys.stderr, flush=True)  # kept if the rest is cut off
    return found


def medians(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Each number's median over the rounds; of what is no number, the last round's."""
    return {
        key: statistics.median(measured[key] for measured in rounds)
        if isinstance(value, int | float) and not isinstance(value, bool)
        else value
        for key, value in rounds[-1].items()
    }


def ratio(ours: Mapping[str, Any], theirs: Mapping[str, Any], key: str, goal: float | None) -> dict[str, Any]:
    """How often ours goes into theirs by `key`, beside the goal."""
    found = round(ours[key] / theirs[key], 2)
    return {"ratio": found} if goal is None else {"ratio": found, "goal": goal, "met": found >= goal}


def check_device(device: str) -> None:
    """Raises SystemExit (status 2) for a GPU that torch does not see."""
    import torch

    if device == "cuda" and not torch.cuda.is_available():
        print("no CUDA GPU here: torch sees none; run this on a machine with one", file=sys.stderr)
        sys.exit(2)


def use_one_core() -> None:
    """Keep this process and those it starts on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
