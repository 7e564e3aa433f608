"""Fits the weights by which `scoring.approval` hears whether a turn tells the student that they are right.

    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_approval.py          # cross-validated figures
    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_approval.py --write  # and the weights

Learnt from: development halves of the turns labelled for what they tell, and authored turns and
told answers, which approve of no wrong answer. Halves held back take no part. Cross-validation is grouped by
problem.
"""

from __future__ import annotations

import sys
from collections import Counter

from scoring.logistic import fitted
from scoring.told_turns import Turn, answers_told, cross_validate, told_turns
from socratic_tutor.records import Item
from socratic_tutor.scoring.approval import WEIGHTS, signs, words_of
from socratic_tutor.scoring.components.model import Component, write_components

C = 0.3  # sklearn's: smaller is simpler
THRESHOLD = 0.7
_LEAST = 4  # turns that hold a word which is learnt


def turns() -> list[Turn]:
    """Every turn that may be learnt from."""
    sources = ("authored", "elicit", "repair", "anybody's")
    labelled = told_turns(("affirms_wrong", "affirms_correct"), sources, _heard)
    return [*labelled, *answers_told(_heard)]


def _heard(item: Item, text: str) -> dict[str, float]:
    return {**signs(item, text), **dict.fromkeys(words_of(item, text), 1.0)}


def fit(learnt: list[Turn]) -> Component:
    seen = Counter(sign for turn in learnt for sign in turn.signs if sign.startswith("word "))
    rare = {word for word, times in seen.items() if times < _LEAST}
    examples = [
        ({sign: value for sign, value in turn.signs.items() if sign not in rare}, turn.truth, turn.weight)
        for turn in learnt
    ]
    words = sorted(seen.keys() - rare)
    return fitted("approval", "affirms", examples, C=C, threshold=THRESHOLD, as_they_are=words)


def main(arguments: list[str]) -> None:
    found = turns()
    cross_validate(found, fit)
    if arguments == ["--write"]:
        write_components(WEIGHTS, [fit(found)], [])
        print(f"written: {WEIGHTS.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
