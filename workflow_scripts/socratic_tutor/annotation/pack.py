"""The pack: replies of all systems, shuffled and without names, as CSV and as a page to label on.

Who said what stands in key.json alone, which annotators do not get.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from socratic_tutor.annotation.labels import LABELS
from socratic_tutor.files import InputError, atomic_open, read_jsonl, write_json, write_text
from socratic_tutor.items import read_items
from socratic_tutor.pages import render_page
from socratic_tutor.records import Item, Response, from_row

TEMPLATES = Path(__file__).parent / "templates"
GIVEN = ("reply_id", "grades", "topic", "conversation", "right_answer", "reply")
COLUMNS = (*GIVEN, *(label.name for label in LABELS), "comment")
# A spreadsheet takes text that begins so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Drawn:
    """A reply of the pack and where it comes from."""

    reply_id: str
    system: str
    benchmark: str
    item: Item
    text: str


def draw(
    *, benchmarks: Mapping[str, Path], responses: Mapping[str, Path], replies: int, seed: str
) -> list[Drawn]:
    """`replies` first turns, as many of each system as can be and spread over its benchmarks, in blind order.

    The order within a system, and that of the pack, is that of sha256 over the seed and the reply's name.
    Raises InputError when there are fewer replies than asked for.
    """
    items = {name: read_items(path) for name, path in benchmarks.items()}
    queues = [_queue(system, path, items, seed) for system, path in sorted(responses.items())]
    dealt = [one for row in zip_longest(*queues) for one in row if one is not None]
    if len(dealt) < replies:
        raise InputError(f"annotation.replies: {replies} were asked for and there are {len(dealt)}; lower it")
    chosen = sorted(dealt[:replies], key=lambda one: _rank(seed, "order", one[0], one[1], one[2].id))
    return [
        Drawn(f"r{number:04d}", system, benchmark, item, text)
        for number, (system, benchmark, item, text) in enumerate(chosen, start=1)
    ]


def _queue(
    system: str, path: Path, items: Mapping[str, Mapping[str, Item]], seed: str
) -> list[tuple[str, str, Item, str]]:
    """A system's first turns, one of each benchmark in turn."""
    by_benchmark: dict[str, list[tuple[str, str, Item, str]]] = {name: [] for name in items}
    for number, row in enumerate(read_jsonl(path), start=1):
        said = from_row(Response, row, f"{path}:{number}")
        if said.turn == 1 and said.id in items.get(said.benchmark, {}):
            item = items[said.benchmark][said.id]
            by_benchmark[said.benchmark].append((system, said.benchmark, item, said.text))
    for found in by_benchmark.values():
        found.sort(key=lambda one: _rank(seed, *one[:2], one[2].id))
    order = sorted(by_benchmark, key=lambda name: _rank(seed, system, name))
    return [one for row in zip_longest(*(by_benchmark[name] for name in order)) for one in row if one]


def _rank(*names: str) -> str:
    return hashlib.sha256(":".join(names).encode()).hexdigest()


def write_pack(
    *,
    benchmarks: Mapping[str, Path],
    responses: Mapping[str, Path],
    replies: int,
    seed: str,
    table: Path,
    page: Path,
    key: Path,
) -> None:
    """Write the CSV (COLUMNS; labels empty), the page, and the key {reply_id: {system, benchmark, id}}."""
    drawn = draw(benchmarks=benchmarks, responses=responses, replies=replies, seed=seed)
    with atomic_open(table) as stream:
        rows = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        rows.writeheader()
        rows.writerows({name: guarded(text) for name, text in _given(one).items()} for one in drawn)
    write_json(
        key,
        {
            one.reply_id: {"system": one.system, "benchmark": one.benchmark, "id": one.item.id}
            for one in drawn
        },
    )
    data = {"labels": [asdict(label) for label in LABELS], "replies": [_given(one) for one in drawn]}
    context: dict[str, Any] = {"labels": LABELS, "count": len(drawn)}
    write_text(
        page,
        render_page(
            TEMPLATES / "annotate.html.jinja",
            context,
            styles=[TEMPLATES / "annotate.css"],
            scripts=[TEMPLATES / "annotate.js"],
            data=data,
        ),
    )


def _given(one: Drawn) -> dict[str, str]:
    turns = [turn for turn in one.item.messages if turn["role"] != "system"]
    names = {"user": "Student", "assistant": "Tutor"}
    conversation = "\n".join(f"{names[turn['role']]}: {turn['content']}" for turn in turns)
    item = one.item
    values = (one.reply_id, item.grade_band, item.topic, conversation, item.correct_answer, one.text)
    return dict(zip(GIVEN, values, strict=True))


def guarded(text: str) -> str:
    """The text as a spreadsheet leaves it alone: with an apostrophe before what would be a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
