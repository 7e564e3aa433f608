"""Responses to scores: every planned item, every metric."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import asdict

from socratic_tutor.files import InputError, read_jsonl, write_jsonl
from socratic_tutor.items import at_turn, read_items, turns_of
from socratic_tutor.records import Response, Score, from_row
from socratic_tutor.scoring import score_turn


def score_responses(*, benchmarks: dict[str, Path], responses: Path, out: Path) -> None:
    """Write the `Score` rows of one system, in the order of the benchmarks, their items and `METRICS`.

    An item without a response is scored as an empty reply: it stays in the denominator. A response to
    an unknown item or benchmark, and a second one for the same turn, are refused: such a file belongs
    to other benchmarks.
    """
    items = {name: read_items(path) for name, path in benchmarks.items()}
    replies: dict[tuple[str, str, int], str] = {}
    for number, row in enumerate(read_jsonl(responses), start=1):
        response = from_row(Response, row, f"{responses}:{number}")
        key = (response.benchmark, response.id, response.turn)
        if response.benchmark not in items or response.id not in items[response.benchmark]:
            raise InputError(
                f"{responses}:{number}: id {response.id!r} is not in benchmark {response.benchmark!r}.\n"
                "Generate the responses again: they belong to other benchmarks."
            )
        if response.turn not in turns_of(items[response.benchmark][response.id]):
            raise InputError(f"{responses}:{number}: {response.id!r} has no turn {response.turn}")
        if key in replies:
            raise InputError(f"{responses}:{number}: a second response to {response.id!r}, turn {key[2]}")
        replies[key] = response.text

    def rows() -> Iterator[dict[str, object]]:
        for benchmark, of_benchmark in items.items():
            for item in of_benchmark.values():
                for turn in turns_of(item):
                    text = replies.get((benchmark, item.id, turn), "")
                    for s in score_turn(at_turn(item, turn), text):
                        yield asdict(Score(item.id, benchmark, turn, s.metric, s.value, s.evidence))

    write_jsonl(out, rows())
