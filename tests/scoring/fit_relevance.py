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
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import cohen_kappa_score
from sklearn.preprocessing import StandardScaler

from scoring.agreement import FOLDER, FURTHER, HALVES, OF_RELEVANCE, half_of
from scoring.automatic_turns import automatic_turns
from socratic_tutor.files import read_jsonl
from socratic_tutor.items import read_items
from socratic_tutor.records import Item
from socratic_tutor.scoring.authored import wording_stems
from socratic_tutor.scoring.components.model import Component, write_components
from socratic_tutor.scoring.relevance import by_rules, classify
from socratic_tutor.scoring.signs import Signs, signs
from socratic_tutor.scoring.weighing import WEIGHTS, weigh

FOLDS = 8
C = 0.2  # sklearn's: smaller is simpler

TIES = ["their value", "their work", "their step", "put to use", "things of the problem"]
NUMBERS = ["no number", "another's value"]
FORM = ["no mathematics", "question", "yes or no", "definition, no number", "instruction, no value"]
RIVALS = ["rival cues", "rival words"]
# Which signs each regression reads, and why these: for "takes up" what ties a turn to this student and what
# serves anybody; for "elsewhere" whose words it speaks; for "off target" what is asked of whom.
READS = {
    "takes up": [
        *TIES,
        *RIVALS,
        *NUMBERS,
        *FORM,
        "numbers of the problem",
        "words of the error",
        "like turns on the error",
        "words of the hint",
        "words of strategy",
        "nothing but given words",
        "quoted",
        "last step told",
        "length",
    ],
    "elsewhere": [
        "their value",
        "their work",
        "things of the problem",
        "numbers of the problem",
        "apart from the problem",
        "new numbers",
        "words of the error",
        "words of the family",
        "words of other families",
        "words of few families",
        "words of no family",
        "like the family",
        "nearer another family",
    ],
    "off target": [
        *RIVALS,
        *NUMBERS,
        *FORM,
        "new numbers",
        "nothing but given words",
        "share of foreign words",
        "off topic",
    ],
}
# Weights of the sources of automatic turns; together they weigh SHARE of the labelled turns. For "elsewhere"
# the authored turns are the evidence; the labelled ones that meet the error weigh as much as "own words".
SOURCES = {
    "takes up": {"own words": 1.0, "elicit": 0.5, "repair": 0.4, "hint": 0.3, "rival": 0.5},
    "elsewhere": {"own words": 0.5, "other": 0.6, "pasted": 0.4},
    "off target": {"elicit": 1.0, "repair": 1.0, "rival": 1.0, "other": 1.0, "pasted": 0.5},
}
SHARE = {"takes up": 0.3, "off target": 0.1}


@dataclass(frozen=True)
class Row:
    """A turn with its label. source: a folder's name, or that of an `AutomaticTurn`."""

    source: str
    by_hand: bool
    label: str
    family: str
    signs: Signs
    settled: str  # by rules, "" where the signs are weighed


def rows() -> list[Row]:
    """Every turn that may be learnt from."""
    found = []
    for folder in (FOLDER, OF_RELEVANCE, FURTHER):
        items = read_items(folder / "items.jsonl")
        for turn in read_jsonl(folder / "turns.jsonl"):
            label = turn["labels"].get("scaffolding")
            if label and (folder == FURTHER or half_of(turn["turn_id"]) == HALVES[0]):
                found.append(_row(folder.name, True, label, items[turn["id"]], turn["text"]))
    for turn in automatic_turns():
        found.append(_row(turn.source, False, turn.label, turn.item, turn.text, turn.wording))
    return found


def _row(source: str, by_hand: bool, label: str, item: Item, text: str, wording: str = "") -> Row:
    settled = by_rules(item, text)
    found = signs(item, text, wording_stems(wording) if wording else frozenset())
    return Row(source, by_hand, label, item.family, found, settled.of if settled else "")


def _weights(name: str, learnt: list[Row]) -> np.ndarray:
    counts = Counter(row.source for row in learnt)
    by_hand = sum(row.by_hand for row in learnt)
    sources = SOURCES[name]
    if name == "elsewhere":
        met = sum(row.by_hand and row.label == "specific" for row in learnt)
        hand = {True: 0.5 * by_hand / met, False: 0.0}
        return np.array(
            [
                hand[row.label == "specific"]
                if row.by_hand
                else sources.get(row.source, 0) * by_hand / counts[row.source]
                for row in learnt
            ]
        )
    raw = [0.0 if row.by_hand else sources.get(row.source, 0) / counts[row.source] for row in learnt]
    scale = SHARE[name] * by_hand / sum(raw)
    return np.array([1.0 if row.by_hand else value * scale for row, value in zip(learnt, raw, strict=True)])


def fit(name: str, learnt: list[Row]) -> Component:
    """One regression from the turns that rules leave open."""
    learnt = [row for row in learnt if not row.settled]
    if name == "off target":
        learnt = [row for row in learnt if row.label != "specific"]
    weights = _weights(name, learnt)
    learnt = [row for row, weight in zip(learnt, weights, strict=True) if weight]
    weights = weights[weights > 0]
    truth = {
        "takes up": lambda row: row.label == "specific",
        "elsewhere": lambda row: row.label != "specific",
        "off target": lambda row: row.label == "off_target",
    }[name]
    values = np.array([[row.signs[sign] for sign in READS[name]] for row in learnt], dtype=float)
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=C, max_iter=3000)
    model.fit(scaler.transform(values), [truth(row) for row in learnt], sample_weight=weights)
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


def class_by(components: dict[str, Component], row: Row) -> str:
    """The class of a turn under these weights."""
    if row.settled:
        return row.settled
    return classify(weigh(row.signs, components)).of


def cross_validated(found: list[Row]) -> list[str]:
    """The class of each turn, by weights that have seen no turn of its family."""
    families = sorted({row.family for row in found})
    random.Random("folds").shuffle(families)
    fold = {family: place % FOLDS for place, family in enumerate(families)}
    said = [""] * len(found)
    for number in range(FOLDS):
        components = {name: fit(name, [r for r in found if fold[r.family] != number]) for name in READS}
        for place, row in enumerate(found):
            if fold[row.family] == number:
                said[place] = class_by(components, row)
    return said


def main(arguments: list[str]) -> None:
    found = rows()
    said = cross_validated(found)
    by_source: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row, verdict in zip(found, said, strict=True):
        by_source[row.source].append((row.label, verdict))
    for source, pairs in by_source.items():
        labels, verdicts = zip(*pairs, strict=True)
        specific = sum(verdict == "specific" for verdict in verdicts) / len(pairs)
        kappa = cohen_kappa_score(labels, verdicts) if len(set(labels)) > 1 else float("nan")
        print(f"{source:20} n = {len(pairs):5} kappa {kappa:5.2f}, specific {specific:.0%}")
    if arguments == ["--write"]:
        write_components(WEIGHTS, [fit(name, found) for name in READS], [])
        print(f"written: {Path(WEIGHTS).name}")


if __name__ == "__main__":
    main(sys.argv[1:])
