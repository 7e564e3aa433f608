"""What a person typed becomes the exchange that is judged, without borrowing an error they did not make."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from socratic_tutor.chat.exercise import conversation, exchange, judged, student_kind
from socratic_tutor.records import Item


def said(*words: str) -> list[dict[str, str]]:
    """A chat that begins and ends with the student."""
    return [{"role": "assistant" if n % 2 else "user", "content": text} for n, text in enumerate(words)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I got 2/7.", "misconception"),
        ("two sevenths", "misconception"),
        ("is it 7/12?", "correct"),
        ("14/24", "correct"),
        ("2/7, or 7/12?", "misconception"),
        ("no idea", "vague"),
        ("5/9", "vague"),
        ("", "vague"),
    ],
)
def test_who_the_person_plays_is_read_off_their_words(item: Item, words: str, kind: str) -> None:
    assert student_kind(item, words) == kind


def test_the_model_reads_system_prompt_problem_and_all_turns(item: Item) -> None:
    system: dict[str, Any] = {"role": "system", "content": "Never give the answer."}
    chat = conversation(
        replace(item, messages=[system, *item.messages]), said("I got 2/7.", "Is 2/7 more than 1/3?", "no")
    )
    assert chat[0] == system
    assert chat[1] == {"role": "user", "content": f"{item.problem}\nI got 2/7."}
    assert [turn["content"] for turn in chat[2:]] == ["Is 2/7 more than 1/3?", "no"]


def test_an_unknown_error_is_not_judged_by_the_items_own(item: Item) -> None:
    text = "Is 2/7 more or less than 1/3 alone?"
    known = {score.metric for score, _ in judged(exchange(item, said("I got 2/7.")), text)}
    unknown = {score.metric for score, _ in judged(exchange(item, said("5/9")), text)}
    assert {"error_relevance", "scaffolding.specific", "ideal_turn"} <= known
    assert not {"error_relevance", "scaffolding.specific"} & unknown
    assert {"socratic_question", "answer_leak.typed", "brevity"} <= unknown


def test_a_fault_found_is_not_as_it_should_be(item: Item) -> None:
    found = {score.metric: good for score, good in judged(exchange(item, said("I got 2/7.")), "It is 7/12.")}
    assert not found["answer_leak.typed"]
    assert not found["socratic_question"]
    assert found["brevity"]
