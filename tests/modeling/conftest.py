"""A tiny base model, made on the fly: random weights, a tokenizer learnt from the test's own chats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sample_chats import chat, write_chats


@pytest.fixture(scope="session")
def tiny_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a random 2-layer Llama (hidden 32) with its tokenizer."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    from socratic_tutor.modeling.tokenizer import train_tokenizer

    texts = [message["content"] for number in range(40) for message in chat(number, words=2)]
    tokenizer = train_tokenizer(texts, vocabulary=300, max_length=256)
    torch.manual_seed(0)
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(tokenizer),
            hidden_size=32,
            intermediate_size=64,
            num_hidden_layers=2,
            num_attention_heads=4,
            num_key_value_heads=2,
            max_position_embeddings=256,
            tie_word_embeddings=True,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    )
    folder = tmp_path_factory.mktemp("base")
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def chats(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """`train` and `validation` chats of mixed length, and a benchmark whose chats end with the student."""
    folder = tmp_path_factory.mktemp("chats")
    rows = [{"id": f"t{n}", "messages": chat(n, words=n % 5, turns=1 + n % 2)} for n in range(22)]
    held_out = [{"id": f"v{n}", "messages": chat(n, words=n % 3)} for n in range(30, 37)]
    items = [{"id": f"b{n}", "messages": chat(n, words=n % 7)[:-1]} for n in range(40, 53)]
    return {
        "train": write_chats(folder / "train.jsonl", rows),
        "validation": write_chats(folder / "validation.jsonl", held_out),
        "benchmark": write_chats(folder / "benchmark.jsonl", items),
    }


@pytest.fixture
def load_in_four_bits() -> Callable[[dict[str, Any]], tuple[Any, Any]]:
    """`load_base` for nf4 as where a GPU is, but the weights stay on the CPU, where they work, too."""
    import bitsandbytes  # noqa: F401 - looks for a GPU when first imported: before one is feigned
    import torch

    from socratic_tutor.modeling import loading

    precision = loading._precision

    def load(base_model: dict[str, Any]) -> tuple[Any, Any]:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(torch.cuda, "is_available", lambda: True)
            patched.setattr(
                loading, "_precision", lambda *given: {**precision(*given), "device_map": {"": "cpu"}}
            )
            return loading.load_base(base_model)

    return load


@pytest.fixture(scope="session")
def calm(tiny_base: Path, chats: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a training that nothing disturbed (test_adapter's settings)."""
    from test_adapter import arguments

    from socratic_tutor.modeling.adapter import train_adapter

    out = tmp_path_factory.mktemp("calm")
    train_adapter(**arguments(tiny_base, chats, out))
    return out
