"""A benchmark's items, as everything that answers, scores or counts them reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from socratic_tutor.files import InputError, stream_jsonl
from socratic_tutor.records import Item, from_row


def stream_items(path: Path) -> Iterator[Item]:
    """The items of a split or a benchmark, one at a time in the file's order."""
    for number, row in enumerate(stream_jsonl(path), start=1):
        yield from_row(Item, row, f"{path}:{number}")


def read_items(path: Path) -> dict[str, Item]:
    """A benchmark's items by id, in the file's order; InputError for an id that comes twice."""
    items: dict[str, Item] = {}
    for number, item in enumerate(stream_items(path), start=1):
        if item.id in items:
            raise InputError(f"{path}:{number}: id {item.id!r} comes twice")
        items[item.id] = item
    return items


def turns_of(item: Item) -> range:
    """The turns in which a system replies to the item, from 1."""
    return range(1, 2 + len(item.later))


def at_turn(item: Item, turn: int) -> Item:
    """The item as it stands at that turn: after the first, the student has also said the next messages.

    In a conversation that goes on by script, the student demands the answer.
    """
    if turn == 1:
        return item
    said = " ".join([item.student_said, *item.later[: turn - 1]])
    return replace(
        item,
        student_said=said,
        student_kind="wants_answer",
        move="hold",
        reference=item.later_references[turn - 2],
    )
