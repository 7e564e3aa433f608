"""Llamas of a published shape, and adapters, with random weights: speed and memory need no others."""

from __future__ import annotations

from typing import Any

import torch
from peft import LoraConfig, get_peft_model
from transformers import BitsAndBytesConfig, LlamaConfig, LlamaForCausalLM

# https://huggingface.co/meta-llama/Llama-3.1-8B/blob/main/config.json
LLAMA_3_1_8B = {
    "hidden_size": 4096,
    "intermediate_size": 14336,
    "num_hidden_layers": 32,
    "num_attention_heads": 32,
    "num_key_value_heads": 8,
    "vocab_size": 128256,
    "max_position_embeddings": 131072,
    "rms_norm_eps": 1e-5,
    "rope_parameters": {
        "rope_type": "llama3",
        "rope_theta": 500000.0,
        "factor": 8.0,
        "low_freq_factor": 1.0,
        "high_freq_factor": 4.0,
        "original_max_position_embeddings": 8192,
    },
}
SHAPES: dict[str, dict[str, Any]] = {
    "llama-3.1-8b": LLAMA_3_1_8B,
    "tiny": {
        **LLAMA_3_1_8B,
        "hidden_size": 64,
        "intermediate_size": 128,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "vocab_size": 2048,
    },
}


def _skeleton(shape: str, tokenizer: Any) -> LlamaForCausalLM:
    """The model without memory for its weights; ids of `tokenizer` that begin, end and pad a text."""
    config = LlamaConfig(
        **SHAPES[shape],
        tie_word_embeddings=False,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    with torch.device("meta"):
        return LlamaForCausalLM(config)


def matmul_parameters(model: Any) -> int:
    """Weights that a token is multiplied with: all linear layers and the head, not the embedding."""
    return sum(
        layer.in_features * layer.out_features
        for layer in model.modules()
        if isinstance(layer, torch.nn.Linear)
    )


def random_llama(
    shape: str,
    tokenizer: Any,
    device: str,
    dtype: torch.dtype,
    quantization: BitsAndBytesConfig | None = None,
) -> tuple[LlamaForCausalLM, int]:
    """The model, loaded by from_pretrained as any other (quantised there too), and its matmul parameters.

    The weights are normal with Llama's own deviation of 0.02; while they are loaded, both copies are there.
    """
    skeleton = _skeleton(shape, tokenizer)
    torch.manual_seed(0)
    weights = {
        name: torch.ones(tensor.shape, dtype=torch.bfloat16, device=device)
        if tensor.ndim == 1
        else torch.empty(tensor.shape, dtype=torch.bfloat16, device=device).normal_(std=0.02)
        for name, tensor in skeleton.state_dict().items()
    }
    model = LlamaForCausalLM.from_pretrained(
        None,
        config=skeleton.config,
        state_dict=weights,
        dtype=dtype,
        quantization_config=quantization,
        device_map={"": 0} if device == "cuda" else None,
    )
    del weights
    if device == "cuda":
        torch.cuda.empty_cache()
    return model, matmul_parameters(skeleton)


def random_adapter(model: Any) -> Any:
    """The model under a LoRA adapter of rank 16 that says other things, and still ends its replies.

    (PEFT begins with B = 0, which would make merging an empty exercise.)
    """
    torch.manual_seed(1)
    config = LoraConfig(task_type="CAUSAL_LM", r=16, lora_alpha=32, target_modules="all-linear")
    adapted = get_peft_model(model, config)
    for name, weight in adapted.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(weight, std=0.02)
    return adapted.eval()
