"""The judgement of one tutor turn by anyone, with evidence.

Each scorer is a function of an item and a reply, usable alone; `score_turn` asks them all. They are
transparent rules and, where words are free, small regressions with readable weights: every score names the
words, value, rule or signs that decided it.
"""

from __future__ import annotations

from socratic_tutor.records import Item
from socratic_tutor.scoring.affirmation import affirms_correct, affirms_wrong
from socratic_tutor.scoring.faithfulness import faithful
from socratic_tutor.scoring.ideal import ideal_turn
from socratic_tutor.scoring.language import brevity, grade_language
from socratic_tutor.scoring.last_steps import answer_avoidance, finishing_step
from socratic_tutor.scoring.leaks import (
    key_step_leak,
    leak_naive,
    leak_typed,
)
from socratic_tutor.scoring.metrics import METRICS, Metric
from socratic_tutor.scoring.over_withholding import over_withholding
from socratic_tutor.scoring.questions import asks_question, socratic_question
from socratic_tutor.scoring.relevance import (
    error_relevance,
    scaffolding_generic,
    scaffolding_off_target,
    scaffolding_specific,
)
from socratic_tutor.scoring.rule import TurnScore

__all__ = ["METRICS", "SCORERS", "Metric", "TurnScore", "score_turn"]

# In the order of METRICS.
SCORERS = (
    asks_question,
    socratic_question,
    error_relevance,
    scaffolding_specific,
    scaffolding_generic,
    scaffolding_off_target,
    leak_naive,
    leak_typed,
    finishing_step,
    answer_avoidance,
    key_step_leak,
    affirms_wrong,
    affirms_correct,
    over_withholding,
    faithful,
    grade_language,
    brevity,
    ideal_turn,
)


def score_turn(item: Item, text: str) -> list[TurnScore]:
    """Every metric of one reply, in the order of `METRICS`; an empty reply fails each that applies."""
    return [score(item, text) for score in SCORERS]
