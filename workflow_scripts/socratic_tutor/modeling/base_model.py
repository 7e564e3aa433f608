"""The embedded base: a small Llama, trained from scratch on classroom documents by a bare PyTorch loop.

The schedule counts steps, never seconds, and a checkpoint goes on after a kill with the same bytes
as without it. Bytes can be rebuilt on one machine type with the same thread count and versions; all
of these are in the manifest.
"""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path
from typing import Any

from transformers import GenerationConfig, LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from socratic_tutor.files import digest_of, sha256_of, write_json
from socratic_tutor.modeling import base_documents
from socratic_tutor.modeling.chat_template import template_digest
from socratic_tutor.modeling.determinism import keep_freed_memory, machine_facts, make_deterministic
from socratic_tutor.modeling.pretraining import pretrain
from socratic_tutor.modeling.tokenizer import END_OF_TEXT, train_tokenizer

log = logging.getLogger(__name__)

# Settings that change what is shown or when it is saved, not what is learnt.
NOT_LEARNT_FROM = ("checkpoint_every", "log_every")
FORMAT = 1


def train_base_model(
    *, documents: Path, out: Path, seed: str, settings: dict[str, Any], facts: dict[str, Any], code: str = ""
) -> None:
    """Train tokenizer and model on `documents` (JSONL) and write them with a manifest into `out`.

    settings: the config section `base_training` (see config.yaml). facts: what else the manifest shall
    say, such as the digest of the problems the documents leave out. A killed training is taken up from
    the hidden checkpoint next to `out`, unless `code`, a digest of the code at work, has changed.
    Raises InputError for documents or settings that cannot be used.
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
            "code": code,
            "template": template_digest(),
            "format": FORMAT,
        }
    )
    checkpoint = out.parent / f".{out.name}-checkpoints" / f"{key[:16]}.pt"
    history = pretrain(
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
