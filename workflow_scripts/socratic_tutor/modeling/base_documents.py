"""Documents become batches of tokens for the embedded base: rendering, held-back slice, order.

The order depends on seed and epoch alone, so that a training that was killed goes on exactly where
it stopped, from nothing but its step number.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import torch

from socratic_tutor.files import InputError, read_jsonl
from socratic_tutor.modeling.chat_template import neutralised
from socratic_tutor.modeling.token_kinds import GIVEN, TokenKinds
from socratic_tutor.modeling.tokenizer import BEGIN_OF_TEXT, CONTROL_TOKENS, END_OF_TEXT

# Batches are cut from this many at a time, sorted by length: little padding, still a random order.
BATCHES_SORTED_TOGETHER = 50

# Documents tokenised at once: lists of Python integers take ten times the room of arrays.
ENCODED_TOGETHER = 5000


@dataclass(frozen=True)
class Tokens:
    """One document: ids (32-bit integers) and kinds (bytes, see token_kinds), both of shape (tokens,)."""

    ids: numpy.ndarray
    kinds: numpy.ndarray

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def targets(self) -> int:
        """Tokens that are predicted and count: all but the first and the given."""
        return int(numpy.count_nonzero(self.kinds[1:] != GIVEN))


Sequences = list[Tokens]


@dataclass(frozen=True)
class Encoded:
    """All documents as tokens, the held-back slice apart."""

    training: Sequences
    held_back: Sequences
    truncated: int


def read_documents(path: Path) -> list[dict[str, Any]]:
    """Rows {"kind", "given", "text"} or {"kind", "messages"}; InputError names the row that is neither.

    A text may be without `given`, which states the problem that the text goes on from.
    """
    rows = read_jsonl(path)
    for number, row in enumerate(rows, start=1):
        text, messages = row.get("text"), row.get("messages")
        if isinstance(row.get("kind"), str) and (
            (isinstance(text, str) and text.strip() and messages is None)
            or (isinstance(messages, list) and messages and text is None)
        ):
            continue
        raise InputError(
            f"{path}: row {number}: a 'kind' and either a 'text' or 'messages' were expected, "
            f"found {', '.join(sorted(row)) or 'nothing'}"
        )
    return rows


def kinds_of(documents: Sequence[dict[str, Any]]) -> dict[str, int]:
    """How many documents there are of each kind, in alphabetical order."""
    return dict(sorted(Counter(row["kind"] for row in documents).items()))


def plain_texts(documents: Sequence[dict[str, Any]]) -> Iterator[str]:
    """What the tokenizer learns from: texts and contents of turns."""
    for row in documents:
        if "text" in row:
            yield plain_text(row)
        else:
            yield from (turn["content"] for turn in neutralised(row["messages"]))


def plain_text(row: dict[str, Any]) -> str:
    """A text behind what is given, on a line of its own."""
    return f"{row['given']}\n{row['text']}" if row.get("given") else row["text"]


def rendered(tokenizer: Any, row: dict[str, Any]) -> str:
    """One document with its control tokens: a chat by the chat template, a text between two ends."""
    if "text" in row:
        safe = neutralised([{"role": "user", "content": plain_text(row)}], CONTROL_TOKENS)[0]["content"]
        return f"{BEGIN_OF_TEXT}{safe}{END_OF_TEXT}"
    return tokenizer.apply_chat_template(neutralised(row["messages"], CONTROL_TOKENS), tokenize=False)


def encode_documents(
    tokenizer: Any, documents: Sequence[dict[str, Any]], *, seed: str, max_length: int, holdout: float
) -> Encoded:
    """Tokenise every document, cut to `max_length` tokens; a share `holdout` (at least one) is held back.

    Raises InputError when fewer than two documents are there.
    """
    if len(documents) < 2:
        raise InputError(f"{len(documents)} base document(s): at least two are needed, one to hold back")
    label = TokenKinds(tokenizer)
    sequences: Sequences = []
    truncated = 0
    for start in range(0, len(documents), ENCODED_TOGETHER):
        rows = documents[start : start + ENCODED_TOGETHER]
        texts = [rendered(tokenizer, row) for row in rows]
        stated = [len(tokenizer(row.get("given", ""))["input_ids"]) for row in rows]
        encoded = tokenizer(texts, add_special_tokens=False, verbose=False)["input_ids"]
        for ids, given in zip(encoded, stated, strict=True):
            truncated += len(ids) > max_length
            kept = numpy.array(ids[:max_length], dtype=numpy.int32)
            sequences.append(Tokens(kept, label.of(kept, given)))
    count = min(max(1, round(len(sequences) * holdout)), len(sequences) - 1)
    held_back = set(random.Random(f"{seed}:holdout").sample(range(len(sequences)), count))
    return Encoded(
        training=[ids for index, ids in enumerate(sequences) if index not in held_back],
        held_back=[sequences[index] for index in sorted(held_back)],
        truncated=truncated,
    )


def epoch_batches(lengths: Sequence[int], *, seed: str, epoch: int, batch_size: int) -> list[list[int]]:
    """The epoch's batches of document numbers, each batch of documents of about the same length.

    Documents that do not fill the last batch wait for another epoch's order; fewer documents than
    one batch make one small batch.
    """
    rng = random.Random(f"{seed}:order:{epoch}")
    order = list(range(len(lengths)))
    rng.shuffle(order)
    if len(order) > batch_size:
        order = order[: len(order) // batch_size * batch_size]
    batches = []
    for start in range(0, len(order), batch_size * BATCHES_SORTED_TOGETHER):
        pool = sorted(order[start : start + batch_size * BATCHES_SORTED_TOGETHER], key=lengths.__getitem__)
        batches += [pool[first : first + batch_size] for first in range(0, len(pool), batch_size)]
    rng.shuffle(batches)
    return batches


def micro_batches(
    sequences: Sequences, *, pad: int, tokens: int
) -> Iterator[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    """Cut sequences into pieces of at most `tokens` padded tokens (at least one sequence each).

    Yields (input ids, labels, kinds), all of shape (sequences, longest), padded on the right; labels are
    -100 where padded. No attention mask is needed: attention is causal, and padding comes last.
    """
    piece: Sequences = []
    for document in sorted(sequences, key=len):
        if piece and (len(piece) + 1) * len(document) > tokens:
            yield _padded(piece, pad)
            piece = []
        piece.append(document)
    if piece:
        yield _padded(piece, pad)


def _padded(piece: Sequences, pad: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    longest = max(map(len, piece))
    inputs = torch.full((len(piece), longest), pad, dtype=torch.long)
    labels = torch.full((len(piece), longest), -100, dtype=torch.long)
    kinds = torch.zeros((len(piece), longest), dtype=torch.long)
    for row, document in enumerate(piece):
        length = len(document)
        inputs[row, :length] = labels[row, :length] = torch.from_numpy(document.ids)
        kinds[row, :length] = torch.from_numpy(document.kinds)
    return inputs, labels, kinds
