"""Fits the weights by which `scoring.last_steps` reads whether a turn tells the last step.

    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_last_steps.py          # figures
    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_last_steps.py --write  # and weights

Learnt from: turns labelled for what they tell, the rows of `steps_told.csv`, and authored turns, which tell
no last step. Halves held back take no part. Cross-validation is grouped by problem.
"""

from __future__ import annotations

from scoring.steps_told import ROWS, item_of
from scoring.told_turns import Turn, fit_and_write, fitted_with_words, told_turns
from socratic_tutor.scoring.components.model import Component
from socratic_tutor.scoring.last_steps import WEIGHTS, signs

THRESHOLD = 0.6  # from which a turn is one that tells, though no pattern reads a step
C = 0.3  # sklearn's: smaller is simpler


def turns() -> list[Turn]:
    """Every turn that may be learnt from."""
    rows = [(item_of(row), row) for row in ROWS if row["finishing_step"]]
    told = [
        Turn(item.problem, row["finishing_step"] == "yes", 1.0, signs(item, row["text"]))
        for item, row in rows
    ]
    return [*told_turns(("finishing_step",), ("authored", "elicit", "repair"), signs), *told]


def fit(learnt: list[Turn]) -> Component:
    return fitted_with_words("last step", "finishing_step", learnt, C=C, threshold=THRESHOLD)


if __name__ == "__main__":
    fit_and_write(turns(), fit, WEIGHTS)
