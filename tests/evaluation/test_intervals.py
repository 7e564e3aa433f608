"""Intervals: known figures, coverage by exact enumeration, and what happens at 0 and 100%."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar
from scipy.stats import binom, norm

from socratic_tutor.evaluation.intervals import (
    FALLBACK_ICC,
    clustered_wilson,
    exact_upper,
    intraclass_correlation,
    tango,
    wilson,
)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(200, 200, 98.1, 100), (149, 200, 68.0, 80.0), (192, 200, 92.3, 98.0), (1, 100, 0.18, 5.45)],
)
def test_wilson_gives_the_published_figures(k, n, low, high):
    places = 2 if k == 1 else 1
    assert tuple(round(100 * bound, places) for bound in wilson(k, n)) == (low, high)


def test_exact_upper_bounds():
    assert exact_upper(0, 600) == pytest.approx(1 - 0.05 ** (1 / 600))
    assert exact_upper(1, 100) == pytest.approx(0.046559, abs=1e-5)
    assert exact_upper(5, 5) == 1.0


@pytest.mark.parametrize(("n", "least", "mean"), [(50, 0.909, 0.94), (200, 0.918, 0.945)])
def test_wilson_covers_by_exact_enumeration(n, least, mean):
    bounds = np.array([wilson(k, n) for k in range(n + 1)])
    rates = np.linspace(0.005, 0.995, 199)
    covered = [
        binom.pmf(np.arange(n + 1), n, p)[(bounds[:, 0] <= p) & (p <= bounds[:, 1])].sum() for p in rates
    ]
    assert min(covered) >= least
    assert np.mean(covered) >= mean


def test_the_exact_bound_never_covers_too_little():
    n = 100
    bounds = np.array([exact_upper(k, n) for k in range(n + 1)])
    for p in np.linspace(0.002, 0.2, 100):
        assert binom.pmf(np.arange(n + 1), n, p)[bounds >= p].sum() >= 0.95 - 1e-9


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.floats(0.5, 0.999))
def test_wilson_holds_the_rate_and_mirrors(counts, level):
    k, n = counts
    low, high = wilson(k, n, level)
    assert 0 <= low <= k / n <= high <= 1
    assert low < high
    mirrored = wilson(n - k, n, level)
    assert (1 - mirrored[1], 1 - mirrored[0]) == pytest.approx((low, high), abs=1e-9)
    assert exact_upper(k, n, level) >= k / n


@given(st.lists(st.lists(st.integers(0, 1), min_size=1, max_size=6), min_size=1, max_size=12))
def test_clusters_never_narrow_the_interval(groups):
    found = clustered_wilson({str(i): group for i, group in enumerate(groups)})
    n, k = sum(map(len, groups)), sum(map(sum, groups))
    low, high = wilson(k, n)
    assert found.design_effect >= 1
    assert found.low <= low + 1e-12
    assert found.high >= high - 1e-12
    assert found.clusters == len(groups)


def test_singletons_have_no_design_effect():
    assert clustered_wilson({str(i): [i % 2] for i in range(20)}).design_effect == 1


def test_equal_clusters_correlate_fully():
    groups = {str(i): [i % 2] * 5 for i in range(20)}
    found = clustered_wilson(groups)
    assert found.icc == pytest.approx(1)
    assert (found.low, found.high) == pytest.approx(wilson(10, 20))


@pytest.mark.parametrize("value", [0, 1])
def test_without_variation_the_declared_fallback_is_used(value):
    found = clustered_wilson({str(i): [value] * 5 for i in range(40)})
    assert not found.icc_estimated
    assert found.icc == FALLBACK_ICC
    assert found.design_effect == pytest.approx(1 + 4 * FALLBACK_ICC)


def test_independent_values_have_little_correlation():
    rng = np.random.default_rng(1)
    groups = [list(map(int, rng.integers(0, 2, 20))) for _ in range(200)]
    assert intraclass_correlation(groups) == pytest.approx(0, abs=0.02)


@pytest.mark.parametrize(("k", "n", "level"), [(1, 0, 0.95), (3, 2, 0.95), (-1, 2, 0.95), (1, 2, 95)])
def test_what_is_no_rate_is_refused(k, n, level):
    with pytest.raises(ValueError, match=r"rate|level"):
        wilson(k, n, level)


def score_statistic(gained, lost, n, difference):
    """(difference found - difference) by its deviation where the likelihood is highest, found by search."""

    def against(lose):  # gained ~ difference + lose, lost ~ lose, the rest neither
        chances = (difference + lose, lose, 1 - difference - 2 * lose)
        counts = (gained, lost, n - gained - lost)
        return -sum(k * np.log(p) for k, p in zip(counts, chances, strict=True) if k)

    bounds = (max(0.0, -difference), (1 - difference) / 2)
    lose = minimize_scalar(against, bounds=bounds, method="bounded", options={"xatol": 1e-12}).x
    variance = (difference + 2 * lose - difference**2) / n
    return ((gained - lost) / n - difference) / np.sqrt(variance)


@pytest.mark.parametrize(
    ("gained", "lost", "n"), [(9, 2, 40), (3, 3, 25), (1, 7, 12), (5, 1, 200), (2.5, 1, 9)]
)
def test_the_bounds_of_a_paired_difference_are_where_the_score_test_turns(gained, lost, n):
    low, high = tango(gained, lost, n)
    assert score_statistic(gained, lost, n, low) == pytest.approx(norm.ppf(0.975), abs=1e-4)
    assert score_statistic(gained, lost, n, high) == pytest.approx(norm.ppf(0.025), abs=1e-4)


@pytest.mark.parametrize("n", [1, 7.4, 20, 200])
def test_pairs_that_all_go_one_way_have_bounds_in_closed_form(n):
    doubt = wilson(0, n)[1]
    assert tango(0, 0, n) == pytest.approx((-doubt, doubt))
    assert tango(n, 0, n) == pytest.approx((1 - 2 * doubt, 1))
    assert tango(0, n, n) == pytest.approx((-1, 2 * doubt - 1))
