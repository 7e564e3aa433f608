"""Whose value, act and words a turn speaks of: rivals' rules are run on the problem that the item shows."""

from __future__ import annotations

from fractions import Fraction

import pytest

from scoring.automatic_turns import drafts
from socratic_tutor.scoring.accounts import shared, told_acts
from socratic_tutor.scoring.other_ways import parts_theirs_alone, rivals_value, ways
from socratic_tutor.scoring.relevance import scaffolding_class


@pytest.fixture
def birds(make_item):
    """14 - 8, and the student added; the rivals get 7 and 5."""
    return make_item(
        family="sub_small",
        misconception="K2-OP-01",
        problem="14 - 8 = ?",
        student_said="I got 22 because 14 and 8 make 22.",
        correct_answer="6",
        wrong_answer="22",
        answer_kind="integer",
        trace=[],
        wrong_trace=["22"],
    )


def test_the_problems_numbers_are_read_back_for_nearly_every_family():
    known = [ways(draft.row) for (_, misconception), draft in drafts() if misconception and draft.row.rivals]
    read_back = sum(bool(found.answers or found.rivals) for found in known)
    assert read_back >= 0.9 * len(known), f"{read_back} of {len(known)}"


def test_their_own_answer_is_never_a_rivals_value():
    assert not [draft.row.id for _, draft in drafts() if rivals_value(draft.row, draft.row.wrong_answer)]


def test_what_the_curriculum_does_not_hold_tells_nothing(make_item):
    assert not ways(make_item(problem="Something else?")).rivals
    assert not ways(make_item(family="none")).answers


def test_a_value_that_only_a_rival_reaches_is_a_rivals(item):
    assert Fraction(1, 12) in ways(item).rivals  # 1/3 times 1/4
    assert rivals_value(item, "Could 1/12 be right?") == "1/12"
    assert not rivals_value(item, "Could 2/7 be more than 1/3? Think of 7 pieces.")
    assert scaffolding_class(item, "Could 1/12 of a bar be right for this sum?")[0] == "off_target"


def test_a_number_may_part_their_answer_from_all_others(birds):
    assert parts_theirs_alone(birds, "22 is more than 14. Who came flying in?")
    assert not parts_theirs_alone(birds, "Is 22 more than 3?")
    assert not parts_theirs_alone(birds, "Who came flying in?")


def test_words_that_say_the_same_are_shared_where_the_prompt_has_not_said_them(make_item):
    told, item = make_item(), make_item(id="untold", vocabulary=[], mission="")
    assert shared(told, "What did you put together upstairs?").said == 0
    assert shared(item, "What did you put together upstairs?").said > shared(item, "Draw a bar.").said


def test_acts_that_the_turn_tells_are_theirs_or_a_rivals(make_item):
    item = make_item(id="untold", vocabulary=[], mission="")
    assert told_acts(item, "You added the numerators. What happens to the pieces?") == (True, "")
    own, others = told_acts(item, "You kept the old ones. Why?")
    assert (own, others) == (False, "You kept the old ones")


@pytest.mark.parametrize("text", ["root square factor row tile 15625", "Bead, bag, tree, branch, 7, 5, 12."])
def test_words_in_a_row_are_off_target_whoever_gave_them(item, text):
    assert scaffolding_class(item, text)[0] == "off_target"


@pytest.mark.parametrize(
    "text", ["How you got that is clear: you put 2 on top.", "Great job so far! But is 2/7 more than 1/3?"]
)
def test_talk_of_how_and_praise_that_goes_on_call_no_error_right(item, text):
    assert "calls the error right" not in scaffolding_class(item, text)[1]
