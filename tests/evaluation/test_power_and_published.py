"""Detectable differences against published figures, and the published card's five intervals."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socratic_tutor.evaluation import published
from socratic_tutor.evaluation.power import plan_power, smallest_paired, smallest_unpaired
from socratic_tutor.files import read_json


@pytest.mark.parametrize(("rate", "points"), [(0.745, 11.1), (0.96, 3.6)])
def test_two_hundred_items_unpaired(rate: float, points: float) -> None:
    assert 100 * smallest_unpaired(200, 0.95, rate) == pytest.approx(points, abs=0.3)


@pytest.mark.parametrize(("discordant", "points"), [(0.05, 4.4), (0.10, 6.3), (0.20, 8.9)])
def test_two_hundred_items_paired(discordant: float, points: float) -> None:
    assert 100 * smallest_paired(200, 0.95, discordant) == pytest.approx(points, abs=0.3)


@given(st.integers(20, 2000), st.sampled_from([0.05, 0.1, 0.2]))
def test_more_items_see_smaller_differences(n: int, discordant: float) -> None:
    few, many = smallest_paired(n, 0.95, discordant), smallest_paired(2 * n, 0.95, discordant)
    assert few is None or (many is not None and many < few <= discordant)


def test_too_few_items_see_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert smallest_paired(20, 0.95, 0.05) is None
    with caplog.at_level("INFO"):
        plan_power(sizes={"leak": 100, "tiny": 5}, level=0.95, out=tmp_path / "p.json")
    rows = read_json(tmp_path / "p.json")["benchmarks"]
    assert [row["n"] for row in rows] == [100, 5]
    assert "leak (n = 100): paired" in caplog.text
    assert rows[1]["unpaired"] is None
    assert not math.isnan(rows[0]["unpaired"])


def test_the_published_cards_five_intervals_are_reproduced(capsys: pytest.CaptureFixture[str]) -> None:
    assert [published.reproduced(claim) for claim in published.CLAIMS] == [True] * 5 + [False] * 2
    assert published.contradiction() == pytest.approx(3e-9, rel=0.2)
    assert published.main() == 0
    printed = capsys.readouterr().out
    assert printed.count(": reproduced") == 5
    assert "28.0% (14/50) Wilson [17.5, 41.7]" in printed
    assert "up to 4.66% fits 1/100" in printed
