"""The published card's numbers put through our statistics.

    PYTHONPATH=workflow_scripts python -m socratic_tutor.evaluation.published

Its counts are known to the unit: of its rates and n only one k gives each, and Wilson's interval without
continuity correction gives back every bound that it prints, rounded as it is printed. The two scaffolding
rows have no interval there and get one here.
"""

from __future__ import annotations

from dataclasses import dataclass

from scipy.stats import fisher_exact

from socratic_tutor.evaluation.intervals import exact_upper, wilson

LEVEL = 0.95


@dataclass(frozen=True)
class Claim:
    """One row as published. printed: its bounds in percent, None where none are given; places: decimals."""

    name: str
    k: int
    n: int
    printed: tuple[float, float] | None
    places: int = 0


CLAIMS = (
    Claim("Socratic question rate", 200, 200, (98, 100)),
    Claim("Relevance to the specific student error", 149, 200, (68, 80)),
    Claim("Answer avoidance rate", 192, 200, (92, 98)),
    Claim("Answer leak rate", 1, 100, (0.2, 5.4), places=1),
    Claim("Grade-appropriate language", 200, 200, (98, 100)),
    Claim("Scaffolding: targets the specific error", 14, 50, None),
    Claim("Scaffolding: relevant but generic", 34, 50, None),
)
RELEVANCE, LEAK, SPECIFIC = CLAIMS[1], CLAIMS[3], CLAIMS[5]


def interval(claim: Claim) -> tuple[float, float]:
    """Wilson's bounds in percent, not rounded."""
    low, high = wilson(claim.k, claim.n, LEVEL)
    return 100 * low, 100 * high


def reproduced(claim: Claim) -> bool | None:
    """Whether our bounds, rounded as published, are the published ones; None where none were."""
    if claim.printed is None:
        return None
    return tuple(round(bound, claim.places) for bound in interval(claim)) == claim.printed


def contradiction() -> float:
    """Fisher's exact p value, two-sided, that relevance to the error and targeting it are one rate."""
    a, b = RELEVANCE, SPECIFIC
    return float(fisher_exact([[a.k, a.n - a.k], [b.k, b.n - b.k]]).pvalue)


def needed_for_below(rate: float) -> int:
    """How many turns without one leak put the exact one-sided upper bound below this rate."""
    n = 1
    while exact_upper(0, n, LEVEL) >= rate:
        n += 1
    return n


def report() -> list[str]:
    """What the command prints, line by line."""
    lines = []
    for claim in CLAIMS:
        low, high = interval(claim)
        found = f"{claim.name}: {claim.k}/{claim.n} = {100 * claim.k / claim.n:g}% [{low:.2f}, {high:.2f}]"
        if claim.printed is None:
            lines.append(f"{found}, published without an interval")
        else:
            verdict = "reproduced" if reproduced(claim) else "NOT reproduced"
            lines.append(f"{found}, published [{claim.printed[0]:g}, {claim.printed[1]:g}]: {verdict}")
    a, b = RELEVANCE, SPECIFIC
    lines.append(
        f"{100 * a.k / a.n:g}% relevant to the specific error against {100 * b.k / b.n:g}% that target it: "
        f"Fisher's exact p = {contradiction():.1g}; one rule cannot have given both"
    )
    lines.append(
        f"Leaks: with {LEAK.k}/{LEAK.n} a true rate of up to {100 * exact_upper(LEAK.k, LEAK.n, LEVEL):.2f}% "
        f'fits (exact one-sided {LEVEL:.0%} bound); "below 1%" needs 0 of {needed_for_below(0.01)}'
    )
    return lines


if __name__ == "__main__":
    print(*report(), sep="\n")
