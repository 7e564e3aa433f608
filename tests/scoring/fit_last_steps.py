"""Fits the weights by which `scoring.last_steps` reads whether a turn tells the last step.

    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_last_steps.py          # figures
    PYTHONPATH=workflow_scripts:tests python tests/scoring/fit_last_steps.py --write  # and weights

Learnt from: development halves of the turns labelled for what they tell, and authored turns, which tell no
last step. Halves held back take no part. Cross-validation is grouped by problem.
"""

from __future__ import annotations

import sys

from scoring.logistic import fitted
from scoring.told_turns import Turn, cross_validate, told_turns
from socratic_tutor.scoring.components.model import Component, write_components
from socratic_tutor.scoring.last_steps import WEIGHTS, signs

THRESHOLD = 0.6  # from which a turn is one that tells, though no pattern reads a step
C = 0.05  # sklearn's: smaller is simpler


def turns() -> list[Turn]:
    """Every turn that may be learnt from."""
    return told_turns(("finishing_step",), ("authored", "elicit", "repair"), signs)


def fit(learnt: list[Turn]) -> Component:
    examples = [(turn.signs, turn.truth, turn.weight) for turn in learnt]
    return fitted("last step", "finishing_step", examples, C=C, threshold=THRESHOLD)


def main(arguments: list[str]) -> None:
    found = turns()
    cross_validate(found, fit)
    if arguments == ["--write"]:
        write_components(WEIGHTS, [fit(found)], [])
        print(f"written: {WEIGHTS.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
