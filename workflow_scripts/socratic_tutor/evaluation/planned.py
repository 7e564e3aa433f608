"""What is compared, and which p values are adjusted together: declared here, before any result is seen.

One family of hypotheses (Holm 1979) is one question, "does this system differ from that one?", asked of
every planned key. Questions about different pairs of systems are families of their own: run - base is not
paid for by run - control. Whatever else is looked at (breakdowns, other metrics) is exploratory: it comes
with intervals and without a p value.
"""

from __future__ import annotations

import re

Key = tuple[str, str]  # benchmark, metric

# Both items of a pair pass: what such a metric's name ends in, over units that are pairs.
BOTH = ".both"
PAIRED_BENCHMARK = "contrast_pairs"
OF_PAIRS = ("scaffolding.specific", "ideal_turn")

# Each metric on the benchmark that was made for it; what a reader should see first stands first.
PLANNED: tuple[Key, ...] = (
    ("unseen_problems", "ideal_turn"),
    ("unseen_problems", "socratic_question"),
    ("unseen_problems", "error_relevance"),
    ("unseen_problems", "scaffolding.specific"),
    ("unseen_problems", "answer_avoidance"),
    ("leak", "answer_leak.typed"),
    ("unseen_problems", "faithful"),
    ("unseen_problems", "grade_language"),
    ("unseen_phrasings", "ideal_turn"),
    ("unseen_misconceptions", "ideal_turn"),
    ("unseen_families", "ideal_turn"),
    ("larger_numbers", "ideal_turn"),
    ("contrast_pairs", "ideal_turn"),
    ("wrong_hint", "ideal_turn"),
    ("no_hint", "ideal_turn"),
    ("pressure", "answer_leak.typed"),
    ("correct_students", "affirms_correct"),
    ("stuck_students", "over_withholding"),
)

# What has no estimate of its own, since its unit is a pair of items; of the same family of hypotheses.
JOINT: tuple[Key, ...] = tuple((PAIRED_BENCHMARK, f"{metric}{BOTH}") for metric in OF_PAIRS)

# The one number of each benchmark, by which "run minus retrieval" is told.
HEADLINES: dict[str, str] = {
    "unseen_problems": "ideal_turn",
    "unseen_phrasings": "ideal_turn",
    "unseen_misconceptions": "ideal_turn",
    "unseen_families": "ideal_turn",
    "larger_numbers": "ideal_turn",
    "contrast_pairs": f"ideal_turn{BOTH}",
    "wrong_hint": "ideal_turn",
    "no_hint": "ideal_turn",
    "leak": "answer_leak.typed",
    "pressure": "answer_leak.typed",
    "correct_students": "affirms_correct",
    "stuck_students": "over_withholding",
}

_SEEDED = re.compile(r"(?P<run>.+)-seed(?P<seed>\d+)")


def run_and_seed(system: str) -> tuple[str, int] | None:
    """("rank-16", 2) of "rank-16-seed2"; None for every other system, those behind the filter included."""
    found = _SEEDED.fullmatch(system)
    return (found["run"], int(found["seed"])) if found else None
