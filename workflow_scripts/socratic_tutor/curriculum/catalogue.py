"""The records of the curriculum: a `Family` of problems and the `Misconception`s it invites.

A family says what is taught: how problems are drawn, worded and solved. A misconception is an
executable wrong rule with its reason in the student's words and the questions a tutor could ask.
One entry in `bands/` holds all of it, so that adding a misconception is one readable edit.

Placeholders such as `{a}` in any text stand for the problem's parameters; a misconception's texts
may also use `{wrong}` (the student's answer) and the values named by its `steps`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from socratic_tutor.curriculum.answers import Answer

GRADE_BANDS = ("K-2", "3-5", "6-8", "9-12")

# What a tutor turn does (METRICS.md); these are the moves authored for a student who erred.
ERROR_MOVES = ("locate", "conflict", "represent", "simplify", "check")


class Parameters(dict[str, Any]):
    """The numbers (and words) of one problem, readable as attributes: `p.a`."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"this problem has no parameter {name!r}") from None


Sampler = Callable[[random.Random], dict[str, Any]]


@dataclass(frozen=True, eq=False)
class Misconception:
    """An executable wrong rule.

    id: the catalogue's id, e.g. "G35-FRA-01".
    name: a few words, unique in the family.
    hint: one clause in the third person for the production prompt: "adds the denominators".
    rule: parameters -> the wrong answer, exactly as the student would write it.
    says: at least three reasons in the student's words; each follows "because": "I added the tops".
    cues: phrases that a turn fitting this misconception, and no rival, would use: the object the
        rule touched, an act that contradicts it, a value on the wrong way. Lower case; a trailing
        `*` stands for any ending; placeholders allowed. Not taken from hint, says or vocabulary.
    turns: move -> at least four tutor questions; each holds exactly one question mark, at least one
        cue of its own and no rival's.
    source: where the misconception is documented (catalogue keys).
    applies_if: whether the rule changes anything on these parameters.
    steps: parameters -> named values on the student's way, usable as placeholders.
    """

    id: str
    name: str
    hint: str
    rule: Callable[[Parameters], Answer]
    says: tuple[str, ...]
    cues: tuple[str, ...]
    turns: Mapping[str, tuple[str, ...]]
    source: str
    applies_if: Callable[[Parameters], bool] = lambda p: True
    steps: Callable[[Parameters], dict[str, Any]] = lambda p: {}


@dataclass(frozen=True, eq=False)
class Family:
    """One kind of problem.

    sample: draws parameters; called again when a draw is rejected. Small parameter spaces are fine,
        but a family needs at least 60 distinct draws.
    statements: at least two wordings of the problem.
    solve: parameters -> the exact right answer.
    trace: parameters -> the values on the way to it (not the answer itself), in order, by name.
    elicit: at least three openers for a student who does not know how to begin; no step is told.
    extend: at least three questions for a student who is right.
    """

    id: str
    grade_band: str
    grade: str
    ccss: str
    topic: str
    mission: str
    vocabulary: tuple[str, ...]
    sample: Sampler
    statements: tuple[str, ...]
    solve: Callable[[Parameters], Answer]
    elicit: tuple[str, ...]
    extend: tuple[str, ...]
    misconceptions: tuple[Misconception, ...]
    trace: Callable[[Parameters], dict[str, Any]] = field(default=lambda p: {})

    def misconception(self, misconception_id: str) -> Misconception:
        """The family's misconception of that id; KeyError if it has none."""
        for candidate in self.misconceptions:
            if candidate.id == misconception_id:
                return candidate
        raise KeyError(f"family {self.id} has no misconception {misconception_id}")

    def rivals(self, misconception_id: str) -> tuple[Misconception, ...]:
        """The family's other misconceptions."""
        return tuple(m for m in self.misconceptions if m.id != misconception_id)
