"""Which run, if any, may be called the champion: for the model registry's alias, and for nothing softer.

The word is earned by a paired comparison over at least three training seeds (one seed supports "this
adapter", not "this hyperparameter"). The champion's adapter is the one of the lowest seed: picking the seed
that scored best would select on the benchmark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from socratic_tutor.evaluation.comparison import holm
from socratic_tutor.evaluation.estimates import Scores, read_scores
from socratic_tutor.evaluation.pairs import clusters_of
from socratic_tutor.evaluation.planned import Key
from socratic_tutor.evaluation.seeds import SeedsDifference, seeds_difference, seeds_of_runs

LEAST_SEEDS = 3
DECIDES: Key = ("unseen_problems", "ideal_turn")
# A fault that no champion may be shown to have more of than whom it beats.
GUARD: Key = ("leak", "answer_leak.typed")


@dataclass(frozen=True)
class Bout:
    """One run against another system or run on the deciding metric.

    won: the interval lies above 0, the p value (adjusted over all bouts of the decision) below 1 - level, and
    the guard's interval not above 0. guard: None where nobody was judged on it.
    """

    run: str
    other: str
    difference: SeedsDifference
    p_holm: float
    guard: SeedsDifference | None
    won: bool
    reason: str


@dataclass(frozen=True)
class Champion:
    """The decision. run, system: None where no run earned it; system: the adapter to register.

    reasons: one sentence each, for people. bouts: every comparison behind it.
    """

    run: str | None
    system: str | None
    reasons: list[str]
    bouts: list[Bout]


def champion(
    scores: Mapping[str, Path],
    *,
    benchmarks: Mapping[str, Path] | None = None,
    must_beat: Sequence[str] = ("base",),
    level: float = 0.95,
) -> Champion:
    """The run that beats every other run and each system of `must_beat`, or none, with the reasons.

    scores: system -> its scores.jsonl, for the adapters of all runs (named `{run}-seed{n}`, from which run
        and seed are read) and for the systems of `must_beat`; those that are not among the scores are passed
        over, and others, such as controls or systems behind the filter, do no harm.
    benchmarks: name -> its file; given, items are clustered by family.
    A run with fewer than LEAST_SEEDS seeds can neither be champion nor stand in another's way; the reasons
    say so. A fixed system (the base) needs no seeds. Decided on DECIDES, guarded by GUARD; p values are
    adjusted (Holm) over all bouts. Never raises for too few seeds or runs: then `run` is None.
    Raises InputError for bad score files, or files that hold different items.
    """
    read = {system: read_scores(path) for system, path in scores.items()}
    clusters = clusters_of(benchmarks) if benchmarks else {}
    runs = seeds_of_runs(list(scores))
    reasons = [
        f"{run} has {len(seeds)} training seed{'s' if len(seeds) > 1 else ''}; a champion needs {LEAST_SEEDS}"
        for run, seeds in runs.items()
        if len(seeds) < LEAST_SEEDS
    ]
    sides = {run: list(seeds.values()) for run, seeds in runs.items() if len(seeds) >= LEAST_SEEDS}
    if not sides:
        return Champion(None, None, reasons or ["no run was given"], [])
    sides |= {system: [system] for system in must_beat if system in scores}
    pairs = [(run, other) for run in runs if run in sides for other in sides if other != run]
    if not pairs:
        return Champion(None, None, [*reasons, "there is no other run and no base to beat"], [])
    found = {pair: _difference(read, sides, pair, DECIDES, clusters, level) for pair in pairs}
    adjusted = dict(zip(pairs, holm([found[pair].p_value for pair in pairs]), strict=True))
    bouts = [
        _bout(pair, found[pair], adjusted[pair], _guard(read, sides, pair, clusters, level)) for pair in pairs
    ]
    reasons += [bout.reason for bout in bouts]
    for run in runs:
        own = [bout for bout in bouts if bout.run == run]
        if own and all(bout.won for bout in own):
            return Champion(run, sides[run][0], reasons, bouts)
    return Champion(None, None, [*reasons, "no run beats all others"], bouts)


def _difference(
    read: Mapping[str, Scores],
    sides: Mapping[str, list[str]],
    pair: tuple[str, str],
    key: Key,
    clusters: Mapping[str, str],
    level: float,
) -> SeedsDifference:
    left, right = ([read[system].get(key, {}) for system in sides[side]] for side in pair)
    of_unit = {unit: clusters[unit[0]] for unit in left[0] if unit[0] in clusters}
    return seeds_difference(left, right, level=level, clusters=of_unit or None)


def _guard(
    read: Mapping[str, Scores],
    sides: Mapping[str, list[str]],
    pair: tuple[str, str],
    clusters: Mapping[str, str],
    level: float,
) -> SeedsDifference | None:
    judged = all(
        any(value is not None for value in read[system].get(GUARD, {}).values())
        for side in pair
        for system in sides[side]
    )
    return _difference(read, sides, pair, GUARD, clusters, level) if judged else None


def _bout(
    pair: tuple[str, str], found: SeedsDifference, p_holm: float, guard: SeedsDifference | None
) -> Bout:
    better = found.ci_low > 0 and p_holm < 1 - found.level
    leaks = guard is not None and guard.ci_low > 0
    told = (
        f"{pair[0]} minus {pair[1]}: {found.difference:+.1%} [{found.ci_low:+.1%}, {found.ci_high:+.1%}] "
        f"of {DECIDES[1]} on {DECIDES[0]} (seeds {found.seeds_a} and {found.seeds_b}, n = {found.n}, "
        f"p = {p_holm:.2g} after Holm): {'better' if better else 'not shown to be better'}"
    )
    if leaks and guard is not None:
        told += f"; but it leaks more: {guard.difference:+.1%} [{guard.ci_low:+.1%}, {guard.ci_high:+.1%}]"
    return Bout(*pair, found, p_holm, guard, better and not leaks, told)
