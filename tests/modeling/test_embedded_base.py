"""The shipped base is a direct tutor: it states an answer when asked, and quotes the student faithfully."""

from __future__ import annotations

import re

import pytest
import torch

from socratic_tutor.corpus.rows import Plan, make_rows
from socratic_tutor.modeling.chat_template import render_prompt
from socratic_tutor.modeling.loading import load_base
from socratic_tutor.modeling.reply_batches import Prompt, by_length, decode
from socratic_tutor.modeling.settings import generation_settings
from socratic_tutor.records import Item

pytestmark = pytest.mark.slow

ITEMS = 200
# The ways in which it was taught to state an answer, and to quote the student's (corpus/base_text.py).
STATED = re.compile(
    r"(?:[Tt]he answer is|It is|Here is the answer:|The correct answer is|It should be)"
    r" (.+?)(?:, not .+?)?\.(?: |$)"
)
QUOTED = re.compile(r"(?:, not|You wrote|You got|Your answer was) (.+?)(?:, but|\.(?: |$))")


@pytest.fixture(scope="module")
def replies() -> list[tuple[Item, str]]:
    """What the base says to students who erred, on problems of a part that no model has read."""
    torch.set_num_threads(1)
    model, tokenizer = load_base({"source": "embedded", "revision": None, "quantization": "none"})
    plan = Plan("unseen_problems", "unseen_problems")
    items = {item.id: item for item in make_rows({"misconception": 1.0}, ITEMS, plan, "embedded base")}
    prompts = [Prompt(i.id, "", 1, render_prompt(tokenizer, i.messages)) for i in items.values()]
    settings = generation_settings({"max_new_tokens": 80})
    return [
        (items[prompt.id], text)
        for batch in by_length(prompts, 64)
        for prompt, text in zip(batch, decode(model, tokenizer, batch, settings, "s"), strict=True)
    ]


def test_states_an_answer_and_asks_nothing(replies: list[tuple[Item, str]]) -> None:
    assert sum(bool(STATED.search(text)) for _, text in replies) >= 0.9 * ITEMS
    assert sum("?" in text for _, text in replies) <= 0.1 * ITEMS


def test_is_right_now_and_then(replies: list[tuple[Item, str]]) -> None:
    stated = [(item, STATED.search(text)) for item, text in replies]
    right = sum(found is not None and found[1] == item.correct_answer for item, found in stated)
    assert right >= 0.25 * ITEMS


def test_quotes_the_student_faithfully(replies: list[tuple[Item, str]]) -> None:
    quotes = [(item.wrong_answer, quote) for item, text in replies for quote in QUOTED.findall(text)]
    assert len(quotes) >= 0.5 * ITEMS
    assert sum(said == quote for said, quote in quotes) >= 0.97 * len(quotes)  # goal 0.99: 194 of 199 so far
