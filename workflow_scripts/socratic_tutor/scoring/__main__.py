"""Scores any tutor's replies: `python -m socratic_tutor.scoring ITEMS.jsonl REPLIES.jsonl`.

ITEMS holds benchmark items, REPLIES one object a line with `id` and `text` (`turn`, from 1, if there are
several). Scores go to standard output as JSONL, one line for each planned turn and metric, as the workflow's
own stage writes them; a planned turn without a reply is scored as an empty one, and their number is said.
What the scores come to: `python -m socratic_tutor.evaluation`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from msgspec.structs import asdict

from socratic_tutor.command_line import exit_status
from socratic_tutor.files import InputError
from socratic_tutor.records import Response, from_row
from socratic_tutor.scoring.run import (
    Benchmarks,
    Replies,
    add_reply,
    read_benchmarks,
    rows_of,
    scores_of,
    without_reply,
)

_FIELDS = ("id", "benchmark", "turn", "text")


def read_replies(path: Path, items: Benchmarks) -> Replies:
    """Replies by benchmark, item and turn; InputError for a row without id or text, and as of `add_reply`.

    `benchmark` and `turn` may be left out; what else a row holds is passed over.
    """
    home = {item_id: name for name, of_benchmark in items.items() for item_id in of_benchmark}
    replies: Replies = {}
    for number, row in rows_of(path):
        where = f"{path}:{number}"
        if not isinstance(row.get("id"), str) or not isinstance(row.get("text"), str):
            raise InputError(f"{where}: a reply needs `id` and `text`, both text")
        if row["id"] not in home:
            raise InputError(f"{where}: id {row['id']!r} is in no item")
        whole = {"benchmark": home[row["id"]], "turn": 1} | {
            name: row[name] for name in _FIELDS if name in row
        }
        add_reply(replies, items, from_row(Response, whole, where), where)
    return replies


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print("usage: python -m socratic_tutor.scoring ITEMS.jsonl REPLIES.jsonl", file=sys.stderr)
        return 2
    return exit_status(lambda: write_scores(Path(arguments[0]), Path(arguments[1])))


def write_scores(benchmarks: Path, texts: Path) -> None:
    """Scores to standard output, what is missing to standard error; InputError for a bad file."""
    items = read_benchmarks(benchmarks)
    replies = read_replies(texts, items)
    if said := without_reply(items, replies):
        print(said, file=sys.stderr)
    for score in scores_of(items, replies):
        print(json.dumps(asdict(score), ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
