"""Students of human-labelled sets as conversations for our systems, and our systems' replies, scored."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from socratic_tutor.dialogue.prompts import system_prompt
from socratic_tutor.evaluation.external.table import rates, write_rates
from socratic_tutor.evaluation.human_labels import WITH_STUDENTS, read_sets
from socratic_tutor.evaluation.human_labels.records import LabelledReply
from socratic_tutor.files import InputError, read_jsonl, write_jsonl
from socratic_tutor.records import Message, Response, from_row

# Where a set does not say it of each: most of these students are in the middle grades.
GRADE_BAND = "6-8"
_LONGEST = (
    1600  # characters of a conversation; what is older is left out, as the small base reads 1,024 tokens
)


def students(sets: Mapping[str, Path], size: int) -> dict[str, list[LabelledReply]]:
    """Set -> at most `size` students, one row a dialogue, drawn by the hash of the dialogue's text."""
    found = {}
    for name, rows in read_sets({n: path for n, path in sets.items() if n in WITH_STUDENTS}).items():
        dialogues = {row.dialogue: row for row in rows if row.history and row.history[-1]["role"] == "user"}
        ranked = sorted(dialogues.values(), key=lambda row: hashlib.sha256(row.dialogue.encode()).hexdigest())
        found[name] = ranked[:size]
    return found


def student_id(name: str, row: LabelledReply) -> str:
    return f"{name}-{hashlib.sha256(row.dialogue.encode()).hexdigest()[:12]}"


def write_students(*, sets: Mapping[str, Path], size: int, out: Path) -> None:
    """Write the chats as rows {"id", "messages"}, for any generating system; InputError without students."""
    found = students(sets, size)
    if not any(found.values()):
        raise InputError(
            f"evaluation.human_labels: none of {', '.join(WITH_STUDENTS)} is given a path,\n"
            "and only these hold students to answer. Set one in config.yaml."
        )
    write_jsonl(
        out,
        (
            {"id": student_id(name, row), "messages": chat(row)}
            for name, rows in found.items()
            for row in rows
        ),
    )


def chat(row: LabelledReply) -> list[Message]:
    """Our system prompt and the conversation, from the first student's turn that still fits on."""
    kept: list[Message] = []
    room = _LONGEST
    for turn in reversed(row.history):
        room -= len(turn["content"])
        if kept and room < 0:
            break
        kept.insert(0, turn)
    while kept and kept[0]["role"] != "user":
        kept.pop(0)
    merged: list[Message] = []
    for turn in kept:
        if merged and merged[-1]["role"] == turn["role"]:
            merged[-1] = {**turn, "content": f"{merged[-1]['content']}\n{turn['content']}"}
        else:
            merged.append(turn)
    return [{"role": "system", "content": system_prompt(row.grade_band or GRADE_BAND)}, *merged]


def score_our_replies(
    *, sets: Mapping[str, Path], size: int, responses: Mapping[str, Path], level: float, out: Path
) -> None:
    """Write the rates (table.Rate) of our systems' replies. responses: system -> its Response rows.

    Their language is held against the grade band that their prompt named.
    """
    rows: Sequence[tuple[str, LabelledReply]] = [
        (name, row) for name, found in students(sets, size).items() for row in found
    ]
    found = []
    for system, path in responses.items():
        said = {row.id: row.text for row in (from_row(Response, r, str(path)) for r in read_jsonl(path))}
        for name in dict.fromkeys(name for name, _ in rows):
            answered = [
                replace(
                    row,
                    tutor=system,
                    reply=said.get(student_id(name, row), ""),
                    labels={},
                    grade_band=row.grade_band or GRADE_BAND,
                )
                for other, row in rows
                if other == name
            ]
            found += rates(name, answered, level)
    write_rates(found, out)
