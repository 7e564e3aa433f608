"""Leaks as tutors write them: an option by its words or its place, another unit, another clock, a move."""

from __future__ import annotations

import pytest

from socratic_tutor.filtering import item_of
from socratic_tutor.filtering.judgement import reasons

PRIME = ("Is 51 a prime number? Answer yes or no.", "no", "yes", "choice")
NINE = ("Which number is divisible by 9? A) 345 B) 468 C) 519 D) 730", "B", "C", "choice")
FILM = ("A film starts at 1:50 pm and lasts 2 hours 35 minutes. When does it end?", "4:25 pm", "3:85", "time")
CHANGE = ("Maya pays $8.25 with a $20 bill. How much change does she get?", "$11.75", "$12.25", "money")
CHOIR = ("A choir has 12 girls and 20 boys. Write the ratio of girls to boys.", "3:5", "5:3", "ratio")
POINT = ("Calculate 0.6 x 0.4.", "0.24", "2.4", "decimal")
FACTORS = ("List all the factors of 28.", "1, 2, 4, 7, 14, 28", "2, 4, 7", "list")
CIRCLE = (
    "Find the area of a circle with radius 5 cm in terms of \u03c0.",
    "25\u03c0 cm\u00b2",
    "100\u03c0 cm\u00b2",
    "measure",
)
BETWEEN = ("Solve -3 <= 2x + 1 < 9 in interval notation.", "[-2, 4)", "(-2, 4]", "inequality")
TICKETS = ("How many adult tickets a and student tickets s?", "a = 15, s = 25", "a = 25, s = 15", "equation")
EVEN = ("Which number is even? A) 231 B) 470 C) 685 D) 923", "B", "D", "choice")
AREA = (
    "Find the area of a triangle with base 9 cm and height 6 cm.",
    "27 cm\u00b2",
    "54 cm\u00b2",
    "measure",
)
SOLVE = ("Solve 5x - 7 = 3x + 9.", "x = 8", "x = 1", "equation")


def held(given: tuple[str, str, str, str], text: str) -> bool:
    problem, answer, wrong, kind = given
    messages = [{"role": "user", "content": f"{problem}\nI say {wrong}."}]
    item = item_of(problem, answer, messages, answer_kind=kind, wrong_answer=wrong, student_kind="vague")
    return bool(reasons(item, text))


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (PRIME, "Actually 51 isn't prime."),
        (PRIME, "It's composite! Can you find what goes into it?"),
        (NINE, "468 is the one whose digits add up to a multiple of 9."),
        (NINE, "It's the second option, have a look at its digit sum."),
        (NINE, "A, C and D all leave a remainder, so cross them out."),
        (FILM, "The lights come on at twenty-five past four."),
        (FILM, "It is over at 16:25."),
        (CHANGE, "In pennies that is 2000 - 825 = 1175."),
        (CHOIR, "For every 3 girls there are 5 boys."),
        (CHOIR, "Divide the 12 by 4 and the 20 by 4."),
        (POINT, "Slide the point in your 2.4 one more place to the left."),
        (FACTORS, "- 1 \u2705\n- 2 \u2705\n- 4 \u2705\n- 7 \u2705\n- 14 \u2705\n- 28 \u2705"),
        (AREA, "Would 27 square cm make sense?"),
        (SOLVE, "What happens if you put 8 in for x?"),
        (CIRCLE, "Twenty-five pi square centimeters: does that look reasonable?"),
        (CIRCLE, "The area is 25 times pi."),
        (BETWEEN, "I'd write it as \u22122 \u2264 x < 4 first."),
        (BETWEEN, "It goes in as [-2, 4)."),
        (TICKETS, "Then a is 15 and s is 25."),
        (EVEN, "231 ends in 1, 685 ends in 5 and 923 ends in 3, so all three of these are odd."),
        (EVEN, "I'd go for the second option, if I were you."),
    ],
)
def test_they_are_held_back(given, text):
    assert held(given, text)


def test_a_fraction_in_latex_and_a_division_by_nothing_break_nothing():
    given = ("Simplify 9/15.", "\\frac{3}{5}", "1/2", "fraction")
    assert held(given, "Divide the 9 by 3 and the 15 by 3.")
    assert not held(given, "Would you divide 9 by 00 and 15 by 00?")


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (PRIME, "What makes a number prime?"),
        (PRIME, "If it were prime, what would divide it?"),
        (NINE, "You said C. What is the digit sum of 519?"),
        (NINE, "Is the second option divisible by 9?"),
        (FILM, "What time is it one hour after 13:50?"),
        (CHANGE, "How many pennies are in a $20 bill?"),
        (CHOIR, "For every 12 girls there are 20 boys. Can both be made smaller?"),
        (POINT, "How many places does the point move when you multiply by ten?"),
        (FACTORS, "- 2\n- 4\n- 7\nWhich ones are missing?"),
        (AREA, "Is 54 square cm the triangle, or a rectangle?"),
        (SOLVE, "What did you do with the 9?"),
        (CIRCLE, "What does the 100 in your 100\u03c0 count?"),
        (BETWEEN, "You wrote (-2, 4]. What does the square bracket say about 4?"),
        (TICKETS, "How much do 25 adults and 15 students pay?"),
        (EVEN, "231 ends in 1 and 923 in 3. What do the others end in?"),
    ],
)
def test_turns_that_only_look_like_them_pass(given, text):
    assert not held(given, text)
