"""How fast an adapter is trained, as ratios to plain TRL, to TRL with its flags set, and to a bare loop.

    PYTHONPATH=workflow_scripts python benchmarks/training_throughput.py
    PYTHONPATH=workflow_scripts python benchmarks/training_throughput.py --gpu

The first trains the embedded base and compares supervised tokens per second; training_ways.py says who
competes and what the clock covers. Contestants take turns, each measurement in a process of its own. With the
default --rows one epoch is read: all read the same rows, and their mean losses must be near each other.

The second needs a GPU and trains the exact shape of Llama-3.1-8B with random weights (see training_gpu.py).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from measuring import (
    check_device,
    config_section,
    medians,
    ratio,
    taking_turns,
    use_one_core,
    work,
    write_rows,
)

GOALS = {"trl": 2.0, "trl_tuned": 1.4, "bare": 0.9}
SPEED = "supervised_tokens_per_second"
GPU_CASES = ("ours_bf16", "ours_nf4", "ours_nf4_21gib", "trl_4bit_defaults", "trl_nf4")


def embedded_base(given: argparse.Namespace, folder: Path) -> dict[str, Any]:
    training = {
        **config_section("training"),
        "steps": given.steps,
        "warmup_steps": min(given.steps - 1, config_section("training")["warmup_steps"]),
        "validate_every": 0,  # nobody validates
        "save_every": 500,  # as TRL does, and all save at the end
    }
    per_step = training["batch_size"] * training["gradient_accumulation"]
    train = given.data or write_rows(folder, given.rows or given.steps * per_step)
    if given.device == "cpu":
        use_one_core()
    job = {"train": str(train), "training": training}
    rounds = taking_turns(
        ["ours", *GOALS],
        given.rounds,
        lambda way: work("training_ways.py", {**job, "way": way}, folder, given.device),
    )
    found = {way: medians(several) for way, several in rounds.items()}
    for end in ("", "_of_steps"):
        found[f"ratios{end}"] = {
            f"ours_to_{way}": ratio(found["ours"], found[way], SPEED + end, None if end else goal)
            for way, goal in GOALS.items()
        }
    return found


def billions(given: argparse.Namespace, folder: Path) -> dict[str, Any]:
    training = {**config_section("training", "llama-3.1-8b"), "steps": given.steps, "warmup_steps": 0}
    per_step = training["batch_size"] * training["gradient_accumulation"]
    train = given.data or write_rows(folder, given.rows or given.steps * per_step)
    job = {
        "train": str(train),
        "training": training,
        "shape": given.gpu_shape,
        "bf16_batch_size": given.bf16_batch_size,
    }
    matmul = work("training_gpu.py", {**job, "way": "matmul"}, folder, given.device)
    rounds = taking_turns(
        GPU_CASES,
        given.rounds,
        lambda way: work("training_gpu.py", {**job, "way": way}, folder, given.device),
    )
    found = {"matmul": matmul} | {way: medians(several) for way, several in rounds.items()}
    for case in (found[way] for way in GPU_CASES if not found[way]["out_of_memory"]):
        done = case["tokens_per_second"] * 4 * case["matmul_parameters"]
        case["share_of_matmul_rate"] = round(done / matmul["flop_per_second"], 4)
    found["ratios"] = {
        f"ours_nf4_to_{way}": ratio(found["ours_nf4"], found[way], "tokens_per_second", None)
        for way in ("trl_4bit_defaults", "trl_nf4")
        if not (found["ours_nf4"]["out_of_memory"] or found[way]["out_of_memory"])
    }
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--steps", type=int, help="optimizer steps (default 100, with --gpu 20)")
    parser.add_argument("--rounds", type=int, default=3, help="measurements of each (default 3)")
    parser.add_argument("--rows", type=int, help="rows to train on (default: as many as the steps read)")
    parser.add_argument(
        "--data", type=Path, help="a train.jsonl with validation.jsonl beside it (default: made on the fly)"
    )
    parser.add_argument("--device", choices=["cpu", "cuda"], help="default cpu, with --gpu cuda")
    parser.add_argument(
        "--gpu", action="store_true", help="Llama-3.1-8B's shape instead of the embedded base"
    )
    parser.add_argument(
        "--gpu-shape", choices=["llama-3.1-8b", "tiny"], default="llama-3.1-8b", help="tiny: a try-out"
    )
    parser.add_argument(
        "--bf16-batch-size", type=int, default=8, help="rows at once without checkpointing (default 8)"
    )
    given = parser.parse_args()
    given.steps = given.steps or (20 if given.gpu else 100)
    given.device = given.device or ("cuda" if given.gpu else "cpu")
    check_device(given.device)
    if given.gpu and given.device == "cpu" and given.gpu_shape != "tiny":
        sys.exit("Llama-3.1-8B's shape on a CPU would take hours: add --gpu-shape tiny")
    with tempfile.TemporaryDirectory() as folder:
        found = billions(given, Path(folder)) if given.gpu else embedded_base(given, Path(folder))
    print(
        json.dumps({"device": given.device, "steps": given.steps, "rounds": given.rounds, **found}, indent=2)
    )


if __name__ == "__main__":
    main()
