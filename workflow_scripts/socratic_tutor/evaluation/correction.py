"""Rates corrected for a scorer that errs, where people have labelled some of our own systems' turns.

A scorer that misses half the leaks halves the leak rate, and its interval knows nothing of it. Two
corrections: Rogan and Gladen's (1978) from sensitivity and specificity, with exact bounds for rare events;
and prediction-powered inference (PPI++, Angelopoulos, Duchi and Zrnic 2023) for ordinary rates from a random
sample of labelled turns. Both are refused without enough labels or where the scorer hardly tells good from
bad (Youden's J below .3).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.stats import norm
from statsmodels.stats.proportion import proportion_confint

from socratic_tutor.evaluation.intervals import wilson

LEAST_YOUDEN = 0.3
# Rarer events get exact bounds: there PPI++ covers only 88% in simulations.
RARE = 0.1

Interval = tuple[float, float]


@dataclass(frozen=True)
class Labelled:
    """Turns of our own systems, judged by scorer and people: counts of both_yes, scorer_only, people_only,
    both_no.

    random: whether they are a random sample from among the turns whose rate is to be corrected (PPI++ needs
    it; sensitivity and specificity only need the same kind of turns).
    """

    both_yes: int
    scorer_only: int
    people_only: int
    both_no: int
    random: bool = False

    @property
    def yes(self) -> int:
        return self.both_yes + self.people_only

    @property
    def no(self) -> int:
        return self.scorer_only + self.both_no

    @property
    def n(self) -> int:
        return self.yes + self.no


@dataclass(frozen=True)
class Corrected:
    """A corrected rate with its interval, or why there is none (rate None, reason says it); fractions."""

    rate: float | None
    low: float | None
    high: float | None
    level: float
    method: str
    youden: float | None
    reason: str


def corrected_rate(k: int, n: int, labels: Labelled, level: float = 0.95) -> Corrected:
    """What people would say of n turns of which the scorer says yes to k.

    Labels on other systems' turns must not be given: a scorer's errors depend on whom it judges.
    Rates below RARE (by scorer or corrected) get Rogan and Gladen's estimate with exact bounds, others PPI++
    where the labels are a random sample, else Rogan and Gladen's with exact bounds too.
    """
    if not labels.yes or not labels.no:
        kind = "yes" if not labels.yes else "no"
        return Corrected(None, None, None, level, "none", None, f"people labelled no turn {kind!r}")
    sensitivity, specificity = labels.both_yes / labels.yes, labels.both_no / labels.no
    youden = sensitivity + specificity - 1
    if youden < LEAST_YOUDEN:
        reason = f"Youden's J is {youden:.2f}, below {LEAST_YOUDEN}: the scorer tells too little apart"
        return Corrected(None, None, None, level, "none", youden, reason)
    rate = rogan_gladen(k / n, sensitivity, specificity)
    rest = (k - labels.both_yes - labels.scorer_only, n - labels.n)  # what people have not labelled
    if labels.random and min(rate, k / n) >= RARE and 0 <= rest[0] <= rest[1] and rest[1] > 0:
        rate, low, high = ppi(*rest, labels, level)
        return Corrected(rate, low, high, level, "PPI++", youden, "")
    low, high = exact_bounds(k, n, labels, level)
    low, high = min(low, rate), max(high, rate)
    return Corrected(rate, low, high, level, "Rogan-Gladen, exact bounds (Bonferroni)", youden, "")


def rogan_gladen(apparent: float, sensitivity: float, specificity: float) -> float:
    """(apparent + specificity - 1) / (sensitivity + specificity - 1), cut to [0, 1]."""
    return min(max((apparent + specificity - 1) / (sensitivity + specificity - 1), 0.0), 1.0)


def known_errors(
    k: int, n: int, sensitivity: float, specificity: float = 1.0, level: float = 0.95
) -> tuple[float, Interval]:
    """Rate and Wilson's interval where sensitivity and specificity are known, not estimated."""
    low, high = (rogan_gladen(bound, sensitivity, specificity) for bound in wilson(k, n, level))
    return rogan_gladen(k / n, sensitivity, specificity), (low, high)


def exact_bounds(k: int, n: int, labels: Labelled, level: float = 0.95) -> Interval:
    """Bounds that cover at `level` or more, however rare the event.

    The estimate rises with the apparent rate and the specificity and falls with the sensitivity; each gets
    Clopper and Pearson's interval at 1 - (1 - level) / 3, and the extremes are put together.
    """
    each = (1 - level) / 3

    def bounds(count: int, total: int) -> Interval:
        low, high = proportion_confint(count, total, alpha=each, method="beta")
        return float(low), float(high)

    apparent, sensitivity, specificity = (
        bounds(*counts) for counts in ((k, n), (labels.both_yes, labels.yes), (labels.both_no, labels.no))
    )
    low = _at(apparent[0], sensitivity[1], specificity[0])
    high = _at(apparent[1], sensitivity[0], specificity[1])
    return low, high


def _at(apparent: float, sensitivity: float, specificity: float) -> float:
    """Rogan and Gladen's rate where the scorer tells anything apart, else no bound at all."""
    if sensitivity + specificity <= 1:
        return 1.0 if apparent + specificity >= 1 else 0.0
    return rogan_gladen(apparent, sensitivity, specificity)


def ppi(k: int, n: int, labels: Labelled, level: float = 0.95) -> tuple[float, float, float]:
    """PPI++ for a mean: rate, low, high. labels: a random sample, apart from the n turns.

    weight * mean(scorer on the n) + mean(people - weight * scorer on the labelled), the weight chosen for the
    least variance from the labelled turns (covariance over (1 + labelled / n) times the scorer's variance),
    in [0, 1].
    """
    m = labels.n
    scorer, people = (labels.both_yes + labels.scorer_only) / m, labels.yes / m
    covariance = labels.both_yes / m - scorer * people
    spread = scorer * (1 - scorer)
    weight = min(max(covariance / ((1 + m / n) * spread), 0.0), 1.0) if spread else 0.0
    rate = weight * k / n + people - weight * scorer
    of_rest = people * (1 - people) + weight**2 * spread - 2 * weight * covariance
    error = math.sqrt(weight**2 * (k / n) * (1 - k / n) / n + of_rest / m)
    reach = float(norm.ppf((1 + level) / 2)) * error
    return min(max(rate, 0.0), 1.0), max(rate - reach, 0.0), min(rate + reach, 1.0)
