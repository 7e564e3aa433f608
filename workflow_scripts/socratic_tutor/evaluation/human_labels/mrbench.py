"""MRBench, versions 2 and 3: a dialogue that ends with a mistake, and the replies of up to nine tutors."""

from __future__ import annotations

from pathlib import Path

from socratic_tutor.evaluation.human_labels.records import (
    MATHDIAL_BAND,
    LabelledReply,
    chat,
    labels_in,
    last_number,
    member,
    problem_in,
    problem_key,
    rows_of,
)
from socratic_tutor.files import InputError

_GRADED = ("Yes", "To some extent", "No")
# Of the labels that scorers of ours are compared with.
ANSWERS = {
    "Mistake_Identification": _GRADED,
    "Mistake_Location": _GRADED,
    "Providing_Guidance": _GRADED,
    "Actionability": _GRADED,
    "Revealing_of_the_Answer": (
        "Yes (and the answer is correct)",
        "Yes (but the answer is incorrect)",
        "No",
    ),
}
_REPLIES = ("anno_llm_responses", "tutor_responses")  # version 2, version 3


def read_mrbench(path: Path) -> list[LabelledReply]:
    """A row for each tutor's reply. `conversation_id` is not unique: the key is the dialogue's text.

    A dialogue that tells no problem (those from Bridge) is its own problem, of no known band. The answer
    is the last number of `Ground_Truth_Solution`, which only dialogues from MathDial have.
    """
    found = []
    for where, row in rows_of(path):
        transcript = member(row, "conversation_history", str, where)
        history = chat(transcript)
        if not history:
            raise InputError(f"{where}: conversation_history holds no turn")
        told = problem_in(history[0]["content"])
        problem = problem_key(told or transcript)
        solution = row.get("Ground_Truth_Solution") or ""
        replies = next((row[key] for key in _REPLIES if key in row), None)
        if not isinstance(replies, dict) or not replies:
            raise InputError(f"{where}: holds no tutors' replies ({' or '.join(_REPLIES)})")
        for tutor, entry in replies.items():
            text = member(entry, "response", str, f"{where}, {tutor}")
            labels = member(entry, "annotation", dict, f"{where}, {tutor}")
            found.append(
                LabelledReply(
                    problem=problem,
                    dialogue=problem_key(transcript),
                    tutor=tutor,
                    history=history,
                    reply=text,
                    labels=labels_in(labels, ANSWERS, f"{where}, {tutor}"),
                    answer=last_number(solution),
                    grade_band=MATHDIAL_BAND if told else "",
                )
            )
    return found
