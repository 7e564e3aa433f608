"""Fits the weights by which `scoring.weighing` reads a turn that no authored cue decides.

    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_relevance.py          # cross-validated figures
    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_relevance.py --write  # and the weights

Learnt from: `labelled_turns`, `labelled_further`, `labelled_more`, the development halves of the other
folders and `automatic_turns`. The halves held back take no part. Cross-validation is grouped by family,
authored turns included.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sklearn.metrics import cohen_kappa_score

from scoring.agreement import BY_CODEBOOK, FOLDER, FURTHER, HALVES, MORE, OF_RELEVANCE, STRANGERS, labelled
from scoring.automatic_turns import automatic_turns
from scoring.logistic import fitted
from socratic_tutor.records import Item
from socratic_tutor.scoring.authored import wording_stems
from socratic_tutor.scoring.components.model import Component, write_components
from socratic_tutor.scoring.relevance import Reading, by_rules, reading
from socratic_tutor.scoring.signs import Signs, signs
from socratic_tutor.scoring.weighing import REGRESSIONS, WEIGHTS, WHOSE, weigh

FOLDS = 8
C, C_OF_WHOSE = 0.04, 0.04  # sklearn's: smaller is simpler

# What each question of whose turn it is learns from, as shares of the labelled turns' sum of weights: first
# turns that are somebody else's, then this student's.
WHOSE_TURNS: dict[str, tuple[dict[str, float], dict[str, float]]] = {
    "elsewhere": ({"other": 1.2, "pasted": 1.2}, {"own words": 0.5, "authored": 0.2, "relevant": 1.0}),
    "a rival's": (
        {"rival": 0.7, "misled": 0.3},
        {"own words": 0.4, "not misled": 0.1, "authored": 0.2, "specific": 0.5},
    ),
    "anybody's": ({"anybody's": 3.0, "hint": 0.1}, {"own words": 0.5, "authored": 0.2, "specific": 0.5}),
}
# The others learn from labelled turns, and a little from authored ones, lest these be forgotten.
AUTHORED = {"own words": 0.03, "authored": 0.2}


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
    for folder in (FOLDER, OF_RELEVANCE, FURTHER, STRANGERS, BY_CODEBOOK, MORE):
        for turn in labelled(folder):
            label, relevant = (turn.labels.get(name) for name in ("scaffolding", "error_relevance"))
            if label and (folder in (FOLDER, FURTHER, MORE) or turn.half == HALVES[0]):
                found.append(_row(folder.name, True, str(label), bool(relevant), turn.item, turn.text))
    for turn in automatic_turns():
        relevant = turn.label == "specific"
        found.append(_row(turn.source, False, turn.label, relevant, turn.item, turn.text, turn.wording))
    return found


def _row(
    source: str, by_hand: bool, label: str, relevant: bool, item: Item, text: str, wording: str = ""
) -> Row:
    found = signs(item, text, wording_stems(wording) if wording else frozenset())
    return Row(source, by_hand, label, relevant, item, text, found, by_rules(item, text))


_LABELS: dict[str, Callable[[Row], bool]] = {
    "takes up": lambda row: row.relevant,
    "specific": lambda row: row.label == "specific",
    "generic": lambda row: row.label == "generic",
    "off target": lambda row: row.label == "off_target",
}


def _groups(row: Row) -> set[str]:
    """What WHOSE_TURNS calls such a turn."""
    if not row.by_hand:
        return {row.source}
    return {"relevant", row.label} if row.relevant else {row.label}


def _whose(name: str, learnt: list[Row]) -> Iterator[tuple[Row, bool, float]]:
    """Turns with their truth and weight, for one of WHOSE."""
    total = sum(row.by_hand for row in learnt)
    for truth, shares in zip((True, False), WHOSE_TURNS[name], strict=True):
        for group, share in shares.items():
            members = [row for row in learnt if group in _groups(row)]
            yield from ((row, truth, share * total / len(members)) for row in members)


def fit(name: str, learnt: list[Row]) -> Component:
    """One regression from the turns that rules leave open."""
    learnt = [row for row in learnt if row.open]
    if name in WHOSE:
        examples = list(_whose(name, learnt))
    else:
        examples = [(row, _LABELS[name](row), 1.0) for row in learnt if row.by_hand]
        total = len(examples)
        for source, share in AUTHORED.items():
            members = [row for row in learnt if row.source == source]
            examples += [(row, _LABELS[name](row), share * total / len(members)) for row in members]
    strength = C_OF_WHOSE if name in WHOSE else C
    of_signs = [(row.signs, truth, weight) for row, truth, weight in examples]
    return fitted(name, "scaffolding", of_signs, C=strength, threshold=0.5)


def read_by(components: dict[str, Component], row: Row) -> Reading:
    """What the scorers make of a turn under these weights."""
    return row.settled or reading(row.item, row.text, weigh(row.signs, components))


def cross_validated(found: list[Row]) -> list[Reading]:
    """What is made of each turn by weights that have seen no turn of its family."""
    families = sorted({row.item.family for row in found})
    random.Random("folds").shuffle(families)
    fold = {family: place % FOLDS for place, family in enumerate(families)}
    said: dict[int, Reading] = {}
    for number in range(FOLDS):
        components = {
            name: fit(name, [r for r in found if fold[r.item.family] != number]) for name in REGRESSIONS
        }
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
        write_components(WEIGHTS, [fit(name, found) for name in REGRESSIONS], [])
        print(f"written: {Path(WEIGHTS).name}")


if __name__ == "__main__":
    main(sys.argv[1:])
