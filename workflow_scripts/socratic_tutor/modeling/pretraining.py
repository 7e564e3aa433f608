"""The bare training loop of the embedded base: schedule, loss, validation, checkpoints.

A checkpoint is keyed by all that decides the weights. A killed training goes on from it and ends with
the same bytes as one that was not killed.
"""

from __future__ import annotations

import logging
import math
import time
from pathlib import Path
from typing import Any

import torch
from tqdm import tqdm
from transformers import LlamaForCausalLM

from socratic_tutor.files import InputError, atomic_open
from socratic_tutor.modeling.base_documents import Encoded, Sequences, epoch_batches, micro_batches
from socratic_tutor.progress import bar_stream

log = logging.getLogger(__name__)

# The manifest keeps every tenth training loss.
KEPT_LOSSES = 10


def learning_rate(step: int, settings: dict[str, Any]) -> float:
    """The rate of step 1 .. steps: linear warm-up, a cosine over `schedule_steps`, a linear cooldown.

    The last `cooldown_steps` go straight down to the final share of the peak, so that a training may end
    before its cosine does (Haegele et al. 2024: a short cooldown is worth most of a full schedule).
    """
    start = settings["steps"] - settings["cooldown_steps"]
    floor = settings["learning_rate"] * settings["final_learning_rate_share"]
    if step <= start:
        return _cosine(step, settings)
    left = (settings["steps"] - step) / max(1, settings["cooldown_steps"])
    return floor + (_cosine(start, settings) - floor) * left


def _cosine(step: int, settings: dict[str, Any]) -> float:
    peak, warmup, steps = settings["learning_rate"], settings["warmup_steps"], settings["schedule_steps"]
    if step <= warmup:
        return peak * step / warmup
    progress = min(1.0, (step - warmup) / max(1, steps - warmup))
    floor = settings["final_learning_rate_share"]
    return peak * (floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * progress)))


def _loss_sum(
    model: LlamaForCausalLM, inputs: torch.Tensor, labels: torch.Tensor, bf16: bool
) -> torch.Tensor:
    """Sum of next-token cross entropies (nats) over the labels that count."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
        logits = model(input_ids=inputs, use_cache=False).logits[:, :-1]
    return torch.nn.functional.cross_entropy(
        logits.flatten(0, 1).float(), labels[:, 1:].flatten(), ignore_index=-100, reduction="sum"
    )


@torch.no_grad()
def validation_loss(
    model: LlamaForCausalLM, sequences: Sequences, *, pad: int, tokens: int, bf16: bool
) -> float:
    """Mean next-token cross entropy (nats a token) over the sequences."""
    model.eval()
    total = sum(
        float(_loss_sum(model, inputs, labels, bf16))
        for inputs, labels in micro_batches(sequences, pad=pad, tokens=tokens)
    )
    model.train()
    return total / sum(len(ids) - 1 for ids in sequences)


def pretrain(
    model: LlamaForCausalLM,
    encoded: Encoded,
    *,
    pad: int,
    seed: str,
    settings: dict[str, Any],
    checkpoint: Path,
    key: str,
) -> dict[str, Any]:
    """Run all steps (from `checkpoint` on, if it is there) and return the reproducible facts.

    settings: the config section `base_training`. key: digest of all that decides the weights; a
    checkpoint with another key is refused with an InputError, as is a loss that is not finite.
    Losses are means over a batch, in nats a token; `tokens` are those read, without padding.
    """
    steps, bf16 = settings["steps"], settings["precision"] == "bf16"
    weights = [p for p in model.parameters() if p.ndim > 1]
    gains = [p for p in model.parameters() if p.ndim <= 1]
    optimizer = torch.optim.AdamW(
        [
            {"params": weights, "weight_decay": settings["weight_decay"]},
            {"params": gains, "weight_decay": 0.0},
        ],
        lr=settings["learning_rate"],
        betas=(0.9, 0.95),
        fused=True,
    )
    state = _restore(checkpoint, key, model, optimizer)
    lengths = [len(ids) for ids in encoded.training]
    batch_size, pieces = settings["batch_size"], settings["micro_batch_tokens"]
    per_epoch = max(1, len(lengths) // batch_size)
    epoch, batches = -1, []
    started, seen = time.monotonic(), state["tokens"]
    model.train()
    bar = tqdm(
        total=steps, initial=state["step"], desc="base model", unit="step", file=bar_stream(), disable=None
    )
    # Nothing below draws from a generator: the step number alone says what comes next.
    for step in range(state["step"] + 1, steps + 1):
        if (step - 1) // per_epoch != epoch:
            epoch = (step - 1) // per_epoch
            batches = epoch_batches(lengths, seed=seed, epoch=epoch, batch_size=batch_size)
        batch = [encoded.training[index] for index in batches[(step - 1) % per_epoch]]
        targets = sum(len(ids) - 1 for ids in batch)
        rate = learning_rate(step, settings)
        for group in optimizer.param_groups:
            group["lr"] = rate
        loss = 0.0
        for inputs, labels in micro_batches(batch, pad=pad, tokens=pieces):
            part = _loss_sum(model, inputs, labels, bf16) / targets
            part.backward()
            loss += float(part.detach())
        if not math.isfinite(loss):
            raise InputError(
                f"base model: the loss is {loss} at step {step}; lower base_training.learning_rate"
            )
        torch.nn.utils.clip_grad_norm_(model.parameters(), settings["max_grad_norm"])
        optimizer.step()
        optimizer.zero_grad()
        state["step"], state["tokens"] = step, state["tokens"] + targets + len(batch)
        state["losses"].append([step, round(loss, 4)])
        speed = (state["tokens"] - seen) / (time.monotonic() - started)
        bar.set_postfix_str(f"loss {loss:.3f}, {speed:,.0f} tokens/s", refresh=False)
        bar.update()
        if step % settings["validate_every"] == 0 or step == steps:
            measured = validation_loss(model, encoded.held_back, pad=pad, tokens=pieces, bf16=bf16)
            state["validation_losses"].append([step, round(measured, 4)])
            log.info("step %d of %d: validation loss %.4f", step, steps, measured)
        if step % settings["log_every"] == 0 or step == steps:
            log.info("step %d of %d: loss %.4f, rate %.2e, %d tokens/s", step, steps, loss, rate, speed)
        if step % settings["checkpoint_every"] == 0 and step < steps:
            _save(checkpoint, key, state, model, optimizer)
    bar.close()
    return {
        "steps": steps,
        "epochs": round(steps / per_epoch, 3),
        "tokens": state["tokens"],
        "validation_loss": state["validation_losses"][-1][1],
        "validation_losses": state["validation_losses"],
        "losses": [
            entry for entry in state["losses"] if entry[0] % KEPT_LOSSES == 0 or entry[0] in (1, steps)
        ],
    }


def _save(path: Path, key: str, state: dict[str, Any], model: Any, optimizer: Any) -> None:
    weights = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
    with atomic_open(path, "wb") as stream:
        torch.save({"key": key, "state": state, **weights}, stream)


def _restore(path: Path, key: str, model: Any, optimizer: Any) -> dict[str, Any]:
    """Load the checkpoint if there is one; a checkpoint of another training is refused."""
    if not path.exists():
        return {"step": 0, "tokens": 0, "losses": [], "validation_losses": []}
    try:
        saved = torch.load(path, weights_only=True)
        foreign = saved["key"] != key
    except Exception as error:
        raise InputError(f"{path}: not a readable checkpoint ({type(error).__name__}); delete it") from None
    if foreign:
        raise InputError(f"{path}: a checkpoint of another seed, recipe or corpus; delete it")
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    log.info("going on from the checkpoint at step %d", saved["state"]["step"])
    return saved["state"]
