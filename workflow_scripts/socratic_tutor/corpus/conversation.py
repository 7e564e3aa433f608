"""Conversations: one to three exchanges about one case, each a student's words and the tutor's turn.

The state of the student comes first, then the move that answers it, then the words. A conversation ends
with the student who is right, or open.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from socratic_tutor.corpus.cases import Case
from socratic_tutor.dialogue.moves import error_turn, family_turn, hold_turn, stay_turn
from socratic_tutor.dialogue.students import student_text

TRIES = 8  # to find something that the student has not said yet

# What a student may be after the tutor's question, and how often; the last state ends a conversation.
_AFTER_ERROR = {"misconception": 7, "vague": 4, "hollow": 3, "wants_answer": 3, "correct": 4}
_AFTER_OTHERS = {"vague": 3, "hollow": 3, "correct": 4}
# For a student who does not get on after an error, moves that make the step smaller come first.
_NEEDS_SMALLER = ("vague", "stuck")
_SMALLER = ("simplify", "represent", "analog")


@dataclass(frozen=True)
class Exchange:
    """One student turn and the tutor's.

    about_error: whether the tutor's turn is about the misconception, and so must fit no other.
    wording: the tutor's turn with its placeholders, as authored: two turns of one wording differ in numbers
        alone.
    """

    student_kind: str
    said: str
    move: str
    wording: str
    turn: str
    about_error: bool


def converse(
    case: Case, student_kind: str, turns: int, rng: random.Random, *, reworded: bool = False
) -> list[Exchange]:
    """At most `turns` exchanges that begin with a student of this kind.

    One who is stuck erred first, was asked, and tried: two exchanges, whatever `turns` says.
    """
    if student_kind == "stuck":
        erred = _exchange(case, "misconception", [], rng, reworded)
        return [erred, _exchange(case, "stuck", [erred], rng, reworded=False)]
    exchanges = [_exchange(case, student_kind, [], rng, reworded)]
    while len(exchanges) < turns and exchanges[-1].student_kind != "correct":
        after = _AFTER_ERROR if case.misconception else _AFTER_OTHERS
        kinds = [kind for kind in after if kind != "correct" or len(exchanges) + 1 == turns]
        kind = rng.choices(kinds, [after[kind] for kind in kinds])[0]
        exchanges.append(_exchange(case, kind, exchanges, rng, reworded=False))
    return exchanges


def withstand(case: Case, demands: list[str], before: list[Exchange], rng: random.Random) -> list[Exchange]:
    """One exchange for each demand of a student who wants the answer: the tutor holds, and asks on."""
    exchanges = list(before)
    for said in demands:
        assert case.misconception is not None
        words = [e.wording for e in exchanges]
        _, wording = error_turn(case.misconception, rng, [e.move for e in exchanges[-2:]], words)
        wording = hold_turn(wording, rng, words)
        turn = wording.format(**case.values)
        exchanges.append(Exchange("wants_answer", said, "hold", wording, turn, about_error=True))
    return exchanges[len(before) :]


def _exchange(case: Case, kind: str, before: list[Exchange], rng: random.Random, reworded: bool) -> Exchange:
    misconception = case.misconception
    reason = ""
    if misconception and kind in ("misconception", "wants_answer"):
        says = misconception.reworded if reworded else misconception.says
        fresh = [r for r in says if not any(r.format(**case.values) in e.said for e in before)]
        reason = rng.choice(fresh or says).format(**case.values)
    spoken = [e.said for e in before]
    for _ in range(TRIES):  # a student does not say the same sentence twice
        said = student_text(
            kind,
            rng,
            wrong=case.values["wrong"],
            right=case.right.text,
            reason=reason,
            later=bool(before),
            band=case.family.grade_band,
            reworded=reworded,
        )
        if said not in spoken:
            break
    move, wording = tutor_turn(case, kind, before, rng)
    about_error = is_about_error(case, kind)
    return Exchange(kind, said, move, wording, wording.format(**case.values), about_error)


def is_about_error(case: Case, kind: str) -> bool:
    """Whether the tutor's turn to a student of this kind is about the misconception."""
    return case.misconception is not None and kind in ("misconception", "wants_answer", *_NEEDS_SMALLER)


def tutor_turn(case: Case, kind: str, before: list[Exchange], rng: random.Random) -> tuple[str, str]:
    """(move, wording) of a turn that answers a student of this kind, after these exchanges."""
    misconception = case.misconception
    words = [e.wording for e in before]
    if misconception is None or not is_about_error(case, kind):
        return family_turn(case.family, kind, rng, words)
    used = [e.move for e in before]
    if kind in _NEEDS_SMALLER:
        smaller = [move for move in _SMALLER if move in misconception.turns]
        used += [move for move in misconception.turns if smaller and move not in smaller]
    move, wording = error_turn(misconception, rng, used, words)
    if kind == "wants_answer":
        return "hold", hold_turn(wording, rng, words)
    if kind == "misconception" and before:
        return move, stay_turn(wording, rng, words)
    return move, wording
