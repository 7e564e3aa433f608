"""Chats as token ids with labels on the tutor's tokens only, and the order in which training reads them.

The order of every batch is drawn here, once, from a string seed. The trainer then reads a plain sequence, so
that a resumed run needs nothing but the step to know what comes next.
"""

from __future__ import annotations

import math
import random
from collections import Counter
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


def micro_batches(lengths: Sequence[int], *, batch_size: int, budget: int | None) -> list[list[int]]:
    """Rows (as positions in `lengths`) that are computed together: `batch_size` at once, or by tokens.

    With a `budget` the rows are sorted, longest first, and a piece takes rows as long as rows x longest stays
    within it; a row that is longer than the budget is a piece of its own.
    """
    rows = list(range(len(lengths)))
    if budget is None:
        return [rows[start : start + batch_size] for start in range(0, len(rows), batch_size)]
    pieces: list[list[int]] = []
    for row in sorted(rows, key=lambda row: -lengths[row]):
        if pieces and (len(pieces[-1]) + 1) * lengths[pieces[-1][0]] <= budget:
            pieces[-1].append(row)
        else:
            pieces.append([row])
    return pieces


@dataclass(frozen=True)
class TokenCounts:
    """Running totals after each step: totals[k] counts what steps 1..k read (totals[0] = 0).

    tokens: without padding. supervised: those that enter the loss. padded: with padding, what is computed.
    """

    tokens: list[int]
    supervised: list[int]
    padded: list[int]


@dataclass(frozen=True)
class TrainingData:
    """What training reads: examples, the order of all batches, the tokens read after each step."""

    train: list[Example]
    validation: list[Example]
    order: list[int]
    counts: TokenCounts


def count_tokens(
    examples: Sequence[Example],
    order: Sequence[int],
    *,
    per_step: int,
    batch_size: int,
    budget: int | None = None,
) -> TokenCounts:
    """Totals after each step of `per_step` examples, in the micro-batches that training computes."""
    counts = TokenCounts([0], [0], [0])
    lengths = [len(example.input_ids) for example in examples]
    supervised = [example.supervised for example in examples]
    for start in range(0, len(order), per_step):
        step = order[start : start + per_step]
        read = [lengths[index] for index in step]
        pieces = micro_batches(read, batch_size=batch_size, budget=budget)
        padded = sum(len(piece) * max(read[row] for row in piece) for piece in pieces)
        counts.tokens.append(counts.tokens[-1] + sum(read))
        counts.supervised.append(counts.supervised[-1] + sum(supervised[index] for index in step))
        counts.padded.append(counts.padded[-1] + padded)
    return counts


def length_histogram(**splits: Sequence[Example]) -> dict[str, list[int]]:
    """`edges`, and for `all` rows and each split the counts: rows of edges[i] <= tokens < edges[i + 1].

    The bins are as wide as the smallest power of two, from 16, that needs at most 16 of them.
    """
    lengths = {name: [len(example.input_ids) for example in split] for name, split in splits.items()}
    together = [length for split in lengths.values() for length in split]
    bins = max(together) // 16 + 1
    width = 16 * 2 ** max(0, math.ceil(math.log2(bins / 16)))
    count = max(together) // width + 1
    tallies = {name: Counter(length // width for length in split) for name, split in lengths.items()}
    tallies = {"all": Counter(length // width for length in together), **tallies}
    return {
        "edges": [width * index for index in range(count + 1)],
        **{name: [tally[index] for index in range(count)] for name, tally in tallies.items()},
    }
