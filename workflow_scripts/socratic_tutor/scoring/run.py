"""Responses to scores: every planned item, turn and metric, for the stage and the command alike."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from socratic_tutor.files import InputError, json_object, lines_of, write_jsonl
from socratic_tutor.items import at_turn, item_of_row, read_items, turns_of
from socratic_tutor.records import Item, Response, Score, from_row
from socratic_tutor.scoring import score_turn

log = logging.getLogger(__name__)

Benchmarks = Mapping[str, Mapping[str, Item]]  # benchmark -> its items by id
Replies = dict[tuple[str, str, int], str]  # (benchmark, item, turn) -> text


def score_responses(*, benchmarks: dict[str, Path], responses: Path, out: Path) -> None:
    """Write the `Score` rows of one system, in the order of the benchmarks, their items and `METRICS`.

    An item without a response is scored as an empty reply: it stays in the denominator, and a warning says
    how many there are. A response to an unknown item or benchmark, and a second one for the same turn, are
    refused: such a file belongs to other benchmarks.
    """
    items = {name: read_items(path) for name, path in benchmarks.items()}
    replies: Replies = {}
    for number, row in rows_of(responses):
        add_reply(replies, items, from_row(Response, row, f"{responses}:{number}"), f"{responses}:{number}")
    if said := without_reply(items, replies):
        log.warning("%s: %s", responses, said)
    write_jsonl(out, (asdict(score) for score in scores_of(items, replies)))


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line number and object of each line."""
    for number, line in lines_of(path):
        yield number, json_object(line, path, number)


def read_benchmarks(path: Path) -> dict[str, dict[str, Item]]:
    """The items of one file by the benchmark that each names, and by id; InputError for an id twice."""
    found: dict[str, dict[str, Item]] = {}
    known: set[str] = set()
    for number, row in rows_of(path):
        item = item_of_row(row, f"{path}:{number}")
        if item.id in known:
            raise InputError(f"{path}:{number}: id {item.id!r} comes twice")
        known.add(item.id)
        found.setdefault(item.split, {})[item.id] = item
    return found


def add_reply(replies: Replies, items: Benchmarks, response: Response, where: str) -> None:
    """Put it into `replies`; InputError for what belongs to no item or turn, for a second reply to the same
    turn, and for text that is no Unicode."""
    item = items.get(response.benchmark, {}).get(response.id)
    if item is None:
        raise InputError(
            f"{where}: id {response.id!r} is not in benchmark {response.benchmark!r}.\n"
            "Generate the responses again: they belong to other benchmarks."
        )
    if response.turn not in turns_of(item):
        last = turns_of(item)[-1]
        raise InputError(f"{where}: {response.id!r} has no turn {response.turn}: it has 1 to {last}")
    key = (response.benchmark, response.id, response.turn)
    if key in replies:
        raise InputError(f"{where}: a second response to {response.id!r}, turn {response.turn}")
    if any("\ud800" <= character <= "\udfff" for character in response.text):
        raise InputError(f"{where}: the text holds half of a surrogate pair, which UTF-8 cannot write")
    replies[key] = response.text


def without_reply(items: Benchmarks, replies: Replies) -> str:
    """How many planned turns have no reply, in words; "" where each has one."""
    planned = sum(len(turns_of(item)) for of_benchmark in items.values() for item in of_benchmark.values())
    missing = planned - len(replies)
    return (
        f"{missing} of {planned} planned turns have no reply and are scored as empty ones" if missing else ""
    )


def scores_of(items: Benchmarks, replies: Replies) -> Iterator[Score]:
    """Each planned turn in each metric; a turn without a reply is scored as an empty one."""
    gc.freeze()  # items and replies stay to the end: the collector need not go through them again and again
    for benchmark, of_benchmark in items.items():
        for item in of_benchmark.values():
            for turn in turns_of(item):
                text = replies.get((benchmark, item.id, turn), "")
                for s in score_turn(at_turn(item, turn), text):
                    yield Score(item.id, benchmark, turn, s.metric, s.value, s.evidence)
