"""Turns labelled for what they tell, and authored ones, as examples to learn a reading from."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.metrics import cohen_kappa_score

from scoring.agreement import FOLDER, HALVES, STRANGERS_ALL, TELLING, TELLING_MORE, labelled
from scoring.automatic_turns import automatic_turns, drafts
from scoring.logistic import FOLDS, fitted, fold_of
from socratic_tutor.evaluation.controls import answer
from socratic_tutor.records import Item
from socratic_tutor.scoring.components.model import Component, write_components

_AUTHORED, _EACH = 0.2, 2  # weight of an authored turn, of which every so many is taken

_LEAST = 4  # turns that hold a word which is learnt

SignsOf = Callable[[Item, str], dict[str, float]]


@dataclass(frozen=True)
class Turn:
    """truth: what the metrics' label says; of authored turns False. problem: by which folds are grouped."""

    problem: str
    truth: bool
    weight: float
    signs: dict[str, float]

    @property
    def by_hand(self) -> bool:
        """Whether it is a labelled turn."""
        return self.weight == 1


def told_turns(metrics: Sequence[str], sources: Sequence[str], signs: SignsOf) -> list[Turn]:
    """Turns that may be learnt from, by the first label of `metrics`, and automatic ones of `sources`."""
    return [*_labelled(metrics, signs), *_authored(sources, signs)]


def _labelled(metrics: Sequence[str], signs: SignsOf) -> Iterator[Turn]:
    for folder in (FOLDER, STRANGERS_ALL, TELLING, TELLING_MORE):
        for turn in labelled(folder):
            labels = [label for name in metrics if (label := turn.labels.get(name)) is not None]
            if labels and (folder == TELLING_MORE or turn.half == HALVES[0]):
                yield Turn(turn.item.problem, bool(labels[0]), 1.0, signs(turn.item, turn.text))


def answers_told(signs: SignsOf) -> Iterator[Turn]:
    """Turns that tell the answer, and what the student had instead."""
    for (_, error), draft in drafts():
        item = draft.row
        if error is not None:
            told = f"The correct answer is {item.correct_answer}. You got {item.wrong_answer}."
            texts = (answer(item), told)
            yield from (Turn(item.problem, False, _AUTHORED, signs(item, text)) for text in texts)


def _authored(sources: Sequence[str], signs: SignsOf) -> Iterator[Turn]:
    authored = [turn for turn in automatic_turns() if turn.source in sources]
    for turn in authored[::_EACH]:
        yield Turn(turn.item.problem, False, _AUTHORED, signs(turn.item, turn.text))


def fitted_with_words(name: str, label: str, learnt: list[Turn], *, C: float, threshold: float) -> Component:
    """A regression over signs and words; words that few turns hold are left out."""
    seen = Counter(sign for turn in learnt for sign in turn.signs if sign.startswith("word "))
    rare = {word for word, times in seen.items() if times < _LEAST}
    examples = [
        ({sign: value for sign, value in turn.signs.items() if sign not in rare}, turn.truth, turn.weight)
        for turn in learnt
    ]
    return fitted(name, label, examples, C=C, threshold=threshold, as_they_are=sorted(seen.keys() - rare))


def cross_validate(found: list[Turn], fit: Callable[[list[Turn]], Component]) -> None:
    """Print kappa of labelled turns, and how many authored ones are taken for what they are not."""
    by_fold = [fit([turn for turn in found if fold_of(turn.problem) != fold]) for fold in range(FOLDS)]
    read = []
    for turn in found:
        component = by_fold[fold_of(turn.problem)]
        read.append((turn, component.probability_of_known(turn.signs) >= component.threshold))
    labelled = [(turn.truth, said) for turn, said in read if turn.by_hand]
    authored = [said for turn, said in read if not turn.by_hand]
    print(f"labelled n = {len(labelled)}, kappa {cohen_kappa_score(*zip(*labelled, strict=True)):.2f}")
    print(f"authored n = {len(authored)}, taken for one {sum(authored)}")


def fit_and_write(found: list[Turn], fit: Callable[[list[Turn]], Component], weights: Path) -> None:
    """What a fitting script does: print cross-validated figures and, if asked with --write, write weights."""
    cross_validate(found, fit)
    if sys.argv[1:] == ["--write"]:
        write_components(weights, [fit(found)], [])
        print(f"written: {weights.name}")
