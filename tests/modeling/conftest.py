"""A tiny base model, made on the fly: random weights, a tokenizer learnt from the test's own chats."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

NAMES = ["Ava", "Ben", "Cy", "Dee", "Eli", "Fay"]


def chat(number: int, *, words: int = 0, turns: int = 1) -> list[dict[str, str]]:
    """A tutoring exchange that ends with the tutor; `words` lengthen the student's text."""
    name = NAMES[number % len(NAMES)]
    messages = [{"role": "system", "content": "You are a Socratic math tutor."}]
    for turn in range(turns):
        reasons = " because I counted" * (words + turn)
        messages += [
            {"role": "user", "content": f"{name} has {number} apples. I say {number + 1}{reasons}."},
            {"role": "assistant", "content": f"What did you do with the {number} apples?"},
        ]
    return messages


def write_chats(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


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
