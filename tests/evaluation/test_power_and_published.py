"""Detectable differences against published figures, and the published card's five intervals."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import multinomial

from socratic_tutor.evaluation import published
from socratic_tutor.evaluation.comparison import mcnemar
from socratic_tutor.evaluation.planned import JOINT, PLANNED
from socratic_tutor.evaluation.power import (
    POWER,
    comparisons,
    plan_power,
    smallest_paired,
    smallest_unpaired,
)
from socratic_tutor.files import read_json


@pytest.mark.parametrize(("rate", "points"), [(0.745, 11.1), (0.96, 3.6)])
def test_two_hundred_items_unpaired(rate: float, points: float) -> None:
    assert 100 * smallest_unpaired(200, 0.95, rate) == pytest.approx(points, abs=0.3)


# Connor's (1987) approximation for 200 items; the exact test needs somewhat more.
@pytest.mark.parametrize(("discordant", "points"), [(0.05, 4.4), (0.10, 6.3), (0.20, 8.9)])
def test_two_hundred_items_paired(discordant: float, points: float) -> None:
    found = smallest_paired(200, 0.05, discordant)
    assert found is not None
    assert points - 0.1 < 100 * found < points + 0.4


def seen(n: int, alpha: float, discordant: float, difference: float) -> float:
    """The power of the test that is used, summed over everything that can happen."""
    gain, loss = (discordant + difference) / 2, (discordant - difference) / 2
    return sum(
        float(multinomial.pmf([a, b, n - a - b], n, [gain, loss, 1 - discordant]))
        for a in range(n + 1)
        for b in range(n + 1 - a)
        if mcnemar(a, b) < alpha
    )


@pytest.mark.parametrize(("n", "alpha", "discordant"), [(60, 0.05, 0.2), (70, 0.0025, 0.3)])
def test_the_smallest_difference_is_the_least_that_the_exact_test_sees(
    n: int, alpha: float, discordant: float
) -> None:
    found = smallest_paired(n, alpha, discordant)
    assert found is not None
    assert seen(n, alpha, discordant, found) == pytest.approx(POWER, abs=1e-6)
    assert seen(n, alpha, discordant, found - 0.002) < POWER < seen(n, alpha, discordant, found + 0.002)


@settings(deadline=None)
@given(st.integers(20, 1000), st.sampled_from([0.05, 0.1, 0.2]), st.sampled_from([0.05, 0.0025]))
def test_more_items_and_milder_tests_see_smaller_differences(n: int, discordant: float, alpha: float) -> None:
    few, many = smallest_paired(n, alpha, discordant), smallest_paired(2 * n, alpha, discordant)
    assert few is None or (many is not None and many < few <= discordant)
    mild = smallest_paired(n, 2 * alpha, discordant)
    assert few is None or (mild is not None and mild <= few)


def test_holms_first_step_is_of_the_declared_family() -> None:
    everything = {benchmark for benchmark, _ in PLANNED}
    assert comparisons(everything) == len(PLANNED) + len(JOINT)
    assert comparisons({"leak"}) == 1
    assert comparisons({"contrast_pairs"}) == 1 + len(JOINT)
    assert comparisons(set()) == 0


def test_too_few_items_see_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert smallest_paired(20, 0.05, 0.05) is None
    sizes = {"unseen_problems": 400, "leak": 100, "tiny": 5}
    with caplog.at_level("INFO"):
        plan_power(sizes=sizes, level=0.95, out=tmp_path / "p.json")
    plan = read_json(tmp_path / "p.json")
    rows = plan["benchmarks"]
    assert [row["n"] for row in rows] == [400, 100, 5]
    assert plan["comparisons"] == comparisons(sizes) == 8
    alone, first = rows[0]["paired"]["20%"], rows[0]["paired_holm"]["20%"]
    assert alone == smallest_paired(400, 1 - 0.95, 0.2)
    assert first == smallest_paired(400, (1 - 0.95) / 8, 0.2)
    assert "unseen_problems (n = 400): paired" in caplog.text
    assert f"{100 * alone:.1f} / {100 * first:.1f} if 20% differ" in caplog.text
    assert "first of 8 after Holm" in caplog.text
    assert rows[2]["unpaired"] is rows[2]["paired"]["20%"] is None
    assert not math.isnan(rows[0]["unpaired"])


def test_the_published_cards_five_intervals_are_reproduced(capsys: pytest.CaptureFixture[str]) -> None:
    assert [published.reproduced(claim) for claim in published.CLAIMS] == [True] * 5 + [False] * 2
    assert published.contradiction() == pytest.approx(3e-9, rel=0.2)
    assert published.main() == 0
    printed = capsys.readouterr().out
    assert printed.count(": reproduced") == 5
    assert "28.0% (14/50) Wilson [17.5, 41.7]" in printed
    assert "up to 4.66% fits 1/100" in printed
