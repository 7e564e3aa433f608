"""An item for the filter from what a tutoring service knows: problem, right answer, conversation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from socratic_tutor.curriculum.answers import KINDS
from socratic_tutor.files import InputError
from socratic_tutor.filtering.safe_questions import MOVE_OF_KIND
from socratic_tutor.filtering.written import pi_apart, typed
from socratic_tutor.items import STATES
from socratic_tutor.records import Item, Message
from socratic_tutor.scoring.values import answer_of, said

# Of chat templates; what a tool or a developer says is not the student's.
_ROLES = ("user", "assistant", "system", "developer", "tool")
# The order in which an answer's text is tried when nobody says what kind it is.
_KINDS = (
    *("integer", "decimal", "fraction", "money", "percent", "time", "ratio", "remainder"),
    *("coordinate", "inequality", "equation", "measure", "set", "list", "expression", "choice"),
)
# What an answer looks like that another kind would read, too.
_LOOKS = (
    ("mixed", re.compile(r"-?\d+ \d+/\d+")),
    ("fraction", re.compile(r"-?\d+/\d+")),
    ("choice", re.compile(r"(?=.*[A-Za-z]{3})[^\d]+")),
)
_SEVERAL = re.compile(r"\d[^.!?\n]{0,20}(?:,| or )[^.!?\n]{0,20}\d")


def item_of(
    problem: str,
    correct_answer: str,
    conversation: Sequence[Message],
    *,
    answer_kind: str = "",
    student_kind: str = "",
    wrong_answer: str = "",
    move: str = "",
    grade_band: str = "",
    trace: Sequence[str] = (),
) -> Item:
    """The exchange in which the tutor is about to speak.

    problem, correct_answer: plain text. conversation: chat messages, the student's as "user".
    answer_kind: one of curriculum.answers.KINDS; "" takes the first kind that reads the whole answer (say
        "time" for 3:45, which is also a ratio).
    student_kind: one of items.STATES; "" is `misconception` when the student's last
        message says `wrong_answer`, `correct` when it says the right answer as the only candidate, else
        `vague`. Students who are right are not filtered.
    wrong_answer: what the student answered, to be named in a replacement. move: what the tutor set out to do.
    trace: values on the way to the answer; with none, no key step can be given away.

    Raises InputError when no kind, or not the one given, reads the answer, and for what is no text.
    """
    texts = {"problem": problem, "correct_answer": correct_answer, "wrong_answer": wrong_answer}
    texts |= {f"trace[{place}]": value for place, value in enumerate(trace)}
    for name, text in texts.items():
        if not isinstance(text, str):
            raise InputError(f"filter: {name} is {text!r:.40}; write it as text, as a student would")
    if isinstance(trace, str):
        raise InputError(f"filter: trace is the text {trace!r:.40}; give a list of texts")
    if student_kind not in ("", *STATES):
        raise InputError(f"filter: student_kind is {student_kind!r:.40}; known: {', '.join(STATES)}")
    if answer_kind not in ("", *KINDS):
        raise InputError(f"filter: answer_kind is {answer_kind!r:.40}; known: {', '.join(KINDS)}")
    correct_answer, kind = typed(correct_answer, answer_kind, problem)
    kind = kind or _kind_of(correct_answer)
    if not kind or answer_of(correct_answer, kind) is None:
        raise InputError(f"filter: {correct_answer!r} is no answer of kind {kind or 'any'!r}")
    if wrong_answer and answer_of(wrong_answer, kind) is None:
        wrong_answer = typed(wrong_answer, answer_kind, problem)[0]
    problem = pi_apart(problem)
    student = [pi_apart(text) for text in _said_by_student(conversation)]
    if not student_kind:
        last = student[-1] if student else ""
        student_kind = _kind_of_student(last, problem, correct_answer, wrong_answer, kind)
    return Item(
        id="",
        split="",
        messages=list(conversation),
        reference="",
        grade_band=grade_band,
        grade="",
        topic="",
        family="",
        misconception="",
        student_kind=student_kind,
        move=move or MOVE_OF_KIND.get(student_kind, "locate"),
        problem=problem,
        student_said=" ".join(student),
        correct_answer=correct_answer,
        wrong_answer=wrong_answer,
        answer_kind=kind,
        prompt_shows_answer=False,
        trace=list(trace),
    )


def _said_by_student(conversation: Sequence[Message]) -> list[str]:
    if isinstance(conversation, str) or not isinstance(conversation, Sequence):
        raise InputError(f"filter: the conversation is {conversation!r:.40}; give a list of chat messages")
    for number, message in enumerate(conversation, start=1):
        given = message if isinstance(message, Mapping) else {}
        if given.get("role") not in _ROLES or not isinstance(given.get("content"), str):
            raise InputError(
                f"filter: message {number} of the conversation is {message!r:.60}\n"
                'Give each as {"role": "user", "content": text}; the tutor\'s role is "assistant".'
            )
    return [message["content"] for message in conversation if message["role"] == "user"]


def _kind_of_student(last: str, problem: str, correct_answer: str, wrong_answer: str, kind: str) -> str:
    """What the last message shows, the problem aside where it says that again.

    The wrong answer decides before the right one: "40.6, not 46" is not right yet; but one that the problem
    itself holds may be said on the right way.
    """
    last = last.replace(problem, " ") if problem else last
    right = bool(said(correct_answer, kind, last)) and not _SEVERAL.search(last)
    if wrong_answer:
        wrong_kind = kind if answer_of(wrong_answer, kind) else ""
        wrong = said(wrong_answer, wrong_kind, last)
        if wrong and not (right and said(wrong_answer, wrong_kind, problem)):
            return "misconception"
    return "correct" if right else "vague"


def _kind_of(answer: str) -> str:
    """The kind that its text suggests, "" when no kind reads it."""
    for kind, shape in _LOOKS:
        if shape.fullmatch(answer):
            return kind
    return next((kind for kind in _KINDS if answer_of(answer, kind)), "")
