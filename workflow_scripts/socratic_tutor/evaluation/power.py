"""What a comparison of these sizes can see: the smallest detectable difference, before anything is generated.

Two-sided tests at 1 - level with 80% power. Unpaired: two rates over n items each (normal approximation with
Cohen's h, statsmodels). Paired: McNemar's test when a share of the items is discordant (Connor 1987, solved
for the difference).
"""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scipy.stats import norm
from statsmodels.stats.power import NormalIndPower

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


def smallest_paired(n: int, level: float, discordant: float) -> float | None:
    """The difference of two rates over the same n items, a share of them discordant; None beyond that share.

    Connor's n = (z_a sqrt(d) + z_b sqrt(d - x^2))^2 / x^2, solved for x.
    """
    z_a, z_b = norm.ppf(1 - (1 - level) / 2), norm.ppf(POWER)

    def needed(x: float) -> float:
        return float((z_a * math.sqrt(discordant) + z_b * math.sqrt(discordant - x * x)) ** 2 / x**2)

    if needed(discordant) > n:
        return None
    low, high = 1e-6, discordant
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if needed(middle) > n else (low, middle)
    return high


def plan_power(*, sizes: Mapping[str, int], level: float, out: Path) -> None:
    """Write and log the smallest detectable differences of each benchmark; sizes: items of each."""
    rows: list[dict[str, Any]] = []
    for benchmark, n in sizes.items():
        paired = {f"{share:.0%}": smallest_paired(n, level, share) for share in DISCORDANT}
        rows.append(
            {"benchmark": benchmark, "n": n, "unpaired": smallest_unpaired(n, level), "paired": paired}
        )
    write_json(out, {"level": level, "power": POWER, "rate": REFERENCE_RATE, "benchmarks": rows})
    log.info("Smallest differences (points) that %.0f%% power can see:", 100 * POWER)
    for row in rows:
        seen = ", ".join(f"{_points(value)} if {share} differ" for share, value in row["paired"].items())
        log.info(
            "  %s (n = %d): paired %s; unpaired %s",
            row["benchmark"],
            row["n"],
            seen,
            _points(row["unpaired"]),
        )


def _points(value: float | None) -> str:
    return "none" if value is None else f"{100 * value:.1f}"
