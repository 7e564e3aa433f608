"""One case of `training_throughput.py --gpu`, in a process of its own: `python training_gpu.py JOB.json`.

All train LoRA of rank 16 on all linear layers of a random Llama, on our rows and their lengths, with the
settings of configs/llama-3.1-8b.yaml. The clock begins when `WARM_UP` steps are done; tokens are counted
without padding.

- matmul: the rate of a large square product in bf16, which the others are a share of;
- ours_bf16: weights in bf16, nothing recomputed;
- ours_nf4: 4 bits with double quantisation, bf16 arithmetic, activations recomputed: the published profile;
- ours_nf4_21gib: the same, the allocator held to what a card of 24 GB leaves;
- trl_4bit_defaults: SFTTrainer, PEFT and BitsAndBytesConfig(load_in_4bit=True), all else at its default
  (fp4, fp32 arithmetic, what is not quantised in fp32);
- trl_nf4: the same with nf4, bf16 arithmetic and bf16 loading.

On CPU (a try-out of the tiny shape) there is no bf16 and no cap.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import torch
from measuring import EMBEDDED
from random_llama import random_llama
from training_clock import Clock, Counted
from training_ways import SEED, chats_of, lora_config, trl_arguments
from transformers import AutoTokenizer, BitsAndBytesConfig
from trl import SFTTrainer

from socratic_tutor.base_identity import locate
from socratic_tutor.files import read_jsonl, write_json
from socratic_tutor.modeling import adapter
from socratic_tutor.modeling.chat_template import training_template
from socratic_tutor.modeling.settings import TrainingSettings, training_settings

GIB = 2**30
CAP_GIB = 21  # of the 22.5 GiB that an L4 exposes, the rest is the context and what fragments
WARM_UP = 2


def nf4(double: bool, compute: torch.dtype) -> BitsAndBytesConfig:
    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=double,
        bnb_4bit_compute_dtype=compute,
    )


def ours(
    model: Any, tokenizer: Any, train: Path, settings: TrainingSettings, folder: Path, device: str
) -> dict[str, Any]:
    """train_adapter itself; only its base, which lies on no disk, is put into its hands."""
    adapter.load_base = lambda *_, **__: (model, tokenizer)
    adapter.train_adapter(
        base_model=EMBEDDED,
        training={**settings.as_dict(), "log_every": 1, "save_every": settings.steps},
        seed=SEED,
        train=train,
        validation=train.with_name("validation.jsonl"),
        adapter=folder / "adapter",
        facts=folder / "training.json",
        history=folder / "history.jsonl",
        timings=folder / "training_time.json",
        checkpoints=folder / "checkpoints",
    )
    rows = list(read_jsonl(folder / "history.jsonl"))
    begin, end = rows[WARM_UP - 1], rows[-1]
    return {
        "tokens_per_second": (end["tokens"] - begin["tokens"]) / (end["time"] - begin["time"]),
        "first_loss": rows[0]["loss"],
        "mean_loss": sum(row["loss"] for row in rows) / len(rows),
    }


def trl(
    model: Any, tokenizer: Any, train: Path, settings: TrainingSettings, folder: Path, device: str
) -> dict[str, Any]:
    tokenizer.chat_template = training_template()
    clock = Clock(after=WARM_UP)
    trainer = SFTTrainer(
        model=model,
        args=trl_arguments(settings, folder, device, logging_steps=1),
        train_dataset=chats_of(train),
        processing_class=tokenizer,
        peft_config=lora_config(settings),
        callbacks=[clock],
    )
    batches = trainer.data_collator = Counted(trainer.data_collator)
    mean = trainer.train().training_loss
    steps = (WARM_UP * settings.gradient_accumulation, settings.steps * settings.gradient_accumulation)
    return {
        "tokens_per_second": batches.total("tokens", *steps) / clock.seconds,
        "first_loss": trainer.state.log_history[0]["loss"],
        "mean_loss": mean,
    }


def matmul_rate(device: str) -> float:
    """Floating-point operations a second of a square product: median of twenty."""
    side, dtype = (8192, torch.bfloat16) if device == "cuda" else (512, torch.float32)
    left, right = (torch.randn(side, side, dtype=dtype, device=device) for _ in range(2))
    rates = []
    for number in range(25):
        begin = time.perf_counter()
        left @ right
        if device == "cuda":
            torch.cuda.synchronize()
        if number >= 5:
            rates.append(2 * side**3 / (time.perf_counter() - begin))
    return median(rates)


def trained(job: dict[str, Any], folder: Path) -> dict[str, Any]:
    name, device = job["way"], job["device"]
    changes = {"validate_every": 0, "steps": WARM_UP + job["training"]["steps"]}
    if name == "ours_bf16":
        # what checkpointing saved is spent on rows at once; a step keeps its rows as nearly as that allows
        wanted = job["training"]["batch_size"] * job["training"]["gradient_accumulation"]
        changes |= {
            "gradient_checkpointing": False,
            "batch_size": job["bf16_batch_size"],
            "gradient_accumulation": max(1, wanted // job["bf16_batch_size"]),
        }
    settings = training_settings({**job["training"], **changes})
    tokenizer = AutoTokenizer.from_pretrained(str(locate(EMBEDDED)[1]))
    bf16 = torch.bfloat16 if device == "cuda" else torch.float32
    quantization, dtype = {
        "ours_bf16": (None, bf16),
        "ours_nf4": (nf4(True, bf16), bf16),
        "ours_nf4_21gib": (nf4(True, bf16), bf16),
        "trl_4bit_defaults": (BitsAndBytesConfig(load_in_4bit=True), torch.float32),
        "trl_nf4": (nf4(False, bf16), bf16),
    }[name]
    model, weights = random_llama(job["shape"], tokenizer, device, dtype, quantization)
    if device == "cuda":
        torch.cuda.reset_peak_memory_stats()
        if name == "ours_nf4_21gib":
            whole = torch.cuda.get_device_properties(0).total_memory
            torch.cuda.set_per_process_memory_fraction(min(1.0, CAP_GIB * GIB / whole))
    way = ours if name.startswith("ours") else trl
    found = way(model, tokenizer, Path(job["train"]), settings, folder, device)
    return {
        **{key: round(value, 4) for key, value in found.items()},
        "matmul_parameters": weights,
        "rows_at_once": settings.batch_size,
        "peak_gib": round(torch.cuda.max_memory_reserved() / GIB, 2) if device == "cuda" else None,
        "out_of_memory": False,
    }


def main() -> None:
    job = json.loads(Path(sys.argv[1]).read_text())
    if job["way"] == "matmul":
        found: dict[str, Any] = {"flop_per_second": matmul_rate(job["device"])}
    else:
        try:
            with tempfile.TemporaryDirectory(dir=job["folder"]) as folder:
                found = trained(job, Path(folder))
        except torch.cuda.OutOfMemoryError:
            found = {"out_of_memory": True}
    if job["device"] == "cuda":
        found["card"] = torch.cuda.get_device_name()
    write_json(Path(job["out"]), found)


if __name__ == "__main__":
    main()
