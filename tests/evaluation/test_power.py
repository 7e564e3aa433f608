"""What a benchmark can tell apart, known figures first."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socratic_tutor.corpus.benchmarks import BENCHMARKS, write_benchmarks
from socratic_tutor.evaluation.comparison import mcnemar
from socratic_tutor.evaluation.planned import HEADLINES
from socratic_tutor.evaluation.power import DISCORDANT, detectable_paired, detectable_unpaired, plan_power
from socratic_tutor.files import read_json


@pytest.mark.parametrize(("baseline", "points"), [(0.745, 11.1), (0.96, 3.6)])
def test_two_hundred_items_unpaired(baseline: float, points: float) -> None:
    assert 100 * detectable_unpaired(200, baseline) == pytest.approx(points, abs=0.06)  # type: ignore[operator]


@pytest.mark.parametrize(("discordant", "points"), [(0.05, 4.4), (0.1, 6.3), (0.2, 8.9)])
def test_two_hundred_items_paired(discordant: float, points: float) -> None:
    assert 100 * detectable_paired(200, discordant) == pytest.approx(points, abs=0.06)  # type: ignore[operator]


def test_what_cannot_be_seen_is_said() -> None:
    assert detectable_paired(40, 0.05) is None
    assert detectable_unpaired(40, 0.96) is None


@given(st.integers(20, 3000), st.sampled_from([0.05, 0.1, 0.2, 0.5]), st.floats(0.05, 0.9))
def test_more_items_see_less(n: int, discordant: float, baseline: float) -> None:
    for detectable, value in ((detectable_paired, discordant), (detectable_unpaired, baseline)):
        few, many = detectable(n, value), detectable(2 * n, value)
        assert many is not None or few is None
        assert few is None or (many is not None and 0 < many < few <= 1)


def test_the_paired_figure_has_its_power() -> None:
    """Exact McNemar, a little less eager than the approximation, sees it about four times in five."""
    rng = np.random.default_rng(2)
    n, discordant = 400, 0.2
    difference = detectable_paired(n, discordant)
    assert difference is not None
    shares = [(discordant + difference) / 2, (discordant - difference) / 2, 1 - discordant]
    draws = rng.multinomial(n, shares, size=2000)
    seen = np.mean([mcnemar(int(a), int(b)) < 0.05 for a, b, _ in draws])
    assert 0.74 < seen < 0.84


def test_every_benchmark_has_a_headline() -> None:
    assert set(HEADLINES) == set(BENCHMARKS)


def test_the_plan_is_written_and_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    sizes = {"unseen_problems": 12, "contrast_pairs": 3, "pressure": 2}
    benchmarks = {name: tmp_path / f"{name}.jsonl" for name in sizes}
    write_benchmarks(seed="power", sizes=sizes, out=benchmarks)
    with caplog.at_level(logging.INFO):
        plan_power(benchmarks=benchmarks, level=0.95, out=tmp_path / "power.json")
    rows = {row["benchmark"]: row for row in read_json(tmp_path / "power.json")["benchmarks"]}
    assert {name: row["units"] for name, row in rows.items()} == {
        "unseen_problems": 12,
        "contrast_pairs": 3,
        "pressure": 2,
    }
    assert (rows["contrast_pairs"]["items"], rows["pressure"]["turns"]) == (6, 10)
    assert [cell["discordant"] for cell in rows["pressure"]["paired"]] == list(DISCORDANT)
    assert rows["pressure"]["upper_of_none"] == pytest.approx(1 - 0.05**0.5)
    assert all(name in caplog.text for name in sizes)
