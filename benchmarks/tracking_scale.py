"""Time and memory of comparison, page, cards and tracking against the number of runs; JSON, one line a size.

    PYTHONPATH=workflow_scripts python benchmarks/tracking_scale.py --runs 2 20 200

Results of so many runs are made up first (`made_up_results`; benchmarks of the default config's sizes). Each
stage is then a process of its own on one core, with the imports that a job has and without Snakemake's
start: the comparison of all systems, the page, every card, the store with every run, and all runs once more
with nothing to do. Cards and runs share one process a stage, where the workflow starts one each. Beside it
`mlflow`: what MLflow's client alone takes to make runs with these metrics, params and inputs.
seconds: of the whole process; work_s: without its imports.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from memory import peak_mib

os.environ.setdefault("OMP_NUM_THREADS", "1")
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core

CONTROLS = ["constant", "echo", "hint"]
BESIDE = ["base", *CONTROLS, "gold", "retrieval"]
GOAL_SECONDS = 60.0  # of 200 runs, for everything but the second tracking


class Results:
    """Where everything is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.runs = sorted(path.parent.name for path in folder.glob("systems/*/training.json"))
        self.systems = [*self.runs, *BESIDE]
        self.benchmarks = {path.stem: path for path in sorted(folder.glob("corpus/benchmarks/*.jsonl"))}

    def of(self, name: str, systems: list[str]) -> dict[str, Path]:
        return {system: self.folder / "systems" / system / name for system in systems}


@cache
def settings() -> dict[str, Any]:
    from measuring import config_section

    return {name: config_section(name) for name in ("training", "generation")}


def sections(system: str) -> dict[str, Any]:
    """The default config's, with the rank that the system is named after."""
    training = {**settings()["training"], "lora": {"r": int(system.split("-")[1]), "alpha": 32}}
    return {**settings(), "training": training}


def compare(results: Results) -> Callable[[], None]:
    from socratic_tutor.reporting.comparison import write_comparison

    folder = results.folder / "comparison"
    return lambda: write_comparison(
        metrics=results.of("metrics.json", results.systems),
        scores=results.of("scores.jsonl", results.systems),
        benchmarks=results.benchmarks,
        table=folder / "comparison.csv",
        data=folder / "comparison.json",
        png=folder / "comparison.png",
        svg=folder / "comparison.svg",
    )


def page(results: Results) -> Callable[[], None]:
    from socratic_tutor.reporting.comparison_page import write_comparison_page

    return lambda: write_comparison_page(
        title="scale",
        metrics=results.of("metrics.json", results.systems),
        scores=results.of("scores.jsonl", results.systems),
        responses=results.of("responses.jsonl", results.systems),
        breakdowns=results.of("breakdowns.json", results.systems),
        benchmarks=results.benchmarks,
        comparison=results.folder / "comparison" / "comparison.json",
        configs={run: sections(run) for run in results.runs},
        runs=results.runs,
        controls=CONTROLS,
        out=results.folder / "comparison" / "index.html",
    )


def cards(results: Results) -> Callable[[], None]:
    from socratic_tutor.reporting.card import render_card

    def work() -> None:
        for run in results.runs:
            folder = results.folder / "systems" / run
            render_card(
                system=run,
                run=sections(run),
                metrics=results.of("metrics.json", [run, *BESIDE]),
                scores=results.of("scores.jsonl", [run, *BESIDE]),
                facts=folder / "training.json",
                adapter=folder / "adapter",
                responses=folder / "responses.jsonl",
                benchmarks=results.benchmarks,
                corpus_report=results.folder / "corpus" / "report.json",
                base_model={"source": "embedded"},
                config=sections(run),
                breakdowns=folder / "breakdowns.json",
                out=folder / "card" / "README.md",
            )

    return work


def track(results: Results) -> Callable[[], None]:
    from socratic_tutor import tracking
    from socratic_tutor.files import read_json

    def work() -> None:
        store, corpus = results.folder / "mlflow", results.folder / "corpus"
        tracking.create_store(folder=store, experiment="scale", ready=store / "store.ready")
        for run in results.runs:
            folder = results.folder / "systems" / run
            tracking.track_system(
                system=run,
                store=store,
                experiment="scale",
                sections=sections(run),
                metrics=folder / "metrics.json",
                history=folder / "history.jsonl",
                facts=folder / "training.json",
                artifacts=[
                    folder / "card" / "README.md",
                    results.folder / "comparison" / "comparison.png",
                    folder / "breakdowns.json",
                ],
                out=folder / "tracked.json",
                responses=folder / "responses.jsonl",
                scores=folder / "scores.jsonl",
                training_data={use: corpus / f"{use}.jsonl" for use in ("train", "validation")},
                benchmarks=results.benchmarks,
            )
            record = read_json(folder / "tracked.json")
            assert record["state"] == "complete", record["reason"]

    return work


def mlflow(results: Results) -> Callable[[], None]:
    from mlflow import MlflowClient
    from mlflow.entities import Metric, Param

    from socratic_tutor.tracking.datasets import inputs_of
    from socratic_tutor.tracking.points import curve_points, estimate_values, flatten

    def work() -> None:
        client = MlflowClient(f"sqlite:///{results.folder / 'bare.db'}")
        experiment = client.create_experiment("bare")
        inputs = inputs_of({name: (path, "evaluation") for name, path in results.benchmarks.items()})
        for run in results.runs:
            folder = results.folder / "systems" / run
            made = client.create_run(experiment, run_name=run).info.run_id
            points = [Metric(p.name, p.value, p.when, p.step) for p in curve_points(folder / "history.jsonl")]
            points += [Metric(*row, 0, 0) for row in estimate_values(folder / "metrics.json").items()]
            params = [Param(*row) for row in flatten(sections(run)).items()]
            client.log_inputs(made, inputs)
            client.log_batch(made, params=params)
            for start in range(0, len(points), 1000):  # MLflow takes no more in a call
                client.log_batch(made, metrics=points[start : start + 1000])
            client.set_terminated(made)

    return work


def replay(results: Results) -> Callable[[], None]:
    from socratic_tutor import tracking

    def work() -> None:
        tracking.replay(results=results.folder)

    return work


STAGES = {
    "compare": compare,
    "page": page,
    "cards": cards,
    "track": track,
    "replay": replay,
    "mlflow": mlflow,
}
OURS = ("compare", "page", "cards", "track")


def measure(runs: int) -> dict[str, Any]:
    """Make results of so many runs and put every stage into a process of its own."""
    from made_up_results import make_up

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "results"
        make_up(folder, runs)
        stages = {}
        for stage in STAGES:
            command = [sys.executable, __file__, "--stage", stage, "--folder", str(folder)]
            started = time.perf_counter()
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            seconds = time.perf_counter() - started
            if done.returncode != 0:
                sys.exit(f"{stage}: {done.stderr[-3000:]}")
            stages[stage] = {"seconds": round(seconds, 2), **json.loads(done.stdout)}
        files = {name: folder / "comparison" / name for name in ("index.html", "comparison.json")}
        sizes = {name: path.stat().st_size for name, path in files.items()}
        sizes["mlflow.db"] = (folder / "mlflow" / "mlflow.db").stat().st_size
    total = sum(stages[stage]["seconds"] for stage in OURS)
    found = {"runs": runs, "stages": stages, "total_s": round(total, 2)}
    if runs == 200:
        found["met"] = total < GOAL_SECONDS
    return {**found, "megabytes": {name: round(size / 2**20, 1) for name, size in sizes.items()}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, nargs="+", default=[2, 20, 200])
    parser.add_argument("--stage", choices=STAGES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stage is None:
        for runs in options.runs:
            print(json.dumps(measure(runs)), flush=True)
        return
    work = STAGES[options.stage](Results(options.folder))
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    print(json.dumps({"work_s": round(seconds, 2), "peak_mib": peak_mib()}))


if __name__ == "__main__":
    main()
