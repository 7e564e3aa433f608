"""Referring to the error is not enough, and fitting a rival as well is not specific."""

from __future__ import annotations

import random

import pytest

from scoring.agreement import HALVES
from scoring.automatic_turns import filled, for_any_student
from socratic_tutor.evaluation.controls import keyword
from socratic_tutor.scoring.empty_talk import lists_words
from socratic_tutor.scoring.relevance import (
    error_relevance,
    scaffolding_generic,
    scaffolding_off_target,
    scaffolding_specific,
)


def classes(item, text):
    return tuple(
        score(item, text).value
        for score in (scaffolding_specific, scaffolding_generic, scaffolding_off_target)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Look at 2/7 next to 1/3 alone. Which one is larger?",
        "Is two sevenths more than 1/3 or less?",
        "Was any bar here cut into 7 pieces?",
        "Where is $\\frac{2}{7}$ on a number line?",
    ],
)
def test_their_value_with_new_mathematics_is_relevant(item, text):
    assert error_relevance(item, text).value == 1, error_relevance(item, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        'You said "I got 2/7 because I added the tops and the bottoms." Why do you think that is true?',
        "You answered 2/7. Does it always work when someone adds the numerators and adds the denominators?",
        "You answered 2/7. What is your mission? Add two fractions that have different denominators.",
        "Let's compare bars. Which one is larger?",  # mathematics, but nothing of this student
        "Can you look at your work again?",
        "2/7? 2/7! 2/7.",
    ],
)
def test_echo_hint_and_topic_alone_are_not(item, text):
    assert error_relevance(item, text).value == 0, error_relevance(item, text)


def test_specific_needs_more_own_cues_than_any_rival(item):
    assert classes(item, "Look at 2/7 next to 1/3 alone. Which is larger?") == (1, 0, 0)
    assert classes(item, "Is 2/7 larger or smaller on a number line?") == (0, 1, 0)
    assert classes(item, "Are the pieces of 2/7 thinner, and is it still as much?")[0] == 0
    assert classes(item, "Is 2/7 alone still as much as before?") == (0, 1, 0)  # a tie fits both
    assert classes(item, "What a nice day!") == (0, 0, 1)


def test_the_three_classes_part_every_reply(item):
    for text in ("", "2/7 alone?", "thinner", "maths", "Look at 1/3.", "?"):
        assert sum(classes(item, text)) == 1


def test_cues_that_the_prompt_says_earn_nothing(make_item):
    told = make_item(hint="ends with less than you started")
    text = "You have 2/7. Is that less than you started with? Draw a bar."
    assert scaffolding_specific(told, text).value == 0
    assert scaffolding_specific(make_item(), text).value == 1


def test_without_rivals_there_is_no_swap_test(make_item):
    assert classes(make_item(rivals=[]), "Look at 2/7 next to 1/3 alone.") == (None, None, None)


@pytest.mark.parametrize("kind", ["correct", "vague"])
def test_students_without_an_error_are_not_judged_by_it(make_item, kind):
    other = make_item(student_kind=kind)
    assert error_relevance(other, "Look at 2/7.").value is None
    assert classes(other, "Look at 2/7.") == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Think about numerator, denominator, common denominator. How does 2/7 compare with that?",
        "Numerator, denominator, common denominator: does 2/7 fit?",
    ],
)
def test_given_words_in_a_row_are_off_target(make_item, text):
    given = make_item(vocabulary=["numerator", "denominator", "common denominator"])
    assert error_relevance(given, text).value == 0
    assert classes(given, text) == (0, 0, 1)


def test_no_keyword_turn_is_specific_and_nearly_every_authored_one_is(curriculum_items):
    specific = [scaffolding_specific(item, keyword(item)).value for item in curriculum_items]
    authored = [scaffolding_specific(item, item.reference).value for item in curriculum_items]
    assert sum(filter(None, specific)) == 0
    assert sum(filter(None, authored)) >= 0.97 * sum(value is not None for value in authored)


@pytest.mark.parametrize("half", HALVES)
def test_advice_for_any_task_is_seldom_specific_whoevers_value_is_filled_in(curriculum_items, half):
    """A canned line wins hardly anything, be it filled in with numbers and things of the problem."""
    students = [item for item in curriculum_items[::7] if item.wrong_answer and item.rivals]
    shares = {}
    for line in for_any_student(half):
        rng = random.Random(line)
        told = [(item, text) for item in students if (text := filled(line, item, rng))]
        if len(told) >= 0.3 * len(students):
            shares[line] = sum(classes(item, text)[0] or 0 for item, text in told) / len(told)
    # words of the problem beside numbers of it are what specific turns hold as well
    worst = max(share for line, share in shares.items() if not ("{thing}" in line or "{term}" in line))
    assert sum(shares.values()) <= 0.12 * len(shares)
    assert worst < 0.7


def test_praise_alone_is_off_target(item):
    assert classes(item, "Good try! Keep going, you can do it!") == (0, 0, 1)
    assert classes(item, "What is 1/3 + 1/4?") == (0, 1, 0)


@pytest.mark.parametrize(
    "text", ["It's one over one hundred twenty-five.", "Fay sleeps one hundred fifty-five minutes."]
)
def test_an_answer_in_number_words_is_no_row_of_words(item, text):
    assert not lists_words(item, text)


def test_another_result_or_act_than_theirs_is_off_target(item):
    assert classes(item, "You got 3/8. Is that larger than 1/3 alone?") == (0, 0, 1)
    # their value and a number of the problem in a scene of its own: a canned line may say as much
    assert classes(item, "You took 2/7 of a pizza home. Would a hungry sister rather have 1/3?") == (0, 1, 0)


def test_a_number_line_for_their_value_fits_any_student(item):
    assert classes(item, "Draw 2/7 on a number line. How is the denominator shown there?")[0] == 0


def test_another_familys_turn_with_their_value_is_seldom_specific(curriculum_items):
    """The scorer's known weakness: it may not grow. Their value stands in a turn about other things."""
    other = [*curriculum_items[20:], *curriculum_items[:20]]
    found = [
        scaffolding_specific(item, by.reference.replace(by.wrong_answer, item.wrong_answer)).value
        for item, by in zip(curriculum_items, other, strict=True)
        if by.family != item.family and by.wrong_answer
    ]
    assert sum(filter(None, found)) <= 0.11 * len(found), f"{sum(filter(None, found))} of {len(found)}"
