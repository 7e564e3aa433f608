"""A run behind the filter: the same drafts, what the filter made of them, and what it cost.

In a conversation of several turns the drafts stay those that were generated without the filter, so each
later draft answers a conversation in which the tutor said what it drafted, leaks included. That keeps the
two systems paired turn by turn, and it is the harder case: a value once leaked is on the page.
"""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from socratic_tutor.files import InputError, read_jsonl, write_json, write_jsonl
from socratic_tutor.filtering.reply_filter import ACTIONS, FilteredReply, FilterSettings, filter_replies
from socratic_tutor.items import at_turn, read_items, turns_of
from socratic_tutor.records import Item, Message, Response, from_row


class Tutor(Protocol):
    """Whoever drafted, to be asked again: `asked` replies took `seconds`."""

    asked: int
    seconds: float

    def ask(self, attempt: int, requests: Sequence[Turn]) -> list[str]: ...


@dataclass(frozen=True)
class Turn:
    """One turn to be said again; messages: the chat up to the student's last word."""

    id: str
    benchmark: str
    turn: int
    messages: list[Message]


def filter_responses(
    *,
    system: str,
    drafts_of: str,
    benchmarks: dict[str, Path],
    drafts: Path,
    tutor: Tutor,
    settings: FilterSettings,
    out: Path,
    report: Path,
    timing: Path,
) -> None:
    """Write what reaches the students, `Response` rows in the order of the drafts.

    system, drafts_of: names of the filtered system and of the one whose `drafts` (responses.jsonl) these are.
    report: JSON of what was done and why. timing: JSON of what it cost (measured, so it differs each time).
    Raises InputError for a draft of an unknown item or turn.
    """
    rows, items, chats = _with_items(benchmarks, drafts)
    began = time.perf_counter()

    def ask_all(attempt: int, positions: Sequence[int]) -> list[str]:
        return tutor.ask(
            attempt, [Turn(rows[p].id, rows[p].benchmark, rows[p].turn, chats[p]) for p in positions]
        )

    replies = filter_replies(items, [row.text for row in rows], ask_all, settings)
    filtering = time.perf_counter() - began - tutor.seconds
    write_json(
        timing,
        {
            "system": system,
            "turns": len(rows),
            "milliseconds_per_turn": 1000 * filtering / max(1, len(rows)),
            "regenerated": tutor.asked,
            "seconds_per_regeneration": tutor.seconds / tutor.asked if tutor.asked else None,
        },
    )
    write_json(report, {"system": system, "drafts_of": drafts_of, **_report(rows, replies, settings)})
    write_jsonl(
        out,
        (
            asdict(Response(row.id, row.benchmark, row.turn, reply.text))
            for row, reply in zip(rows, replies, strict=True)
        ),
    )


def _with_items(
    benchmarks: dict[str, Path], drafts: Path
) -> tuple[list[Response], list[Item], list[list[Message]]]:
    """The drafts, each with its item as it stands at that turn and the chat that it answered."""
    known = {name: read_items(path) for name, path in benchmarks.items()}
    rows = [
        from_row(Response, row, f"{drafts}:{line}") for line, row in enumerate(read_jsonl(drafts), start=1)
    ]
    texts = {(row.benchmark, row.id, row.turn): row.text for row in rows}
    items: list[Item] = []
    chats: list[list[Message]] = []
    for line, row in enumerate(rows, start=1):
        item = known.get(row.benchmark, {}).get(row.id)
        if item is None or row.turn not in turns_of(item):
            raise InputError(
                f"{drafts}:{line}: {row.benchmark!r} has no item {row.id!r} with a turn {row.turn}.\n"
                "Generate the responses again: they belong to other benchmarks."
            )
        items.append(at_turn(item, row.turn))
        chat = list(item.messages)
        for turn, said in enumerate(item.later[: row.turn - 1], start=1):
            chat += [
                {"role": "assistant", "content": texts.get((row.benchmark, row.id, turn), "")},
                {"role": "user", "content": said},
            ]
        chats.append(chat)
    return rows, items, chats


def _report(
    rows: Sequence[Response], replies: Sequence[FilteredReply], settings: FilterSettings
) -> dict[str, Any]:
    by_benchmark: dict[str, list[FilteredReply]] = {}
    for row, reply in zip(rows, replies, strict=True):
        by_benchmark.setdefault(row.benchmark, []).append(reply)
    return {
        "settings": asdict(settings),
        **_counts(replies),
        "rules": dict(sorted(Counter(rule for reply in replies for rule in reply.rules).items())),
        "by_benchmark": [{"benchmark": name, **_counts(of)} for name, of in by_benchmark.items()],
        "changed": [
            {
                "id": row.id,
                "benchmark": row.benchmark,
                "turn": row.turn,
                "draft": row.text,
                **asdict(reply),
            }
            for row, reply in zip(rows, replies, strict=True)
            if reply.action != "passed"
        ],
    }


def _counts(replies: Sequence[FilteredReply]) -> dict[str, Any]:
    held = [reply.attempts for reply in replies if reply.action != "passed"]
    return {
        "turns": len(replies),
        **{action: sum(reply.action == action for reply in replies) for action in ACTIONS},
        "mean_attempts": statistics.fmean(held) if held else 0.0,
    }
