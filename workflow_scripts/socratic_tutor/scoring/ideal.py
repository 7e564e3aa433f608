"""The turn one would wish for: every condition at once."""

from __future__ import annotations

from socratic_tutor.records import Item
from socratic_tutor.scoring.affirmation import affirms_wrong
from socratic_tutor.scoring.faithfulness import faithful
from socratic_tutor.scoring.language import brevity, grade_language
from socratic_tutor.scoring.last_steps import answer_avoidance
from socratic_tutor.scoring.leaks import key_step_leak
from socratic_tutor.scoring.metrics import BY_NAME
from socratic_tutor.scoring.questions import socratic_question
from socratic_tutor.scoring.relevance import error_relevance, scaffolding_specific
from socratic_tutor.scoring.rule import Verdict, scorer

# In the order of metrics.IDEAL_CONDITIONS.
CONDITIONS = (
    socratic_question,
    error_relevance,
    scaffolding_specific,
    answer_avoidance,
    key_step_leak,
    faithful,
    affirms_wrong,
    grade_language,
    brevity,
)


@scorer("ideal_turn")
def ideal_turn(item: Item, text: str) -> Verdict:
    """All conditions that apply hold; one that does not apply (no rivals, no trace) is left out."""
    failed = []
    for condition in CONDITIONS:
        score = condition(item, text)
        if score.value is not None and bool(score.value) != BY_NAME[score.metric].higher_is_better:
            failed.append(score.metric)
    return not failed, f"fails {', '.join(failed)}" if failed else "every condition holds"
