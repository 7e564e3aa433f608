"""Fits the weights by which `scoring.approval` hears whether a turn tells the student that they are right.

    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_approval.py          # cross-validated figures
    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_approval.py --write  # and the weights

Learnt from: development halves of the turns labelled for what they tell, and authored turns, which approve of
no wrong answer. Halves held back take no part. Cross-validation is grouped by problem.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sklearn.metrics import cohen_kappa_score

from scoring.agreement import FOLDER, HALVES, STRANGERS_ALL, TELLING, half_of
from scoring.automatic_turns import automatic_turns
from scoring.logistic import FOLDS, fitted, fold_of
from socratic_tutor.files import read_jsonl
from socratic_tutor.items import read_items
from socratic_tutor.scoring.approval import WEIGHTS, signs, words_of
from socratic_tutor.scoring.components.model import Component, write_components

C = 0.3  # sklearn's: smaller is simpler
THRESHOLD = 0.7
_LEAST = 4  # turns that hold a word which is learnt
_AUTHORED, _EACH = 0.2, 2  # weight of an authored turn, of which every so many is taken


@dataclass(frozen=True)
class Turn:
    """problem: by which cross-validation is grouped."""

    problem: str
    approves: bool
    weight: float
    signs: dict[str, float]
    words: set[str]

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
            item, text = items[turn["id"]], turn["text"]
            labels = [turn["labels"].get(name) for name in ("affirms_wrong", "affirms_correct")]
            label = next((label for label in labels if label is not None), None)
            if label is not None and half_of(turn["turn_id"]) == HALVES[0]:
                yield Turn(item.problem, bool(label), 1.0, signs(item, text), words_of(item, text))


def _authored() -> Iterator[Turn]:
    authored = [
        turn for turn in automatic_turns() if turn.source in ("authored", "elicit", "repair", "anybody's")
    ]
    for turn in authored[::_EACH]:
        item, text = turn.item, turn.text
        yield Turn(item.problem, False, _AUTHORED, signs(item, text), words_of(item, text))


def fit(learnt: list[Turn]) -> Component:
    seen = Counter(word for turn in learnt for word in turn.words)
    vocabulary = sorted(word for word, times in seen.items() if times >= _LEAST)
    known = set(vocabulary)
    examples = [
        ({**turn.signs, **dict.fromkeys(turn.words & known, 1.0)}, turn.approves, turn.weight)
        for turn in learnt
    ]
    return fitted("approval", "affirms", examples, C=C, threshold=THRESHOLD, as_they_are=vocabulary)


def chance(component: Component, turn: Turn) -> float:
    heard = {**turn.signs, **dict.fromkeys(turn.words, 1.0)}
    return component.probability_of_present(
        [(name, value) for name, value in heard.items() if name in component.weights]
    )


def main(arguments: list[str]) -> None:
    found = turns()
    by_fold = [fit([turn for turn in found if turn.fold != fold]) for fold in range(FOLDS)]
    heard = [chance(by_fold[turn.fold], turn) >= THRESHOLD for turn in found]
    labelled = [(turn.approves, said) for turn, said in zip(found, heard, strict=True) if turn.weight == 1]
    authored = [said for turn, said in zip(found, heard, strict=True) if turn.weight < 1]
    print(f"labelled n = {len(labelled)}, kappa {cohen_kappa_score(*zip(*labelled, strict=True)):.2f}")
    print(f"authored n = {len(authored)}, approving {sum(authored)}")
    if arguments == ["--write"]:
        write_components(WEIGHTS, [fit(found)], [])
        print(f"written: {WEIGHTS.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
