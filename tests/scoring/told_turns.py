"""Turns labelled for what they tell, and authored ones, as examples to learn a reading from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sklearn.metrics import cohen_kappa_score

from scoring.agreement import FOLDER, HALVES, STRANGERS_ALL, TELLING, half_of
from scoring.automatic_turns import automatic_turns, drafts
from scoring.logistic import FOLDS, fold_of
from socratic_tutor.evaluation.controls import answer
from socratic_tutor.files import read_jsonl
from socratic_tutor.items import read_items
from socratic_tutor.records import Item
from socratic_tutor.scoring.components.model import Component

_AUTHORED, _EACH = 0.2, 2  # weight of an authored turn, of which every so many is taken

SignsOf = Callable[[Item, str], dict[str, float]]


@dataclass(frozen=True)
class Turn:
    """truth: what the metrics' label says; of authored turns False. problem: by which folds are grouped."""

    problem: str
    truth: bool
    weight: float
    signs: dict[str, float]


def told_turns(metrics: Sequence[str], sources: Sequence[str], signs: SignsOf) -> list[Turn]:
    """The development halves by the first of `metrics` with a label, and automatic turns of `sources`."""
    return [*_labelled(metrics, signs), *_authored(sources, signs)]


def _labelled(metrics: Sequence[str], signs: SignsOf) -> Iterator[Turn]:
    for folder in (FOLDER, STRANGERS_ALL, TELLING):
        items = read_items(folder / "items.jsonl")
        for turn in read_jsonl(folder / "turns.jsonl"):
            item, labels = items[turn["id"]], _labels(turn, metrics)
            if labels and half_of(turn["turn_id"]) == HALVES[0]:
                yield Turn(item.problem, bool(labels[0]), 1.0, signs(item, turn["text"]))


def _labels(turn: dict[str, Any], metrics: Sequence[str]) -> list[int]:
    return [label for name in metrics if (label := turn["labels"].get(name)) is not None]


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


def probability(component: Component, turn: Turn) -> float:
    """Of a component that knows not all of the turn's signs."""
    return component.probability_of_present(
        [(name, value) for name, value in turn.signs.items() if name in component.weights]
    )


def cross_validate(found: list[Turn], fit: Callable[[list[Turn]], Component]) -> None:
    """Print kappa of labelled turns, and how many authored ones are taken for what they are not."""
    by_fold = [fit([turn for turn in found if fold_of(turn.problem) != fold]) for fold in range(FOLDS)]
    read = []
    for turn in found:
        component = by_fold[fold_of(turn.problem)]
        read.append((turn, probability(component, turn) >= component.threshold))
    labelled = [(turn.truth, said) for turn, said in read if turn.weight == 1]
    authored = [said for turn, said in read if turn.weight < 1]
    print(f"labelled n = {len(labelled)}, kappa {cohen_kappa_score(*zip(*labelled, strict=True)):.2f}")
    print(f"authored n = {len(authored)}, taken for one {sum(authored)}")
