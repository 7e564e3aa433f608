"""What the benchmarks can tell apart, before anything is generated: smallest detectable differences.

A benchmark that sees 20 points and no less should say so before an hour is spent on it, and not after.
statsmodels solves for the effect; two-sided tests at 1 - level, power POWER.
"""

from __future__ import annotations

import logging
import math
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scipy.optimize import brentq
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import proportion_effectsize

from socratic_tutor.evaluation.intervals import FALLBACK_ICC, design_effect, exact_upper
from socratic_tutor.evaluation.planned import HEADLINES
from socratic_tutor.files import write_json
from socratic_tutor.items import read_items, turns_of

POWER = 0.8
# Rates to start from: the published card's relevance and avoidance, and a coin's.
BASELINES = (0.5, 0.745, 0.96)
# Shares of items on which the two systems differ.
DISCORDANT = (0.05, 0.1, 0.2)

log = logging.getLogger(__name__)


def detectable_unpaired(n: float, baseline: float, level: float = 0.95) -> float | None:
    """Smallest rise above `baseline` seen with n items for each system, other items; None: 100% is too near.

    By Cohen's (1988) h, the difference of arcsine-transformed rates.
    """
    h = float(NormalIndPower().solve_power(nobs1=n, alpha=1 - level, power=POWER, alternative="two-sided"))
    if proportion_effectsize(1.0, baseline) < h:
        return None
    return float(brentq(lambda rate: proportion_effectsize(rate, baseline) - h, baseline, 1.0)) - baseline


def detectable_paired(n: float, discordant: float, level: float = 0.95) -> float | None:
    """Smallest difference seen on the same n items when this share of them comes out differently.

    McNemar's test as a one-sample test of differences whose variance is the discordant share (Connor 1987,
    without the small term of the squared difference). None where it would be more than that share: not
    detectable.
    """
    test = NormalIndPower()
    effect = float(test.solve_power(nobs1=n, alpha=1 - level, power=POWER, ratio=0, alternative="two-sided"))
    difference = effect * math.sqrt(discordant)
    return difference if difference <= discordant else None


def plan_power(*, benchmarks: Mapping[str, Path], level: float, out: Path) -> None:
    """Write {"level", "power", "icc", "benchmarks": [...]} and print a table.

    benchmarks: name -> file. Each row: {"benchmark", "metric": its headline, "items", "turns", "families",
    "design_effect" (assumed: the declared within-family correlation), "effective_n", "unpaired":
    [{"baseline", "difference", "difference_effective_n"}], "paired": [{"discordant", ...}], "upper_of_none":
    the exact one-sided upper bound if not one of the items fails, for what counts rare faults}. None: not
    detectable.
    """
    rows = [_row(name, path, level) for name, path in benchmarks.items()]
    write_json(out, {"level": level, "power": POWER, "icc": FALLBACK_ICC, "benchmarks": rows})
    for line in table(rows, level):
        log.info("%s", line)


def _row(name: str, path: Path, level: float) -> dict[str, Any]:
    items = read_items(path)
    units = {item.pair or item.id: item.family for item in items.values()}
    effect = design_effect(list(units.values()), FALLBACK_ICC)
    n = len(units)

    def both(detectable: Any, value: float) -> dict[str, float | None]:
        return {
            "difference": detectable(n, value, level),
            "difference_effective_n": detectable(n / effect, value, level),
        }

    return {
        "benchmark": name,
        "metric": HEADLINES[name],
        "items": len(items),
        "turns": sum(len(turns_of(item)) for item in items.values()),
        "units": n,
        "families": len(Counter(units.values())),
        "design_effect": effect,
        "effective_n": n / effect,
        "unpaired": [{"baseline": p, **both(detectable_unpaired, p)} for p in BASELINES],
        "paired": [{"discordant": share, **both(detectable_paired, share)} for share in DISCORDANT],
        "upper_of_none": exact_upper(0, n, level),
    }


def table(rows: list[dict[str, Any]], level: float) -> list[str]:
    """The plan as lines of text: differences in points, for independent items; "-" is not detectable."""
    head = [
        "benchmark",
        "n",
        *(f"same items, {share:.0%} differ" for share in DISCORDANT),
        *(f"other items, from {rate:.1%}" for rate in BASELINES),
        "none of n: below",
    ]
    body = [
        [
            row["benchmark"],
            str(row["units"]),
            *(_points(cell["difference"]) for cell in (*row["paired"], *row["unpaired"])),
            f"{100 * row['upper_of_none']:.1f}%",
        ]
        for row in rows
    ]
    widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]
    title = f"Smallest differences (points) seen with {POWER:.0%} power at level {level:g}, items or pairs:"
    lines = ["  ".join(map(str.ljust, line, widths)).rstrip() for line in [head, *body]]
    return [title, *lines]


def _points(difference: float | None) -> str:
    return "-" if difference is None else f"{100 * difference:.1f}"
