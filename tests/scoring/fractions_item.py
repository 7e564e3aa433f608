"""One item written by hand: 1/3 + 1/4, tops and bottoms added."""

from __future__ import annotations

from typing import Any

from socratic_tutor.records import Rival

FRACTIONS: dict[str, Any] = {
    "id": "fadd-1",
    "split": "unseen_problems",
    "messages": [
        {"role": "user", "content": "1/3 + 1/4 = ?\nI got 2/7 because I added the tops and the bottoms."}
    ],
    "reference": "Look at 2/7 next to 1/3 alone. Which one is larger, and what should adding do?",
    "grade_band": "3-5",
    "grade": "5",
    "topic": "adding fractions",
    "family": "fadd",
    "misconception": "G35-FRA-01",
    "student_kind": "misconception",
    "move": "conflict",
    "problem": "1/3 + 1/4 = ?",
    "student_said": "I got 2/7 because I added the tops and the bottoms.",
    "correct_answer": "7/12",
    "wrong_answer": "2/7",
    "answer_kind": "fraction",
    "prompt_shows_answer": False,
    "mission": "add two fractions that have different denominators",
    "vocabulary": ["numerator", "denominator", "common denominator"],
    "hint": "adds the numerators and adds the denominators",
    "trace": ["12", "4", "3"],
    "wrong_trace": ["7", "2", "2/7"],
    "cues": ["alone", "less than you started", "smaller than", "cut into 7", "7 pieces", "7 parts"],
    "rivals": [Rival("G35-FRA-02", "keeps the old numerators", ["thinner", "still as much", "same amount"])],
}
