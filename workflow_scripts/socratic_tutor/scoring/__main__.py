"""Scores any tutor's replies: `python -m socratic_tutor.scoring ITEMS.jsonl REPLIES.jsonl`.

ITEMS holds benchmark items, REPLIES one object a line with `id` and `text` (`turn` if there are
several). Scores go to standard output as JSONL, one line for each reply and metric; an item without a
reply is scored as an empty one.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from msgspec.structs import asdict

from socratic_tutor.files import InputError, read_jsonl
from socratic_tutor.items import read_items
from socratic_tutor.records import Score
from socratic_tutor.scoring import score_turn


def read_replies(path: Path, known: set[str]) -> dict[str, list[tuple[int, str]]]:
    """id -> [(turn, text)]; InputError for a row without id or text, with text that is no Unicode, or an
    unknown id."""
    replies: dict[str, list[tuple[int, str]]] = {}
    for number, row in enumerate(read_jsonl(path), start=1):
        where, text, turn = f"{path}:{number}", row.get("text"), row.get("turn", 1)
        if not isinstance(row.get("id"), str) or not isinstance(text, str):
            raise InputError(f"{where}: a reply needs `id` and `text`, both text")
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise InputError(f"{where}: the text holds half of a surrogate pair, which UTF-8 cannot write")
        if row["id"] not in known:
            raise InputError(f"{where}: id {row['id']!r} is in no item")
        if not isinstance(turn, int):
            raise InputError(f"{where}: turn is {turn!r}, expected a whole number")
        replies.setdefault(row["id"], []).append((turn, text))
    return replies


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print("usage: python -m socratic_tutor.scoring ITEMS.jsonl REPLIES.jsonl", file=sys.stderr)
        return 2
    try:
        items = read_items(Path(arguments[0]))
        replies = read_replies(Path(arguments[1]), set(items))
        for item in items.values():
            for turn, text in replies.get(item.id, [(1, "")]):
                for s in score_turn(item, text):
                    score = Score(item.id, item.split, turn, s.metric, s.value, s.evidence)
                    print(json.dumps(asdict(score), ensure_ascii=False))
    except InputError as error:
        print(error, file=sys.stderr)
        return 1
    except IsADirectoryError as error:
        print(f"{error.filename}: is a folder, expected a file of JSON lines", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
