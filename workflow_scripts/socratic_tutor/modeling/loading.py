"""Load the base model that the config names: embedded, a local folder, or a commit on the hub."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import torch
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoTokenizer,
    BitsAndBytesConfig,
    GenerationConfig,
)

from socratic_tutor.base_identity import locate, portable_name, verify_manifest
from socratic_tutor.files import InputError
from socratic_tutor.modeling.chat_template import training_template
from socratic_tutor.modeling.tokenizer import END_HEADER, END_OF_TURN, PAD, START_HEADER

QUANTIZATIONS = ("none", "nf4")


def load_base(base_model: dict[str, Any], *, dtype: str | None = None) -> tuple[Any, Any]:
    """Model (in eval mode) and tokenizer for the config section `base_model`.

    Without quantization: float32 on CPU; bfloat16 for a hub model where a CUDA GPU is present (the
    model stays on CPU for the caller to place). nf4: four-bit weights with double quantization and
    bfloat16 arithmetic on the first GPU. dtype: another number format in place of these; "auto" is the
    one that the weights are stored in. The model's name is the portable one, so that an adapter's
    config is the same in every folder. Raises InputError, before anything is loaded, for nf4 without
    a GPU, a base that is not there, an altered embedded base, or one without Llama 3.1's tokens.
    """
    quantization = base_model.get("quantization") or "none"
    if quantization not in QUANTIZATIONS:
        raise InputError(
            f"base_model.quantization: {quantization!r}; choose one of {', '.join(QUANTIZATIONS)}"
        )
    if quantization == "nf4" and not torch.cuda.is_available():
        raise InputError(
            "base_model.quantization: nf4 needs a CUDA GPU, and torch sees none\n"
            "set `quantization: none` (float32), or run on a machine with a GPU and a CUDA build of torch"
        )

    def with_weights(kind: str, source: str, origin: dict[str, Any]) -> Any:
        precision = {"dtype": dtype} if dtype else _precision(kind, quantization)
        return AutoModelForCausalLM.from_pretrained(source, **origin, **precision, use_safetensors=True)

    return _load(base_model, with_weights)


def load_skeleton(base_model: dict[str, Any]) -> tuple[Any, Any]:
    """Model without weights (on torch's meta device) and tokenizer, for whoever only encodes chats.

    Needs neither a GPU nor memory, whatever the base's size and quantization; in a folder or on the hub,
    weights need not be there. Raises InputError for a base that is not there, was altered, or lacks
    Llama 3.1's tokens.
    """
    return _load(base_model, _skeleton)


def _skeleton(_kind: str, source: str, origin: dict[str, Any]) -> Any:
    config = AutoConfig.from_pretrained(source, **origin)
    with torch.device("meta"):
        model = AutoModelForCausalLM.from_config(config)
    with suppress(OSError):  # a base without generation_config.json has what its config says
        model.generation_config = GenerationConfig.from_pretrained(source, **origin)
    return model


def _load(base_model: dict[str, Any], make: Callable[[str, str, dict[str, Any]], Any]) -> tuple[Any, Any]:
    """What `make` (kind, source, where to look) loads, under its portable name, and the tokenizer."""
    kind, where = locate(base_model)
    if kind == "embedded":
        verify_manifest(Path(where))
    source = str(where)
    origin = {"revision": base_model["revision"]} if kind == "hub" else {"local_files_only": True}
    try:
        tokenizer = AutoTokenizer.from_pretrained(source, **origin)
        _give_template(tokenizer, source)
        model = make(kind, source, origin)
    except OSError as error:
        raise InputError(_absent(kind, source, base_model.get("revision"), error)) from error
    model.name_or_path = model.config.name_or_path = portable_name(base_model)
    _keep_differentiable(model)
    model.eval()
    return model, tokenizer


def _keep_differentiable(model: Any) -> None:
    """Forbid bitsandbytes to repack 4-bit weights for AVX-512.

    On a CPU it does so at the first evaluation, and its kernel then passes no gradient back, silently.
    """
    for layer in model.modules():
        if hasattr(layer, "support_avx512bf16_for_cpu"):
            layer.support_avx512bf16_for_cpu = False


def _precision(kind: str, quantization: str) -> dict[str, Any]:
    """The arguments of from_pretrained that fix number format and, for four bits, the device."""
    if quantization == "nf4":
        four_bits = BitsAndBytesConfig(
            load_in_4bit=True,
            bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=torch.bfloat16,
        )
        return {"quantization_config": four_bits, "dtype": torch.bfloat16, "device_map": {"": 0}}
    half = kind == "hub" and torch.cuda.is_available()
    return {"dtype": torch.bfloat16 if half else torch.float32}


def _give_template(tokenizer: Any, source: str) -> None:
    """Our chat template, and a token to pad with where there is none.

    Llama's own template renders the same text, but marks nothing as the tutor's, and nothing would be learnt.
    Raises InputError if the tokenizer lacks Llama 3.1's chat tokens.
    """
    vocabulary = tokenizer.get_vocab()
    missing = [token for token in (START_HEADER, END_HEADER, END_OF_TURN) if token not in vocabulary]
    if missing or tokenizer.bos_token is None:
        raise InputError(
            f"base_model.source: {source} is no model with Llama 3.1's chat tokens\n"
            f"its tokenizer lacks {', '.join(missing) or 'a beginning-of-text token'}\n"
            "take a Llama-3.1 instruct model or a fine-tuned one"
        )
    tokenizer.chat_template = training_template()
    if tokenizer.pad_token is None:
        tokenizer.pad_token = PAD if PAD in vocabulary else END_OF_TURN


def _absent(kind: str, source: str, revision: str | None, error: OSError) -> str:
    """What to say when the files could not be had; at most five lines."""
    if kind != "hub":
        return f"base_model.source: {source} could not be loaded\n{str(error).splitlines()[0]}"
    return (
        f"base_model.source: {source} at {revision} is not in the local cache and could not be fetched\n"
        f"fetch it with: hf download {source} --revision {revision}\n"
        "(accept its licence on the hub and run `hf auth login` first if it is gated)"
    )
