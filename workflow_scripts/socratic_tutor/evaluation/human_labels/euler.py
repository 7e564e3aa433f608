"""EULER: replies to MathDial students, scored by people: questions, on topic, helpful, reveals."""

from __future__ import annotations

from pathlib import Path

from socratic_tutor.evaluation.human_labels.records import (
    MATHDIAL_BAND,
    LabelledReply,
    chat,
    labels_in,
    member,
    problem_in,
    problem_key,
    rows_of,
)

ANSWERS = {"questions": ("yes", "no")}  # of the label that a scorer of ours is compared with
_SOLUTION = "Here is my solution"


def read_euler(path: Path) -> list[LabelledReply]:
    """A row for each scored reply; labels: questions, on_topic, helpful, reveal_answer."""
    found = []
    for where, row in rows_of(path):
        prompt = member(row, "prompt", str, where)
        told = problem_in(prompt).partition(_SOLUTION)[0]
        scores = member(row, "evaluation", dict, where)
        found.append(
            LabelledReply(
                problem=problem_key(told or prompt),
                dialogue=problem_key(prompt),
                tutor="",
                history=chat(prompt.replace("Teacher:", "\nTeacher:")),
                reply=member(row, "output", str, where),
                labels=labels_in(scores, ANSWERS, where),
                grade_band=MATHDIAL_BAND,
            )
        )
    return found
