"""A benchmark's items, as everything that answers, scores or counts them reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from socratic_tutor.dialogue.students import STUDENT_KINDS
from socratic_tutor.files import InputError, stream_jsonl
from socratic_tutor.records import Item, from_row

# Also who made two honest tries and is stuck (benchmark stuck_students).
STATES = (*STUDENT_KINDS, "stuck")


def item_of_row(row: dict[str, Any], where: str) -> Item:
    """The row as an item. InputError as of `from_row`, and for a student of no known state.

    (Most metrics would not apply to such a one, and no rate would say so.)
    """
    item = from_row(Item, row, where)
    if item.student_kind not in STATES:
        raise InputError(
            f"{where}: Item {item.id}: student_kind is {item.student_kind!r:.40}; known: {', '.join(STATES)}"
        )
    if len(item.later) != len(item.later_references):
        raise InputError(f"{where}: Item {item.id}: later and later_references differ in length")
    return item


def stream_items(path: Path) -> Iterator[Item]:
    """The items of a split or a benchmark, one at a time in the file's order."""
    for number, row in enumerate(stream_jsonl(path), start=1):
        yield item_of_row(row, f"{path}:{number}")


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
