"""The published card's numbers through our statistics: `python -m socratic_tutor.evaluation.published`.

The card prints five rates with Wilson intervals and two without any; this prints them again from their
counts, and what they can and cannot say.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from scipy.stats import fisher_exact

from socratic_tutor.evaluation.intervals import exact_upper, wilson


@dataclass(frozen=True)
class Claim:
    """A rate of the card: k of n; low, high: the interval it prints in percent, None without one."""

    name: str
    k: int
    n: int
    low: float | None = None
    high: float | None = None


CLAIMS = (
    Claim("Socratic question rate", 200, 200, 98, 100),
    Claim("Relevance to the specific student error", 149, 200, 68, 80),
    Claim("Answer avoidance rate", 192, 200, 92, 98),
    Claim("Answer leak rate", 1, 100, 0.2, 5.4),
    Claim("Grade-appropriate language", 200, 200, 98, 100),
    Claim("Scaffolding: targets the specific error", 14, 50),
    Claim("Scaffolding: relevant but generic", 34, 50),
)


def reproduced(claim: Claim) -> bool:
    """Whether the printed interval is Wilson's without continuity correction, as precisely as printed."""
    if claim.low is None or claim.high is None:
        return False
    found = (100 * bound for bound in wilson(claim.k, claim.n))
    return all(
        abs(ours - theirs) <= (0.5 if float(theirs).is_integer() else 0.05) + 1e-9
        for ours, theirs in zip(found, (claim.low, claim.high), strict=True)
    )


def contradiction() -> float:
    """Fisher's exact p of "relevant to" and "targets the specific error" being one rate."""
    relevant, specific = CLAIMS[1], CLAIMS[5]
    table = [[claim.k, claim.n - claim.k] for claim in (relevant, specific)]
    return float(fisher_exact(table).pvalue)


def _verdict(claim: Claim) -> str:
    if claim.low is None:
        return "not printed"
    return "reproduced" if reproduced(claim) else "NOT reproduced"


def main() -> int:
    for claim in CLAIMS:
        low, high = wilson(claim.k, claim.n)
        printed = "none" if claim.low is None else f"[{claim.low:g}, {claim.high:g}]"
        rate = f"{100 * claim.k / claim.n:.1f}% ({claim.k}/{claim.n})"
        ours = f"Wilson [{100 * low:.1f}, {100 * high:.1f}]"
        print(f"{claim.name}: {rate} {ours}, card {printed}: {_verdict(claim)}")
    leak = CLAIMS[3]
    bound = 100 * exact_upper(leak.k, leak.n)
    print(f"Leak: up to {bound:.2f}% fits {leak.k}/{leak.n} (exact one-sided 95% bound)")
    print(f"Relevant 149/200 and specific 14/50 as one rate: Fisher's exact p = {contradiction():.0e}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
