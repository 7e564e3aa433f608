"""The percentile bootstrap: computed where it can be, and drawn where groups differ in size."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import bootstrap

from socratic_tutor.evaluation.bootstrap import percentile_interval

sums_of_equal_groups = st.lists(st.integers(-3, 3), min_size=2, max_size=5)


@settings(deadline=None, max_examples=50)
@given(sums_of_equal_groups, st.sampled_from([0.5, 0.8, 0.95]))
def test_the_exact_law_is_that_of_all_resamples(sums: list[int], level: float) -> None:
    """Every one of the n**n resamples is as likely; no more than the tail lies beyond either end."""
    found = percentile_interval(np.array(sums), np.full(len(sums), 3), level)
    means = np.array([sum(drawn) / (3 * len(sums)) for drawn in product(sums, repeat=len(sums))])
    tail = (1 - level) / 2
    for end, outside in ((found[0], means < found[0] - 1e-9), (found[1], means > found[1] + 1e-9)):
        assert outside.mean() < tail + 1e-9
        assert np.isclose(means, end).any()
    assert (means <= found[0] + 1e-9).mean() >= tail - 1e-9
    assert (means >= found[1] - 1e-9).mean() >= tail - 1e-9


def test_drawn_and_computed_agree() -> None:
    """One group of another size among many makes the interval a drawn one; it can hardly move it."""
    sums = np.array([1] * 60 + [0] * 120 + [-1] * 20)
    sizes = np.ones(200, dtype=int)
    exact = percentile_interval(sums, sizes, 0.95)
    sizes[100] = 2
    drawn = percentile_interval(sums, sizes, 0.95)
    assert (exact[2], drawn[2]) == ("computed exactly", "10000 resamples")
    assert drawn[:2] == pytest.approx(exact[:2], abs=0.01)


def test_ratios_are_scipys() -> None:
    stream = np.random.default_rng(7)
    sizes = stream.integers(1, 6, size=40)
    sums = stream.integers(-sizes, sizes + 1)
    low, high, _ = percentile_interval(sums, sizes, 0.9)
    theirs = bootstrap(
        (sums, sizes),
        lambda s, m, axis: s.sum(axis) / m.sum(axis),
        paired=True,
        confidence_level=0.9,
        method="percentile",
        n_resamples=10_000,
        rng=np.random.default_rng(3),
    ).confidence_interval
    assert (low, high) == pytest.approx((theirs.low, theirs.high), abs=0.02)


def test_turning_the_sign_turns_the_interval() -> None:
    sums, sizes = np.array([3, 1, 0, -1, 2, 0, 0]), np.array([3, 1, 2, 1, 2, 2, 5])
    low, high, _ = percentile_interval(sums, sizes, 0.95)
    back = percentile_interval(-sums, sizes, 0.95)
    assert back[:2] == pytest.approx((-high, -low), abs=1e-12)
