"""Fits the weights by which `scoring.weighing` reads a turn that no authored cue decides.

    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_relevance.py          # cross-validated figures
    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_relevance.py --write  # and the weights

Learnt from: the development halves of the labelled folders, `labelled_further`, and `automatic_turns`. The
held-back halves take no part. Cross-validation is grouped by family, authored turns included.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import cohen_kappa_score
from sklearn.preprocessing import StandardScaler

from scoring.agreement import FOLDER, FURTHER, HALVES, OF_RELEVANCE, STRANGERS, half_of
from scoring.automatic_turns import automatic_turns
from socratic_tutor.files import read_jsonl
from socratic_tutor.items import read_items
from socratic_tutor.records import Item
from socratic_tutor.scoring.authored import wording_stems
from socratic_tutor.scoring.components.model import Component, write_components
from socratic_tutor.scoring.relevance import Reading, by_rules, reading
from socratic_tutor.scoring.signs import Signs, signs
from socratic_tutor.scoring.weighing import WEIGHTS, weigh

FOLDS = 8
C = 0.05  # sklearn's: smaller is simpler

# Which signs each regression reads, and why these: for "takes up" what ties a turn to this student and what
# serves anybody; for "only theirs" what a rival's student could use as well; for "elsewhere" whose words it
# speaks; for "off target" what is asked of whom.
READS = {
    "takes up": [
        "nothing of theirs",
        "told to, nothing of theirs",
        "your number",
        "their work",
        "put to use",
        "numbers",
        "things of the problem",
        "words of the error",
        "like turns on the error",
        "lead of their account",
        "rival cues",
        "rival words",
        "compares",
        "question",
        "yes or no",
        "definition, no number",
        "no mathematics",
        "nothing but given words",
        "words of the hint",
        "words of strategy",
        "last step told",
        "length",
        "words",
    ],
    "only theirs": [
        "their value",
        "checks",
        "checks their answer",
        "answer and problem",
        "parts theirs alone",
        "their act",
        "their pair of numbers",
        "their numbers",
        "like a rival's",
        "like turns on the error",
        "words of no family",
        "no number",
        "question",
        "things of the problem",
        "numbers of the problem",
        "words of the error",
        "words of the family",
        "put to use",
        "new numbers",
        "words of strategy",
        "words of other families",
        "share of foreign words",
        "nothing but given words",
    ],
    "elsewhere": [
        "their value",
        "their work",
        "their numbers",
        "things of the problem",
        "numbers of the problem",
        "apart from the problem",
        "new numbers",
        "words of the error",
        "words of the family",
        "words of other families",
        "words of few families",
        "words of no family",
        "like a rival's",
        "like the family",
        "nearer another family",
    ],
    "off target": [
        "rival cues",
        "rival words",
        "rival's name",
        "numbers",
        "another's value",
        "definition, no number",
        "instruction, no value",
        "told to, nothing of theirs",
        "question",
        "yes or no",
        "length",
        "new numbers",
        "nothing but given words",
        "share of foreign words",
        "off topic",
    ],
}
# Sums of the weights of automatic turns, as shares of the labelled turns' sum. For "elsewhere" the authored
# turns are the evidence; the labelled ones that meet the error weigh as much as "own words".
SOURCES = {
    "takes up": {"own words": 0.1, "elicit": 0.05, "repair": 0.04, "hint": 0.04, "rival": 0.05},
    "only theirs": {"own words": 0.15, "anybody's": 0.03},
    "elsewhere": {"own words": 0.5, "other": 0.6, "pasted": 0.4},
    "off target": {"elicit": 0.03, "repair": 0.03, "rival": 0.03, "other": 0.03, "pasted": 0.02},
}


@dataclass(frozen=True)
class Row:
    """A turn with its labels. source: a folder's name, or that of an `AutomaticTurn`."""

    source: str
    by_hand: bool
    label: str
    relevant: bool
    item: Item
    text: str
    signs: Signs
    settled: Reading | None  # by rules

    @property
    def open(self) -> bool:
        """Whether the signs are weighed."""
        return self.settled is None


def rows() -> list[Row]:
    """Every turn that may be learnt from."""
    found = []
    for folder in (FOLDER, OF_RELEVANCE, FURTHER, STRANGERS):
        items = read_items(folder / "items.jsonl")
        for turn in read_jsonl(folder / "turns.jsonl"):
            label, relevant = (turn["labels"].get(name) for name in ("scaffolding", "error_relevance"))
            if label and (folder == FURTHER or half_of(turn["turn_id"]) == HALVES[0]):
                item = items[turn["id"]]
                found.append(_row(folder.name, True, label, bool(relevant), item, turn["text"]))
    for turn in automatic_turns():
        relevant = turn.label == "specific"
        found.append(_row(turn.source, False, turn.label, relevant, turn.item, turn.text, turn.wording))
    return found


def _row(
    source: str, by_hand: bool, label: str, relevant: bool, item: Item, text: str, wording: str = ""
) -> Row:
    found = signs(item, text, wording_stems(wording) if wording else frozenset())
    return Row(source, by_hand, label, relevant, item, text, found, by_rules(item, text))


def _weights(name: str, learnt: list[Row], by_hand: int) -> list[float]:
    """The weight of each row. by_hand: how many labelled turns there are in all."""
    counts = Counter(row.source for row in learnt)
    met = sum(row.by_hand and row.relevant for row in learnt)

    def of(row: Row) -> float:
        if not row.by_hand:
            return SOURCES[name].get(row.source, 0) * by_hand / counts[row.source]
        if name == "elsewhere":
            return 0.5 * by_hand / met if row.relevant else 0.0
        return 1.0

    return list(map(of, learnt))


_TRUTH: dict[str, Callable[[Row], bool]] = {
    "takes up": lambda row: row.relevant,
    "only theirs": lambda row: row.label == "specific",
    "elsewhere": lambda row: not row.relevant,
    "off target": lambda row: row.label == "off_target",
}


def fit(name: str, learnt: list[Row]) -> Component:
    """One regression from the turns that rules leave open."""
    by_hand = sum(row.by_hand for row in learnt)
    learnt = [row for row in learnt if row.open]
    if name == "only theirs":
        learnt = [row for row in learnt if row.relevant or row.source == "anybody's"]
    if name == "off target":
        learnt = [row for row in learnt if not row.relevant]
    weighed = [pair for pair in zip(learnt, _weights(name, learnt, by_hand), strict=True) if pair[1]]
    learnt, weights = [row for row, _ in weighed], np.array([weight for _, weight in weighed])
    values = np.array([[row.signs[sign] for sign in READS[name]] for row in learnt], dtype=float)
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=C, max_iter=3000)
    model.fit(scaler.transform(values), list(map(_TRUTH[name], learnt)), sample_weight=weights)
    found = model.coef_[0] / scaler.scale_
    return Component(
        name=name,
        label="scaffolding",
        intercept=float(model.intercept_[0] - (found * scaler.mean_).sum()),
        threshold=0.5,
        weights={sign: float(weight) for sign, weight in zip(READS[name], found, strict=True)},
        C=C,
        n=len(learnt),
    )


def read_by(components: dict[str, Component], row: Row) -> Reading:
    """What the scorers make of a turn under these weights."""
    if row.settled and row.settled.firm:
        return row.settled
    return reading(row.item, row.text, row.settled, weigh(row.signs, components))


def cross_validated(found: list[Row]) -> list[Reading]:
    """What is made of each turn by weights that have seen no turn of its family."""
    families = sorted({row.item.family for row in found})
    random.Random("folds").shuffle(families)
    fold = {family: place % FOLDS for place, family in enumerate(families)}
    said: dict[int, Reading] = {}
    for number in range(FOLDS):
        components = {name: fit(name, [r for r in found if fold[r.item.family] != number]) for name in READS}
        for place, row in enumerate(found):
            if fold[row.item.family] == number:
                said[place] = read_by(components, row)
    return [said[place] for place in range(len(found))]


def main(arguments: list[str]) -> None:
    found = rows()
    by_source: dict[str, list[tuple[Row, Reading]]] = defaultdict(list)
    for row, read in zip(found, cross_validated(found), strict=True):
        by_source[row.source].append((row, read))
    for source, pairs in by_source.items():
        specific = sum(read.of == "specific" for _, read in pairs) / len(pairs)
        line = f"{source:20} n = {len(pairs):5} specific {specific:.0%}"
        if pairs[0][0].by_hand:
            of_class = cohen_kappa_score([row.label for row, _ in pairs], [read.of for _, read in pairs])
            relevant = cohen_kappa_score(
                [row.relevant for row, _ in pairs], [read.relevant for _, read in pairs]
            )
            line += f", kappa {of_class:.2f}, of relevance {relevant:.2f}"
        print(line)
    if arguments == ["--write"]:
        write_components(WEIGHTS, [fit(name, found) for name in READS], [])
        print(f"written: {Path(WEIGHTS).name}")


if __name__ == "__main__":
    main(sys.argv[1:])
