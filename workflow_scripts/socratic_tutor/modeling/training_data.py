"""Chats as token ids with labels on the tutor's tokens only, and the order in which training reads them.

The order of every batch is drawn here, once, from a string seed. The trainer then reads a plain sequence, so
that a resumed run needs nothing but the step to know what comes next.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trl.chat_template_utils import has_generation_markers

from socratic_tutor.files import InputError, read_jsonl
from socratic_tutor.modeling.chat_template import control_tokens_of, neutralised
from socratic_tutor.modeling.chats import checked_messages, stop_token_ids

IGNORED = -100  # label that the loss leaves out
LENGTH_POOL = 50  # batches sorted together: near-uniform lengths, still well mixed over an epoch


@dataclass(frozen=True)
class Example:
    """One chat: token ids, and labels of the same length (IGNORED outside the tutor's turns)."""

    id: str
    input_ids: list[int]
    labels: list[int]

    @property
    def supervised(self) -> int:
        """Tokens that enter the loss: position 0 predicts nothing and is never one."""
        return sum(label != IGNORED for label in self.labels[1:])


def encode(
    path: Path, *, tokenizer: Any, template: str, max_length: int, stop_ids: set[int]
) -> list[Example]:
    """The chats of a JSONL file (`id`, `messages` that end with the assistant), each tutor turn supervised.

    Raises InputError with the row's id: no tutor turn, no marked token, an unsupervised stop token, or more
    than `max_length` tokens (cutting would take the tutor's last words out of the loss).
    """
    if not has_generation_markers(template):
        raise InputError("the chat template has no {% generation %} marks: no token would be learnt")
    rows = read_jsonl(path)
    controls = control_tokens_of(tokenizer)
    chats = [
        neutralised(checked_messages(row, f"{path}:{line}", last="assistant"), controls)
        for line, row in enumerate(rows, 1)
    ]
    encoded = tokenizer.apply_chat_template(
        chats, chat_template=template, tokenize=True, return_dict=True, return_assistant_tokens_mask=True
    )
    examples = []
    for row, ids, mask in zip(rows, encoded["input_ids"], encoded["assistant_masks"], strict=True):
        labels = [token if marked else IGNORED for token, marked in zip(ids, mask, strict=True)]
        example = Example(str(row["id"]), list(ids), labels)
        if not example.supervised:
            raise InputError(
                f"{path}: {example.id} has no token to learn: the chat template marks no assistant text"
            )
        if [label for label in labels if label != IGNORED][-1] not in stop_ids:
            raise InputError(
                f"{path}: {example.id}: the stop token after the tutor's words is outside the loss;\n"
                "a model trained so never stops: move it inside {% generation %} in the chat template"
            )
        examples.append(example)
    longest = max(examples, key=lambda example: len(example.input_ids))
    if (needed := len(longest.input_ids)) > max_length:
        over = sum(len(example.input_ids) > max_length for example in examples)
        raise InputError(
            f"{path}: {longest.id} has {needed} tokens, at most {max_length} are read "
            "(training.max_length, or what the base can read);\n"
            f"the tutor's words would be cut away ({over} such rows);\n"
            f"raise training.max_length to {needed} or shorten the row"
        )
    return examples


def read_examples(path: Path, *, model: Any, tokenizer: Any, max_length: int) -> list[Example]:
    """`encode` with this tokenizer's template (load_base gives it ours) and this model's stop tokens."""
    return encode(
        path,
        tokenizer=tokenizer,
        template=tokenizer.chat_template,
        max_length=min(max_length, model.config.max_position_embeddings),
        stop_ids=stop_token_ids(model, tokenizer),
    )


def _epoch(
    lengths: Sequence[int], pool: list[int], batch_size: int, group: bool, draw: random.Random
) -> list[int]:
    """`pool` as consecutive batches; with `group`, batches of near-equal length in random order."""
    if not group:
        return pool
    span = batch_size * LENGTH_POOL
    chunks = [
        sorted(pool[start : start + span], key=lambda i: (-lengths[i], i))
        for start in range(0, len(pool), span)
    ]
    batches = [
        chunk[start : start + batch_size] for chunk in chunks for start in range(0, len(chunk), batch_size)
    ]
    draw.shuffle(batches)
    return [index for batch in batches for index in batch]


def reading_order(
    lengths: Sequence[int], *, batches: int, batch_size: int, seed: str, group_by_length: bool
) -> list[int]:
    """Indices of `batches` full batches, one after another.

    Every example is read once before any is read twice, up to the remainder of an epoch that fills no batch,
    which opens the next one. Raises InputError on no examples.
    """
    if not lengths:
        raise InputError("there are no training examples")
    wanted = batches * batch_size
    order: list[int] = []
    rest: list[int] = []
    epoch = 0
    while len(order) < wanted:
        draw = random.Random(f"{seed}:order:{epoch}")
        fresh = list(range(len(lengths)))
        draw.shuffle(fresh)
        pool = rest + fresh
        full = len(pool) // batch_size * batch_size
        order += _epoch(lengths, pool[:full], batch_size, group_by_length, draw)
        rest = pool[full:]
        epoch += 1
    return order[:wanted]


@dataclass(frozen=True)
class TokenCounts:
    """Running totals after each step: totals[k] counts what steps 1..k read (totals[0] = 0)."""

    tokens: list[int]
    supervised: list[int]


def count_tokens(examples: Sequence[Example], order: Sequence[int], per_step: int) -> TokenCounts:
    """Tokens without padding, all and supervised, after each step of `per_step` examples."""
    tokens, supervised = [0], [0]
    lengths = [(len(example.input_ids), example.supervised) for example in examples]
    for start in range(0, len(order), per_step):
        step = [lengths[index] for index in order[start : start + per_step]]
        tokens.append(tokens[-1] + sum(length for length, _ in step))
        supervised.append(supervised[-1] + sum(count for _, count in step))
    return TokenCounts(tokens, supervised)
