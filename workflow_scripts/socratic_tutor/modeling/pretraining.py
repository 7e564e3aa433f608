"""The bare training loop of the embedded base: schedule, optimizers, loss, validation, checkpoints.

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
from transformers import LlamaConfig, LlamaForCausalLM

from socratic_tutor.files import InputError, atomic_open
from socratic_tutor.modeling import parallel
from socratic_tutor.modeling.base_documents import Encoded, Sequences, epoch_batches, micro_batches
from socratic_tutor.modeling.determinism import keep_freed_memory, make_deterministic
from socratic_tutor.modeling.token_kinds import GIVEN, NAMES
from socratic_tutor.progress import bar_stream

log = logging.getLogger(__name__)

# The manifest keeps every tenth training loss.
KEPT_LOSSES = 10
IGNORED = -100


def learning_rate(step: int, settings: dict[str, Any]) -> float:
    """The rate of step 1 .. steps: linear warm-up, a plateau, and a linear cooldown to the final share.

    A plateau with a cooldown does as well as a cosine, and its course does not depend on the number of steps
    (Haegele et al. 2024).
    """
    peak, warmup = settings["learning_rate"], settings["warmup_steps"]
    if step <= warmup:
        return peak * step / warmup
    left = (settings["steps"] - step) / max(1, settings["cooldown_steps"])
    floor = settings["final_learning_rate_share"]
    return peak * (floor + (1 - floor) * min(1.0, left))


def new_optimizers(model: LlamaForCausalLM, settings: dict[str, Any]) -> list[torch.optim.Optimizer]:
    """Muon for the matrices of the layers, AdamW for embedding and gains; or AdamW for all.

    Muon (Jordan et al. 2024) makes each matrix' update orthogonal; scaled to AdamW's usual size (Liu et al.
    2025, `match_rms_adamw`), one learning rate serves both. Gains are not decayed.
    """
    rate, decay = settings["learning_rate"], settings["weight_decay"]
    inner = [p for p in model.model.layers.parameters() if p.ndim == 2]
    outer = [model.get_input_embeddings().weight]
    gains = [p for p in model.parameters() if p.ndim == 1]
    muon = settings["optimizer"] == "muon"
    adamw = torch.optim.AdamW(
        [
            {"params": outer if muon else inner + outer, "weight_decay": decay},
            {"params": gains, "weight_decay": 0.0},
        ],
        lr=rate,
        betas=(0.9, 0.95),
        fused=True,
    )
    if not muon:
        return [adamw]
    return [torch.optim.Muon(inner, lr=rate, weight_decay=decay, adjust_lr_fn="match_rms_adamw"), adamw]


def _losses(model: LlamaForCausalLM, inputs: torch.Tensor, labels: torch.Tensor, bf16: bool) -> torch.Tensor:
    """Next-token cross entropies (nats) of shape (sequences x (longest - 1)); 0 where a label is IGNORED."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
        logits = model(input_ids=inputs, use_cache=False).logits[:, :-1]
    return torch.nn.functional.cross_entropy(
        logits.flatten(0, 1).float(), labels[:, 1:].flatten(), ignore_index=IGNORED, reduction="none"
    )


@torch.no_grad()
def validation_losses(
    model: LlamaForCausalLM, sequences: Sequences, *, pad: int, tokens: int, bf16: bool
) -> dict[str, float]:
    """Mean next-token cross entropy (nats a token) over all tokens but the given, and by kind of token.

    Keys: "all" and token_kinds.NAMES, as far as there are such tokens.
    """
    model.eval()
    totals, counts = torch.zeros(len(NAMES), dtype=torch.float64), torch.zeros(len(NAMES))
    for inputs, labels, kinds in micro_batches(sequences, pad=pad, tokens=tokens):
        losses = _losses(model, inputs, labels, bf16).double()
        kept = labels[:, 1:].flatten() != IGNORED
        which = kinds[:, 1:].flatten()[kept]
        totals.index_add_(0, which, losses[kept])
        counts += torch.bincount(which, minlength=len(NAMES))
    model.train()
    learnt = [kind for kind in range(len(NAMES)) if kind != GIVEN]
    measured = {"all": float(totals[learnt].sum() / counts[learnt].sum())}
    measured |= {
        name: float(total / count) for name, total, count in zip(NAMES, totals, counts, strict=True) if count
    }
    return {name: round(loss, 4) for name, loss in measured.items()}


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
    Losses are means over a batch, in nats a token; `tokens` are those read, without padding. With
    `processes` above 1 the others are started here, and follow this one step by step.
    """
    arguments: dict[str, Any] = {
        "pad": pad,
        "seed": seed,
        "settings": settings,
        "checkpoint": checkpoint,
        "key": key,
    }
    with parallel.team(settings["processes"], _follow, (model.config, encoded, arguments)):
        return _run(model, encoded, **arguments)


def _follow(config: LlamaConfig, encoded: Encoded, arguments: dict[str, Any]) -> None:
    """What the other processes do: the same steps on their shares, from the same weights."""
    keep_freed_memory()
    make_deterministic(seed=arguments["seed"], threads=arguments["settings"]["threads"])
    _run(LlamaForCausalLM(config), encoded, **arguments)


def _run(
    model: LlamaForCausalLM,
    encoded: Encoded,
    *,
    pad: int,
    seed: str,
    settings: dict[str, Any],
    checkpoint: Path,
    key: str,
) -> dict[str, Any]:
    rank, processes = parallel.rank(), parallel.size()
    steps, bf16 = settings["steps"], settings["precision"] == "bf16"
    # Under bf16 the backward pass of torch's fused CPU attention takes nearly half of a step.
    model.set_attn_implementation("eager")
    optimizers = new_optimizers(model, settings)
    state = _restore(checkpoint, key, model, optimizers)
    parameters = list(model.parameters())
    parallel.same_everywhere(parameters)
    lengths = [len(document) for document in encoded.training]
    batch_size, pieces = settings["batch_size"], settings["micro_batch_tokens"]
    per_epoch = max(1, len(lengths) // batch_size)
    epoch, batches = -1, []
    started, seen = time.monotonic(), state["tokens"]
    model.train()
    bar = tqdm(
        total=steps,
        initial=state["step"],
        desc="base model",
        unit="step",
        file=bar_stream(),
        disable=True if rank else None,
    )
    # Nothing below draws from a generator: the step number alone says what comes next.
    for step in range(state["step"] + 1, steps + 1):
        if (step - 1) // per_epoch != epoch:
            epoch = (step - 1) // per_epoch
            batches = epoch_batches(lengths, seed=seed, epoch=epoch, batch_size=batch_size)
        batch = [encoded.training[index] for index in batches[(step - 1) % per_epoch]]
        targets = sum(document.targets for document in batch)
        rate = learning_rate(step, settings)
        for group in (group for optimizer in optimizers for group in optimizer.param_groups):
            group["lr"] = rate
        total = torch.zeros(1)
        # documents of a batch stand in the order of their lengths: the shares are alike
        for inputs, labels, kinds in micro_batches(batch[rank::processes], pad=pad, tokens=pieces):
            part = _losses(model, inputs, labels.masked_fill(kinds == GIVEN, IGNORED), bf16).sum() / targets
            part.backward()
            total += part.detach()
        parallel.summed([*(p.grad for p in parameters if p.grad is not None), total])
        loss = float(total)
        if not math.isfinite(loss):
            raise InputError(
                f"base model: the loss is {loss} at step {step}; lower base_training.learning_rate"
            )
        torch.nn.utils.clip_grad_norm_(parameters, settings["max_grad_norm"])
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=False)
        state["step"], state["tokens"] = step, state["tokens"] + sum(map(len, batch))
        state["losses"].append([step, round(loss, 4)])
        if rank:
            continue
        speed = (state["tokens"] - seen) / (time.monotonic() - started)
        bar.set_postfix_str(f"loss {loss:.3f}, {speed:,.0f} tokens/s", refresh=False)
        bar.update()
        if step % settings["validate_every"] == 0 or step == steps:
            measured = validation_losses(model, encoded.held_back, pad=pad, tokens=pieces, bf16=bf16)
            state["validation_losses"].append([step, measured])
            shown = ", ".join(f"{name} {value:.4f}" for name, value in measured.items())
            log.info("step %d of %d: validation losses %s", step, steps, shown)
        if step % settings["log_every"] == 0 or step == steps:
            log.info("step %d of %d: loss %.4f, rate %.2e, %d tokens/s", step, steps, loss, rate, speed)
        if step % settings["checkpoint_every"] == 0 and step < steps:
            _save(checkpoint, key, state, model, optimizers)
    bar.close()
    return {
        "steps": steps,
        "epochs": round(steps / per_epoch, 3),
        "tokens": state["tokens"],
        "validation_losses": state["validation_losses"],
        "losses": [
            entry for entry in state["losses"] if entry[0] % KEPT_LOSSES == 0 or entry[0] in (1, steps)
        ],
    }


def _save(path: Path, key: str, state: dict[str, Any], model: Any, optimizers: list[Any]) -> None:
    weights = {"model": model.state_dict(), "optimizers": [o.state_dict() for o in optimizers]}
    with atomic_open(path, "wb") as stream:
        torch.save({"key": key, "state": state, **weights}, stream)


def _restore(path: Path, key: str, model: Any, optimizers: list[Any]) -> dict[str, Any]:
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
    for optimizer, kept in zip(optimizers, saved["optimizers"], strict=True):
        optimizer.load_state_dict(kept)
    log.info("going on from the checkpoint at step %d", saved["state"]["step"])
    return saved["state"]
