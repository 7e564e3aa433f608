"""How fast a system answers, as a ratio to the published card's code that answers one item at a time.

    PYTHONPATH=workflow_scripts python benchmarks/generation_throughput.py [--adapter DIR]
    PYTHONPATH=workflow_scripts python benchmarks/generation_throughput.py --gpu --items 32

Items of unseen_problems, made on the fly; the same model, one thread, greedy; generation_ways.py says who
competes and what the clock covers. The texts must be the same, and those that differ are counted. Without
--adapter a random one is made for the embedded base, with a B that is not zero. The second needs a GPU and
takes the shape of Llama-3.1-8B with random weights in bf16: its texts mean nothing, and nearly all are as
long as they may be.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from measuring import (
    EMBEDDED,
    check_device,
    config_section,
    medians,
    ratio,
    taking_turns,
    use_one_core,
    work,
    write_items,
)

GOAL = 5.0


def write_random_adapter(folder: Path) -> Path:
    """A random adapter of the embedded base in PEFT format, with its tokenizer; returns its folder."""
    from random_llama import random_adapter

    from socratic_tutor.modeling.loading import load_base

    model, tokenizer = load_base(EMBEDDED)
    random_adapter(model).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def measure(given: argparse.Namespace, folder: Path) -> dict[str, Any]:
    generation = config_section("generation", "llama-3.1-8b" if given.gpu else None)
    job: dict[str, Any] = {
        "generation": generation | {"max_new_tokens": given.max_new_tokens or generation["max_new_tokens"]},
        "items": str(write_items(folder, given.items)),
        "warm_up": str(write_items(folder / "warm_up", 2)),
    }
    if given.gpu:
        job["shape"] = given.gpu_shape
    else:
        job["adapter"] = str((given.adapter or write_random_adapter(folder / "adapter")).resolve())
    if given.device == "cpu":
        use_one_core()
    rounds = taking_turns(
        ["ours", "card"],
        given.rounds,
        lambda way: work("generation_ways.py", {**job, "way": way}, folder, given.device),
    )
    found = {way: medians(several) for way, several in rounds.items()}
    ours, card = (found[way].pop("texts") for way in ("ours", "card"))
    goal = None if given.gpu else GOAL
    return {
        **found,
        "texts_that_differ": sum(ours[item] != card[item] for item in card),
        "ours_to_card": ratio(found["ours"], found["card"], "items_per_second", goal),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--adapter", type=Path, help="a PEFT folder for the embedded base (default: random)")
    parser.add_argument("--items", type=int, default=200, help="items to answer (default 200)")
    parser.add_argument("--rounds", type=int, default=3, help="measurements of each (default 3)")
    parser.add_argument("--max-new-tokens", type=int, help="longest reply (default: the config's)")
    parser.add_argument("--device", choices=["cpu", "cuda"], help="default cpu, with --gpu cuda")
    parser.add_argument(
        "--gpu", action="store_true", help="Llama-3.1-8B's shape instead of the embedded base"
    )
    parser.add_argument(
        "--gpu-shape", choices=["llama-3.1-8b", "tiny"], default="llama-3.1-8b", help="tiny: a try-out"
    )
    given = parser.parse_args()
    given.device = given.device or ("cuda" if given.gpu else "cpu")
    check_device(given.device)
    if given.gpu and given.device == "cpu" and given.gpu_shape != "tiny":
        sys.exit("Llama-3.1-8B's shape on a CPU would take hours: add --gpu-shape tiny")
    with tempfile.TemporaryDirectory() as folder:
        found = measure(given, Path(folder))
    print(
        json.dumps({"device": given.device, "items": given.items, "rounds": given.rounds, **found}, indent=2)
    )


if __name__ == "__main__":
    main()
