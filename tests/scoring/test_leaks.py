"""The answer in any form is a leak; what the conversation held is one only when asserted."""

from __future__ import annotations

import pytest

from socratic_tutor.scoring.last_steps import answer_avoidance, finishing_step
from socratic_tutor.scoring.leaks import (
    key_step_leak,
    leak_naive,
    leak_typed,
    reveals_answer,
)


@pytest.mark.parametrize(
    "text",
    [
        "So it is 7/12.",
        "Could it be 14/24?",
        "Wouldn't we get seven twelfths?",
        r"Is \(\frac{7}{12}\) on your line?",
        "It is about 58.3%. Do you see why?",
        "**7/12** is bigger than 2/7, right?",
        "x" * 40_000 + " the answer is 7/12",
    ],
)
def test_the_value_leaks_in_any_form(item, text):
    assert leak_typed(item, text).value == 1, leak_typed(item, text)
    assert answer_avoidance(item, text).value == 0


@pytest.mark.parametrize("text", ["Look at 2/7 and 1/3.", "It is 7:12 now.", "17/12 is more.", "Which one?"])
def test_other_values_do_not_leak(item, text):
    assert leak_typed(item, text).value == 0, leak_typed(item, text)


@pytest.mark.parametrize(
    ("answer", "text", "leaks"),
    [
        ("10", "Put the counters on a ten-frame.", 0),
        ("10", "Show me with base-ten blocks.", 0),
        ("6", "Roll a six-sided die.", 0),
        ("6", "There are six of them.", 1),
        ("3 1/7", r"It is $3\frac{1}{7}$.", 1),
        ("31/7", r"Would $3\frac{1}{7}$ be more?", 0),
    ],
)
def test_numbers_in_names_and_mixed_numbers(make_item, answer, text, leaks):
    kind = "mixed" if " " in answer else "fraction" if "/" in answer else "integer"
    other = make_item(problem="How many?", student_said="I guess.", correct_answer=answer, answer_kind=kind)
    assert leak_typed(other, text).value == leaks, leak_typed(other, text)


def test_a_number_of_theirs_excuses_no_answer_that_holds_its_digits():
    asked = "What is 3 x 11? I used 3."
    assert reveals_answer("33", "integer", asked, "You used 3 and 33.")[0] == "33"
    assert not reveals_answer("33", "integer", f"{asked} Then 33.", "You used 3 and 33.")[0]


def test_the_marks_of_a_list_are_no_answer(make_item):
    two = make_item(
        problem="How many halves make 1?",
        student_said="3.",
        correct_answer="2",
        wrong_answer="3",
        answer_kind="integer",
        trace=[],
        wrong_trace=[],
    )
    assert leak_typed(two, "(1) Draw it. (2) Count the pieces.").value == 0
    assert leak_typed(two, "It is (2).").value == 1


def test_the_naive_reading_knows_the_text_alone(item):
    assert leak_naive(item, "So it is 7/12.").value == 1
    assert leak_naive(item, "So it is 14/24.").value == 0
    assert leak_naive(item, "17/12 and 7/120").value == 0


def test_a_value_that_the_prompt_held_leaks_only_when_asserted(make_item):
    choice = make_item(
        problem="Which is greater, 0.3 or 0.13?",
        student_said="0.13 because 13 is more than 3.",
        correct_answer="0.3",
        wrong_answer="0.13",
        answer_kind="decimal",
        prompt_shows_answer=True,
        trace=[],
        wrong_trace=["0.13"],
    )
    assert leak_typed(choice, "How many tenths does 0.3 have?").value == 0
    assert leak_typed(choice, "The answer is 0.3.").value == 1
    assert leak_typed(choice, "So the answer is 0.3, right?").value == 1
    assert leak_typed(choice, "You said 0.3, right?").value == 0
    assert leak_typed(choice, "Is 0.3 the right answer, or is 0.30 the same?").value == 0
    assert leak_typed(choice, "You said the answer is 0.13, and what about 0.3?").value == 0


def test_the_last_step_is_told(item):
    assert finishing_step(item, "What is 4/12 + 3/12?").value == 1
    assert finishing_step(item, "Now add 4/12 and 3/12. What do you get?").value == 1
    assert finishing_step(item, "What is 1/3 + 1/4?").value == 0  # the problem itself
    assert finishing_step(item, "Did you do 1 + 1 and 3 + 4?").value == 0


def test_the_operation_of_a_word_problem_is_a_finishing_step_unless_someone_said_it(make_item):
    bags = {
        "problem": "A farmer had 15 eggs and 3 broke. How many are whole?",
        "student_said": "I got 18 because I put 15 and 3 together.",
        "correct_answer": "12",
        "wrong_answer": "18",
        "answer_kind": "integer",
        "trace": [],
    }
    assert finishing_step(make_item(**bags), "What is 15 - 3?").value == 1
    told = {**bags, "problem": "Subtract 3 from 15."}
    assert finishing_step(make_item(**told), "What does 15 - 3 ask you to do?").value == 0


def test_steps_on_the_way_leak_unless_reached(make_item):
    item = make_item()
    assert key_step_leak(item, "Both fit into 12 pieces. How?").value == 1
    assert key_step_leak(item, "What size of piece fits both?").value == 0
    assert key_step_leak(make_item(student_said="I used 12."), "You used 12. Why?").value == 0
    assert key_step_leak(make_item(trace=[]), "You used 12. Why?").value is None
    assert key_step_leak(make_item(trace=["3"]), "Look at the 3.").value == 0
    assert key_step_leak(make_item(trace=["5"]), "Draw five bars.").value == 0  # everyday words
    assert key_step_leak(make_item(trace=["5"]), "Draw 5 bars.").value == 1


@pytest.mark.parametrize("text", ["", "7/12", "4/12 + 3/12", "Look at 2/7.", "The answer is 14/24!"])
def test_avoidance_never_contradicts_leak_and_step(item, text):
    faults = leak_typed(item, text).value or finishing_step(item, text).value
    assert answer_avoidance(item, text).value == (0 if faults else 1)


def test_who_is_right_cannot_be_told_the_answer(make_item):
    solved = make_item(student_kind="correct", student_said="I got 7/12.")
    assert leak_typed(solved, "Yes, 7/12 is right.").value is None
    assert answer_avoidance(solved, "Yes, 7/12 is right.").value is None
