"""The corpus' own verifier: every tutor turn is checked against its ground truth before it is accepted.

It imports nothing of `scoring`: the two judge the same turns independently, and a scorer's edit must
not retrain anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from socratic_tutor.corpus.cases import Case, cues_of
from socratic_tutor.corpus.conversation import Exchange
from socratic_tutor.curriculum.answers import Answer
from socratic_tutor.curriculum.cues import cues_in
from socratic_tutor.curriculum.matching import mentions, quantities

WORDS = (5, 45)  # a classroom turn; human focus turns have a median of 16 words (MathDial)
# Longest sentence (words) and longest word (letters) of a tutor turn by band; a number is one word, and
# words of the problem, the student and the vocabulary are always allowed.
LONGEST_SENTENCE = {"K-2": 16, "3-5": 20, "6-8": 24, "9-12": 28}
LONGEST_WORD = {"K-2": 9, "3-5": 11, "6-8": 13, "9-12": 15}

_LEFTOVER = re.compile(r"[{}]|\bNone\b")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
_WORD = re.compile(r"[a-z]+")


def leaks_answer(right: Answer, turn: str, already_said: Sequence[str]) -> bool:
    """Whether the turn brings the right answer into a conversation that did not hold it.

    Form counts: a problem that asks for 8/25 as a decimal has said 8/25, but not 0.32.
    """
    found = mentions(right, turn)
    if not found:
        return False
    said = {(q.kind, q.value) for text in already_said for q in mentions(right, text)}
    return any((q.kind, q.value) not in said for q in found)


def leaks_step(trace: list[str], turn: str, already_said: Sequence[str]) -> bool:
    """Whether the turn states a value of the right way that nobody has said yet."""
    in_turn = {(q.kind, q.value) for q in quantities(turn)}
    if not in_turn:
        return False
    on_the_way = {(q.kind, q.value) for value in trace for q in quantities(value)} & in_turn
    return bool(on_the_way) and bool(
        on_the_way - {(q.kind, q.value) for text in already_said for q in quantities(text)}
    )


def fits_only_this(case: Case, turn: str, prompt: Sequence[str]) -> bool:
    """The swap test: the turn carries a cue of its own misconception and more than any rival's.

    Cues that the prompt already says do not count: repeating the hint is no insight.
    """
    if case.misconception is None:
        return True
    known = "\n".join(prompt)

    def hits(cues: list[str]) -> int:
        found = cues_in(turn, cues)
        return len(found) - len(cues_in(known, found)) if found else 0

    own = hits(cues_of(case.misconception, case))
    rivals = case.family.rivals(case.misconception.id)
    return own > 0 and all(own > hits(cues_of(rival, case)) for rival in rivals)


def speaks_for_the_band(band: str, turn: str, known_words: str) -> bool:
    """Whether sentences and words are as short as the grade band needs (see LONGEST_SENTENCE)."""
    if any(len(s.split()) > LONGEST_SENTENCE[band] for s in _SENTENCE_END.split(turn)):
        return False
    limit = LONGEST_WORD[band]
    return all(len(word) <= limit or word in known_words for word in _WORD.findall(turn.lower()))


def rejection(case: Case, exchange: Exchange, *, context: Sequence[str], said: Sequence[str]) -> str | None:
    """Why the tutor's turn must not be accepted, as a short fixed phrase; None when it is sound.

    context: mission, vocabulary and hint as far as the prompt shows them.
    said: the problem and every student turn so far, this one last.
    """
    turn = exchange.turn
    if _LEFTOVER.search(turn) or any(_LEFTOVER.search(text) for text in said):
        return "unfilled placeholder"
    if turn.count("?") != 1:
        return "not exactly one question"
    if not WORDS[0] <= len(turn.split()) <= WORDS[1]:
        return "length"
    if leaks_answer(case.right, turn, said):
        return "leaks the answer"
    solved = exchange.student_kind == "correct"
    if leaks_step(case.trace, turn, [*said, case.right.text] if solved else said):
        return "leaks a step"
    if exchange.about_error and not fits_only_this(case, turn, [*context, *said]):
        return "fits a rival as well"
    if not speaks_for_the_band(case.family.grade_band, turn, " ".join([*context, *said]).lower()):
        return "beyond the grade band"
    return None
