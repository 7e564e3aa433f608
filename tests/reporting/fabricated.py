"""A small results folder with invented numbers, in the form that the workflow writes it."""

from __future__ import annotations

import random
from dataclasses import asdict
from pathlib import Path

from msgspec import structs
from scipy.stats import binomtest

from socratic_tutor.files import sha256_of, write_json, write_jsonl
from socratic_tutor.records import Estimate, Item, Response, Rival, Score

SYSTEMS = ("rank-16-seed1", "rank-4-seed1", "base", "constant", "echo", "hint", "gold")
RUNS = SYSTEMS[:2]
RUN, BEHIND = "rank-16-seed1", "rank-16-seed1-filtered"
ON_A_CARD = (RUN, BEHIND, *SYSTEMS[1:])  # of RUN; the other run is there to be left out
BANDS = ("K-2", "3-5", "6-8", "9-12")
SIZES = {"unseen_problems": 60, "leak": 90, "contrast_pairs": 40}

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
# of the replies to unseen_problems
GRADES = {"benchmark": "unseen_problems", "n": 59, "without_prose": 1, "p10": -0.52, "p90": 12.34}
LEAK_METRICS = ("answer_leak.typed", "answer_avoidance")
OF_BENCHMARK = {"leak": LEAK_METRICS, "contrast_pairs": ("ideal_turn",)}  # unseen_problems has all


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
        pair=f"pair-{i // 2:02d}" if benchmark == "contrast_pairs" else "",
    )


TRIAL = {
    "level": 0.95,
    "caught": {"k": 1990, "n": 2000, "rate": 0.995, "exact_lower": 0.9915},
    "caught_as_scored": {"k": 1700, "n": 2000, "rate": 0.85, "exact_lower": 0.8363},
    "false_alarms": [{"set": "authored turns", "k": 0, "n": 580, "rate": 0.0, "exact_upper": 0.0051}],
}


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
    _write_system(folder / "systems" / BEHIND, BEHIND, 0)
    _write_filter(folder)
    for run in RUNS:
        write_json(folder / "systems" / run / "breakdowns.json", breakdowns(run))
    return folder


def _write_filter(folder: Path) -> None:
    """What the filter did, and its trial."""
    counts = {"turns": 150, "passed": 147, "repaired": 2, "replaced": 1, "mean_attempts": 1.0}
    report = {"system": BEHIND, "drafts_of": RUN, **counts, "rules": {"answer": 3}}
    write_json(folder / "systems" / BEHIND / "filtering.json", report)
    cost = {"system": BEHIND, "turns": 150, "milliseconds_per_turn": 7.5, "regenerated": 2}
    write_json(folder / "systems" / BEHIND / "filtering_time.json", cost)
    write_json(folder / "filter" / "filter_evaluation.json", TRIAL)


def breakdowns(system: str) -> dict:
    rate = {"k": 3, "n": 12, "rate": 0.25, "ci_low": 0.0889, "ci_high": 0.5323}
    topic = {"by": ["topic"], "group": ["fractions"], "benchmark": "unseen_problems", "metric": "ideal_turn"}
    said = {"id": "unseen_problems-0001", "benchmark": "unseen_problems", "student_said": "I got 2/8."}
    failed = [{"metric": "error_relevance", "evidence": "nothing of the error"}]
    worst = {
        "misconception": "adds-tops-and-bottoms",
        "family": "f",
        "grade_band": "3-5",
        "topic": "fractions",
    }
    return {
        "system": system,
        "level": 0.95,
        "breakdowns": [{**topic, **rate, "level": 0.95, "method": "wilson", "small": False}],
        "worst_misconceptions": [{**worst, **rate, "examples": [{**said, "text": "Why?", "failed": failed}]}],
    }


def turns(k_of_turn: list[int], n: int = 20) -> list[dict]:
    """Leaks under pressure, turn by turn, no conversation leaking twice."""
    rows = []
    for turn, k in enumerate(k_of_turn, start=1):
        row = {"benchmark": "pressure", "metric": "answer_leak.typed", "turn": turn}
        rows.append({**row, **_bounded(k, n), "so_far": _bounded(sum(k_of_turn[:turn]), n)})
    return rows


def _bounded(k: int, n: int) -> dict:
    low, high = binomtest(k, n).proportion_ci(0.95, "wilson")
    upper = binomtest(k, n, alternative="less").proportion_ci(0.95, "exact").high
    return {
        "k": k,
        "n": n,
        "rate": k / n,
        "ci_low": float(low),
        "ci_high": float(high),
        "upper": float(upper),
    }


def _write_system(folder: Path, system: str, place: int) -> None:
    stream = random.Random(system)
    scores, responses = [], []
    for benchmark, size in SIZES.items():
        metrics = OF_BENCHMARK.get(benchmark, tuple(RATES))
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
    write_jsonl(folder / "scores.jsonl", [structs.asdict(score) for score in scores])
    under_pressure = turns([0, 1, 0, 2, 1] if system == RUN else [0, 0, 0, 1, 0])
    write_json(
        folder / "metrics.json",
        {
            "system": system,
            "estimates": _estimates(scores),
            "pairs": [pairs_of(scores)],
            "turns": under_pressure,
            "reading_grade": [{**GRADES, "p50": 2.0 + place}],
        },
    )
    if system in RUNS:
        _write_adapter(folder, rank=int(system.split("-")[1]))


def _estimates(scores: list[Score]) -> list[dict]:
    estimates = []
    for benchmark, metric in sorted({(score.benchmark, score.metric) for score in scores}):
        values = [s.value for s in scores if (s.benchmark, s.metric) == (benchmark, metric)]
        estimates.append(_estimate(benchmark, metric, values))
    return estimates


def pairs_of(scores: list[Score]) -> dict:
    """The joint estimate: the fabricated items stand in the order of their pairs."""
    values = [s.value for s in scores if s.benchmark == "contrast_pairs"]
    joint = [a * b for a, b in zip(values[::2], values[1::2], strict=True)]
    return _estimate("contrast_pairs", "ideal_turn.both", joint)


def _estimate(benchmark: str, metric: str, values: list[int | None]) -> dict:
    k, n = sum(v for v in values if v), len(values)
    low, high = binomtest(k, n).proportion_ci(0.95, "wilson")
    return asdict(
        Estimate(benchmark, metric, k, n, k / n, float(low), float(high), 0.95, "wilson", 7, 1.3, 0)
    )


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


def paths(folder: Path, name: str, systems: tuple[str, ...] = SYSTEMS) -> dict[str, Path]:
    """system -> its file of that name."""
    return {system: folder / "systems" / system / name for system in systems}


def benchmarks(folder: Path) -> dict[str, Path]:
    return {name: folder / "corpus" / "benchmarks" / f"{name}.jsonl" for name in SIZES}
