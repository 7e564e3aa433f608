"""Time and memory of tracking against the number of runs: into a new store, and once more with nothing to do.

    PYTHONPATH=workflow_scripts python benchmarks/tracking_scale.py results/default --runs 2 20 200

Each run is a copy, under a name of its own, of one trained system of a finished experiment: its loss curve,
all its estimates, its sample conversations, card and picture. Every size is a process of its own on one core,
so that the peak of memory is that size's. Seconds are those of the calls: a workflow's jobs start Python
and import MLflow each on top.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core

from socratic_tutor import tracking
from socratic_tutor.files import read_json

FILES = (
    "metrics.json",
    "history.jsonl",
    "training.json",
    "responses.jsonl",
    "scores.jsonl",
    "card/README.md",
)


def make_up(source: Path, results: Path, runs: int) -> dict[str, Any]:
    """`runs` systems like the first trained one of `source`, in `results`; the settings of that one."""
    model = min(path.parent for path in source.glob("systems/*/training.json"))
    shutil.copytree(source / "corpus", results / "corpus")
    shutil.copytree(source / "comparison", results / "comparison")
    for number in range(runs):
        for name in FILES:
            target = results / "systems" / f"rank-{number}-seed1" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(model / name, target)
    return read_json(model / "tracked.json")["request"]["sections"]  # type: ignore[no-any-return]


def track_all(results: Path, sections: dict[str, Any]) -> None:
    benchmarks = {path.stem: path for path in sorted(results.glob("corpus/benchmarks/*.jsonl"))}
    for folder in sorted((results / "systems").iterdir()):
        tracking.track_system(
            system=folder.name,
            store=results / "mlflow",
            experiment="scale",
            sections=sections,
            metrics=folder / "metrics.json",
            history=folder / "history.jsonl",
            facts=folder / "training.json",
            artifacts=[folder / "card" / "README.md", results / "comparison" / "comparison.png"],
            out=folder / "tracked.json",
            responses=folder / "responses.jsonl",
            scores=folder / "scores.jsonl",
            training_data={
                "training": results / "corpus" / "train.jsonl",
                "validation": results / "corpus" / "validation.jsonl",
            },
            benchmarks=benchmarks,
        )
        record = read_json(folder / "tracked.json")
        assert record["state"] == "complete", record["reason"]


def measure(source: Path, runs: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        results = Path(scratch) / "results"
        sections = make_up(source, results, runs)
        started = time.perf_counter()
        tracking.create_store(folder=results / "mlflow", experiment="scale", ready=results / "store.ready")
        created = time.perf_counter()
        track_all(results, sections)
        tracked = time.perf_counter()
        tracking.replay(results=results)
        replayed = time.perf_counter()
        size = (results / "mlflow" / "mlflow.db").stat().st_size
    return {
        "runs": runs,
        "create_s": round(created - started, 2),
        "track_s": round(tracked - created, 2),
        "track_s_per_run": round((tracked - created) / runs, 3),
        "replay_s": round(replayed - tracked, 2),
        "replay_s_per_run": round((replayed - tracked) / runs, 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "database_mb": round(size / 2**20, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("results", type=Path, help="a finished experiment, such as results/default")
    parser.add_argument("--runs", type=int, nargs="+", default=[2, 20, 200])
    parser.add_argument("--here", action="store_true", help="measure in this process (one size)")
    options = parser.parse_args()
    if options.here:
        print(json.dumps(measure(options.results, options.runs[0])))
        return
    for runs in options.runs:
        command = [sys.executable, __file__, str(options.results), "--here", "--runs", str(runs)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(done.stderr[-3000:])
        print(done.stdout, end="", flush=True)


if __name__ == "__main__":
    main()
