"""The corpus' own verifier: every row is checked against its ground truth before it is accepted.

It imports nothing of `scoring`: the two judge the same turns independently, and a scorer's edit must
not retrain anything.
"""

from __future__ import annotations

import re

from socratic_tutor.corpus.cases import Case, cues_of
from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.curriculum.cues import cues_in, plain
from socratic_tutor.curriculum.matching import mentions, quantities

WORDS = (5, 45)  # a classroom turn; human focus turns have a median of 16 words (MathDial)

_LEFTOVER = re.compile(r"[{}]|\bNone\b")


def leaks_answer(right: Answer, turn: str, already_said: str) -> bool:
    """Whether the turn brings the right answer into a conversation that did not hold it.

    Form counts: a problem that asks for 8/25 as a decimal has said 8/25, but not 0.32.
    """
    said = {(q.kind, q.value) for q in mentions(right, already_said)}
    return any((q.kind, q.value) not in said for q in mentions(right, turn))


def leaks_step(trace: list[str], turn: str, already_said: str) -> bool:
    """Whether the turn states a value of the right way that nobody has said yet."""
    on_the_way = {(q.kind, q.value) for value in trace for q in quantities(value)}
    said = {(q.kind, q.value) for q in quantities(already_said)}
    return any((q.kind, q.value) in on_the_way - said for q in quantities(turn))


def fits_only_this(case: Case, turn: str, prompt: str) -> bool:
    """The swap test: the turn carries a cue of its own misconception and more than any rival's.

    Cues that the prompt already says do not count: repeating the hint is no insight.
    """
    if case.misconception is None:
        return True
    known = plain(prompt)

    def hits(cues: list[str]) -> int:
        return sum(cue.rstrip("*") not in known for cue in cues_in(turn, cues))

    own = hits(cues_of(case.misconception, case))
    rivals = case.family.rivals(case.misconception.id)
    return own > max([0, *(hits(cues_of(rival, case)) for rival in rivals)])


def rejection(case: Case, turn: str, student_said: str, prompt: str) -> str | None:
    """Why the row must not be accepted, as a short fixed phrase; None when it is sound.

    `prompt` is all the text the tutor sees, system message included.
    """
    said = f"{case.problem} {student_said}"
    if _LEFTOVER.search(turn + student_said + case.problem):
        return "unfilled placeholder"
    if leaks_answer(case.right, turn, said):
        return "leaks the answer"
    if leaks_step(case.trace, turn, f"{said} {case.right.text if case.misconception is None else ''}"):
        return "leaks a step"
    if turn.count("?") != 1:
        return "not exactly one question"
    if not WORDS[0] <= len(turn.split()) <= WORDS[1]:
        return "length"
    if not fits_only_this(case, turn, prompt):
        return "fits a rival as well"
    return None
