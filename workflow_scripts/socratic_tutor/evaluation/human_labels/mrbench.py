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
_REPLIES = {2: "anno_llm_responses", 3: "tutor_responses"}  # by version


def read_mrbench(path: Path, version: int) -> list[LabelledReply]:
    """A row for each tutor's reply. `conversation_id` is not unique: the key is the dialogue's text.

    version: 2 or 3; a file of the other is an InputError, for its labels would stand under a wrong name.
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
        if not isinstance(solution, str):
            raise InputError(f"{where}: Ground_Truth_Solution is {solution!r:.40}, expected text")
        replies = row.get(_REPLIES[version])
        if not isinstance(replies, dict) or not replies:
            others = [str(number) for number, key in _REPLIES.items() if key in row]
            hint = (
                f"\nThis is a file of version {others[0]}." if others and str(version) not in others else ""
            )
            raise InputError(f"{where}: holds no tutors' replies ({_REPLIES[version]}){hint}")
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
