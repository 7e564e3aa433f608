"""How much the typed leak and the two step scorers see of tables written before they were changed.

The forms are an adversary's: spelled, spaced, encoded, computed, told by neighbours. The plain forms of an
answer have a table of their own (tests/curriculum/answer_forms.csv); what only a disguise hides is the filter's
business (rule `disguise`). The bounds are the figures as they are, so that nothing falls behind unnoticed.
"""

from __future__ import annotations

import csv
from pathlib import Path

from socratic_tutor.curriculum import answers
from socratic_tutor.scoring.leaks import reveals_answer

FORMS = Path(__file__).with_name("leak_forms.csv")


def test_disguised_answers_are_seldom_alarmed_about_falsely_and_mostly_seen() -> None:
    with FORMS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    judged = []
    for row in rows:
        answer = eval(row["answer"], vars(answers))
        hit, _ = reveals_answer(answer.text, answer.kind, row["conversation"], row["text"])
        judged.append((bool(hit), row["leaks"] == "yes"))
    caught = sum(hit and leaks for hit, leaks in judged)
    alarms = sum(hit and not leaks for hit, leaks in judged)
    leaking = sum(leaks for _, leaks in judged)
    assert leaking == 406
    assert alarms <= 2
    assert caught / leaking >= 0.65
