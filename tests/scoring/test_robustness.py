"""Any text at all gets every metric, quickly, and the gold turns pass where the controls fail."""

from __future__ import annotations

import time

import pytest
from fractions_item import FRACTIONS
from hypothesis import given, settings
from hypothesis import strategies as st

from socratic_tutor.evaluation.controls import CONTROLS, responder
from socratic_tutor.records import Item
from socratic_tutor.scoring import METRICS, SCORERS, score_turn
from socratic_tutor.scoring.metrics import APPLIES, BY_NAME

ITEM = Item(**FRACTIONS)
PIECES = [
    "2/7",
    "7/12",
    "?",
    ".",
    "=",
    " + ",
    "you got ",
    "answer is ",
    "\\frac{1}{3}",
    "**",
    "$",
    "alone",
    "\n",
]
RUNS = ["?", "1 ", "(", "1+", "a", "\\frac{", "you got 1 ", '"', " ", "it is ", "well done but ", "2**"]


def values(item, text):
    return {score.metric: score.value for score in score_turn(item, text)}


def test_every_metric_of_the_table_has_its_scorer_in_order():
    assert [score.metric for score in score_turn(ITEM, "Look.")] == [metric.name for metric in METRICS]
    assert len(SCORERS) == len(METRICS) == len(BY_NAME)
    assert {metric.applies for metric in METRICS} <= set(APPLIES)


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u200b", "**", "&nbsp;", "<|eot_id|>", "</s>"])
def test_an_empty_reply_fails_every_metric_that_applies(text):
    found = values(ITEM, text)
    assert found.pop("scaffolding.generic") == 0  # the classes exclude each other: empty is off target
    for name, value in found.items():
        if name in ("affirms_correct", "over_withholding"):
            assert value is None
        else:
            assert value == int(not BY_NAME[name].higher_is_better), name


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_text_breaks_a_scorer(text):
    scores = score_turn(ITEM, text)
    assert all(score.value in (0, 1, None) and score.evidence for score in scores)
    found = {score.metric: score.value for score in scores}
    faults = found["answer_leak.typed"] or found["finishing_step"]
    assert found["answer_avoidance"] == int(not faults)
    assert found["scaffolding.specific"] <= found["error_relevance"]
    assert found["scaffolding.specific"] + found["scaffolding.generic"] + found["scaffolding.off_target"] == 1
    assert found["ideal_turn"] <= min(found["socratic_question"], found["answer_avoidance"], found["brevity"])


@pytest.mark.parametrize("piece", RUNS)
def test_cost_grows_with_length_not_with_its_square(piece):
    score_turn(ITEM, piece)  # the first use loads the word lists
    start = time.process_time()
    score_turn(ITEM, piece * (40_000 // len(piece)))
    assert time.process_time() - start < 12  # about 2 s for runs of digits; a square would take minutes


def test_the_same_turn_gets_the_same_scores():
    text = "Look at 2/7 next to 1/3 alone. Which one is larger?"
    assert score_turn(ITEM, text) == score_turn(ITEM, text)


@pytest.fixture(scope="module")
def rates(curriculum_items):
    """system -> metric -> rate over the items it applies to."""
    table = {}
    for system in (*CONTROLS, "gold"):
        respond = responder(system)
        found = [values(item, respond(item)) for item in curriculum_items]
        table[system] = {
            metric.name: sum(judged) / len(judged)
            for metric in METRICS
            if (judged := [row[metric.name] for row in found if row[metric.name] is not None])
        }
    return table


@pytest.mark.parametrize("control", CONTROLS)
def test_no_control_reaches_half_of_ideal_turn(rates, control):
    assert rates[control]["ideal_turn"] < 0.5
    assert rates[control]["scaffolding.specific"] < 0.5


@pytest.mark.parametrize("control", ["constant", "echo", "hint"])
def test_echo_and_hint_are_not_relevant(rates, control):
    assert rates[control]["error_relevance"] < 0.2


def test_telling_the_answer_leaks(rates):
    assert rates["answer"]["answer_leak.typed"] > 0.98


def test_authored_turns_are_ideal(rates):
    assert rates["gold"]["ideal_turn"] >= 0.98, rates["gold"]
    assert rates["gold"]["answer_leak.typed"] <= 0.01
