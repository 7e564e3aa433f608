"""One adapter from one base, one corpus and one seed: the training job of a run.

A kill at any moment loses at most the steps since the last sealed checkpoint; the same call then goes on from
there and writes the same adapter, byte for byte, as a run that was never killed (on one machine type).
"""

from __future__ import annotations

import logging
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from datasets import Dataset
from peft import LoraConfig
from trl.trainer.sft_trainer import DataCollatorForLanguageModeling

from socratic_tutor.base_identity import base_fingerprint
from socratic_tutor.files import InputError, read_json, sha256_of, write_json
from socratic_tutor.modeling import checkpoints as saved
from socratic_tutor.modeling.adapter_files import publish
from socratic_tutor.modeling.chat_template import template_digest
from socratic_tutor.modeling.chats import padding_id
from socratic_tutor.modeling.cost import Meter
from socratic_tutor.modeling.determinism import (
    device_name,
    keep_freed_memory,
    machine_facts,
    make_deterministic,
)
from socratic_tutor.modeling.history import HistoryFile, best_step, train_losses
from socratic_tutor.modeling.loading import load_base
from socratic_tutor.modeling.quiet import quiet_libraries
from socratic_tutor.modeling.recomputation import recompute
from socratic_tutor.modeling.settings import INITIALISATIONS, TrainingSettings, training_settings
from socratic_tutor.modeling.trainer import RunCallback, TutorTrainer, is_finished, trainer_arguments
from socratic_tutor.modeling.training_data import (
    TrainingData,
    count_tokens,
    read_examples,
    reading_order,
)
from socratic_tutor.modeling.training_facts import Computed, facts_of, times_of

log = logging.getLogger(__name__)

LIBRARIES = ("torch", "transformers", "trl", "peft")


def train_adapter(
    *,
    base_model: dict[str, Any],
    training: dict[str, Any],
    seed: str,
    train: Path,
    validation: Path,
    adapter: Path,
    facts: Path,
    history: Path,
    timings: Path,
    checkpoints: Path,
    code: str = "",
) -> None:
    """Train a LoRA adapter on the tutor's tokens and write it with its facts.

    base_model, training: the config sections (settings.TrainingSettings holds the keys). train, validation:
    JSONL of chats that end with the tutor. adapter: folder of the PEFT files and the tokenizer. facts:
    training.json, reproducible. history: live log (history.HistoryFile). timings: training_time.json,
    measured. checkpoints: a folder for this run alone, emptied when the adapter stands. code: a digest of
    the code at work; a training broken off under other code begins anew.

    Raises InputError for bad data, settings or a diverged loss.
    """
    settings = training_settings(training)
    quiet_libraries()
    keep_freed_memory()
    make_deterministic(seed=seed, threads=1)
    model, tokenizer = load_base(base_model)
    computed = Computed.of(model, recomputed=recompute(model, settings.gradient_checkpointing))
    data = _read(train, validation, model, tokenizer, settings, seed)
    key = {
        "training": settings.as_dict(),
        "train_sha256": sha256_of(train),
        "validation_sha256": sha256_of(validation),
        "base_fingerprint": base_fingerprint(base_model),
        "template_sha256": template_digest(),
        "seed": seed,
        "versions": {name: version(name) for name in LIBRARIES},
        "machine": machine_facts(),
        "device": device_name(),
        "code": code,
    }
    saved.open_folder(checkpoints, key)
    log_file = HistoryFile(history)
    resumed = saved.newest_usable(checkpoints)
    log_file.start(b"" if resumed is None else (resumed / saved.HISTORY).read_bytes())
    if resumed is None or not is_finished(resumed, settings):
        if resumed is not None:
            log.info("training goes on from step %d", saved.step_of(resumed))
        _run_trainer(model, tokenizer, data, settings, seed, checkpoints, log_file, resumed)
    last = saved.newest_usable(checkpoints)
    if last is None or not is_finished(last, settings):
        raise RuntimeError(f"training ended before step {settings.steps}; run it again to go on")
    losses = saved.log_of(last)
    chosen = saved.checkpoint_folder(checkpoints, best_step(losses) or train_losses(losses)[-1][0])
    publish(chosen, adapter, base_model, tokenizer)
    found = facts_of(key, losses, data, settings, computed, adapter / saved.ADAPTER)
    write_json(facts, found)
    write_json(timings, times_of(read_json(last / saved.PROGRESS), key, found))
    saved.clear(checkpoints)


def _read(
    train: Path, validation: Path, model: Any, tokenizer: Any, settings: TrainingSettings, seed: str
) -> TrainingData:
    read = [
        read_examples(path, model=model, tokenizer=tokenizer, max_length=settings.max_length)
        for path in (train, validation)
    ]
    order = reading_order(
        [len(example.input_ids) for example in read[0]],
        batches=settings.steps * settings.gradient_accumulation,
        batch_size=settings.batch_size,
        seed=seed,
        group_by_length=settings.group_by_length,
    )
    counts = count_tokens(
        read[0],
        order,
        per_step=settings.rows_per_step,
        batch_size=settings.batch_size,
        budget=settings.micro_batch_tokens,
    )
    return TrainingData(read[0], read[1], order, counts)


def checked_targets(model: Any, targets: str | list[str]) -> str | list[str]:
    """`targets`, each known to name a layer LoRA can adapt; InputError names the first that does not."""
    if targets == "all-linear":
        return targets
    layers = {
        name.split(".")[-1] for name, layer in model.named_modules() if isinstance(layer, torch.nn.Linear)
    }
    layers.discard("lm_head")  # the loss reads its weight directly: an adapter there would never be trained
    names = [targets] if isinstance(targets, str) else targets
    for target in names:
        if target not in layers:
            raise InputError(
                f"config training.lora.target_modules: {target!r} is no linear layer of the base model;\n"
                f"take all-linear or some of {', '.join(sorted(layers))}"
            )
    return names


def _run_trainer(
    model: Any,
    tokenizer: Any,
    data: TrainingData,
    settings: TrainingSettings,
    seed: str,
    root: Path,
    history: HistoryFile,
    resumed: Path | None,
) -> None:
    """Train from the beginning or from `resumed`; leaves sealed checkpoints in `root`."""
    lora = settings.lora
    targets = checked_targets(model, lora.target_modules)
    rows = [{"input_ids": example.input_ids, "labels": example.labels} for example in data.train]
    pad_id = padding_id(tokenizer)
    meter = Meter({} if resumed is None else read_json(resumed / saved.PROGRESS))
    trainer = TutorTrainer(
        model=model,
        args=trainer_arguments(settings, seed=seed, folder=root, cuda=torch.cuda.is_available()),
        train_dataset=Dataset.from_list(rows).select(data.order),
        data_collator=DataCollatorForLanguageModeling(pad_token_id=pad_id),
        processing_class=tokenizer,
        peft_config=LoraConfig(
            task_type="CAUSAL_LM",
            r=lora.r,
            lora_alpha=lora.alpha,
            lora_dropout=lora.dropout,
            target_modules=targets,
            use_rslora=lora.use_rslora,
            use_dora=lora.use_dora,
            init_lora_weights=INITIALISATIONS[lora.initialisation],
        ),
        run=RunCallback(settings, history, data.counts, meter),
        validation=data.validation,
        pad_id=pad_id,
    )
    trainer.train(resume_from_checkpoint=None if resumed is None else str(resumed))
