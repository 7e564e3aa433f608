"""Broad classroom text for the embedded base: what it must have read before an adapter can elicit it.

Half of it are chats in which the tutor simply answers, so that the base is a *direct* tutor; half are
plain documents: worked solutions, student work with a teacher's question, vocabulary, copying. All
problems come from the training part of the parameter space and from what is not held out: no benchmark
problem, family, misconception or wording is ever read.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from socratic_tutor.corpus.cases import Case, draw_case
from socratic_tutor.corpus.rows import Plan, make_row
from socratic_tutor.corpus.subjects import Subject, has_slips, subjects
from socratic_tutor.dialogue.prompts import system_prompt, user_prompt
from socratic_tutor.dialogue.students import student_text
from socratic_tutor.files import write_jsonl
from socratic_tutor.records import Item, Message

# Ways to state an answer outright; {right}, and {wrong} where the student erred.
STATE_AFTER_ERROR = (
    "The answer is {right}, not {wrong}.",
    "You wrote {wrong}, but the answer is {right}.",
    "The correct answer is {right}. You got {wrong}.",
    "It should be {right}. Your answer was {wrong}.",
)
STATE = (
    "The answer is {right}.",
    "It is {right}.",
    "Here is the answer: {right}.",
    "The correct answer is {right}.",
)
PLAIN_SYSTEM = (
    "You are a helpful math tutor.",
    "You are a math tutor for grades {grade_band}. Answer the student.",
    "Help the student with the problem. Give the answer.",
)


NOT_NUMBERS = ("name", "friend")

# Lessons are mostly one exchange; some go on.
PLAN = Plan(split="base", part="train", turns={1: 0.7, 2: 0.2, 3: 0.1})
ERRED = ("misconception", "misconception", "misconception", "wants_answer")
OTHERS = ("vague", "correct", "slip", "hollow")


def _kind(subject: Subject, seed: str) -> str:
    """The kind of student in a lesson about this subject; a choice between options has no slip."""
    rng = random.Random(f"{seed}:kind")
    kind = rng.choice(ERRED if subject[1] else OTHERS)
    return "vague" if kind == "slip" and not has_slips(subject[0]) else kind


def _way(case: Case) -> str:
    """The worked way in notes: "Common denominator: 12. First numerator: 4." """
    steps = case.family.trace(case.parameters)
    return " ".join(f"{name[:1].upper()}{name[1:]}: {value}." for name, value in steps.items())


def _direct_chat(subject: Subject, seed: str) -> dict[str, Any]:
    rng = random.Random(seed)
    family, misconception = subject
    kind = _kind(subject, seed)
    case = draw_case(family, misconception, "train", rng, slips=kind == "slip")
    reason = rng.choice(misconception.says).format(**case.values) if misconception else ""
    student = student_text(kind, rng, wrong=case.values["wrong"], right=case.right.text, reason=reason)
    stated = rng.choice(STATE_AFTER_ERROR if case.wrong else STATE)
    way = _way(case)
    parts = [stated.format(**case.values)]
    if way and rng.random() < 0.6:
        parts = [way, *parts] if rng.random() < 0.5 else [*parts, way]
    hint = misconception.hint.format(**case.values) if misconception else ""
    if rng.random() < 0.75:
        system = system_prompt(
            family.grade_band,
            mission=family.mission if rng.random() < 0.8 else "",
            vocabulary=family.vocabulary if rng.random() < 0.8 else (),
            hint=hint if rng.random() < 0.8 else "",
        )
    else:
        system = rng.choice(PLAIN_SYSTEM).format(grade_band=family.grade_band)
    messages: list[Message] = [
        {"role": "system", "content": system},
        {"role": "user", "content": user_prompt(case.problem, student)},
        {"role": "assistant", "content": " ".join(parts)},
    ]
    return {"kind": "direct_chat", "messages": messages}


def _worked_solution(subject: Subject, seed: str) -> dict[str, Any]:
    rng = random.Random(seed)
    case = draw_case(subject[0], None, "train", rng)
    stated = rng.choice(STATE).format(**case.values)
    text = f"Topic: {case.family.topic}. Problem: {case.problem}\n{_way(case)} {stated}"
    return {"kind": "worked_solution", "text": text}


def _lesson_row(subject: Subject, seed: str) -> Item:
    return make_row(subject, _kind(subject, seed), PLAN, seed)


def _exchanges(row: Item) -> list[tuple[str, str]]:
    """What the student said and the teacher asked, turn by turn, without the problem."""
    said = [m["content"] for m in row.messages if m["role"] == "user"]
    asked = [m["content"] for m in row.messages if m["role"] == "assistant"]
    said[0] = said[0].removeprefix(f"{row.problem}\n")
    return list(zip(said, [*asked, row.reference], strict=True))


def _observed_lesson(subject: Subject, seed: str) -> dict[str, Any]:
    """A lesson as an observer writes it down: the student's words, then what a teacher asked."""
    rng = random.Random(f"{seed}:form")
    row = _lesson_row(subject, seed)
    (said, asked), *more = _exchanges(row)
    why = f"This student {row.hint}. " if row.hint and rng.random() < 0.7 else ""
    form = rng.choice(
        (
            "Problem: {problem}\nStudent: {said}\n{why}A teacher asked: {turn}",
            "In class we had this problem: {problem} One student said: {said} {why}The teacher said: {turn}",
            "{problem}\nA student wrote: {said}\n{why}A good question to ask is this one. {turn}",
        )
    )
    text = form.format(problem=row.problem, said=said, why=why, turn=asked)
    text += "".join(f"\nThe student said: {said}\nThe teacher asked: {asked}" for said, asked in more)
    return {"kind": "observed_lesson", "text": text}


def _lesson_note(subject: Subject, seed: str) -> dict[str, Any]:
    """A teacher's notebook: grade, topic, words, the mistake, and a question for it."""
    row = _lesson_row(subject, seed)
    mistake = f"Mistake: the student {row.hint}.\n" if row.hint else ""
    lines = [f"Student: {said}\nQuestion: {asked}" for said, asked in _exchanges(row)]
    text = (
        f"Grades {row.grade_band}. Topic: {row.topic}. Words: {', '.join(row.vocabulary)}.\n"
        f"Goal: {row.mission}.\n{mistake}Problem: {row.problem}\n" + "\n".join(lines)
    )
    return {"kind": "lesson_note", "text": text}


def _read_again(subject: Subject, seed: str) -> dict[str, Any]:
    """Say a student's sentence and its numbers again: a tutor that misquotes is useless."""
    rng = random.Random(seed)
    case = draw_case(subject[0], subject[1], "train", rng)
    said = (
        student_text("misconception", rng, wrong=case.values["wrong"], reason=rng.choice(subject[1].says))
        if subject[1]
        else case.problem
    ).format(**case.values)
    shown = ", ".join(
        str(value) for name, value in case.values.items() if str(value) and name not in NOT_NUMBERS
    )
    text = f"Read: {said}\nSay it again: {said}\nThe numbers: {shown}. Again: {shown}."
    return {"kind": "copying", "text": text}


def _number_drill(_subject: Subject, seed: str) -> dict[str, Any]:
    """Numbers of every form, in no order, copied: nothing helps but looking back."""
    rng = random.Random(seed)
    forms: tuple[Callable[[], str], ...] = (
        lambda: str(rng.randint(0, 9)),
        lambda: str(rng.randint(10, 99)),
        lambda: str(rng.randint(100, 999)),
        lambda: str(-rng.randint(1, 60)),
        lambda: f"{rng.randint(1, 30)}/{rng.randint(2, 40)}",
        lambda: f"{rng.randint(0, 9)}.{rng.randint(1, 99)}",
        lambda: f"${rng.randint(2, 400)}",
        lambda: f"{rng.randint(1, 12)}:{rng.randint(0, 59):02d}",
    )
    line = ", ".join(rng.choice(forms)() for _ in range(rng.randint(2, 6)))
    return {"kind": "copying", "text": f"Copy these numbers: {line}.\nHere they are: {line}."}


MAKERS: tuple[tuple[Callable[[Subject, str], dict[str, Any]], int], ...] = (
    (_direct_chat, 9),
    (_observed_lesson, 5),
    (_lesson_note, 3),
    (_worked_solution, 1),
    (_read_again, 1),
    (_number_drill, 1),
)


def write_base_documents(*, seed: str, documents: int, out: Path) -> None:
    """Write `documents` rows {"kind", "text"} or {"kind", "messages"} in the proportions of MAKERS."""
    about = subjects("misconception") + subjects("vague")
    cycle = [maker for maker, share in MAKERS for _ in range(share)]

    def rows():
        for number in range(documents):
            row_seed = f"{seed}:base:{number}"
            rng = random.Random(row_seed)
            yield rng.choice(cycle)(rng.choice(about), row_seed)

    write_jsonl(out, rows())
