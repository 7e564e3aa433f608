"""A question mark is not yet a question about the mathematics."""

from __future__ import annotations

import pytest

from socratic_tutor.scoring.questions import asks_question, socratic_question

REAL = [
    "Which is larger, 2/7 or 1/3?",
    "What does the 7 at the bottom tell you?",
    "Put 2/7 and 1/3 on one number line. What do you notice?",
    "How many equal parts does the whole have?",
    "If you cut a pizza into 7 slices, could you have cut it that way here?",
    "That is one way, right? Which piece is bigger?",
    "Do you see why 2/7 is less than 1/3?",
    "Where would 2/7 take you, and does that make sense?",
    "**Hint:** how does $\\frac{2}{7}$ compare with $\\frac{1}{3}$?",
]
NOT_REAL = [
    "",
    "Look at 2/7 next to 1/3.",
    "7/12 is right, right?",
    "You add the tops, okay?",
    "1/3 is 4/12, isn't it?",
    "Do you understand?",
    "Does that make sense?",
    "Are you sure?",
    "Can you try again?",
    "What do you think you should try next?",
    'You said "I added the tops and the bottoms". Why do you think that is true?',
    "You said I added the tops and the bottoms. Why do you think that is true?",
    "1/3 + 1/4 = ?",
    "Great! Any questions?",
    "The answer is 7/12. Do you see why?",
    "Both have 12 parts. Are you with me so far?",
    "2/7 is less than 1/3. Do you see the mistake?",
    "???",
]


@pytest.mark.parametrize("text", REAL)
def test_a_question_about_the_mathematics_passes(item, text):
    assert socratic_question(item, text).value == 1, socratic_question(item, text)


@pytest.mark.parametrize("text", NOT_REAL)
def test_tags_checks_and_quotations_do_not_pass(item, text):
    assert socratic_question(item, text).value == 0, socratic_question(item, text)


def test_the_plain_reading_sees_any_question_mark(item):
    assert asks_question(item, "Right?").value == 1
    assert asks_question(item, "对吗？")[1:] == (1, "holds a question mark")
    assert asks_question(item, "Look again.")[1:] == (0, "no question mark")


def test_the_problem_quoted_back_is_no_question_of_the_tutor(make_item):
    asked = make_item(problem="A jug holds 1/3 liter. 1/4 liter is poured in. How many liters are there now?")
    assert socratic_question(asked, "So, how many liters are there now?").value == 0
    assert socratic_question(asked, "How many liters would be there if nothing was poured in?").value == 1
