"""What a comparison of these sizes can see: the smallest detectable difference, before anything is generated.

Two-sided tests with 80% power. Paired, as systems are compared: the exact McNemar test when a share of the
items is discordant, at 1 - level for a comparison by itself, and at Holm's first step, (1 - level) / number
of comparisons, for one of the declared family. Unpaired, for what pairing saves: two rates over n items each
at 1 - level (normal approximation with Cohen's h, statsmodels).
"""

from __future__ import annotations

import logging
import math
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import brentq
from scipy.stats import binom
from statsmodels.stats.power import NormalIndPower

from socratic_tutor.evaluation.planned import JOINT, PLANNED
from socratic_tutor.files import write_json

POWER = 0.80
REFERENCE_RATE = 0.75
DISCORDANT = (0.05, 0.10, 0.20)
log = logging.getLogger(__name__)


def smallest_unpaired(n: int, level: float, rate: float = REFERENCE_RATE) -> float | None:
    """How much above `rate` a second rate must lie, as a fraction; None where not even 1 is told from it."""
    effect = float(NormalIndPower().solve_power(nobs1=n, alpha=1 - level, power=POWER, ratio=1.0))
    angle = 2 * math.asin(math.sqrt(rate)) + effect
    return math.sin(angle / 2) ** 2 - rate if angle < math.pi else None


def smallest_paired(n: int, alpha: float, discordant: float) -> float | None:
    """The difference of two rates over the same n items, a share of them discordant; None beyond that share.

    The least difference of which the exact McNemar test, as `comparison.mcnemar` does it, is sure enough: its
    power is summed over the possible numbers of discordant items, and rises with the difference.
    """
    if _power(n, alpha, discordant, discordant) < POWER:
        return None
    return float(brentq(lambda x: _power(n, alpha, discordant, x) - POWER, 0.0, discordant, xtol=1e-9))


def _power(n: int, alpha: float, discordant: float, difference: float) -> float:
    """P(p < alpha): the number of discordant items is binomial, and so is how many of them the better one
    passes; the two-sided p value is twice the smaller tail."""
    counts = np.arange(n + 1)
    lost = binom.ppf(alpha / 2, counts, 0.5)
    lost = np.where(
        2 * binom.cdf(lost, counts, 0.5) < alpha, lost, lost - 1
    )  # so few or fewer are significant
    better = (1 + difference / discordant) / 2
    rejected = binom.cdf(lost, counts, 1 - better) + binom.cdf(lost, counts, better)
    return float(binom.pmf(counts, n, discordant) @ rejected)


def comparisons(benchmarks: Collection[str]) -> int:
    """How many p values Holm's correction adjusts together for two systems on these benchmarks."""
    return sum(benchmark in benchmarks for benchmark, _ in (*PLANNED, *JOINT))


def plan_power(*, sizes: Mapping[str, int], level: float, out: Path) -> None:
    """Write and log the smallest detectable differences of each benchmark.

    sizes: the independent units of each: items, pairs, or conversations. Writes {"level", "power", "rate",
    "comparisons", "benchmarks"}; paired is of one comparison by itself, paired_holm of Holm's first step,
    the strictest, by the share of discordant units.
    """
    alpha, family = 1 - level, max(comparisons(sizes), 1)
    rows: list[dict[str, Any]] = []
    for benchmark, n in sizes.items():
        row: dict[str, Any] = {"benchmark": benchmark, "n": n, "unpaired": smallest_unpaired(n, level)}
        for name, at in (("paired", alpha), ("paired_holm", alpha / family)):
            row[name] = {f"{share:.0%}": smallest_paired(n, at, share) for share in DISCORDANT}
        rows.append(row)
    plan = {"level": level, "power": POWER, "rate": REFERENCE_RATE, "comparisons": family}
    write_json(out, {**plan, "benchmarks": rows})
    log.info("Smallest differences (points) that %.0f%% power can see, exact McNemar test:", 100 * POWER)
    log.info("  (by itself, p < %.2g / first of %d after Holm, p < %.2g)", alpha, family, alpha / family)
    for row in rows:
        seen = ", ".join(
            f"{_points(row['paired'][share])} / {_points(row['paired_holm'][share])} if {share} differ"
            for share in row["paired"]
        )
        log.info(
            "  %s (n = %d): paired %s; unpaired %s",
            row["benchmark"],
            row["n"],
            seen,
            _points(row["unpaired"]),
        )


def _points(value: float | None) -> str:
    return "none" if value is None else f"{100 * value:.1f}"
