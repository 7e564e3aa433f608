"""Two systems on the same items."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from socratic_tutor.evaluation.comparison import holm, mcnemar, paired_difference
from socratic_tutor.evaluation.intervals import FALLBACK_ICC, design_effect, wilson
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
    assert "Tango" in found.method


def test_systems_that_pass_the_same_items_leave_as_much_doubt_as_two_that_pass_none():
    none, half = units([0] * 50), units([1] * 25 + [0] * 25)
    found = [paired_difference(values, values) for values in (none, half)]
    assert (found[0].ci_low, found[0].ci_high) == (found[1].ci_low, found[1].ci_high)
    assert found[0].ci_high == pytest.approx(wilson(0, 50)[1])


def conversations(values, turns=5):
    """Each value in every turn of a conversation."""
    return {(f"item-{i}", turn): value for i, value in enumerate(values) for turn in range(1, turns + 1)}


@pytest.mark.parametrize("value", [0, 1])
def test_turns_of_one_conversation_are_one_witness(value):
    alone = paired_difference(units([value] * 20), units([0] * 20))
    talked = paired_difference(conversations([value] * 20), conversations([0] * 20))
    assert talked.n == 100
    assert (talked.ci_low, talked.ci_high) == (alone.ci_low, alone.ci_high)


def test_conversations_that_all_differ_alike_leave_doubt_though_their_turns_differ():
    a = {(f"item-{i}", turn): int(turn == 1 + i % 5) for i in range(20) for turn in range(1, 6)}
    found = paired_difference(a, dict.fromkeys(a, 0))
    assert found.difference == pytest.approx(0.2)
    assert found.ci_low < 0.05
    assert found.ci_high > 0.35


@pytest.mark.parametrize(
    ("items", "turns", "families"), [(10, 1, 1), (10, 2, 1), (17, 5, 1), (21, 1, 3), (21, 2, 3)]
)
def test_all_against_nothing_has_an_interval_however_its_counts_round(items, turns, families):
    units = [(f"i{item}", turn) for item in range(items) for turn in range(turns)]
    family = {f"i{item}": f"f{item % families}" for item in range(items)}
    found = paired_difference(dict.fromkeys(units, 1), dict.fromkeys(units, 0), clusters=family)
    back = paired_difference(dict.fromkeys(units, 0), dict.fromkeys(units, 1), clusters=family)
    assert (found.ci_high, found.cluster_high) == pytest.approx((1, 1))
    assert (back.cluster_low, back.cluster_high) == (-found.cluster_high, -found.cluster_low)
    assert found.cluster_low < found.ci_low < 1


def test_families_that_differ_alike_count_by_the_declared_correlation():
    a = conversations([0] * 20)
    families = {f"item-{i}": f"family-{i % 3}" for i in range(20)}
    found = paired_difference(a, a, clusters=families)
    n = 20 / design_effect(list(families.values()), FALLBACK_ICC)
    assert found.clusters == 3
    assert found.cluster_high == pytest.approx(wilson(0, n)[1])
    assert found.cluster_high - found.cluster_low > 2 * (found.ci_high - found.ci_low)


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
