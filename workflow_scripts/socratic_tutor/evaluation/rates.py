"""One rate with everything that stands beside it: Wilson, its clusters, and for rare faults the upper
bounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from socratic_tutor.evaluation.intervals import Clustered, clustered_wilson, exact_upper, wilson

# An interval of a rate over fewer spans most of the scale; whoever shows such a rate marks it.
SMALL = 10

Unit = tuple[str, int]  # item id, turn; of pairs: the pair's name, 1
Values = Mapping[Unit, int | None]  # 1, 0, or None where the metric does not apply


@dataclass(frozen=True)
class Rate:
    """k of n judged units, level of the intervals, units left out, and the same units grouped by cluster."""

    k: int
    n: int
    level: float
    left_out: int
    clustered: Clustered

    def row(self) -> dict[str, Any]:
        """Wilson's interval, the headline; the design effect is that of the clusters."""
        return self._with(*wilson(self.k, self.n, self.level), "wilson")

    def clustered_row(self) -> dict[str, Any]:
        """Wilson's interval with the effective n."""
        source = "estimated" if self.clustered.icc_estimated else "assumed"
        method = f"wilson, effective n, clusters by family, icc {self.clustered.icc:.2f} {source}"
        return self._with(self.clustered.low, self.clustered.high, method)

    def bound_row(self) -> dict[str, Any]:
        """The exact one-sided upper bound; ci_low is 0."""
        return self._with(0.0, exact_upper(self.k, self.n, self.level), "exact one-sided upper bound")

    def clustered_bound_row(self) -> dict[str, Any]:
        """The exact one-sided upper bound with effective counts (Korn and Graubard 1998); ci_low is 0."""
        source = "estimated" if self.clustered.icc_estimated else "assumed"
        method = (
            "exact one-sided upper bound, effective n, clusters by family, "
            f"icc {self.clustered.icc:.2f} {source}"
        )
        return self._with(0.0, self.clustered_upper(), method)

    def clustered_upper(self) -> float:
        """The bound of `clustered_bound_row`."""
        effect = self.clustered.design_effect
        return exact_upper(self.k / effect, self.n / effect, self.level)

    def _with(self, low: float, high: float, method: str) -> dict[str, Any]:
        return {
            "k": self.k,
            "n": self.n,
            "rate": self.k / self.n,
            "ci_low": low,
            "ci_high": high,
            "level": self.level,
            "method": method,
            "clusters": self.clustered.clusters,
            "design_effect": self.clustered.design_effect,
            "n_not_applicable": self.left_out,
        }


def rate_of(values: Values, clusters: Mapping[Unit, str], level: float) -> Rate | None:
    """The rate of the judged units; None where no unit was judged. clusters: unit -> its family."""
    judged = {unit: value for unit, value in values.items() if value is not None}
    if not judged:
        return None
    groups: dict[str, list[int]] = defaultdict(list)
    for unit, value in judged.items():
        groups[clusters[unit]].append(value)
    k, n = sum(judged.values()), len(judged)
    return Rate(k, n, level, len(values) - n, clustered_wilson(groups, level))
