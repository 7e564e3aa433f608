"""The records of the curriculum: a `Family` of problems and the `Misconception`s it invites.

A family says what is taught: how problems are drawn, worded and solved. A misconception is an
executable wrong rule with its reason in the student's words and the questions a tutor could ask.
One entry in `bands/` holds all of it, so that adding a misconception is one readable edit.

Placeholders such as `{a}` in any text stand for the problem's parameters; stories may also use
`{name}` and `{friend}` (two first names), a misconception's texts `{wrong}` (the student's answer) and
the values named by its `steps`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from socratic_tutor.curriculum.answers import Answer

GRADE_BANDS = ("K-2", "3-5", "6-8", "9-12")

# What a tutor turn does for a student who erred, authored per misconception:
#   elicit     has the student say what a value or a sign of theirs counts or means
#   locate     points at the step, place or sign that the wrong rule touched
#   conflict   asks for an act or a comparison whose outcome contradicts the wrong answer
#   represent  asks for a picture, blocks, a number line, a table
#   simplify   asks the same with easy numbers
#   analog     asks about a like thing from daily life or elsewhere in mathematics
#   check      has the student test the wrong answer by themselves
ERROR_MOVES = ("elicit", "locate", "conflict", "represent", "simplify", "analog", "check")
# The others follow from the student: extend (is right), hold (wants the answer), repair (says nothing).
MOVES = (*ERROR_MOVES, "extend", "hold", "repair")

_PLACEHOLDER = re.compile(r"\{[^}]*\}")


def without_placeholders(text: str, instead: str = " ") -> str:
    """An authored text with each of its placeholders replaced, for what asks only for its words."""
    return _PLACEHOLDER.sub(instead, text)


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
    reworded: at least one more reason, in other words, kept for the benchmark `unseen_phrasings`.
    cues: phrases that a turn fitting this misconception, and no rival, would use: the object the
        rule touched, an act that contradicts it, a value on the wrong way. Lower case; a trailing
        `*` stands for any ending; placeholders allowed. Not taken from hint, says or vocabulary.
    turns: at least three moves -> at least four tutor questions; each holds exactly one question mark,
        at least one cue of its own and no rival's.
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
    reworded: tuple[str, ...] = ()
    applies_if: Callable[[Parameters], bool] = lambda p: True
    steps: Callable[[Parameters], dict[str, Any]] = lambda p: {}


@dataclass(frozen=True, eq=False)
class PlausibleError:
    """Another wrong rule a student of the family could follow, authored for scoring only.

    Most families of the literature's catalogue hold one documented misconception; whether a turn fits it
    *and nothing else* can only be judged against others. No student makes these, no turn is about them.
    Fields as in `Misconception`.
    """

    id: str
    name: str
    hint: str
    rule: Callable[[Parameters], Answer]
    cues: tuple[str, ...]
    applies_if: Callable[[Parameters], bool] = lambda p: True
    steps: Callable[[Parameters], dict[str, Any]] = lambda p: {}


@dataclass(frozen=True, eq=False)
class Family:
    """One kind of problem.

    sample: draws parameters; called again when a draw is rejected. Small parameter spaces are fine,
        but a family needs at least 60 distinct draws.
    larger: as `sample`, with numbers beyond its range, for the benchmark `larger_numbers`; None where
        larger numbers make another kind of problem.
    statements: at least two wordings of the bare exercise.
    stories: wordings of it as a word problem; at least two where there are any.
    reworded: at least one more wording, kept for the benchmark `unseen_phrasings`.
    solve: parameters -> the exact right answer.
    trace: parameters -> the values on the way to it (not the answer itself), in order, by name.
    elicit: at least four openers for a student who does not know how to begin; no step is told.
    extend: at least four questions for a student who is right.
    check: at least four questions by which a student can test an answer, for one who slipped.
    repair: at least four small concrete questions for a student who replied with nothing ("ok").
    plausible: wrong rules for scoring only; as many as give every misconception at least two rivals.
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
    stories: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    check: tuple[str, ...] = ()
    repair: tuple[str, ...] = ()
    plausible: tuple[PlausibleError, ...] = ()
    larger: Sampler | None = None
    trace: Callable[[Parameters], dict[str, Any]] = field(default=lambda p: {})

    def misconception(self, misconception_id: str) -> Misconception:
        """The family's misconception of that id; KeyError if it has none."""
        for candidate in self.misconceptions:
            if candidate.id == misconception_id:
                return candidate
        raise KeyError(f"family {self.id} has no misconception {misconception_id}")

    def rivals(self, misconception_id: str) -> tuple[Misconception | PlausibleError, ...]:
        """The family's other wrong rules: its misconceptions, then those authored for scoring."""
        rules: list[Misconception | PlausibleError] = [*self.misconceptions, *self.plausible]
        return tuple(rule for rule in rules if rule.id != misconception_id)
