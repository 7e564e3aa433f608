"""The prompt is complete with any part of its context left out."""

from __future__ import annotations

import random

import pytest

from socratic_tutor.dialogue.prompts import system_prompt, user_prompt
from socratic_tutor.dialogue.students import STUDENT_KINDS, student_text


def test_context_parts_appear_only_when_given() -> None:
    bare = system_prompt("3-5")
    full = system_prompt("3-5", mission="add fractions", vocabulary=("top", "bottom"), hint="adds the tops")
    assert "grades 3-5" in bare
    assert bare.count("\n") == 0
    assert full.startswith(bare)
    assert full.splitlines()[1:] == [
        "Mission: add fractions.",
        "Vocabulary: top, bottom.",
        "Hint: the student adds the tops.",
    ]


def test_user_prompt_is_the_problem_and_the_students_words() -> None:
    assert user_prompt("1 + 1 = ?", "I got 3.") == "1 + 1 = ?\nI got 3."


@pytest.mark.parametrize("kind", STUDENT_KINDS)
def test_students_say_what_their_kind_says(kind: str) -> None:
    said = {
        student_text(kind, random.Random(f"s{i}"), wrong="3/9", right="7/12", reason="I added")
        for i in range(60)
    }
    assert len(said) >= 5
    if kind in ("misconception", "wants_answer"):
        assert all("3/9" in text and "added" in text for text in said)
    if kind == "correct":
        assert all("7/12" in text for text in said)


@pytest.mark.parametrize(
    ("reason", "begins"), [("x times 3 is 3x", "x "), ("we added", "We"), ("a plus b", "A "), ("I did", "I ")]
)
def test_a_sentence_begins_with_a_capital_but_not_a_variable(reason: str, begins: str) -> None:
    said = {
        student_text("misconception", random.Random(f"c{i}"), wrong="9", reason=reason) for i in range(80)
    }
    starting = [text for text in said if text.lower().startswith(reason.lower())]
    assert starting
    assert all(text.startswith(begins) for text in starting)


@pytest.mark.parametrize("kind", ["misconception", "wants_answer", "vague", "hollow", "correct"])
def test_later_words_are_not_the_first(kind: str) -> None:
    rng = random.Random("later")
    first = {student_text(kind, rng, wrong="9", right="8", reason="I added") for _ in range(100)}
    later = {student_text(kind, rng, wrong="9", right="8", reason="I added", later=True) for _ in range(100)}
    assert kind == "hollow" or not first & later


def test_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        student_text("robot", random.Random("s"))
