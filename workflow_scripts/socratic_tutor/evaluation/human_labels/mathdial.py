"""MathDial: human teachers and simulated students, each teacher's turn with its talk move."""

from __future__ import annotations

import re
from pathlib import Path

from socratic_tutor.evaluation.human_labels.records import (
    MATHDIAL_BAND,
    LabelledReply,
    labels_in,
    last_number,
    member,
    problem_key,
)
from socratic_tutor.files import InputError, read_jsonl
from socratic_tutor.records import Message

MOVES = ("focus", "probing", "telling", "generic")
_SEPARATOR = "|EOM|"
_TURN = re.compile(r"(Teacher|[^:]{1,40}): ?(?:\((\w+)\))?(.*)", re.DOTALL)


def read_mathdial(path: Path) -> list[LabelledReply]:
    """A row for each teacher's turn that names its move; label: move (one of MOVES)."""
    found = []
    for number, row in enumerate(read_jsonl(path), start=1):
        where = f"{path}:{number}"
        question = member(row, "question", str, where)
        solution = member(row, "student_incorrect_solution", str, where)
        history: list[Message] = [{"role": "user", "content": f"{question}\n{solution}"}]
        answer = last_number(member(row, "ground_truth", str, where))
        for turn in member(row, "conversation", str, where).split(_SEPARATOR):
            parts = _TURN.fullmatch(turn.strip())
            if parts is None:
                raise InputError(f"{where}: conversation holds a turn without a speaker ({turn[:40]!r})")
            who, move, said = parts.groups()
            labels = labels_in({"move": move}, {"move": MOVES}, where) if who == "Teacher" else {}
            if labels:
                found.append(
                    LabelledReply(
                        problem=problem_key(question),
                        dialogue=f"{row.get('qid', '')}:{number}",
                        tutor="",
                        history=list(history),
                        reply=said.strip(),
                        labels=labels,
                        answer=answer,
                        grade_band=MATHDIAL_BAND,
                    )
                )
            role = "assistant" if who == "Teacher" else "user"
            history.append({"role": role, "content": said.strip()})
    return found
