"""Words, masks and reading grades, by hand."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from socratic_tutor.corpus.rows import Plan, make_rows
from socratic_tutor.corpus.text import masked, masked_tokens, prose, quantiles, reading_grade, tokens
from socratic_tutor.scoring import language


def test_tokens_keep_a_number_whole_and_drop_signs() -> None:
    text = "What's 3/4 of 1,200 - at 3:45, two-digit 0.5x?"
    assert tokens(text) == ("what's", "3/4", "of", "1,200", "at", "3:45", "two-digit", "0.5", "x")
    assert masked_tokens(text) == ("what's", "#", "of", "#", "at", "#", "two-digit", "#", "x")
    assert masked(text) == "What's # of # - at #, two-digit #x?"


def test_prose_has_no_mathematics() -> None:
    text = "I see a 3 in 3x + 2 = 5. Which x fits: 1 or 2? 4 + 4."
    assert prose(text) == [["I", "see", "a", "in"], ["Which", "fits"], ["or"]]


def test_reading_grade_by_hand() -> None:
    # 6 words, 2 sentences, 6 syllables
    assert reading_grade("The cat sat. Is it here?") == pytest.approx(0.39 * 3 + 11.8 * 1 - 15.59)
    assert reading_grade("3 + 4 = 7?") is None


def test_reading_grade_agrees_with_the_scorers_on_our_turns() -> None:
    plan = Plan(split="train", part="train")
    turns = [row.reference for row in make_rows({"misconception": 1.0}, 200, plan, "grades")]
    gaps = [abs((reading_grade(turn) or 0.0) - language.flesch_kincaid(turn)) for turn in turns]
    assert sum(gaps) / len(gaps) < 0.5


def test_quantiles_are_values_that_occur() -> None:
    assert quantiles(Counter({1: 1, 2: 8, 9: 1})) == {"p10": 1, "p50": 2, "p90": 2}
    assert quantiles(Counter({5: 1})) == {"p10": 5, "p50": 5, "p90": 5}
    values = [random.Random(1).randrange(100) for _ in range(1000)]
    assert quantiles(Counter(values)) == {f"p{p}": sorted(values)[10 * p - 1] for p in (10, 50, 90)}
    with pytest.raises(ValueError, match="no values"):
        quantiles(Counter())
