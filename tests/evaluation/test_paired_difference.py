"""Two systems on the same items."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from socratic_tutor.evaluation.comparison import holm, mcnemar, paired_difference
from socratic_tutor.files import InputError


def units(values):
    return {(f"item-{i}", 1): value for i, value in enumerate(values)}


def test_mcnemar_is_exact():
    assert mcnemar(0, 0) == 1
    assert mcnemar(10, 2) == pytest.approx(0.038574, abs=1e-6)
    assert mcnemar(2, 10) == mcnemar(10, 2)
    assert mcnemar(1, 0) == 1


def test_holm_multiplies_the_smallest_most():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([]) == []


def test_the_difference_and_its_interval():
    a, b = units([1] * 80 + [0] * 20), units([1] * 50 + [0] * 50)
    found = paired_difference(a, b)
    assert (found.n, found.a_only, found.b_only) == (100, 30, 0)
    assert found.difference == pytest.approx(0.3)
    # the exact bootstrap law is binomial(100, .3): its 2.5% and 97.5% points
    assert (found.ci_low, found.ci_high) == tuple(binom.ppf([0.025, 0.975], 100, 0.3) / 100)
    assert found.clusters is None


def test_the_order_of_the_units_decides_nothing():
    a, b = units([1, 0, 1, 1, 0, 1] * 10), units([0, 1, 1, 0, 0, 0] * 10)
    clusters = {item: item[-1] for item, _ in a}
    again = paired_difference(dict(reversed(a.items())), b, clusters=clusters)
    assert paired_difference(a, b, clusters=clusters) == again


def test_clusters_widen_what_varies_between_them():
    a = units([1] * 50 + [0] * 50)
    b = units([0] * 50 + [1] * 5 + [0] * 45)
    found = paired_difference(a, b, clusters={item: str(i // 9) for i, (item, _) in enumerate(a)})
    assert found.clusters == 12
    assert found.cluster_high - found.cluster_low > found.ci_high - found.ci_low


@pytest.mark.parametrize(("left", "right", "difference"), [(1, 1, 0), (1, 0, 1), (0, 1, -1)])
def test_no_spread_still_leaves_doubt(left, right, difference):
    found = paired_difference(units([left] * 50), units([right] * 50))
    assert found.difference == difference
    assert found.ci_low < found.ci_high
    assert "Newcombe" in found.method


def test_units_must_be_the_same_and_judged():
    with pytest.raises(InputError, match="item-2"):
        paired_difference(units([1, 1, 1]), units([1, 1]))
    with pytest.raises(InputError, match="no item"):
        paired_difference(units([None]), units([1]))


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.sampled_from([0, 1, None]), st.sampled_from([0, 1])), min_size=2, max_size=40))
def test_swapping_the_systems_turns_the_sign(pairs):
    a, b = units([p[0] for p in pairs]), units([p[1] for p in pairs])
    if all(value is None for value in a.values()):
        return
    there = paired_difference(a, b)
    back = paired_difference(b, a)
    assert there.difference == pytest.approx(-back.difference)
    assert (there.ci_low, there.ci_high) == pytest.approx((-back.ci_high, -back.ci_low), abs=1e-9)
    assert there.p_value == pytest.approx(back.p_value)
    assert there.ci_low - 1e-9 <= there.difference <= there.ci_high + 1e-9
    assert there.n == sum(value is not None for value in a.values())
