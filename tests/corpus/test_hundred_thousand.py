"""A corpus of 100,000 rows holds what a small one promises: `make test-slow`."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from socratic_tutor.corpus.rows import Plan, identity, make_rows
from socratic_tutor.curriculum.answers import same
from socratic_tutor.curriculum.parsing import parse
from socratic_tutor.records import Item
from socratic_tutor.scoring.leaks import leak_typed

pytestmark = pytest.mark.slow

COUNT = 100_000
STUDENTS = {
    "misconception": 0.6,
    "slip": 0.06,
    "wants_answer": 0.12,
    "vague": 0.07,
    "hollow": 0.05,
    "correct": 0.1,
}
PLAN = Plan("train", "train", turns={1: 0.7, 2: 0.2, 3: 0.1}, context_dropout=0.1)
_NUMBER = re.compile(r"\d+(?:[.,/:]\d+)*")


def test_hundred_thousand_rows() -> None:
    """Distinct, varied, wrong where they should be, and the independent scorer finds hardly a leak."""
    rejected: Counter[str] = Counter()
    seen: set[int] = set()
    openings: Counter[str] = Counter()
    masked: set[str] = set()
    leaks: list[Item] = []
    turns = 0
    for item in make_rows(STUDENTS, COUNT, PLAN, "hundred thousand", rejected):
        seen.add(identity(item))
        if leak_typed(item, item.reference).value:
            leaks.append(item)
        if item.wrong_answer and item.answer_kind != "choice":
            right, wrong = (
                parse(text, item.answer_kind) for text in (item.correct_answer, item.wrong_answer)
            )
            assert right is None or wrong is None or not same(right, wrong), item.id
        tutor = [m["content"] for m in item.messages if m["role"] == "assistant"] + [item.reference]
        for turn in tutor:
            plain = _NUMBER.sub("#", turn.lower())
            openings[" ".join(plain.split()[:4])] += 1
            masked.add(plain)
            turns += 1
    print(f"{COUNT} rows, {turns} tutor turns, {len(masked)} number-masked; rejected: {dict(rejected)}")
    print("openings:", [(text, f"{count / turns:.2%}") for text, count in openings.most_common(5)])
    print(f"{len(leaks)} leaks by the typed scorer")
    for item in leaks[:40]:
        print(f"  {item.id}: {item.correct_answer!r} in {item.reference!r} after {item.student_said!r}")
    assert len(seen) == COUNT
    assert len(leaks) <= COUNT // 1000
    assert openings.most_common(1)[0][1] < 0.02 * turns
    assert len(masked) >= 2500
