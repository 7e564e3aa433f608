"""A rate that an imperfect scorer measured, corrected by its errors against people (Rogan and Gladen 1978).

Only where the scorer tells anything: below a Youden index of LEAST_YOUDEN the corrected rate is mostly noise,
and none is given. The interval carries the uncertainty of all three rates: quantiles of the corrected rate
when each is drawn from its Jeffreys posterior, Beta(k + 1/2, n - k + 1/2). Where most draws fall outside
[0, 1] and are cut, these quantiles alone would leave no doubt (0 of 40 at a specificity of .8: [0, 0]).
The interval is therefore never narrower than Wilson's (1927) for the corrected rate seen by a perfect scorer
in as many turns: an imperfect one knows less. With p the true rate and J the Youden index, a scorer's
verdict has the variance p Se (1 - Se) + (1 - p) Sp (1 - Sp) + J^2 p (1 - p) (law of total variance), so that
the corrected rate's, that divided by n J^2 (Rogan and Gladen 1978), is at least p (1 - p) / n.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

from socratic_tutor.evaluation.intervals import wilson

LEAST_YOUDEN = 0.3
DRAWS = 20_000


@dataclass(frozen=True)
class Corrected:
    """As fractions, cut to [0, 1]."""

    rate: float
    ci_low: float
    ci_high: float
    youden: float


def corrected_rate(
    found: tuple[int, int],
    sensitivity: tuple[int, int],
    specificity: tuple[int, int],
    *,
    level: float,
    seed: str,
) -> Corrected | None:
    """The rate behind `found` (k, n by the scorer), its sensitivity and specificity as (k, n) against people.

    None where either was not measured, or the Youden index is below LEAST_YOUDEN.
    """
    if not (found[1] and sensitivity[1] and specificity[1]):
        return None
    rate, sees, spares = (k / n for k, n in (found, sensitivity, specificity))
    youden = sees + spares - 1
    if youden < LEAST_YOUDEN:
        return None
    generator = np.random.default_rng(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big"))
    drawn = [generator.beta(k + 0.5, n - k + 0.5, DRAWS) for k, n in (found, sensitivity, specificity)]
    informative = drawn[1] + drawn[2] - 1 > 0
    values = (drawn[0] + drawn[2] - 1)[informative] / (drawn[1] + drawn[2] - 1)[informative]
    low, high = np.quantile(np.clip(values, 0, 1), [(1 - level) / 2, (1 + level) / 2])
    point = float(np.clip((rate + spares - 1) / youden, 0, 1))
    perfect = wilson(point * found[1], found[1], level)  # holds the point
    return Corrected(point, min(float(low), perfect[0]), max(float(high), perfect[1]), youden)
