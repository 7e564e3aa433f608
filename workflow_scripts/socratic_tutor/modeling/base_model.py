"""The embedded base: a small Llama, trained from scratch on classroom documents by a bare PyTorch loop.

The schedule counts steps, never seconds, and a checkpoint goes on after a kill with the same bytes
as without it. Bytes can be rebuilt on one machine type with the same thread count and versions; all
of these are in the manifest.
"""

from __future__ import annotations

import logging
import math
import os
import shutil
import time
from pathlib import Path
from typing import Any

import torch
from tqdm import tqdm
from transformers import GenerationConfig, LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from socratic_tutor.files import InputError, atomic_open, digest_of, sha256_of, write_json
from socratic_tutor.modeling import base_documents
from socratic_tutor.modeling.chat_template import template_digest
from socratic_tutor.modeling.determinism import keep_freed_memory, machine_facts, make_deterministic
from socratic_tutor.modeling.tokenizer import END_OF_TEXT, train_tokenizer

log = logging.getLogger(__name__)

# Settings that change what is shown or when it is saved, not what is learnt.
NOT_LEARNT_FROM = ("checkpoint_every", "log_every")
FORMAT = 1


def train_base_model(
    *, documents: Path, out: Path, seed: str, settings: dict[str, Any], facts: dict[str, Any]
) -> None:
    """Train tokenizer and model on `documents` (JSONL) and write them with a manifest into `out`.

    settings: the config section `base_training` (see config.yaml). facts: what else the manifest shall
    say, such as the digest of the problems the documents leave out. A killed training is taken up from
    the hidden checkpoint next to `out`. Raises InputError for documents or settings that cannot be used.
    """
    keep_freed_memory()
    make_deterministic(seed=seed, threads=settings["threads"])
    rows = base_documents.read_documents(documents)
    shape = settings["model"]
    tokenizer = train_tokenizer(
        base_documents.plain_texts(rows), vocabulary=settings["vocabulary"], max_length=shape["max_length"]
    )
    encoded = base_documents.encode_documents(
        tokenizer, rows, seed=seed, max_length=shape["max_length"], holdout=settings["holdout"]
    )
    if encoded.truncated:
        log.warning("%d documents were cut to %d tokens", encoded.truncated, shape["max_length"])
    model = new_model(tokenizer, shape)
    key = digest_of(
        {
            "documents": sha256_of(documents),
            "seed": seed,
            "settings": {name: value for name, value in settings.items() if name not in NOT_LEARNT_FROM},
            "machine": machine_facts(),
            "template": template_digest(),
            "format": FORMAT,
        }
    )
    checkpoint = out.parent / f".{out.name}-checkpoints" / f"{key[:16]}.pt"
    history = _train(
        model,
        encoded,
        pad=tokenizer.pad_token_id,
        seed=seed,
        settings=settings,
        checkpoint=checkpoint,
        key=key,
    )
    manifest = {
        "name": "socratic-tutor-base",
        "seed": seed,
        "recipe": settings,
        "documents": {
            "sha256": sha256_of(documents),
            "count": len(rows),
            "kinds": base_documents.kinds_of(rows),
            "held_back": len(encoded.held_back),
            "truncated": encoded.truncated,
            "tokens": sum(map(len, encoded.training)),
        },
        "facts": facts,
        "training": {"parameters": sum(p.numel() for p in model.parameters()), **history},
        "machine": machine_facts(),
        "chat_template_sha256": template_digest(),
    }
    _write(model, tokenizer, manifest, out)
    shutil.rmtree(checkpoint.parent, ignore_errors=True)


def new_model(tokenizer: PreTrainedTokenizerFast, shape: dict[str, int]) -> LlamaForCausalLM:
    """A Llama of the given shape with fresh weights from torch's generator, in float32.

    shape: hidden_size, intermediate_size, layers, heads, key_value_heads, max_length (tokens).
    """
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=shape["hidden_size"],
        intermediate_size=shape["intermediate_size"],
        num_hidden_layers=shape["layers"],
        num_attention_heads=shape["heads"],
        num_key_value_heads=shape["key_value_heads"],
        max_position_embeddings=shape["max_length"],
        tie_word_embeddings=True,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        rms_norm_eps=1e-5,
    )
    model = LlamaForCausalLM(config)
    model.generation_config = GenerationConfig(
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=[tokenizer.eos_token_id, tokenizer.convert_tokens_to_ids(END_OF_TEXT)],
        pad_token_id=tokenizer.pad_token_id,
        do_sample=False,
    )
    return model


def learning_rate(step: int, settings: dict[str, Any]) -> float:
    """The rate of step 1 .. steps: linear warm-up, then a cosine down to its final share."""
    peak, warmup, steps = settings["learning_rate"], settings["warmup_steps"], settings["steps"]
    if step <= warmup:
        return peak * step / warmup
    progress = (step - warmup) / max(1, steps - warmup)
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
    model: LlamaForCausalLM, sequences: base_documents.Sequences, *, pad: int, tokens: int, bf16: bool
) -> float:
    """Mean next-token cross entropy (nats a token) over the sequences."""
    model.eval()
    total = sum(
        float(_loss_sum(model, inputs, labels, bf16))
        for inputs, labels in base_documents.micro_batches(sequences, pad=pad, tokens=tokens)
    )
    model.train()
    return total / sum(len(ids) - 1 for ids in sequences)


def _train(
    model: LlamaForCausalLM,
    encoded: base_documents.Encoded,
    *,
    pad: int,
    seed: str,
    settings: dict[str, Any],
    checkpoint: Path,
    key: str,
) -> dict[str, Any]:
    """Run all steps, from the checkpoint on if there is one; the reproducible facts of the training."""
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
    bar = tqdm(total=steps, initial=state["step"], desc="base model", unit="step", disable=None)
    # Nothing below draws from a generator: the step number alone says what comes next.
    for step in range(state["step"] + 1, steps + 1):
        if (step - 1) // per_epoch != epoch:
            epoch = (step - 1) // per_epoch
            batches = base_documents.epoch_batches(lengths, seed=seed, epoch=epoch, batch_size=batch_size)
        batch = [encoded.training[index] for index in batches[(step - 1) % per_epoch]]
        targets = sum(len(ids) - 1 for ids in batch)
        rate = learning_rate(step, settings)
        for group in optimizer.param_groups:
            group["lr"] = rate
        loss = 0.0
        for inputs, labels in base_documents.micro_batches(batch, pad=pad, tokens=pieces):
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
        "losses": [entry for entry in state["losses"] if entry[0] % 10 == 0 or entry[0] in (1, steps)],
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


def _write(model: LlamaForCausalLM, tokenizer: Any, manifest: dict[str, Any], out: Path) -> None:
    """All files of the model into `out`, each whole; the manifest last, with the others' sha256."""
    fresh = out.parent / f".{out.name}-fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    model.save_pretrained(fresh)
    tokenizer.save_pretrained(fresh)
    out.mkdir(parents=True, exist_ok=True)
    (out / "manifest.json").unlink(missing_ok=True)
    names = sorted(path.name for path in fresh.iterdir())
    for name in names:
        (fresh / name).chmod(0o644)
        os.replace(fresh / name, out / name)
    fresh.rmdir()
    write_json(out / "manifest.json", {**manifest, "files": {name: sha256_of(out / name) for name in names}})
