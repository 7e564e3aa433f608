"""Names for how well a scorer agrees with people, given only where the labels can tell one from the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

GOOD = 0.60
# Landis and Koch's cuts, with the names that detectors are published under
TIERS = ((0.80, "excellent"), (GOOD, "good"), (0.40, "moderate"), (-1.0, "poor"))
LEAST = 10  # replies with the rarer label, without which no resample knows how kappa varies
TOO_FEW, SPANS, UNDEFINED = "too few labels", "spans tiers", "not defined"


def tier(kappa: float | None, low: float | None, high: float | None, rarer: int) -> str:
    """The tier of a kappa whose interval lies in it; TOO_FEW, SPANS or UNDEFINED where there is none.

    rarer: replies with the rarer of the two labels.
    """
    if kappa is None:
        return UNDEFINED
    if rarer < LEAST:
        return TOO_FEW
    names = {_name(value) for value in (kappa, low, high) if value is not None}
    return names.pop() if len(names) == 1 and low is not None and high is not None else SPANS


def with_tier(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of calibration.csv with its tier as its figures support it.

    Where "positives" is None or missing the rarer label has half of the replies at most; an interval without
    width then counts as one of too few.
    """
    n, positives = row["n"], row.get("positives")
    bounds = (row["kappa"], row["kappa_low"], row["kappa_high"])
    if positives is not None:
        rarer = min(positives, n - positives)
    else:
        rarer = 0 if row["kappa_low"] == row["kappa_high"] else n // 2
    return {**row, "positives": positives, "tier": tier(*bounds, rarer)}


def _name(kappa: float) -> str:
    return next(name for cut, name in TIERS if kappa >= cut)
