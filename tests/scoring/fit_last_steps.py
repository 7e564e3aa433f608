"""Fits the weights by which `scoring.last_steps` reads whether a turn tells the last step.

    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_last_steps.py          # figures
    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_last_steps.py --write  # and weights

Learnt from: development halves of the turns labelled for what they tell, and authored turns, which tell no
last step. Halves held back take no part. Cross-validation is grouped by problem.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from sklearn.metrics import cohen_kappa_score

from scoring.agreement import FOLDER, HALVES, STRANGERS_ALL, TELLING, half_of
from scoring.automatic_turns import automatic_turns
from scoring.logistic import FOLDS, fitted, fold_of
from socratic_tutor.files import read_jsonl
from socratic_tutor.items import read_items
from socratic_tutor.scoring.components.model import Component, write_components
from socratic_tutor.scoring.last_steps import WEIGHTS, signs
from socratic_tutor.scoring.stated import Signs

THRESHOLD = 0.6  # from which a turn is one that tells, though no pattern reads a step
C = 0.05  # sklearn's: smaller is simpler
_AUTHORED, _EACH = 0.2, 2  # weight of an authored turn, of which every so many is taken


@dataclass(frozen=True)
class Turn:
    """problem: by which cross-validation is grouped."""

    problem: str
    tells: bool
    weight: float
    signs: Signs

    @property
    def fold(self) -> int:
        return fold_of(self.problem)


def turns() -> list[Turn]:
    """Every turn that may be learnt from."""
    return [*_labelled(), *_authored()]


def _labelled() -> Iterator[Turn]:
    for folder in (FOLDER, STRANGERS_ALL, TELLING):
        items = read_items(folder / "items.jsonl")
        for turn in read_jsonl(folder / "turns.jsonl"):
            label, item = turn["labels"].get("finishing_step"), items[turn["id"]]
            if label is not None and half_of(turn["turn_id"]) == HALVES[0]:
                yield Turn(item.problem, bool(label), 1.0, signs(item, turn["text"]))


def _authored() -> Iterator[Turn]:
    authored = [turn for turn in automatic_turns() if turn.source in ("authored", "elicit", "repair")]
    for turn in authored[::_EACH]:
        yield Turn(turn.item.problem, False, _AUTHORED, signs(turn.item, turn.text))


def fit(learnt: list[Turn]) -> Component:
    examples = [(turn.signs, turn.tells, turn.weight) for turn in learnt]
    return fitted("last step", "finishing_step", examples, C=C, threshold=THRESHOLD)


def main(arguments: list[str]) -> None:
    found = turns()
    by_fold = [fit([turn for turn in found if turn.fold != fold]) for fold in range(FOLDS)]
    read = [by_fold[turn.fold].probability(turn.signs) >= THRESHOLD for turn in found]
    labelled = [(turn.tells, said) for turn, said in zip(found, read, strict=True) if turn.weight == 1]
    authored = [said for turn, said in zip(found, read, strict=True) if turn.weight < 1]
    print(f"labelled n = {len(labelled)}, kappa {cohen_kappa_score(*zip(*labelled, strict=True)):.2f}")
    print(f"authored n = {len(authored)}, read as steps {sum(authored)}")
    if arguments == ["--write"]:
        write_components(WEIGHTS, [fit(found)], [])
        print(f"written: {WEIGHTS.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
