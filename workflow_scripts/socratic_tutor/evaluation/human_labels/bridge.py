"""Bridge: children's real mistakes in online lessons, the novice tutor's reply and an expert's instead."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.human_labels.records import (
    LabelledReply,
    band_of_lesson,
    member,
    problem_key,
    rows_of,
)
from socratic_tutor.records import Message

# As MRBench writes these conversations: one key for both sets.
_SPEAKERS = {"user": "Student", "assistant": "Tutor"}
_REPLIES = {"Novice": "c_r", "Expert": "c_r_"}


def read_bridge(path: Path) -> list[LabelledReply]:
    """Two rows a conversation, Novice and Expert; labels: error type, the expert's strategy and intention."""
    found = []
    for where, row in rows_of(path):
        history = _chat(member(row, "c_h", list, where), where)
        key = problem_key(" ".join(f"{_SPEAKERS[turn['role']]}: {turn['content']}" for turn in history))
        labels = {name: str(row[name]) for name in ("e", "z_what", "z_why") if name in row}
        for tutor, name in _REPLIES.items():
            said = _chat(member(row, name, list, where), where)
            reply = " ".join(turn["content"] for turn in said if turn["role"] == "assistant")
            band = band_of_lesson(str(row.get("lesson_topic", "")))
            found.append(LabelledReply(key, key, tutor, history, reply, labels, grade_band=band))
    return found


def _chat(turns: Iterable[Any], where: str) -> list[Message]:
    return [
        {
            "role": "user" if member(turn, "user", str, where) == "student" else "assistant",
            "content": member(turn, "text", str, where),
        }
        for turn in turns
    ]
