"""Sentences are in order, the same words shuffled are not, and what is unknown is not judged."""

from __future__ import annotations

import random

import pytest

from socratic_tutor.scoring.relevance import scaffolding_off_target
from socratic_tutor.scoring.word_order import jumbled, word_order

TURN = "Look at the two pieces next to each other. Which one is larger, and how do you know it?"


def test_a_sentence_is_in_order_and_nearly_no_shuffle_of_it_is():
    assert not jumbled(TURN)
    words = TURN.split()
    shuffled = [" ".join(random.Random(seed).sample(words, len(words))) for seed in range(50)]
    assert sum(map(jumbled, shuffled)) >= 45
    assert all(word_order(text).mean < word_order(TURN).mean for text in shuffled)


@pytest.mark.parametrize(
    "text", ["", "7 R 3", "two bars", "Der Nenner bleibt gleich, der Zähler wird addiert."]
)
def test_what_holds_too_few_known_pairs_is_not_judged(text):
    assert not jumbled(text)


@pytest.mark.parametrize(
    "text",
    [
        "Order the five times from short to long.",
        "The June cut is 10% of which price: the April one or the May one?",
        "Did your pile get bigger? What should a take-away do?",
        "So 'x' is five and y is four, and that is it.",
    ],
)
def test_a_rare_sentence_is_no_jumble(text):
    assert not jumbled(text)


def test_shuffled_words_are_off_target_whatever_they_name(item):
    text = "alone. larger Look is at one 2/7 Which next to and 1/3 the of a see what do you"
    assert scaffolding_off_target(item, text).value == 1, scaffolding_off_target(item, text)
