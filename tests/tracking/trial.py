"""A made-up experiment to track (two estimates, a short curve, two items), and what a store holds of it."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict
from pathlib import Path
from typing import Any

from socratic_tutor import tracking
from socratic_tutor.config import system_sections, system_tags
from socratic_tutor.files import read_json, write_json, write_jsonl
from socratic_tutor.records import Item

EXPERIMENT = "trial"
SYSTEM = "rank-16-seed1"
CONFIG: dict[str, Any] = {
    "experiment": EXPERIMENT,
    "seed": "s-1",
    "base_model": {"source": "embedded", "revision": None, "quantization": "none"},
    "corpus": {"train_examples": 4},
    "benchmarks": {"unseen_problems": 2},
    "evaluation": {"level": 0.95},
    "training": {"lora": {"r": 16, "alpha": 32}, "learning_rate": 0.002},
    "generation": {"temperature": 0},
    "runs": {"rank-16": {"seeds": [1, 2, 3]}, "rank-4": {"seeds": [1], "training": {"lora": {"r": 4}}}},
}
SECTIONS = system_sections(CONFIG, SYSTEM)


def estimate(metric: str, k: int, n: int, low: float, high: float) -> dict[str, Any]:
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


def curve(steps: int = 3, *, start: float = 1000.0) -> list[dict[str, Any]]:
    return [
        {"time": start + step, "step": step, "split": split, "loss": 2.0 / step, "learning_rate": 0.002}
        for step in range(1, steps + 1)
        for split in ("train", "validation")
    ]


def item(name: str, **more: Any) -> dict[str, Any]:
    return (
        asdict(
            Item(
                id=name,
                split="unseen_problems",
                messages=[
                    {"role": "system", "content": "Ask."},
                    {"role": "user", "content": "2 + 2?\nIt is 5."},
                ],
                reference="What comes after 3?",
                grade_band="K-2",
                grade="1",
                topic="sums",
                family="add",
                misconception="M-1",
                student_kind="misconception",
                move="check",
                problem="2 + 2?",
                student_said="It is 5.",
                correct_answer="4",
                wrong_answer="5",
                answer_kind="whole",
                prompt_shows_answer=False,
            )
        )
        | more
    )


def write_corpus(results: Path, items: list[dict[str, Any]] | None = None) -> None:
    write_jsonl(results / "corpus" / "train.jsonl", [{"id": str(i)} for i in range(4)])
    write_jsonl(results / "corpus" / "validation.jsonl", [{"id": "v"}])
    rows = items or [item("a"), item("b")]
    write_jsonl(results / "corpus" / "benchmarks" / "unseen_problems.jsonl", rows)


def write_system(results: Path, system: str = SYSTEM, *, history: list[dict[str, Any]] | None = None) -> Path:
    """The files of a finished system; `history` unless the training has written its own."""
    folder = results / "systems" / system
    if history is not None:
        write_jsonl(folder / "history.jsonl", history)
    write_json(folder / "training.json", {"steps": 3, "adapter_sha256": "0" * 64})
    estimates = [
        estimate("socratic_question", 200, 200, 0.98, 1.0),
        estimate("answer_leak.typed", 2, 200, 0.003, 0.036),
        estimate("ideal_turn", 150, 200, 0.68, 0.8),
    ]
    write_json(folder / "metrics.json", {"system": system, "estimates": estimates})
    said = {"a": "What is 2 and 2 more?", "b": "It is 4 <script>"}
    write_jsonl(
        folder / "responses.jsonl",
        [{"id": i, "benchmark": "unseen_problems", "turn": 1, "text": text} for i, text in said.items()],
    )
    scored = {"metric": "ideal_turn", "benchmark": "unseen_problems", "turn": 1}
    write_jsonl(
        folder / "scores.jsonl",
        [{"id": i, **scored, "value": int(i == "a"), "evidence": f"seen {i}"} for i in said],
    )
    write_json(folder / "breakdowns.json", {"system": system})
    for name in ("card/README.md", "adapter/adapter_config.json", "adapter/adapter_model.safetensors"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"# {Path(name).parent.name}\n", encoding="utf-8")
    return folder


def rescore(results: Path, system: str, old: dict[str, Any], new: dict[str, Any]) -> None:
    """Replace an estimate in the system's metrics.json, as a change of a scorer does."""
    path = results / "systems" / system / "metrics.json"
    document = read_json(path)
    rows = [new if row == old else row for row in document["estimates"]]
    assert rows != document["estimates"]
    write_json(path, document | {"estimates": rows})


def track(results: Path, *, sections: dict[str, Any] | None = None, system: str = SYSTEM) -> dict[str, Any]:
    """Track as the rule does; what tracked.json then says."""
    folder, corpus = results / "systems" / system, results / "corpus"
    tracking.track_system(
        system=system,
        store=results / "mlflow",
        experiment=EXPERIMENT,
        sections=sections or system_sections(CONFIG, system),
        metrics=folder / "metrics.json",
        history=folder / "history.jsonl",
        facts=folder / "training.json",
        artifacts=[folder / "card" / "README.md", folder / "breakdowns.json"],
        out=folder / "tracked.json",
        responses=folder / "responses.jsonl",
        scores=folder / "scores.jsonl",
        training_data={name: corpus / f"{file}.jsonl" for name, file in USES.items()},
        benchmarks={"unseen_problems": corpus / "benchmarks" / "unseen_problems.jsonl"},
        base={"source": "embedded", "fingerprint": {"manifest": "ab" * 32}},
        tags=system_tags(CONFIG, system),
    )
    return read_json(folder / "tracked.json")  # type: ignore[no-any-return]


USES = {"training": "train", "validation": "validation"}


def ask(results: Path, query: str) -> list[Any]:
    with sqlite3.connect(results / "mlflow" / "mlflow.db") as database:
        return database.execute(query).fetchall()


def points(results: Path) -> int:
    return int(ask(results, "select count(*) from metrics")[0][0])


def loss_curve(results: Path, key: str = "train/loss") -> list[tuple[int, float]]:
    """(step, value) of every point, twice if it is there twice."""
    return ask(results, f"select step, value from metrics where key = '{key}' order by step, timestamp")


def client(results: Path) -> Any:
    from mlflow import MlflowClient

    return MlflowClient(f"sqlite:///{results}/mlflow/mlflow.db")


def runs(results: Path) -> list[Any]:
    experiment = client(results).get_experiment_by_name(EXPERIMENT)
    return list(client(results).search_runs([experiment.experiment_id]))
