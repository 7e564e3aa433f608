"""A few conversations of a system, chosen by a rule that is stated with them, as a page to read in MLflow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from socratic_tutor.files import stream_jsonl
from socratic_tutor.records import Score, stream_scores

METRIC = "ideal_turn"
RULE = (
    f"Of each benchmark, in its file's order: the first item whose every judged turn passes {METRIC}, and "
    f"the first with a turn that fails it; where {METRIC} applies to no item, the first item."
)
_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:44rem;margin:1rem auto;padding:0 1rem}"
    "p{margin:.3rem 0;white-space:pre-wrap}.tutor{background:#8882;padding:.3rem .6rem;border-radius:.4rem}"
    "small{opacity:.75}"
)


def sample_page(system: str, *, benchmarks: Mapping[str, Path], responses: Path, scores: Path) -> str:
    """Conversations by RULE, each tutor turn with the evidence of METRIC, as one HTML page."""
    judged = _judgements(scores)
    chosen = {
        name: [(item, items[item]) for item in _chosen(items, judged.get(name, {}))]
        for name, items in ((name, _items(path.resolve())) for name, path in benchmarks.items())
    }
    wanted = {(name, item) for name, picked in chosen.items() for item, _ in picked}
    replies = {
        (row["benchmark"], row["id"], row["turn"]): row["text"]
        for row in stream_jsonl(responses)
        if (row["benchmark"], row["id"]) in wanted
    }
    parts = [
        "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>",
        f"<title>{escape(system)}: sample conversations</title><style>{_STYLE}</style>",
        f"<h1>{escape(system)}: sample conversations</h1><p>{escape(RULE)}</p>",
    ]
    for name, picked in chosen.items():
        parts.append(f"<h2>{escape(name)}</h2>")
        for item, row in picked:
            parts += _conversation(name, item, row, replies, judged.get(name, {}).get(item, {}))
    return "\n".join(parts) + "\n"


def _conversation(
    benchmark: str, item: str, row: dict[str, Any], replies: dict[Any, str], judged: dict[int, Score]
) -> Iterator[str]:
    about = f"grades {row['grade_band']}, {row['topic']}"
    yield f"<h3>{escape(item)} <small>{escape(about)}</small></h3>"
    for message in row["messages"]:
        yield _turn(message["role"], message["content"])
    for turn, later in enumerate([*row.get("later", []), None], start=1):
        yield _turn("tutor", replies.get((benchmark, item, turn), ""))
        if (score := judged.get(turn)) is not None:
            verdict = {1: "passes", 0: "fails", None: "is not judged by"}[score.value]
            yield f"<p><small>{verdict} {METRIC}: {escape(score.evidence)}</small></p>"
        if later is not None:
            yield _turn("user", later)


def _turn(role: str, text: str) -> str:
    who = {"user": "student"}.get(role, role)
    return f"<p class={escape(who)}><b>{escape(who)}</b> {escape(text)}</p>"


@cache
def _items(path: Path) -> dict[str, dict[str, Any]]:
    """path: resolved, or each of many systems would keep a copy of its own."""
    return {row["id"]: row for row in stream_jsonl(path)}


def _judgements(scores: Path) -> dict[str, dict[str, dict[int, Score]]]:
    """benchmark -> item -> turn -> its score of METRIC."""
    found: dict[str, dict[str, dict[int, Score]]] = {}
    for _, score in stream_scores(scores, METRIC):
        found.setdefault(score.benchmark, {}).setdefault(score.id, {})[score.turn] = score
    return found


def _chosen(items: dict[str, Any], judged: dict[str, dict[int, Score]]) -> list[str]:
    values = {
        item: [score.value for score in judged.get(item, {}).values() if score.value is not None]
        for item in items
    }
    passing = next((item for item, found in values.items() if found and all(found)), None)
    failing = next((item for item, found in values.items() if found and not all(found)), None)
    return [item for item in (passing, failing) if item] or list(items)[:1]
