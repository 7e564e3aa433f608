"""The rule scorers on other people's replies: only conversation, reply and perhaps the answer are known."""

from __future__ import annotations

import re
from dataclasses import replace

from socratic_tutor.evaluation.human_labels.records import LabelledReply
from socratic_tutor.records import Item
from socratic_tutor.scoring import leaks, questions
from socratic_tutor.scoring.values import answer_of, said

# The order in which an answer's text is tried.
_KINDS = ("integer", "fraction", "decimal", "percent")
_ASKS_PERCENT = re.compile(r"\b(?:what|which|how many)\b[^.?!]{0,40}\bpercent(?:age)?\b", re.IGNORECASE)


def kind_of_answer(text: str) -> str:
    """How to read an answer that a set gives as text; "" when no kind reads it."""
    return next((kind for kind in _KINDS if answer_of(text, kind)), "")


def light_item(row: LabelledReply) -> Item:
    """The row as an item that knows conversation and answer, and nothing of the student's mistake."""
    student = [turn["content"] for turn in row.history if turn["role"] == "user"]
    conversation = "\n".join(turn["content"] for turn in row.history)
    return Item(
        id=row.dialogue[:40],
        split="external",
        messages=row.history,
        reference="",
        grade_band=row.grade_band,
        grade="",
        topic="",
        family="",
        misconception="",
        student_kind="misconception",
        move="",
        problem=conversation,
        student_said=student[-1] if student else "",
        correct_answer=row.answer,
        wrong_answer="",
        answer_kind=kind_of_answer(row.answer),
        prompt_shows_answer=answer_in_prompt(row),
    )


def answer_in_prompt(row: LabelledReply) -> bool:
    """Whether the conversation before the reply says the right answer, in any form."""
    kind = kind_of_answer(row.answer)
    before = "\n".join(turn["content"] for turn in row.history)
    return bool(kind) and bool(said(row.answer, kind, before))


def _readings(row: LabelledReply) -> list[LabelledReply]:
    """The row, and with its answer in percent where the problem asks for a percentage: sets drop the sign."""
    problem = row.history[0]["content"] if row.history else ""
    if _ASKS_PERCENT.search(problem) and "%" not in row.answer:
        return [row, replace(row, answer=f"{row.answer}%")]
    return [row]


def judge(scorer: str, row: LabelledReply) -> int | None:
    """What a rule says of the reply; None where it needs an answer that the set does not give."""
    if scorer == "asks_question":
        return questions.asks_question(light_item(row), row.reply).value
    if not kind_of_answer(row.answer):
        return None
    rule = {"answer_leak.typed": leaks.leak_typed, "answer_leak.naive": leaks.leak_naive}[scorer]
    values = [rule(light_item(reading), row.reply).value for reading in _readings(row)]
    return max((value for value in values if value is not None), default=None)
