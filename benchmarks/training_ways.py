"""One contestant of training_throughput.py, in a process of its own: `python training_ways.py JOB.json`.

All train the same adapter (embedded base, fp32 on CPU, same rows, rank, dropout, batch size, learning rate,
schedule and steps, one thread) and end with its file on disk:

- ours: train_adapter, checkpoints and facts included;
- trl: SFTTrainer as `trl sft` calls it, everything else at its default (checkpointing on, random order);
- trl_tuned: the same with checkpointing off and batches of similar length;
- bare: a PyTorch loop over our batches that projects the supervised positions only. It also gets our setting
  of the C library's memory, so that the ratio to it holds nothing but what the trainer costs.

The clock covers loading the base, reading and encoding the rows, building the trainer, all steps and writing
the adapter. Imports come before it, and so does a training of two steps that draws in what is imported late.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import torch
from datasets import Dataset
from measuring import EMBEDDED
from peft import LoraConfig, get_peft_model
from training_clock import Clock, Counted
from transformers import AutoTokenizer, get_scheduler
from trl import SFTConfig, SFTTrainer

from socratic_tutor.base_identity import locate
from socratic_tutor.files import read_json, read_jsonl, write_json
from socratic_tutor.modeling.adapter import train_adapter
from socratic_tutor.modeling.chat_template import training_template
from socratic_tutor.modeling.chats import padding_id
from socratic_tutor.modeling.determinism import keep_freed_memory, number_from, reseed
from socratic_tutor.modeling.loading import load_base
from socratic_tutor.modeling.objective import right_padded, supervised_nll
from socratic_tutor.modeling.settings import TrainingSettings, training_settings
from socratic_tutor.modeling.training_data import read_examples, reading_order

SEED = "benchmark"


def lora_config(settings: TrainingSettings) -> LoraConfig:
    lora = settings.lora
    return LoraConfig(
        task_type="CAUSAL_LM",
        r=lora.r,
        lora_alpha=lora.alpha,
        lora_dropout=lora.dropout,
        target_modules=lora.target_modules,
    )


def trl_arguments(settings: TrainingSettings, folder: Path, device: str, **flags: Any) -> SFTConfig:
    """Our hyperparameters, which make the same adapter, and TRL's defaults for all that decides its speed."""
    return SFTConfig(
        output_dir=str(folder),
        seed=number_from(SEED),
        max_steps=settings.steps,
        per_device_train_batch_size=settings.batch_size,
        gradient_accumulation_steps=settings.gradient_accumulation,
        learning_rate=settings.learning_rate,
        lr_scheduler_type=settings.schedule,
        warmup_steps=settings.warmup_steps,
        weight_decay=settings.weight_decay,
        max_grad_norm=settings.max_grad_norm,
        max_length=settings.max_length,
        assistant_only_loss=True,
        use_cpu=device == "cpu",
        bf16=device == "cuda",
        **flags,
    )


def chats_of(path: Path) -> Dataset:
    return Dataset.from_list([{"messages": row["messages"]} for row in read_jsonl(path)])


def ours(train: Path, settings: TrainingSettings, folder: Path, device: str) -> dict[str, Any]:
    facts, timings = folder / "training.json", folder / "training_time.json"
    train_adapter(
        base_model=EMBEDDED,
        training=settings.as_dict(),
        seed=SEED,
        train=train,
        validation=train.with_name("validation.jsonl"),
        adapter=folder / "adapter",
        facts=facts,
        history=folder / "history.jsonl",
        timings=timings,
        checkpoints=folder / "checkpoints",
    )
    found = read_json(facts)
    return {
        "supervised_tokens": found["supervised_tokens"],
        "steps_seconds": read_json(timings)["wall_seconds"],
        "first_loss": found["loss_curve"][0][1],
        "mean_loss": found["mean_train_loss"],
    }


def trl(train: Path, settings: TrainingSettings, folder: Path, device: str, **flags: Any) -> dict[str, Any]:
    source = str(locate(EMBEDDED)[1])
    tokenizer = AutoTokenizer.from_pretrained(source)
    tokenizer.chat_template = training_template()
    clock = Clock()
    trainer = SFTTrainer(
        model=source,
        args=trl_arguments(settings, folder, device, **flags),
        train_dataset=chats_of(train),
        processing_class=tokenizer,
        peft_config=lora_config(settings),
        callbacks=[clock],
    )
    batches = trainer.data_collator = Counted(trainer.data_collator)
    mean = trainer.train().training_loss
    trainer.save_model(str(folder / "adapter"))
    logged = [entry["loss"] for entry in trainer.state.log_history if "loss" in entry]
    return {
        "supervised_tokens": batches.total("supervised", 0, settings.steps * settings.gradient_accumulation),
        "steps_seconds": clock.seconds,
        "first_loss": logged[0] if logged else mean,
        "mean_loss": mean,
    }


def trl_tuned(train: Path, settings: TrainingSettings, folder: Path, device: str) -> dict[str, Any]:
    flags = {"activation_checkpointing": False, "train_sampling_strategy": "group_by_length"}
    return trl(train, settings, folder, device, **flags)


def bare(train: Path, settings: TrainingSettings, folder: Path, device: str) -> dict[str, Any]:
    keep_freed_memory()
    reseed(SEED)
    model, tokenizer = load_base(EMBEDDED)
    examples = read_examples(train, model=model, tokenizer=tokenizer, max_length=settings.max_length)
    order = reading_order(
        [len(example.input_ids) for example in examples],
        batches=settings.steps * settings.gradient_accumulation,
        batch_size=settings.batch_size,
        seed=SEED,
        group_by_length=settings.group_by_length,
    )
    model = get_peft_model(model, lora_config(settings)).to(device).train()
    trained = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(trained, settings.learning_rate, weight_decay=settings.weight_decay)
    schedule = get_scheduler(settings.schedule, optimizer, settings.warmup_steps, settings.steps)
    per_step = settings.batch_size * settings.gradient_accumulation
    supervised, losses, begin = 0, [], time.perf_counter()
    for start in range(0, len(order), per_step):
        rows = [examples[index] for index in order[start : start + per_step]]
        count = sum(row.supervised for row in rows)
        step_loss = 0.0
        for first in range(0, per_step, settings.batch_size):
            padded = right_padded(rows[first : first + settings.batch_size], padding_id(tokenizer))
            ids, _, labels = (tensor.to(device) for tensor in padded)
            with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
                loss = supervised_nll(model, ids, labels) / count
            loss.backward()
            step_loss += loss.item()
        torch.nn.utils.clip_grad_norm_(trained, settings.max_grad_norm)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        supervised += count
        losses.append(step_loss)
    seconds = time.perf_counter() - begin
    model.save_pretrained(folder / "adapter")
    logged = losses[: settings.log_every]
    return {
        "supervised_tokens": supervised,
        "steps_seconds": seconds,
        "first_loss": sum(logged) / len(logged),
        "mean_loss": sum(losses) / len(losses),
    }


WAYS = {"ours": ours, "trl": trl, "trl_tuned": trl_tuned, "bare": bare}


def main() -> None:
    job = json.loads(Path(sys.argv[1]).read_text())
    torch.set_num_threads(1)
    train, device, way = Path(job["train"]), job["device"], WAYS[job["way"]]
    with tempfile.TemporaryDirectory(dir=job["folder"]) as folder:
        brief = training_settings({**job["training"], "steps": 2, "warmup_steps": 0})
        way(train, brief, Path(folder), device)
    with tempfile.TemporaryDirectory(dir=job["folder"]) as folder:
        begin = time.perf_counter()
        found = way(train, training_settings(job["training"]), Path(folder), device)
        found["seconds"] = time.perf_counter() - begin
    tokens = found["supervised_tokens"]
    found["supervised_tokens_per_second"] = tokens / found["seconds"]
    found["supervised_tokens_per_second_of_steps"] = tokens / found["steps_seconds"]
    write_json(Path(job["out"]), {key: round(value, 4) for key, value in found.items()})


if __name__ == "__main__":
    main()
