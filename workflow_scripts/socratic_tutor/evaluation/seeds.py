"""Several training seeds of one run: how far they lie apart, and what they say about the run.

Two things vary: the adapters (seeds) and the items. Their variances are estimated apart, each by its own
clusters (sandwich with the factor G / (G - 1)), and added; the sum counts the residual twice and so errs to
the wide side. Degrees of freedom after Satterthwaite (1946): with few seeds that differ the interval is as
wide as a t interval over the seeds, with seeds that agree it is that of the items.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import norm, t

from socratic_tutor.evaluation.intervals import FALLBACK_ICC, design_effect, wilson
from socratic_tutor.evaluation.planned import run_and_seed
from socratic_tutor.evaluation.rates import Unit, Values
from socratic_tutor.files import InputError

_NOTHING = 1e-12  # a variance that is rounding


@dataclass(frozen=True)
class SeedSpread:
    """The rates of one run's adapters, as fractions.

    sd: between seeds, with n - 1; None for one seed. ci_low, ci_high: for the run's rate over seeds and
    items; None for one seed, which supports this adapter only.
    """

    seeds: int
    n: int
    rate: float
    sd: float | None
    lowest: float
    highest: float
    ci_low: float | None
    ci_high: float | None
    level: float
    method: str


@dataclass(frozen=True)
class SeedsDifference:
    """Mean rate of one run's adapters minus another's; p_value two-sided."""

    difference: float
    ci_low: float
    ci_high: float
    p_value: float
    seeds_a: int
    seeds_b: int
    n: int
    level: float
    method: str


def seeds_of_runs(systems: Sequence[str]) -> dict[str, dict[int, str]]:
    """run -> seed -> system, in the order of the seeds; systems without a seed are left out."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for system in systems:
        if named := run_and_seed(system):
            found[named[0]][named[1]] = system
    return {run: dict(sorted(seeds.items())) for run, seeds in found.items()}


def seed_spread(
    values: Sequence[Values], *, level: float = 0.95, clusters: Mapping[Unit, str] | None = None
) -> SeedSpread:
    """The spread of one metric over seeds; values: of each seed, unit by unit, for the same units.

    clusters: unit -> cluster name (its family); without it each item, with all its turns, is its own. Where
    no seed and no item differs (0% or 100% throughout) nothing can be estimated, and the interval is Wilson's
    for the items (not their turns) with the declared within-cluster correlation.
    """
    table, names, independent = _table(values, clusters)
    rates = table.mean(axis=1)
    rate = float(table.mean())
    low = high = None
    sd, method = None, "one seed supports this adapter only"
    if len(rates) > 1:
        sd = float(table.sum(axis=1).std(ddof=1)) / table.shape[1]  # of counts: equal rates give exactly 0
        variance, freedom = _variance(rates, table.mean(axis=0), names)
        low, high = _interval(rate, variance, freedom, independent, level)
        method = "wilson, effective n of seeds and items"
    return SeedSpread(
        seeds=len(rates),
        n=table.shape[1],
        rate=rate,
        sd=sd,
        lowest=float(rates.min()),
        highest=float(rates.max()),
        ci_low=low,
        ci_high=high,
        level=level,
        method=method,
    )


def seeds_difference(
    a: Sequence[Values],
    b: Sequence[Values],
    *,
    level: float = 0.95,
    clusters: Mapping[Unit, str] | None = None,
) -> SeedsDifference:
    """Run a minus run b, paired by item, both over several seeds; a fixed system is given as one "seed".

    The variance is that of a's seeds, of b's seeds and of the items' mean differences, added. Seeds of the
    same number see the same batches; that they may agree for it is not used.
    """
    table, names, independent = _table([*a, *b], clusters)
    left, right = table[: len(a)], table[len(a) :]
    by_unit = left.mean(axis=0) - right.mean(axis=0)
    difference = float(by_unit.mean())
    parts = [_items_part(by_unit, names)]
    parts += [_seeds_part(side.mean(axis=1)) for side in (left, right) if len(side) > 1]
    variance, freedom = _sum(parts)
    if variance < _NOTHING:
        # every unit differs alike: as if one more item had gone the other way
        variance, freedom = (1 + abs(difference)) ** 2 / independent**2, max(independent - 1, 1)
    error = math.sqrt(variance)
    reach = float(t.ppf((1 + level) / 2, freedom)) * error
    return SeedsDifference(
        difference=difference,
        ci_low=max(-1.0, difference - reach),
        ci_high=min(1.0, difference + reach),
        p_value=float(2 * t.sf(abs(difference) / error, freedom)),
        seeds_a=len(a),
        seeds_b=len(b),
        n=len(by_unit),
        level=level,
        method="t, variance of seeds and items added, Satterthwaite",
    )


def _table(
    values: Sequence[Values], clusters: Mapping[Unit, str] | None
) -> tuple[np.ndarray, list[str], float]:
    """Scores as seeds x units, the clusters' names, and how many independent items the units count for where
    nothing varies; units not judged for a seed are left out."""
    if not values:
        raise InputError("seeds: no scores were given")
    for other in values[1:]:
        if missing := sorted(map(str, set(values[0]) ^ set(other))):
            raise InputError(f"seeds: {missing[0]} was scored for some of the systems only; score all again")
    units = sorted((u for u in values[0] if all(of[u] is not None for of in values)), key=str)
    if not units:
        raise InputError("seeds: no item was judged for all systems")
    table = np.array([[of[unit] for unit in units] for of in values], dtype=float)
    of_item = {unit[0]: clusters[unit] if clusters else unit[0] for unit in units}
    independent = len(of_item) / design_effect(list(of_item.values()), FALLBACK_ICC)
    return table, [of_item[item] for item, _ in units], independent


def _seeds_part(rates: np.ndarray) -> tuple[float, int]:
    return float(rates.var(ddof=1)) / len(rates), len(rates) - 1


def _items_part(by_unit: np.ndarray, names: Sequence[str]) -> tuple[float, int]:
    _, cluster = np.unique(np.array(names), return_inverse=True)
    sums = np.bincount(cluster, weights=by_unit - by_unit.mean())
    number = len(sums)
    if number < 2:  # no clusters to learn from: that of items, widened as rates are (METRICS)
        effect = design_effect(list(names), FALLBACK_ICC)
        return effect * float(by_unit.var(ddof=1)) / len(by_unit) if len(by_unit) > 1 else 0.0, 1
    return number / (number - 1) * float((sums**2).sum()) / len(by_unit) ** 2, number - 1


def _sum(parts: Sequence[tuple[float, int]]) -> tuple[float, float]:
    total = sum(variance for variance, _ in parts)
    spread = sum(variance**2 / freedom for variance, freedom in parts)
    return total, (total**2 / spread if spread > 0 else 1.0)


def _variance(rates: np.ndarray, by_unit: np.ndarray, names: Sequence[str]) -> tuple[float, float]:
    return _sum([_seeds_part(rates), _items_part(by_unit, names)])


def _interval(
    rate: float, variance: float, freedom: float, independent: float, level: float
) -> tuple[float, float]:
    """Wilson's interval whose n gives this variance, widened to t's quantile (Korn and Graubard 1998)."""
    if variance < _NOTHING:
        n = independent
    else:
        quantile = norm.ppf((1 + level) / 2) / t.ppf((1 + level) / 2, freedom)
        n = rate * (1 - rate) / variance * float(quantile) ** 2
    return wilson(rate * n, n, level)
