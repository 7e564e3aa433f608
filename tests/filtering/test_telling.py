"""Drafts that no reading knows are weighed: by weights that are those of the turns, by signs that hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filtering.fit_telling import all_drafts, fit
from socratic_tutor.filtering import item_of
from socratic_tutor.filtering.judgement import reasons
from socratic_tutor.filtering.telling import WEIGHTS, signs, told_by
from socratic_tutor.scoring.components.model import read_components

CHAT = [{"role": "user", "content": "15 + 57 = ?\nI got 612."}]
ITEM = item_of("15 + 57 = ?", "72", CHAT, student_kind="misconception", wrong_answer="612")
EVEN = "Which number is even? A) 231 B) 470 C) 685 D) 923"
CHOICE = item_of(
    EVEN,
    "B",
    [{"role": "user", "content": f"{EVEN}\nD"}],
    answer_kind="choice",
    student_kind="misconception",
    wrong_answer="D",
)


@pytest.fixture(scope="module")
def drafts():
    return all_drafts()


def test_the_shipped_weights_are_those_of_the_turns(drafts):
    (shipped,) = read_components(WEIGHTS)
    again = fit([draft for draft in drafts if draft.learnt])
    assert shipped.weights == pytest.approx(again.weights, abs=2e-3)
    assert shipped.threshold == again.threshold


def test_no_authored_turn_is_held_back_and_many_leaks_are(drafts):
    (component,) = read_components(WEIGHTS)
    rest = [draft for draft in drafts if not draft.held]
    authored = [draft for draft in rest if draft.source == "authored"]
    leaks = [draft for draft in rest if draft.leaks and not draft.learnt]
    caught = [component.probability_of_known(draft.signs) >= component.threshold for draft in leaks]
    assert len(authored) > 1000
    assert all(component.probability_of_known(draft.signs) < component.threshold for draft in authored)
    assert sum(caught) >= 0.25 * len(caught), f"{sum(caught)} of {len(caught)}"


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Look at it. What do you see?", "statements", 1),
        ("Look at it. What do you see?", "ends in a question", 1),
        ("So how many tens are there", "questions", 1),
        ("You have 60 and 12.", "told numbers come to it", 1),
        ("Have you got 60 and 12?", "told numbers come to it", 0),
        ("You are 540 off.", "told how far off", 1),
        ("It is 72.", "new parts told", 1),
        ("Is it 72?", "new parts asked", 1),
        ("15 and 57 are given.", "given numbers told", 2),
        ("Your 612 is large.", "their numbers told", 1),
    ],
)
def test_signs_say_what_they_name(text, name, value):
    assert signs(ITEM, text)[name] == value


def test_the_options_that_a_statement_names_are_signs():
    found = signs(CHOICE, "231 and 685 are odd. What about 470?")
    assert found["right option told"] == 0
    assert found["other options told"] == pytest.approx(2 / 3)


def test_it_holds_back_what_no_reading_knows_and_says_why():
    draft = "The 6 should have been a 7 once that ten is carried, and the 2 stays."
    (reason,) = reasons(ITEM, draft)
    assert reason.rule == "telling"
    assert "duty told" in reason.evidence
    assert not told_by(ITEM, "The tens are added last. What did you do with the ten of 12?")


def test_who_calls_the_wrong_answer_right_tells_no_right_one():
    assert not told_by(
        ITEM, "Yes, 612 is right! The 6 should have been a 7 once that ten is carried, and the 2 stays."
    )


@given(st.text(max_size=300))
def test_any_text_has_the_same_signs(text):
    (component,) = read_components(WEIGHTS)
    found = {name for name in signs(ITEM, text) if not name.startswith("word ")}
    assert found == {name for name in component.weights if not name.startswith("word ")}
