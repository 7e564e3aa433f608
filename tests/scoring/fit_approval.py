"""Fits the weights by which `scoring.approval` hears whether a turn tells the student that they are right.

    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_approval.py          # cross-validated figures
    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_approval.py --write  # and the weights

Learnt from: development halves of the turns labelled for what they tell, and authored turns and
told answers, which approve of no wrong answer. Halves held back take no part. Cross-validation is grouped by
problem.
"""

from __future__ import annotations

from scoring.told_turns import Turn, answers_told, fit_and_write, fitted_with_words, told_turns
from socratic_tutor.records import Item
from socratic_tutor.scoring.approval import WEIGHTS, signs
from socratic_tutor.scoring.components.model import Component
from socratic_tutor.scoring.turn_words import with_words

C = 0.3  # sklearn's: smaller is simpler
THRESHOLD = 0.6


def turns() -> list[Turn]:
    """Every turn that may be learnt from."""
    sources = ("authored", "elicit", "repair", "anybody's")
    labelled = told_turns(("affirms_wrong", "affirms_correct"), sources, _heard)
    return [*labelled, *answers_told(_heard)]


def _heard(item: Item, text: str) -> dict[str, float]:
    return with_words(signs(item, text), item, text)


def fit(learnt: list[Turn]) -> Component:
    return fitted_with_words("approval", "affirms", learnt, C=C, threshold=THRESHOLD)


if __name__ == "__main__":
    fit_and_write(turns(), fit, WEIGHTS)
