"""Results of many made-up runs, as the workflow writes them: real benchmarks, random texts and verdicts.

Drawing and estimating one run takes longer than measuring what is made of it, so VARIANTS runs are drawn and
the others are those again under names of their own.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from measuring import config_section

from socratic_tutor.corpus.benchmarks import write_benchmarks
from socratic_tutor.evaluation.breakdowns import break_down
from socratic_tutor.evaluation.estimates import estimate_metrics
from socratic_tutor.files import read_json, sha256_of, write_json, write_jsonl
from socratic_tutor.items import read_items, turns_of
from socratic_tutor.scoring.metrics import METRICS

LEVEL = 0.95
VARIANTS = 8
# system -> the share of turns that pass, of a metric that counts something good
OTHERS = {"base": 0.1, "constant": 0.05, "echo": 0.05, "hint": 0.2, "gold": 0.97, "retrieval": 0.7}
WORDS = ("what", "do", "you", "notice", "about", "both", "fractions", "equal", "pieces", "whole", "strip")


def make_up(folder: Path, runs: int) -> list[str]:
    """Write corpus/ and systems/ of `runs` adapters and the systems beside them; returns the runs' names."""
    sizes = config_section("benchmarks")
    benchmarks = {name: folder / "corpus" / "benchmarks" / f"{name}.jsonl" for name in sizes}
    write_benchmarks(seed="benchmark", sizes=sizes, out=benchmarks)
    for split in ("train", "validation"):
        write_jsonl(folder / "corpus" / f"{split}.jsonl", ({"id": str(number)} for number in range(2000)))
    digest = sha256_of(folder / "corpus" / "train.jsonl")
    report = {"sha256": digest, "rows": 2000, "misconception": {"adds-tops-and-bottoms": 2000}}
    write_json(
        folder / "corpus" / "report.json", {"train": report, "validation": report, "rejected": {"cue": 0}}
    )
    for system, share in OTHERS.items():
        _draw(folder / "systems" / system, benchmarks, share)
    names = [f"rank-{number + 1}-seed1" for number in range(runs)]
    for number, name in enumerate(names):
        target = folder / "systems" / name
        if number < VARIANTS:
            _draw(target, benchmarks, 0.75 + 0.02 * number)
            _trained(target, digest)
        else:
            _again(folder / "systems" / names[number % VARIANTS], target)
    return names


def _draw(folder: Path, benchmarks: Mapping[str, Path], share: float) -> None:
    """Answers and scores of one system, and what the workflow computes from them."""
    stream = random.Random(folder.name)
    responses: list[dict[str, Any]] = []
    scores: list[dict[str, Any]] = []
    for benchmark, path in benchmarks.items():
        for item in read_items(path).values():
            for turn in turns_of(item):
                unit = {"id": item.id, "benchmark": benchmark, "turn": turn}
                text = " ".join(stream.choices(WORDS, k=20))
                responses.append({**unit, "text": f"{text.capitalize()}?"})
                scores += [{**unit, **row} for row in _verdicts(stream, share)]
    write_jsonl(folder / "responses.jsonl", responses)
    write_jsonl(folder / "scores.jsonl", scores)
    files: dict[str, Any] = {"system": folder.name, "benchmarks": dict(benchmarks), "level": LEVEL}
    files |= {name: folder / f"{name}.jsonl" for name in ("scores", "responses")}
    estimate_metrics(**files, out=folder / "metrics.json")
    break_down(**files, out=folder / "breakdowns.json")


def _verdicts(stream: random.Random, share: float) -> list[dict[str, Any]]:
    leaks = stream.random() > share
    rows = []
    for metric in METRICS:
        passes = stream.random() < (share if metric.higher_is_better else 1 - share)
        if metric.name in ("answer_avoidance", "answer_leak.typed"):  # they exclude each other
            passes = leaks != metric.higher_is_better
        evidence = f"“{stream.choice(WORDS)}” in the last sentence"
        rows.append({"metric": metric.name, "value": int(passes), "evidence": evidence})
    return rows


def _trained(folder: Path, digest: str) -> None:
    """What a training of 150 steps leaves."""
    adapter = folder / "adapter"
    adapter.mkdir()
    (adapter / "adapter_model.safetensors").write_bytes(folder.name.encode() * 20_000)
    names = {"base_model_name_or_path": "resources/base_model", "r": 16}
    write_json(adapter / "adapter_config.json", names)
    rows = [
        {"time": 1000.5 + step, "step": step, "split": split, "loss": 2 / step, "learning_rate": 0.002}
        for step in range(1, 151)
        for split in ("train", "validation")
    ]
    write_jsonl(folder / "history.jsonl", rows)
    whole = ("train_examples", "validation_examples", "total_tokens", "supervised_tokens", "padded_tokens")
    lengths = dict.fromkeys((*whole, "trainable_parameters", "base_parameters"), 2000)
    facts = {
        **lengths,
        "steps": 150,
        "published_step": 150,
        "epochs": 1.5,
        "model_flops": 6.5e11,
        "hardware_flops": 7.5e11,
        "final_train_loss": rows[-1]["loss"],
        "mean_train_loss": sum(float(row["loss"]) for row in rows) / len(rows),
        "best_validation_loss": rows[-1]["loss"],
        "loss_curve": [[row["step"], row["loss"]] for row in rows if row["split"] == "train"],
        "adapter_sha256": sha256_of(adapter / "adapter_model.safetensors"),
        "base_fingerprint": {"kind": "embedded", "quantization": "none", "manifest": "b" * 64},
        "template_sha256": "c" * 64,
        "train_sha256": digest,
        "validation_sha256": digest,
        "seed": "benchmark:1",
        "training": config_section("training"),
        "versions": {"torch": "2", "transformers": "5"},
    }
    write_json(folder / "training.json", facts)


def _again(source: Path, target: Path) -> None:
    shutil.copytree(source, target)
    for name in ("metrics.json", "breakdowns.json"):
        write_json(target / name, {**read_json(target / name), "system": target.name})
