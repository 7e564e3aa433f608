"""A small results folder with invented numbers, in the form that the workflow writes it."""

from __future__ import annotations

import random
from dataclasses import asdict
from pathlib import Path

from scipy.stats import binomtest

from socratic_tutor.files import sha256_of, write_json, write_jsonl
from socratic_tutor.records import Estimate, Item, Response, Rival, Score

SYSTEMS = ("rank-16-seed1", "rank-4-seed1", "base", "constant", "echo", "hint", "gold")
RUNS = SYSTEMS[:2]
BANDS = ("K-2", "3-5", "6-8", "9-12")
SIZES = {"unseen_problems": 60, "leak": 90}

# share of turns that pass, per system
RATES = {
    "ideal_turn": (0.85, 0.6, 0.02, 0.0, 0.0, 0.05, 0.98),
    "asks_question": (1.0, 1.0, 0.1, 1.0, 1.0, 1.0, 1.0),
    "socratic_question": (0.99, 0.95, 0.05, 0.0, 0.02, 0.3, 1.0),
    "error_relevance": (0.93, 0.8, 0.1, 0.0, 0.05, 0.1, 1.0),
    "scaffolding.specific": (0.9, 0.7, 0.05, 0.0, 0.0, 0.05, 1.0),
    "scaffolding.generic": (0.05, 0.2, 0.4, 1.0, 0.6, 0.9, 0.0),
    "answer_leak.typed": (0.02, 0.05, 0.9, 0.0, 0.0, 0.0, 0.0),
    "answer_avoidance": (0.97, 0.94, 0.08, 1.0, 1.0, 1.0, 1.0),
    "faithful": (0.97, 0.95, 0.9, 1.0, 0.98, 1.0, 1.0),
    "grade_language": (0.98, 0.97, 0.9, 1.0, 0.8, 0.95, 0.99),
}
LEAK_METRICS = ("answer_leak.typed", "answer_avoidance")


def item(benchmark: str, i: int) -> Item:
    band = BANDS[i % len(BANDS)]
    return Item(
        id=f"{benchmark}-{i:04d}",
        split=benchmark,
        messages=[
            {
                "role": "system",
                "content": f"You are a Socratic math tutor for grades {band}. Never give the answer.",
            },
            {
                "role": "user",
                "content": f"What is 1/3 + 1/{i + 4}?\nI got 2/{i + 7} | because I added <both>.",
            },
        ],
        reference="Is 2/7 more or less than 1/3?",
        grade_band=band,
        grade="4",
        topic="fractions",
        family=f"family-{i % 7}",
        misconception="adds-tops-and-bottoms",
        student_kind="misconception",
        move="probe",
        problem=f"What is 1/3 + 1/{i + 4}?",
        student_said=f"I got 2/{i + 7} | because I added <both>.",
        correct_answer=f"{i + 7}/{3 * (i + 4)}",
        wrong_answer=f"2/{i + 7}",
        answer_kind="fraction",
        prompt_shows_answer=False,
        rivals=[Rival(id="r", name="multiplies", cues=["times"])],
    )


def build(folder: Path) -> Path:
    """Write the whole folder (`results/{experiment}`) and return it."""
    for benchmark, size in SIZES.items():
        rows = [asdict(item(benchmark, i)) for i in range(size)]
        write_jsonl(folder / "corpus" / "benchmarks" / f"{benchmark}.jsonl", rows)
    write_jsonl(folder / "corpus" / "train.jsonl", [asdict(item("train", i)) for i in range(5)])
    train = folder / "corpus" / "train.jsonl"
    split = {"sha256": sha256_of(train), "rows": 5, "misconception": {"adds-tops-and-bottoms": 5}}
    write_json(folder / "corpus" / "report.json", {"train": split, "validation": split, "rejected": {}})
    for place, system in enumerate(SYSTEMS):
        _write_system(folder / "systems" / system, system, place)
    return folder


def _write_system(folder: Path, system: str, place: int) -> None:
    stream = random.Random(system)
    scores, responses = [], []
    for benchmark, size in SIZES.items():
        metrics = RATES if benchmark == "unseen_problems" else LEAK_METRICS
        for i in range(size):
            text = f"{system} asks: is 2/{i + 7} | more than <b>1/3</b>?\nHow do you know?"
            responses.append(asdict(Response(f"{benchmark}-{i:04d}", benchmark, 1, text)))
            leaked = int(stream.random() < RATES["answer_leak.typed"][place])
            for metric in metrics:
                value = int(stream.random() < RATES[metric][place])
                if metric in LEAK_METRICS:
                    value = leaked if metric == "answer_leak.typed" else 1 - leaked
                scores.append(Score(f"{benchmark}-{i:04d}", benchmark, 1, metric, value, "fabricated"))
    write_jsonl(folder / "responses.jsonl", responses)
    write_jsonl(folder / "scores.jsonl", [asdict(score) for score in scores])
    write_json(folder / "metrics.json", {"system": system, "estimates": _estimates(scores)})
    if system in RUNS:
        _write_adapter(folder, rank=int(system.split("-")[1]))


def _estimates(scores: list[Score]) -> list[dict]:
    estimates = []
    for benchmark, metric in sorted({(score.benchmark, score.metric) for score in scores}):
        values = [s.value for s in scores if (s.benchmark, s.metric) == (benchmark, metric)]
        k, n = sum(v for v in values if v), len(values)
        low, high = binomtest(k, n).proportion_ci(0.95, "wilson")
        row = Estimate(benchmark, metric, k, n, k / n, float(low), float(high), 0.95, "wilson", 7, 1.3, 0)
        estimates.append(asdict(row))
    return estimates


def _write_adapter(folder: Path, *, rank: int) -> None:
    adapter = folder / "adapter"
    write_json(
        adapter / "adapter_config.json", {"base_model_name_or_path": "resources/base_model", "r": rank}
    )
    (adapter / "adapter_model.safetensors").write_bytes(b"weights" * rank)
    write_json(folder / "training.json", _facts(folder, rank))
    rows = [
        {"time": 1000.5 + step, "step": step, "split": split, "loss": 2.0 / step, "learning_rate": 0.002}
        for step in range(1, 41)
        for split in ("train", "validation")
    ]
    write_jsonl(folder / "history.jsonl", rows)
    write_json(folder / "training_time.json", {"wall_seconds": 61.25, "tokens_per_second": 836.5})


def _facts(folder: Path, rank: int) -> dict:
    train = sha256_of(folder.parents[1] / "corpus" / "train.jsonl")
    return {
        "steps": 40,
        "published_step": 40,
        "epochs": 2.0,
        "train_examples": 640,
        "validation_examples": 64,
        "total_tokens": 51200,
        "supervised_tokens": 12800,
        "padded_tokens": 64000,
        "model_flops": 6.5e11,
        "hardware_flops": 7.5e11,
        "final_train_loss": 0.30625,
        "mean_train_loss": 0.815,
        "best_validation_loss": None,
        "loss_curve": [[1, 2.0], [40, 0.30625]],
        "trainable_parameters": 1000 * rank,
        "base_parameters": 3_300_000,
        "adapter_sha256": sha256_of(folder / "adapter" / "adapter_model.safetensors"),
        "base_fingerprint": {"kind": "embedded", "quantization": "none", "manifest": "b" * 64},
        "template_sha256": "c" * 64,
        "train_sha256": train,
        "validation_sha256": train,
        "seed": "socratic-1:1",
        "training": {"lora": {"r": rank, "alpha": 32, "target_modules": "all-linear"}, "learning_rate": 2e-3},
        "versions": {"torch": "2.13.0", "transformers": "5.23.0"},
    }


def paths(folder: Path, name: str) -> dict[str, Path]:
    """system -> its file of that name."""
    return {system: folder / "systems" / system / name for system in SYSTEMS}


def benchmarks(folder: Path) -> dict[str, Path]:
    return {name: folder / "corpus" / "benchmarks" / f"{name}.jsonl" for name in SIZES}
