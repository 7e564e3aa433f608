"""A benchmark's items, as everything that answers, scores or counts them reads them."""

from __future__ import annotations

from pathlib import Path

from socratic_tutor.files import InputError, read_jsonl
from socratic_tutor.records import Item, from_row


def read_items(path: Path) -> dict[str, Item]:
    """A benchmark's items by id, in the file's order; InputError for an id that comes twice."""
    items: dict[str, Item] = {}
    for number, row in enumerate(read_jsonl(path), start=1):
        item = from_row(Item, row, f"{path}:{number}")
        if item.id in items:
            raise InputError(f"{path}:{number}: id {item.id!r} comes twice")
        items[item.id] = item
    return items
