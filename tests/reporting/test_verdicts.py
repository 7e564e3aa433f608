"""A difference has one verdict wherever it is told, and Holm's p value decides it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import fabricated
import pytest

from socratic_tutor.reporting.card_tables import headline as card_headline
from socratic_tutor.reporting.differences import differences
from socratic_tutor.reporting.findings import limitations
from socratic_tutor.reporting.page_data import Names, difference_rows
from socratic_tutor.reporting.page_text import headline
from socratic_tutor.reporting.results import read_estimates
from socratic_tutor.reporting.verdicts import told_apart


def difference(low: float, value: float, high: float, p: float, **changes: Any) -> dict[str, Any]:
    row = {"system": "x-seed1", "minus": "retrieval", "benchmark": "unseen_problems", "metric": "ideal_turn"}
    row |= {"difference": value, "ci_low": low, "ci_high": high, "p_holm": p, "level": 0.95, **changes}
    return {**row, "told_apart": told_apart(row)}


BEHIND = difference(-0.833, -0.583, -0.333, 0.0004)
BY_CHANCE = difference(-0.833, -0.583, -0.333, 0.313)
OPEN = difference(-0.2, 0.1, 0.4, 1.0)


def test_the_adjusted_p_value_decides_and_an_interval_with_0_is_never_told_apart() -> None:
    assert [row["told_apart"] for row in (BEHIND, BY_CHANCE, OPEN)] == [True, False, False]
    assert not told_apart(difference(-0.01, 0.1, 0.2, 0.01))
    assert not told_apart(difference(0.01, 0.1, 0.2, 0.03, level=0.99))


def test_the_page_says_what_holm_says() -> None:
    assert "x-seed1 is behind by −58.3 points [−83.3, −33.3], p < 0.001 after Holm" in headline([BEHIND])
    told = headline([BY_CHANCE])
    assert "is not told apart from it: −58.3 points [−83.3, −33.3], p = 0.313 after Holm" in told
    assert "though the interval leaves out 0" in told
    assert "behind" not in told
    assert "though" not in headline([OPEN])
    many = headline([BEHIND, BY_CHANCE, BY_CHANCE, OPEN, OPEN])
    assert "0 ahead, 1 behind, 4 not told apart after Holm's correction" in many


def test_the_cards_headline_says_it_too() -> None:
    assert "[-83.3, -33.3]" in card_headline("x-seed1", [BEHIND])
    assert "(told apart: p &lt; 0.001 after" in card_headline("x-seed1", [BEHIND])
    told = card_headline("x-seed1", [BY_CHANCE])
    assert (
        "(not told apart: p = 0.313 after Holm's correction, too large though the interval leaves out 0)"
        in told
    )
    assert card_headline("x-seed1", [{**BEHIND, "minus": "base"}]) == ""


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (BEHIND, "A lookup of the nearest training turn does better on: Ideal turn"),
        (BY_CHANCE, "Not told apart from a lookup of the nearest training turn"),
    ],
)
def test_the_cards_limitations_say_it_too(results: Path, row: dict[str, Any], says: str) -> None:
    estimates = read_estimates(fabricated.paths(results, "metrics.json"))
    found = limitations(
        fabricated.RUN, estimates, {}, {"seed": "a:1", "base_parameters": 1}, [row], "embedded"
    )
    assert next(text for text in found if "lookup of the nearest training turn" in text).startswith(says)


def test_every_row_of_a_comparison_has_its_verdict_and_the_page_draws_by_it(results: Path) -> None:
    estimates = read_estimates(fabricated.paths(results, "metrics.json"))
    rows = differences(estimates, fabricated.paths(results, "scores.jsonl"))
    assert {row["told_apart"] for row in rows} == {True, False}
    assert all(row["told_apart"] == told_apart(row) for row in rows)
    drawn = difference_rows(rows, Names(estimates))
    assert [row[-1] for row in drawn] == [int(row["told_apart"]) for row in rows]
