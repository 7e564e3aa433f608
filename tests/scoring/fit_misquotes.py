"""Fits the weights by which `scoring.faithfulness` reads whether a turn misquotes problem or student.

    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_misquotes.py          # cross-validated figures
    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_misquotes.py --write  # and the weights

Learnt from: turns labelled for what they tell that hold a number nobody had, and authored ones, which
misquote nothing. Halves held back take no part. Cross-validation is grouped by problem.
"""

from __future__ import annotations

from dataclasses import replace

from scoring.logistic import fitted
from scoring.told_turns import Turn, fit_and_write, told_turns
from socratic_tutor.records import Item
from socratic_tutor.scoring.components.model import Component
from socratic_tutor.scoring.faithfulness import WEIGHTS, signs
from socratic_tutor.scoring.misquotes import may_misquote

C = 0.1  # sklearn's: smaller is simpler
THRESHOLD = 0.55
_AUTHORED = 2.0  # weight of an authored turn: tutors misquote less often than authors asked to
_MAY = "may misquote"


def turns() -> list[Turn]:
    """Every turn that may be learnt from; the truth is that it is not faithful."""
    found = told_turns(("faithful",), ("authored", "elicit", "repair", "anybody's"), _seen)
    return [
        replace(turn, truth=turn.by_hand and not turn.truth, signs=without)
        for turn in found
        if (without := dict(turn.signs)).pop(_MAY)
    ]


def _seen(item: Item, text: str) -> dict[str, float]:
    return {**signs(item, text), _MAY: float(may_misquote(item, text))}


def fit(learnt: list[Turn]) -> Component:
    examples = [(turn.signs, turn.truth, 1.0 if turn.by_hand else _AUTHORED) for turn in learnt]
    return fitted("misquote", "faithful", examples, C=C, threshold=THRESHOLD)


if __name__ == "__main__":
    fit_and_write(turns(), fit, WEIGHTS)
