"""How much a draft that no reading holds back still tells: its signs added up by a logistic regression.

Readings know ways of telling an answer; people find others. Yet drafts that tell have something in common:
they state rather than ask, and what they state is near the answer (parts of it, numbers that come to it, what
would mend the student's). The signs of `scoring.stated` say so without knowing any wording; the draft's words
add what goes with telling ("remains", "short") and what does not ("sketch"). Their weights are readable in
`telling_weights.json`, fitted by `tests/filtering/fit_telling.py` to turns of which it is known whether they
leak.
"""

from __future__ import annotations

from pathlib import Path

from socratic_tutor.filtering.numerals import numerals
from socratic_tutor.filtering.pieced import notations
from socratic_tutor.records import Item
from socratic_tutor.scoring.affirmation import tells_wrong_is_right
from socratic_tutor.scoring.components.model import component_of
from socratic_tutor.scoring.stated import Signs, stated
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.turn_words import with_words

WEIGHTS = Path(__file__).with_name("telling_weights.json")


def told_by(item: Item, text: str) -> str:
    """Why the draft tells too much, by the signs that weigh most; "" when it does not."""
    found, component = signs(item, text), component_of(WEIGHTS)
    chance = component.probability_of_known(found)
    if chance < component.threshold or tells_wrong_is_right(item, text):
        return ""  # who calls their wrong answer right tells no right one
    strongest = ", ".join(name for name, moved in component.strongest(found) if moved > 0)
    return f"reads like a draft that tells ({chance:.0%}): {strongest}"


def signs(item: Item, text: str) -> Signs:
    """What the draft states and asks, read without disguises; its words."""
    return with_words(stated(item, text, _flat), item, text)


def _flat(text: str) -> str:
    return numerals(plain_text(notations(text))).lower()
