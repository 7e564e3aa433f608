"""Our statistics against pingouin, which shares no code with statsmodels, and scipy's own intervals.

Ours stand on scipy.stats.beta and binomtest and on statsmodels' proportion_confint and multipletests.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pingouin
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from socratic_tutor.evaluation.comparison import holm, mcnemar
from socratic_tutor.evaluation.intervals import exact_upper, intraclass_correlation, wilson

COUNTS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
LEVELS = st.sampled_from([0.8, 0.9, 0.95, 0.99])


@given(COUNTS, LEVELS)
def test_wilson_is_scipys(counts: tuple[int, int], level: float) -> None:
    k, n = counts
    theirs = binomtest(k, n).proportion_ci(level, method="wilson")
    assert wilson(k, n, level) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@given(COUNTS, LEVELS)
def test_the_exact_bound_is_scipys_one_sided_interval(counts: tuple[int, int], level: float) -> None:
    k, n = counts
    theirs = binomtest(k, n, alternative="less").proportion_ci(level, method="exact")
    assert exact_upper(k, n, level) == pytest.approx(theirs.high, abs=1e-9)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 20), st.integers(0, 20))
def test_mcnemar_is_pingouins_exact_test(a_only: int, b_only: int, both: int, neither: int) -> None:
    if a_only + b_only == 0:
        return  # pingouin divides by their sum; ours is 1, as nothing differs
    pairs = [(1, 0)] * a_only + [(0, 1)] * b_only + [(1, 1)] * (both + 1) + [(0, 0)] * (neither + 1)
    _, stats = pingouin.chi2_mcnemar(pd.DataFrame(pairs, columns=["a", "b"]), "a", "b")
    assert mcnemar(a_only, b_only) == pytest.approx(stats.loc["mcnemar"].filter(regex="exact").iloc[0])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_holm_is_pingouins(p_values: list[float]) -> None:
    _, theirs = pingouin.multicomp(p_values, method="holm")
    assert holm(p_values) == pytest.approx(list(theirs), abs=1e-12)


@pytest.mark.parametrize("seed", range(10))
def test_the_correlation_within_clusters_is_the_one_way_icc(seed: int) -> None:
    """For clusters of one size the estimate is ICC(1,1) of Shrout and Fleiss (1979)."""
    random = np.random.default_rng(seed)
    values = (random.random((20, 6)) < random.beta(2, 2, size=(20, 1))).astype(int)
    long = pd.DataFrame(
        [(f"cluster {i}", j, x) for i, row in enumerate(values) for j, x in enumerate(row)],
        columns=["cluster", "place", "value"],
    )
    theirs = pingouin.intraclass_corr(long, targets="cluster", raters="place", ratings="value").iloc[0]
    assert str(theirs["Type"]).replace("(", "").startswith("ICC1")
    found = intraclass_correlation(values.tolist())
    assert found == pytest.approx(max(0.0, float(theirs["ICC"])), abs=1e-6)
