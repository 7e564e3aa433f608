"""Cases: one problem of a family, solved rightly and, for a student who erred, wrongly.

Parameter spaces are parted by hash before anything is sampled, so that no benchmark problem can
stand in the training text with the same numbers (an unparted split repeated half of its problems).
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from socratic_tutor.curriculum.answers import Answer, same
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError
from socratic_tutor.curriculum.slips import slip
from socratic_tutor.dialogue.students import NAMES
from socratic_tutor.files import InputError, canonical_json

# Share of each family's parameter space; the rest of the workflow names them, never the numbers.
PARTS = {"train": (0.0, 0.7), "validation": (0.7, 0.8), "unseen_problems": (0.8, 0.9), "leak": (0.9, 1.0)}

# A family whose sampler cannot serve a part in this many draws is at fault, not unlucky.
DRAWS_PER_CASE = 2000


@dataclass(frozen=True)
class Case:
    """A problem with its right answer and, for a student who erred, the wrong one.

    misconception: None for a student without one; the wrong answer is then a slip's, or None.
    values: what the family's and the misconception's texts may refer to.
    """

    family: Family
    misconception: Misconception | None
    parameters: Parameters
    problem: str
    right: Answer
    wrong: Answer | None
    values: dict[str, Any]

    @property
    def trace(self) -> list[str]:
        """Values on the right way, as text, in order and without repeats; by chance one may be the answer."""
        return list(dict.fromkeys(str(v) for v in self.family.trace(self.parameters).values()))

    @property
    def wrong_trace(self) -> list[str]:
        """Values on the student's way, the wrong answer last."""
        if self.wrong is None:
            return []
        steps = self.misconception.steps(self.parameters).values() if self.misconception else ()
        return list(dict.fromkeys([*(str(v) for v in steps), self.wrong.text]))


def parameters_key(family: Family, parameters: Parameters) -> str:
    """The problem's numbers as text, the same for the same problem everywhere."""
    return f"{family.id}|{canonical_json({k: str(v) for k, v in parameters.items()})}"


def part_of(family: Family, parameters: Parameters) -> str:
    """The part of the parameter space these parameters belong to (a key of PARTS)."""
    key = parameters_key(family, parameters)
    position = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") / 2**64
    return next(name for name, (low, high) in PARTS.items() if low <= position < high)


def explained_by(case_family: Family, parameters: Parameters, wrong: Answer, besides: str) -> list[str]:
    """Ids of the family's other wrong rules that give the same wrong answer here."""
    return [
        rival.id
        for rival in case_family.rivals(besides)
        if rival.applies_if(parameters) and same(rival.rule(parameters), wrong)
    ]


def case_of(
    family: Family,
    misconception: Misconception | None,
    parameters: Parameters,
    rng: random.Random,
    *,
    slips: bool = False,
    reworded: bool = False,
) -> Case | None:
    """The case of these parameters, in a wording drawn from `rng`; None where it shows no clear error.

    An error is clear when the rule applies, its answer is wrong, and no other rule of the family explains
    it. slips: the student, who has no misconception, slips. reworded: in a wording that is kept for
    `unseen_phrasings`.
    """
    if misconception and not misconception.applies_if(parameters):
        return None
    right = family.solve(parameters)
    wrong, steps = None, {}
    if misconception:
        wrong = misconception.rule(parameters)
        if same(right, wrong) or explained_by(family, parameters, wrong, misconception.id):
            return None
        steps = misconception.steps(parameters)
    elif slips:
        wrong = slip(right, rng)
        if wrong is None or explained_by(family, parameters, wrong, ""):
            return None
    values = {**parameters, **steps, "right": right.text, "wrong": wrong.text if wrong else ""}
    wordings: Sequence[str] = family.reworded if reworded else (*family.statements, *family.stories)
    wording = rng.choice(wordings)
    if "{name}" in wording or "{friend}" in wording:
        values["name"], values["friend"] = rng.sample(NAMES, 2)
    return Case(family, misconception, parameters, wording.format(**values), right, wrong, values)


def draw_case(
    family: Family,
    misconception: Misconception | None,
    part: str,
    rng: random.Random,
    *,
    slips: bool = False,
    reworded: bool = False,
    larger: bool = False,
) -> Case:
    """A case of the part (see `case_of` for the rest).

    larger: drawn by the family's sampler of larger numbers, which no part of the usual space holds.
    Raises InputError when the family's sampler yields none in DRAWS_PER_CASE draws.
    """
    sample = family.larger if larger and family.larger else family.sample
    for _ in range(DRAWS_PER_CASE):
        parameters = Parameters(sample(rng))
        if not larger and part_of(family, parameters) != part:
            continue
        case = case_of(family, misconception, parameters, rng, slips=slips, reworded=reworded)
        if case:
            return case
    subject = misconception.id if misconception else family.id
    raise InputError(
        f"curriculum: {subject} gave no usable problem for part {part!r} in {DRAWS_PER_CASE} draws.\n"
        f"Widen the sampler of family {family.id!r} or loosen applies_if."
    )


def cues_of(misconception: Misconception | PlausibleError, case: Case) -> list[str]:
    """The misconception's cues on this problem; cues with values need the rule to apply here."""
    applies = misconception.applies_if(case.parameters)
    if applies and any("{" in cue for cue in misconception.cues):
        values = {**case.parameters, **misconception.steps(case.parameters)}
        values["wrong"] = misconception.rule(case.parameters).text
        return [cue.format(**values) for cue in misconception.cues]
    return [cue for cue in misconception.cues if "{" not in cue]
