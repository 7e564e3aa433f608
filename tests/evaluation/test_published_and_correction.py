"""The published card's numbers through our statistics, and rates corrected for a scorer that errs."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socratic_tutor.evaluation.correction import (
    LEAST_YOUDEN,
    Labelled,
    corrected_rate,
    exact_bounds,
    known_errors,
    ppi,
    rogan_gladen,
)
from socratic_tutor.evaluation.intervals import exact_upper
from socratic_tutor.evaluation.published import (
    CLAIMS,
    contradiction,
    interval,
    needed_for_below,
    report,
    reproduced,
)


def test_the_five_published_intervals_are_reproduced() -> None:
    assert [reproduced(claim) for claim in CLAIMS] == [True] * 5 + [None] * 2


@pytest.mark.parametrize(("place", "low", "high"), [(5, 17.47, 41.67), (6, 54.19, 79.24)])
def test_the_rows_without_an_interval_get_one(place: int, low: float, high: float) -> None:
    assert interval(CLAIMS[place]) == (pytest.approx(low, abs=0.005), pytest.approx(high, abs=0.005))


def test_what_its_numbers_cannot_both_be_and_cannot_say() -> None:
    assert contradiction() == pytest.approx(2.7e-9, rel=0.02)
    assert exact_upper(1, 100) == pytest.approx(0.0466, abs=5e-5)
    assert exact_upper(0, 200) == pytest.approx(0.0149, abs=5e-5)
    assert needed_for_below(0.01) == 299


def test_a_number_that_is_not_theirs_is_noticed() -> None:
    other = CLAIMS[1].__class__("x", 150, 200, (68, 80))
    assert reproduced(other) is False


def test_the_command_prints_them() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "socratic_tutor.evaluation.published"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": "workflow_scripts"},
    )
    assert done.stdout.splitlines() == report()
    assert done.stdout.count(": reproduced") == 5
    assert "p = 3e-09" in done.stdout


@pytest.mark.parametrize(
    ("sensitivity", "rate", "low", "high"), [(0.5, 2.0, 0.35, 10.9), (0.3, 3.3, 0.6, 18.2)]
)
def test_one_leak_in_a_hundred_by_a_matcher_that_misses_most(
    sensitivity: float, rate: float, low: float, high: float
) -> None:
    found, bounds = known_errors(1, 100, sensitivity)
    rounded = (
        round(100 * found, 1),
        round(100 * bounds[0], 2 if low < 0.5 else 1),
        round(100 * bounds[1], 1),
    )
    assert rounded == (rate, low, high)


def sample(
    rng: np.random.Generator, n: int, rate: float, sensitivity: float, specificity: float
) -> np.ndarray:
    """people and scorer, n x 2."""
    people = rng.random(n) < rate
    scorer = np.where(people, rng.random(n) < sensitivity, rng.random(n) >= specificity)
    return np.stack([people, scorer], axis=1)


def labelled(rows: np.ndarray) -> Labelled:
    people, scorer = rows[:, 0], rows[:, 1]
    return Labelled(
        int((people & scorer).sum()),
        int((~people & scorer).sum()),
        int((people & ~scorer).sum()),
        int((~people & ~scorer).sum()),
        random=True,
    )


def test_a_scorer_alone_misleads_and_labels_mend_it() -> None:
    """True 60%, sensitivity .95, specificity .60, 2,000 turns, 100 of them labelled."""
    rng = np.random.default_rng(5)
    covered, widths = [], []
    for _ in range(400):
        rows = sample(rng, 2000, 0.6, 0.95, 0.6)
        found = corrected_rate(int(rows[:, 1].sum()), 2000, labelled(rows[:100]))
        if found.low is None or found.high is None:  # by chance J came out below .3
            continue
        assert found.method == "PPI++"
        covered.append(found.low <= 0.6 <= found.high)
        widths.append(found.high - found.low)
    assert len(covered) > 390
    assert np.mean(covered) >= 0.92
    assert 0.14 < np.mean(widths) < 0.17  # people alone: .187


def test_rare_events_get_exact_bounds_that_cover() -> None:
    """True 4%, sensitivity .7, where the normal approximation of PPI++ covers too little."""
    rng = np.random.default_rng(6)
    covered = 0
    for _ in range(200):
        labels = sample(rng, 300, 0.1, 0.7, 0.98)
        rows = sample(rng, 600, 0.04, 0.7, 0.98)
        found = corrected_rate(int(rows[:, 1].sum()), 600, labelled(labels))
        assert "exact" in found.method
        assert found.low is not None
        assert found.high is not None
        covered += found.low <= 0.04 <= found.high
    assert covered / 200 >= 0.95


def test_without_a_scorer_that_tells_apart_there_is_no_corrected_rate() -> None:
    weak = corrected_rate(10, 100, Labelled(5, 25, 5, 30))
    assert weak.rate is None
    assert weak.youden is not None
    assert weak.youden < LEAST_YOUDEN
    assert "Youden" in weak.reason
    assert corrected_rate(10, 100, Labelled(0, 3, 0, 30)).reason == "people labelled no turn 'yes'"
    assert corrected_rate(10, 100, Labelled(3, 0, 3, 0)).reason == "people labelled no turn 'no'"


def test_a_perfect_scorer_changes_nothing() -> None:
    perfect = Labelled(50, 0, 0, 50, random=True)
    assert corrected_rate(600, 1000, perfect).rate == pytest.approx(0.6, abs=0.02)
    assert ppi(600, 1000, perfect, 0.95)[0] == pytest.approx(0.6, abs=0.02)
    assert rogan_gladen(0.3, 1, 1) == pytest.approx(0.3)


@given(
    st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.tuples(*[st.integers(0, 60)] * 4),
    st.booleans(),
)
def test_corrected_bounds_hold_the_rate(
    counts: tuple[int, int], table: tuple[int, int, int, int], random: bool
) -> None:
    found = corrected_rate(*counts, Labelled(*table, random=random))
    if found.rate is None:
        assert found.reason
        return
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.rate <= found.high <= 1


@given(st.integers(0, 99), st.integers(1, 40), st.integers(0, 40), st.integers(0, 40), st.integers(1, 40))
def test_more_events_never_lower_the_exact_bounds(k: int, a: int, b: int, c: int, d: int) -> None:
    labels = Labelled(a, b, c, d)
    less, more = exact_bounds(k, 100, labels), exact_bounds(k + 1, 100, labels)
    assert less[0] <= more[0] + 1e-12
    assert less[1] <= more[1] + 1e-12
