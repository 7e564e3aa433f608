"""Overlap is counted item by item, on masked words, over all training messages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socratic_tutor.corpus.overlap import Overlap
from socratic_tutor.corpus.rows import Plan, make_row
from socratic_tutor.corpus.subjects import subjects
from socratic_tutor.corpus.synthesis import with_turn
from socratic_tutor.records import Item


def item(problem: str, said: str, turn: str) -> Item:
    row = make_row(subjects("misconception")[0], "misconception", Plan("train", "train"), "overlap")
    messages = [row.messages[0], {"role": "user", "content": f"{problem}\n{said}"}]
    return replace(row, messages=messages, problem=problem, student_said=said, reference=turn)


TRAIN = with_turn(
    item(
        "Ana has 12 red pens and 5 blue pens in one box. How many pens are there?",
        "I got 7 because I took them away.",
        "Put the 12 pens and the 5 pens side by side on the desk. What do you see now there?",
    )
)


def counts(tested: Item) -> dict:
    overlap = Overlap({"test": [tested]})
    overlap.add(TRAIN)
    return overlap.result()["test"]


def shared(tested: Item, text: str) -> list[int]:
    return [of["shared"] for of in counts(tested)[text].values()]


def test_the_same_problem_is_exact_and_with_other_numbers_masked() -> None:
    same, other = (item(p, "?", "?") for p in (TRAIN.problem, TRAIN.problem.replace("12", "88")))
    assert (counts(same)["problem_exact"], counts(same)["problem_masked"]) == (1, 1)
    assert (counts(other)["problem_exact"], counts(other)["problem_masked"]) == (0, 1)
    assert shared(other, "problem") == [1, 1, 1]


@pytest.mark.parametrize(
    ("words", "expected"), [(7, [0, 0, 0]), (8, [1, 0, 0]), (10, [1, 1, 0]), (13, [1, 1, 1])]
)
def test_a_run_counts_from_its_length_on(words: int, expected: list[int]) -> None:
    start = " ".join(TRAIN.reference.replace("12", "31").replace("5", "6").split()[2 : 2 + words])
    tested = item("Nothing alike?", "Nor here.", f"Now think: {start} or else?")
    assert shared(tested, "tutor_turn") == expected
    assert shared(tested, "problem_and_student") == [0, 0, 0]


def test_a_short_text_is_counted_but_cannot_share() -> None:
    found = counts(item("What is 3 + 4?", "It is 8.", "Why?"))
    assert found["items"] == 1
    assert found["problem"]["8"] == {"shared": 0, "long_enough": 0}


def test_a_run_over_problem_and_student_is_found_in_their_message() -> None:
    tested = item("One box. How many pens are there?", "I got 3 because no.", "?")
    assert shared(tested, "problem") == [0, 0, 0]
    assert shared(tested, "problem_and_student") == [1, 1, 0]


def test_later_demands_and_turns_count() -> None:
    tested = item("Else?", "No.", "?")
    tested = replace(tested, later=["x"], later_references=[TRAIN.reference])
    assert shared(tested, "tutor_turn") == [1, 1, 1]


def test_without_training_nothing_overlaps() -> None:
    found = Overlap({"test": [TRAIN]}).result()["test"]
    assert (found["problem_exact"], found["problem"]["8"]["shared"]) == (0, 0)
