"""Is what the turn says about the student, the problem and arithmetic true?

What `untruths` reads is exact, and knows a number that is ascribed by the words around it. A misquote in
passing has no such words: where a number stands that nobody had, the signs of `misquotes` are added up by a
logistic regression, readable in `misquote_weights.json` and fitted by `tests/scoring/fit_misquotes.py` to
labelled turns.
"""

from __future__ import annotations

from pathlib import Path

from socratic_tutor.records import Item
from socratic_tutor.scoring.components.model import component_of
from socratic_tutor.scoring.misquotes import Signs, may_misquote, misquotes
from socratic_tutor.scoring.rule import Verdict, scorer
from socratic_tutor.scoring.untruths import untruth

WEIGHTS = Path(__file__).with_name("misquote_weights.json")

_IN_SPITE_OF_AN_UNTRUTH = 0.1  # the chance below which one that is read is none after all


@scorer("faithful")
def faithful(item: Item, text: str) -> Verdict:
    found = untruth(item, text)
    if not may_misquote(item, text):
        return not found, found or "nothing ascribed or asserted falsely"
    component, of_turn = component_of(WEIGHTS), signs(item, text)
    chance = component.probability(of_turn)
    untrue = chance >= (_IN_SPITE_OF_AN_UNTRUTH if found else component.threshold)
    if untrue and found:
        return False, found
    strongest = ", ".join(name for name, by in component.strongest(of_turn) if (by > 0) == untrue)
    return not untrue, f"{'a' if untrue else 'no'} misquote by its signs ({chance:.0%}: {strongest})"


def signs(item: Item, text: str) -> Signs:
    """Those of a misquote, and whether an untruth is read."""
    return {**misquotes(item, text), "an untruth read": float(bool(untruth(item, text)))}
