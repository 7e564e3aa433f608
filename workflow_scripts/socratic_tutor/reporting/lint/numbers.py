"""Rules on rates: intervals that are the interval of their rate, and rates that can be true together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from scipy.stats import fisher_exact
from statsmodels.stats.proportion import proportion_confint

from socratic_tutor.reporting.lint.card import Card, Finding
from socratic_tutor.reporting.lint.claims import Claim

Rule = Callable[[Card], Iterator[Finding]]

_METHODS = ("wilson", "beta", "jeffreys", "agresti_coull", "normal")
_FISHER = 0.01  # below this, two rates that are said to count the same thing do not
_LEAK = re.compile(r"\bleak", re.I)
_AVOIDS = re.compile(r"avoid", re.I)
_SPECIFIC = re.compile(r"\bspecific\b", re.I)
_GENERIC = re.compile(r"generic", re.I)


def interval_is_of_the_rate(card: Card) -> Iterator[Finding]:
    """A printed 95% interval must be one of the usual five of some k and n that round to the printed rate."""
    for claim in card.claims:
        if claim.low is None or claim.high is None:
            continue
        if not claim.low <= claim.rate <= claim.high:
            yield _at(claim, "interval", f"{claim.rate}% lies outside [{claim.low}, {claim.high}]")
        elif claim.n and not any(_matches(claim, k, claim.n) for k in _counts(claim)):
            yield _at(
                claim,
                "interval",
                f"[{claim.low}, {claim.high}] is no 95% interval of {claim.rate}% at n = {claim.n}",
            )


def _counts(claim: Claim) -> list[int]:
    if claim.k is not None:
        return [claim.k]
    n = claim.n or 0
    near = round(claim.rate * n / 100)
    return [k for k in (near - 1, near, near + 1) if 0 <= k <= n and abs(100 * k / n - claim.rate) <= 0.51]


def _matches(claim: Claim, k: int, n: int) -> bool:
    assert claim.low is not None
    assert claim.high is not None
    for method in _METHODS:
        low, high = _interval(k, n, method)
        # half a unit of the coarser printing: [68%, 80%] beside 74.5%
        if abs(100 * low - claim.low) <= 0.51 and abs(100 * high - claim.high) <= 0.51:
            return True
    return False


@lru_cache(maxsize=4096)
def _interval(k: int, n: int, method: str) -> tuple[float, float]:
    low, high = proportion_confint(k, n, alpha=0.05, method=method)
    return float(low), float(high)


def rate_is_of_its_counts(card: Card) -> Iterator[Finding]:
    for claim in card.claims:
        if claim.k is not None and claim.n and abs(100 * claim.k / claim.n - claim.rate) > 0.5:
            yield _at(claim, "rate", f"{claim.rate}% is not {claim.k}/{claim.n}")


def rates_have_n_and_interval(card: Card) -> Iterator[Finding]:
    """A rate among results needs both; prose may repeat what a table says in full."""
    tabled = {claim.rate for claim in card.claims if claim.table and claim.n and claim.low is not None}
    for claim in card.claims:
        if not claim.table and (claim.rate in tabled or claim.k is not None):
            continue
        missing = [what for what, given in (("n", claim.n), ("interval", claim.low is not None)) if not given]
        if missing:
            yield _at(claim, "no-interval", f"{claim.rate}% stands without {' and '.join(missing)}")


def leak_and_avoidance_agree(card: Card) -> Iterator[Finding]:
    """Avoiding and leaking the answer exclude each other: on the same turns they cannot exceed 100% together;
    measured on other turns, the card must not let them pass for one another's complement."""
    own = [claim for claim in card.claims if claim.table and claim.own]
    leaks = [claim for claim in own if _LEAK.search(claim.metric)]
    avoids = [claim for claim in own if _AVOIDS.search(claim.metric)]
    for leak, avoided in ((a, b) for a in leaks[:1] for b in avoids[:1]):
        # our rows end with the benchmark's name: equal sizes of two benchmarks are no common turns
        apart = leak.metric.split()[-1] != avoided.metric.split()[-1] and _defined(card, "avoid")
        if leak.n == avoided.n and not apart and leak.rate + avoided.rate > 100.5:
            yield _at(avoided, "complement", f"{avoided.rate}% avoid and {leak.rate}% leak the answer")
        elif leak.n != avoided.n and not _defined(card, "avoid"):
            yield _at(
                avoided,
                "complement",
                f"avoidance (n = {avoided.n}) and leak (n = {leak.n}) are counted on different turns, and no "
                "definition says how they differ",
            )


def specific_means_one_thing(card: Card) -> Iterator[Finding]:
    """Two rates of turns "specific" to the error must not differ beyond chance, unless defined apart."""
    specific = [c for c in card.claims if _SPECIFIC.search(_said_of(c)) and not _GENERIC.search(_said_of(c))]
    known = [claim for claim in specific if claim.own and (claim.n or not claim.table)]
    for one, other in pairwise(known):
        n_one, n_other = one.n or other.n or 0, other.n or one.n or 0
        if not n_one or _defined(card, "specific"):
            continue
        table = [
            [round(claim.rate * n / 100), n - round(claim.rate * n / 100)]
            for claim, n in ((one, n_one), (other, n_other))
        ]
        p_value = float(fisher_exact(table).pvalue)
        if p_value < _FISHER:
            yield _at(
                other,
                "contradiction",
                f"{one.rate}% and {other.rate}% both count turns specific to the error (Fisher's exact p = "
                f"{p_value:.0e}), and no definition tells them apart",
            )


def _said_of(claim: Claim) -> str:
    """What a prose rate is of: the words that follow it, up to the next rate."""
    if claim.table:
        return claim.metric
    mark = f"{claim.rate:g}"
    _, _, after = claim.metric.partition(mark)
    return re.split(r"\d+(?:\.\d+)? ?%", after.lstrip(" %.0"))[0]


def _defined(card: Card, word: str) -> bool:
    """Whether a definition ("... counts when it ...") names the word."""
    return bool(re.search(rf"counts? (?:a turn )?(?:when|if|as)[\s\S]{{0,6000}}{word}", card.prose, re.I))


def _at(claim: Claim, rule: str, message: str) -> Finding:
    return Finding(claim.line, rule, message)


NUMBER_RULES: tuple[Rule, ...] = (
    interval_is_of_the_rate,
    rate_is_of_its_counts,
    rates_have_n_and_interval,
    leak_and_avoidance_agree,
    specific_means_one_thing,
)
