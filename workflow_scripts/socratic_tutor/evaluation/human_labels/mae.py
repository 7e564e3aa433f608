"""MaE: questions with a documented misconception's answer: students for our tutors, without replies."""

from __future__ import annotations

from pathlib import Path

from socratic_tutor.evaluation.human_labels.records import LabelledReply, member, problem_key, rows_of


def read_mae(path: Path) -> list[LabelledReply]:
    """A row for each example; labels: misconception. Those whose question is a picture are left out."""
    found = []
    for where, row in rows_of(path):
        question = member(row, "Question", str, where).strip()
        wrong = member(row, "Incorrect Answer", str, where).strip()
        right = member(row, "Correct Answer", str, where).strip()
        if not question or not wrong or row.get("Question image"):
            continue
        found.append(
            LabelledReply(
                problem=problem_key(question),
                dialogue=problem_key(f"{question} {wrong}"),
                tutor="",
                history=[{"role": "user", "content": f"{question}\n{wrong}"}],
                reply="",
                labels={"misconception": member(row, "Misconception ID", str, where)},
                answer=right,
            )
        )
    return found
