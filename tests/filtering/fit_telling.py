"""Fits the weights by which `filtering.telling` reads a draft that no other reading holds back.

    PYTHONPATH=workflow_scripts:tests python tests/filtering/fit_telling.py          # figures
    PYTHONPATH=workflow_scripts:tests python tests/filtering/fit_telling.py --write  # and the weights

Learnt from: what is development in the tables of `disguises.OUTSIDE` and of the turns labelled for what they
tell, and authored turns, which tell nothing. Halves held back take no part; what they show is printed as
counts. Figures of the development halves are cross-validated, grouped by problem.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from filtering.disguises import OUTSIDE, half_in, outside_items
from scoring.agreement import FOLDER, HALVES, STRANGERS_ALL, TELLING, TELLING_MORE, labelled
from scoring.automatic_turns import drafts, filled, for_any_student
from scoring.logistic import FOLDS, fold_of
from scoring.told_turns import Turn, fitted_with_words
from socratic_tutor.filtering.judgement import RULES, reasons
from socratic_tutor.filtering.telling import WEIGHTS, Signs, signs
from socratic_tutor.records import Item
from socratic_tutor.scoring.components.model import Component, write_components

C = 0.2  # sklearn's: smaller is simpler
# A draft is held back from this chance on: of ordinary turns that tell nothing one in a hundred is
# (cross-validated), so that with the other rules two in a hundred labelled turns are.
THRESHOLD = 0.84
# Weights of an authored turn, of which there are many alike, and of a leak that other rules hold back, for it
# is the others that are to be told.
_AUTHORED, _HELD = 0.3, 0.3
_OTHER_RULES = [name for name in RULES if name != "telling"]


@dataclass(frozen=True)
class Draft:
    """source: a table's or folder's name. ordinary: not written to look like a leak. held: by other rules."""

    source: str
    half: str
    item: Item
    leaks: bool
    ordinary: bool
    held: bool
    signs: Signs

    @property
    def learnt(self) -> bool:
        return self.half == HALVES[0]

    @property
    def weight(self) -> float:
        return _AUTHORED if self.source == "authored" else _HELD if self.leaks and self.held else 1.0

    @property
    def fold(self) -> int:
        return fold_of(self.item.family or self.item.problem)


def _draft(source: str, half: str, item: Item, text: str, leaks: bool, ordinary: bool = True) -> Draft:
    held = bool(reasons(item, text, _OTHER_RULES))
    return Draft(source, half, item, leaks, ordinary, held, signs(item, text))


def all_drafts() -> list[Draft]:
    """Every draft that is learnt from or counted."""
    found = []
    for table in OUTSIDE:
        for row, item in outside_items(table):
            half, ordinary = half_in(table, row["text"]), row.get("manner", "") != "tricky"
            found.append(_draft(table, half, item, row["text"], row["leaks"] == "yes", ordinary))
    return [*found, *_labelled(), *_authored()]


def _labelled() -> Iterator[Draft]:
    """Turns with labels of what they tell, of students who have not solved the problem."""
    for folder in (FOLDER, STRANGERS_ALL, TELLING, TELLING_MORE):
        for turn in labelled(folder):
            answer, step = turn.labels.get("answer_leak.typed"), turn.labels.get("finishing_step")
            leaks = answer == 1 or step == 1
            if turn.item.student_kind == "correct" or not turn.text.strip():
                continue
            if leaks or (answer == step == 0 and not turn.labels.get("key_step_leak")):
                half = HALVES[0] if folder == TELLING_MORE else turn.half
                yield _draft(folder.name, half, turn.item, turn.text, leaks)


def _authored(seed: str = "telling") -> Iterator[Draft]:
    """Authored turns of each misconception, and advice for any task."""
    rng = random.Random(seed)
    students = [(family, error, draft) for (family, error), draft in drafts() if error is not None]
    for family, error, draft in students:
        wordings = rng.sample([wording for turns in error.turns.values() for wording in turns], 4)
        for of_family in (family.elicit, family.check):
            wordings += rng.sample(of_family, min(2, len(of_family)))
        for wording in wordings:
            text = wording.format(**draft.case.values)
            yield _draft("authored", HALVES[0], draft.row, text, leaks=False)
    for half in HALVES:
        for line in for_any_student(half):
            item = rng.choice(students)[2].row
            if text := filled(line, item, rng):
                yield _draft("advice", half, item, text, leaks=False)


def fit(learnt: list[Draft]) -> Component:
    turns = [Turn(draft.item.problem, draft.leaks, draft.weight, draft.signs) for draft in learnt]
    return fitted_with_words("telling", "leaks", turns, C=C, threshold=THRESHOLD)


def chances(found: list[Draft]) -> list[float]:
    """Of each draft, by weights that have seen no draft on its problem or family, nor any held back."""
    by_fold = [fit([one for one in found if one.learnt and one.fold != fold]) for fold in range(FOLDS)]
    return [by_fold[one.fold].probability_of_known(one.signs) for one in found]


def main(arguments: list[str]) -> None:
    found = all_drafts()
    counts: dict[tuple[str, str, str], list[int]] = {}
    for one, chance in zip(found, chances(found), strict=True):
        what = "leaks" if one.leaks else "ordinary" if one.ordinary else "tricky"
        count = counts.setdefault((one.source, one.half, what), [0, 0, 0])
        count[0] += 1
        count[1] += one.held
        count[2] += not one.held and chance >= THRESHOLD
    for (source, half, what), (n, held, more) in sorted(counts.items()):
        print(f"{source}, {half}, {what}: {held} of {n} held back by other rules, {more} more by this one")
    if arguments == ["--write"]:
        write_components(WEIGHTS, [fit([one for one in found if one.learnt])], [])
        print(f"written: {WEIGHTS.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
