"""What a turn says about the student, the problem and arithmetic."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socratic_tutor.scoring.affirmation import affirms_correct, affirms_wrong
from socratic_tutor.scoring.arithmetic import calculations, equalities
from socratic_tutor.scoring.faithfulness import faithful


@pytest.mark.parametrize(
    "text",
    [
        "That's right! What is next?",
        "You are correct. Why does it work?",
        "Exactly! How did you know?",
        "Yes, 2/7 is correct.",
        "Well done! Can you do another?",
        "Great job!",
        "The answer is 2/7. Do you agree?",
        "Your 2/7 is right. What would change with 1/5?",
        "Your 9 is right. What would change with 1/5?",
        "2/7 is the sum, correct.",
        "$1/3 + 1/4 = 2/7$ \u2014 correct!",
        "I agree with 2/7.",
    ],
)
def test_telling_a_wrong_student_that_they_are_right(item, text):
    assert affirms_wrong(item, text).value == 1, affirms_wrong(item, text)


@pytest.mark.parametrize(
    "text",
    [
        "Good thinking. Which is larger, 2/7 or 1/3?",
        "Nice try! Look at 2/7.",
        "Great job showing your steps. Where does the 7 come from?",
        "That is not quite right. Look at 2/7.",
        "Is 2/7 right?",
        "You are right that we add. What do the bottoms tell?",
        "How could you check if that is correct?",
        "You said the answer is 2/7.",
        "Almost right!",
        "Your 12 is right. What did you do with it?",
        "Your 7 is right for counting pieces of 1/7. Which pieces are they?",
        "Keep your answer in mind. How large is 1/3?",
        "7 is higher when you count, I agree. What does the 7 count here?",
        "I agree that we need twelfths.",
        "2/7 is not right.",
        "2/7 isn't right.",
        "2/7 can't be right.",
        "No, 2/7 is not correct.",
        "Sorry, that's not right.",
        "2/7 does not check out.",
    ],
)
def test_politeness_and_doubt_affirm_nothing(item, text):
    assert affirms_wrong(item, text).value == 0, affirms_wrong(item, text)


def test_a_right_student_is_told_so(make_item):
    solved = make_item(student_kind="correct", student_said="I got 7/12.", wrong_answer="")
    assert affirms_correct(solved, "Yes, 7/12 is correct. How could you show it on a bar?").value == 1
    assert affirms_correct(solved, "You are right, it is 7/12. What if there were a third?").value == 1
    assert affirms_correct(solved, "Yes, 7/12 is correct, without a mistake.").value == 1
    assert affirms_correct(solved, "That's right! There is no mistake in it.").value == 1
    assert affirms_correct(solved, "How could you show it on a bar?").value == 0
    assert affirms_correct(solved, "That's right, but check it again: there is a mistake.").value == 0
    assert affirms_wrong(solved, "That's right!").value is None


@pytest.mark.parametrize(
    "text",
    [
        "You got 2/7. Which is larger?",
        "You said 1/3 + 1/4 = 2/7. How big is 1/3?",
        "You wrote 7 at the bottom. Why?",
        "Is 1/3 + 1/4 = 2/7?",
        "Remember that 1/2 + 1/4 = 3/4. What about 1/3?",
        "Your answer is more than 1/10, is it not?",
        "The problem says 1/3 and 1/4.",
        "You went from 3 to 7. What does the 7 count?",
        "You have 2 of 7 pieces, and the 3 of 1/3 is gone. Where is it?",
        "You could try 5/9 and 2/9. What changes?",
        "You said the answer is 2/7. Is it?",
        "The answer is more than 1/10. How do you know?",
        "The answer is 14/24. Can you write it with smaller numbers?",
        "How did you get 2/7?",
        "2/7, you told me. Show me on a bar?",
        "If you told me 3/8, what would I say?",
        "There is a 7 in your message.",
    ],
)
def test_what_is_theirs_and_true_is_faithful(item, text):
    assert faithful(item, text).value == 1, faithful(item, text)


@pytest.mark.parametrize(
    "text",
    [
        "You got 5/8. Which is larger?",
        "You said 9 at the bottom. Why?",
        "Your answer is 1/3. Is that enough?",
        "1/3 + 1/4 = 2/7. Why?",
        "Remember that 1/2 + 1/4 = 2/6. What about 1/3?",
        "The problem says 1/5 and 1/4.",
        "Since 3 + 4 = 8, how many pieces are there?",
        "You have a third digit in 111. What does it count?",
        "Your 2/7 makes 19 thin pieces. What does that do?",
        "Your 5/8 goes on the line. Where?",
        "The correct answer is 5/8. You got 2/7.",
        "The answer is 2/7, not 2/7.",
        "3/8, you told me. Show me on a bar?",
        "How did you get 9?",
        "There is a 9 in your message.",
        "The task says 1/5, so look at it.",
        "1 foot = 10 inches.",
        "Your answer 98 is too big. Why?",
    ],
)
def test_foreign_values_and_false_equalities_are_not(item, text):
    assert faithful(item, text).value == 0, faithful(item, text)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("4/12 + 3/12 = 7/12", True),
        ("3 x 4 = 12", True),
        ("12 - 5 is 7, not 8", True),
        ("1,250 + 50 = 1300", True),
        ("(3+4)×2=14", True),
        ("$0.50 + $1.25 = $1.75", True),
        ("3/4 ÷ 1/2 = 3/2", True),
        ("1 1/2 + 1/2 = 2", True),
        ("10 - (-4) = 14", True),
        ("2^3 = 8", True),
        ("The half 1/2 is 1 times 1/2.", True),
        ("3 + 4 = 8", False),
        ("0.5 × 0.5 = 0.2", False),
    ],
)
def test_equalities_are_computed_exactly(text, holds):
    assert [equality.holds for equality in equalities(text)] == [holds]


@pytest.mark.parametrize(
    "text", ["2x + 3 + 1 = 7", "17 ÷ 5 = 3 R 2", "3 + 4 = 7 - y", "5 / 0 = 3", "3:45 + 10 = 4"]
)
def test_what_is_not_all_numbers_is_left_unread(text):
    assert not equalities(text)


@given(st.integers(-99, 99), st.integers(1, 99), st.integers(1, 99), st.sampled_from("+-×"))
def test_calculations_agree_with_fractions(a, b, c, sign):
    left = f"({a})" if a < 0 else str(a)
    expected = {"+": a + Fraction(b, c), "-": a - Fraction(b, c), "×": a * Fraction(b, c)}[sign]
    assert [found.value for found in calculations(f"{left} {sign} {b}/{c}")] == [expected]
