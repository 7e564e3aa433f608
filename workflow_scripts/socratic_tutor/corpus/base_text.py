"""Broad classroom text for the embedded base: what it must have read before an adapter can elicit it.

A third of it are chats in which the tutor simply answers, so that the base is a *direct* tutor. The rest are
chats that plan lessons, and plain documents: worked solutions, student work with teachers' questions,
vocabulary, copying. All problems come from the training part of the parameter space and from what is not held
out: no benchmark problem, family, misconception or wording is ever read.

A plain document is {"kind", "given", "text"}: `given` states a problem, and its numbers follow from nothing.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from socratic_tutor.corpus.cases import Case, draw_case
from socratic_tutor.corpus.conversation import tutor_turn
from socratic_tutor.corpus.rows import Draft, Plan, make_draft, with_wording
from socratic_tutor.corpus.subjects import Subject, has_slips, subjects
from socratic_tutor.dialogue.prompts import context_lines, system_prompt, user_prompt
from socratic_tutor.dialogue.students import student_text
from socratic_tutor.files import write_jsonl
from socratic_tutor.records import Item, Message

Document = dict[str, Any]

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
PLANNING_SYSTEM = (
    "You help teachers of grades {grade_band} to plan lessons.",
    "You write questions for math teachers. Grades {grade_band}.",
    "A teacher of grades {grade_band} asks you about a student.",
)
# A teacher asks about a student; {work} is the problem and what the student wrote.
PLANNING = (
    "A student of mine wrote this. What could I ask?\n{work}",
    "{work}\nWrite one question for this student.",
    "{work}",
    "Here is a problem and a student's work.\n{work}\nWhat would you ask?",
)
ANOTHER = ("Another one?", "What else could I ask?", "Give me one more.")
WATCHED = (
    "A teacher asked: {turn}",
    "The teacher said: {turn}",
    "A good question to ask is this one. {turn}",
)

NOT_NUMBERS = ("name", "friend")

# Lessons are mostly one exchange; some go on.
PLAN = Plan(split="base", part="train", turns={1: 0.75, 2: 0.15, 3: 0.1})
ERRED = ("misconception", "misconception", "misconception", "wants_answer")
OTHERS = ("vague", "correct", "slip", "hollow")
# Most questions of other teachers for the same words of a student, and candidates for them.
OTHER_QUESTIONS, CANDIDATES = 2, 6


def _kind(subject: Subject, seed: str) -> str:
    """The kind of student in a lesson about this subject; a choice between options has no slip."""
    rng = random.Random(f"{seed}:kind")
    kind = rng.choice(ERRED if subject[1] else OTHERS)
    return "vague" if kind == "slip" and not has_slips(subject[0]) else kind


def _way(case: Case) -> str:
    """The worked way in notes: "Common denominator: 12. First numerator: 4." """
    steps = case.family.trace(case.parameters)
    return " ".join(f"{name[:1].upper()}{name[1:]}: {value}." for name, value in steps.items())


def _direct_chat(subject: Subject, seed: str) -> Document:
    """A tutor who tells: the way and the answer, whatever the instructions say."""
    rng = random.Random(seed)
    family, misconception = subject
    kind = _kind(subject, seed)
    case = draw_case(family, misconception, "train", rng, slips=kind == "slip")
    reason = rng.choice(misconception.says).format(**case.values) if misconception else ""
    student = student_text(kind, rng, wrong=case.values["wrong"], right=case.right.text, reason=reason)
    stated = rng.choice(STATE_AFTER_ERROR if case.wrong else STATE).format(**case.values)
    way = _way(case)
    told = f"{way} {stated}" if way and rng.random() < 0.7 else stated
    if rng.random() < 0.75:
        hint = misconception.hint.format(**case.values) if misconception else ""
        context = _some_of(family.mission, family.vocabulary, hint, rng)
        system = system_prompt(family.grade_band, **context)
    else:
        system = rng.choice(PLAIN_SYSTEM).format(grade_band=family.grade_band)
    messages = [*_asked(system, user_prompt(case.problem, student)), _said("assistant", told)]
    return {"kind": "direct_chat", "messages": messages}


def _some_of(mission: str, vocabulary: Sequence[str], hint: str, rng: random.Random) -> dict[str, Any]:
    """The context, each part left out now and then."""
    return {
        "mission": mission if rng.random() < 0.8 else "",
        "vocabulary": vocabulary if rng.random() < 0.8 else (),
        "hint": hint if rng.random() < 0.8 else "",
    }


def _said(role: str, content: str) -> Message:
    return {"role": role, "content": content}


def _asked(system: str, user: str) -> list[Message]:
    return [_said("system", system), _said("user", user)]


def _worked_solution(subject: Subject, seed: str) -> Document:
    rng = random.Random(seed)
    case = draw_case(subject[0], None, "train", rng)
    stated = rng.choice(STATE).format(**case.values)
    return {
        "kind": "worked_solution",
        "given": f"Topic: {case.family.topic}. Problem: {case.problem}",
        "text": f"{_way(case)} {stated}".strip(),
    }


def _lesson(subject: Subject, seed: str) -> tuple[Item, list[tuple[str, list[str]]]]:
    """A lesson's row, and turn by turn what the student said and what teachers asked.

    The lesson's own question comes first; after the last words of the student, other teachers' follow.
    """
    rng = random.Random(f"{seed}:questions")
    draft = make_draft(subject, _kind(subject, seed), PLAN, seed)
    row = draft.row
    said = [m["content"] for m in row.messages if m["role"] == "user"]
    asked = [m["content"] for m in row.messages if m["role"] == "assistant"]
    said[0] = said[0].removeprefix(f"{row.problem}\n")
    earlier = [[question] for question in asked]
    return row, list(zip(said, [*earlier, [row.reference, *_others(draft, rng)]], strict=True))


def _others(draft: Draft, rng: random.Random) -> list[str]:
    """Up to OTHER_QUESTIONS further turns for the same words, verified as the lesson's own."""
    used = [draft.last]
    for _ in range(CANDIDATES):
        if len(used) > OTHER_QUESTIONS:
            break
        _, wording = tutor_turn(draft.case, draft.last.student_kind, used, rng)
        turn = wording.format(**draft.case.values)
        other = with_wording(draft, turn)
        if isinstance(other, Draft) and all(turn != known.turn for known in used):
            used.append(other.last)
    return [exchange.turn for exchange in used[1:]]


def _planning_chat(subject: Subject, seed: str) -> Document:
    """A teacher asks what to ask: the questions that an adapter will let the tutor itself say."""
    rng = random.Random(f"{seed}:form")
    row, exchanges = _lesson(subject, seed)
    context = context_lines(**_some_of(row.mission, row.vocabulary, row.hint, rng))
    opening = rng.choice(PLANNING_SYSTEM).format(grade_band=row.grade_band)
    system = "\n".join([opening, *context])
    messages: list[Message] = []
    for said, questions in exchanges:
        if messages:
            messages.append(_said("user", said))
        else:
            messages = _asked(system, rng.choice(PLANNING).format(work=user_prompt(row.problem, said)))
        messages.append(_said("assistant", questions[0]))
        for other in questions[1:]:
            messages += [_said("user", rng.choice(ANOTHER)), _said("assistant", other)]
    return {"kind": "planning_chat", "messages": messages}


def _observed_lesson(subject: Subject, seed: str) -> Document:
    """A lesson as an observer writes it down: the student's words, then what teachers asked."""
    rng = random.Random(f"{seed}:form")
    row, ((said, questions), *more) = _lesson(subject, seed)
    lines = [f"{rng.choice(('Student', 'One student said', 'A student wrote'))}: {said}"]
    if row.hint and rng.random() < 0.7:
        lines.append(f"This student {row.hint}.")
    lines += [rng.choice(WATCHED).format(turn=turn) for turn in questions]
    for said, questions in more:
        lines.append(f"The student said: {said}")
        lines += [f"The teacher asked: {turn}" for turn in questions]
    given = rng.choice(("Problem: {}", "In class we had this problem: {}", "{}")).format(row.problem)
    return {"kind": "observed_lesson", "given": given, "text": "\n".join(lines)}


def _lesson_note(subject: Subject, seed: str) -> Document:
    """A teacher's notebook: grade, topic, words, the mistake, and questions for it."""
    row, exchanges = _lesson(subject, seed)
    mistake = f"Mistake: the student {row.hint}.\n" if row.hint else ""
    given = (
        f"Grades {row.grade_band}. Topic: {row.topic}. Words: {', '.join(row.vocabulary)}.\n"
        f"Goal: {row.mission}.\n{mistake}Problem: {row.problem}"
    )
    lines = []
    for said, questions in exchanges:
        lines += [f"Student: {said}", *(f"Question: {turn}" for turn in questions)]
    return {"kind": "lesson_note", "given": given, "text": "\n".join(lines)}


def _read_again(subject: Subject, seed: str) -> Document:
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
    text = f"Say it again: {said}\nThe numbers: {shown}. Again: {shown}."
    return {"kind": "copying", "given": f"Read: {said}", "text": text}


def _number_drill(_subject: Subject, seed: str) -> Document:
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
    return {"kind": "copying", "given": f"Copy these numbers: {line}.", "text": f"Here they are: {line}."}


MAKERS: tuple[tuple[Callable[[Subject, str], Document], int], ...] = (
    (_direct_chat, 7),
    (_planning_chat, 5),
    (_observed_lesson, 2),
    (_lesson_note, 2),
    (_worked_solution, 2),
    (_read_again, 1),
    (_number_drill, 1),
)


def write_base_documents(*, seed: str, documents: int, out: Path) -> None:
    """Write `documents` rows {"kind", "given", "text"} or {"kind", "messages"}, kinds as in MAKERS."""
    about = subjects("misconception") + subjects("vague")
    cycle = [maker for maker, share in MAKERS for _ in range(share)]

    def rows():
        for number in range(documents):
            row_seed = f"{seed}:base:{number}"
            rng = random.Random(row_seed)
            yield rng.choice(cycle)(rng.choice(about), row_seed)

    write_jsonl(out, rows())
