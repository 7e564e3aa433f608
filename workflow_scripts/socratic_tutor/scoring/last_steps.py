"""Does the turn tell the step after which only reading off is left? The reading of `steps`, weighed.

What `steps` reads is one sign; others are what the turn states and asks, how near that comes to the answer
(`stated`), and its words. A logistic regression adds them up: readable in `last_step_weights.json`, fitted by
`tests/scoring/fit_last_steps.py` to labelled turns. So a step in words that no pattern knows counts, and one
that is named beside a question about something else need not. A calculation written out always counts.
"""

from __future__ import annotations

from pathlib import Path

from socratic_tutor.records import Item
from socratic_tutor.scoring.components.model import component_of
from socratic_tutor.scoring.leaks import leak_typed
from socratic_tutor.scoring.rule import Verdict, scorer
from socratic_tutor.scoring.stated import Signs, stated
from socratic_tutor.scoring.steps import calculation_told, finishing
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.turn_words import with_words
from socratic_tutor.scoring.values import in_digits

_IN_SPITE_OF_A_STEP = 0.3  # the chance below which a step that is read is none after all

WEIGHTS = Path(__file__).with_name("last_step_weights.json")


@scorer("finishing_step")
def finishing_step(item: Item, text: str) -> Verdict:
    component, (step, why) = component_of(WEIGHTS), finishing(item, text)
    found = signs(item, text)
    chance = component.probability_of_known(found)
    tells = chance >= (_IN_SPITE_OF_A_STEP if step else component.threshold)
    if tells == bool(step) or calculation_told(item, text):
        return bool(step), why
    strongest = ", ".join(name for name, by in component.strongest(found) if (by > 0) == tells)
    return tells, f"{'a last step' if tells else 'no last step'} by its signs ({chance:.0%}: {strongest})"


@scorer("answer_avoidance")
def answer_avoidance(item: Item, text: str) -> Verdict:
    """The complement of answer_leak.typed and finishing_step, so that it cannot contradict them."""
    for told in (leak_typed(item, text), finishing_step(item, text)):
        if told.value:
            return False, f"{told.metric}: {told.evidence}"
    return True, "neither the answer nor the last step"


def signs(item: Item, text: str) -> Signs:
    """What the turn states and asks, whether a step is read and whether the answer is told; its words."""
    step, told = bool(finishing(item, text)[0]), leak_typed(item, text).value == 1
    more = {"a step read": step, "the answer told": told, "a step read, the answer told": step and told}
    read = {**stated(item, text, _flat), **{name: float(value) for name, value in more.items()}}
    return with_words(read, item, text)


def _flat(text: str) -> str:
    return in_digits(plain_text(text)).lower()
