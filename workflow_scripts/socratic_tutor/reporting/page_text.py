"""What the top of the comparison page says: what was compared, the headline, the gate, where runs differ."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from socratic_tutor.reporting.results import Estimates, kind_of, percent
from socratic_tutor.reporting.verdicts import in_words

FEW = 4  # so many runs are named one by one
HEADLINE = ("unseen_problems", "ideal_turn")
REFERENCE = "retrieval"
_KINDS = {
    "run": ("adapter", "adapters"),
    "filtered": ("adapter behind the leak filter", "adapters behind the leak filter"),
    "base": ("the untuned base", "untuned bases"),
    "control": ("control that must lose", "controls that must lose"),
    "reference": ("reference", "references"),
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def compared(estimates: Estimates, benchmarks: int, items: int) -> str:
    """One sentence: who answered how much."""
    kinds = [kind_of(system) for system in estimates]
    parts = []
    for kind, (one, many) in _KINDS.items():
        count = kinds.count(kind)
        if kind == "base" and count == 1:
            parts.append(one)
        elif count:
            parts.append(f"{_number(count)} {one if count == 1 else many}")
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    text = f"{listed} answered {items:,} items of {_number(benchmarks)} benchmark{'s' * (benchmarks != 1)}."
    return text[:1].upper() + text[1:]


def headline(differences: Sequence[Mapping[str, Any]]) -> str:
    """Run minus retrieval on ideal turns of unseen problems; "" where it was not asked."""
    rows = [
        row
        for row in differences
        if row["minus"] == REFERENCE and (row["benchmark"], row["metric"]) == HEADLINE
    ]
    if not rows:
        return ""
    head = "Ideal turns on unseen problems, beside the nearest training turn (retrieval): "
    if len(rows) <= FEW:
        return head + "; ".join(f"{row['system']} {points(row)}" for row in rows) + "."
    apart = [row for row in rows if row["told_apart"]]
    ahead = sum(row["difference"] > 0 for row in apart)
    values = [row["difference"] for row in rows]
    return (
        f"{head}{len(rows)} adapters from {signed(min(values))} to {signed(max(values))} points; "
        f"{ahead} ahead, {len(apart) - ahead} behind, {len(rows) - len(apart)} not told apart after Holm's "
        "correction."
    )


def points(row: Mapping[str, Any]) -> str:
    """A paired difference in words: the verdict, how many points with their interval, what Holm says."""
    interval = f"{signed(row['difference'])} points [{signed(row['ci_low'])}, {signed(row['ci_high'])}]"
    verdict = "is not told apart from it:"
    if row["told_apart"]:
        verdict = "is ahead by" if row["difference"] > 0 else "is behind by"
    return f"{verdict} {interval}, {in_words(row)}"


def signed(fraction: float) -> str:
    """A difference of fractions in points, with its sign (a true minus); 0.0 has none."""
    text = f"{abs(100 * float(fraction)):.1f}"
    return text if float(text) == 0 else ("+" if fraction > 0 else "\u2212") + text


def gate_sentence(verdict: Mapping[str, Any] | None) -> tuple[str, list[str]]:
    """The verdict on the controls in one sentence, and what failed; of None, that nothing was asked."""
    if verdict is None:
        return "The control gate was not asked: it needs a run, a control and unseen_problems.", []
    faults = [
        f"{row['control']} reaches {percent(row['rate'])}% ({row['k']}/{row['n']}), "
        f"{percent(row['limit'])}% or more"
        for row in verdict["controls"]
        if not row["passed"]
    ] + [
        f"{row['run']} over {row['control']}: {signed(row['difference'])} points "
        f"[{signed(row['ci_low'])}, {signed(row['ci_high'])}], which does not lie above 0"
        for row in verdict["runs"]
        if not row["passed"]
    ]
    if faults:
        return "The control gate does not hold for these numbers: read no rate as tutoring.", faults
    best = max(verdict["controls"], key=lambda row: row["rate"])
    least = min(verdict["runs"], key=lambda row: row["ci_low"])
    return (
        f"The control gate holds: no control reaches {percent(best['limit'])}% ideal turns (the highest, "
        f"{best['control']}, {percent(best['rate'])}%), and the paired interval of every adapter over every "
        f"control lies above 0 (the lowest, {least['run']} over {least['control']}, "
        f"{signed(least['difference'])} points "
        f"[{signed(least['ci_low'])}, {signed(least['ci_high'])}]).",
        [],
    )


def config_differences(
    configs: Mapping[str, Mapping[str, Any]],
) -> tuple[list[str], dict[str, list[str]]]:
    """The keys in which systems differ (dotted), and each system's values as text, \u2014 for none."""
    flat = {system: dict(_flat(config)) for system, config in configs.items()}
    keys = sorted({key for values in flat.values() for key in values})
    differing = [key for key in keys if len({values.get(key) for values in flat.values()}) > 1]
    return differing, {
        system: [values.get(key, "\u2014") for key in differing] for system, values in flat.items()
    }


def _flat(value: Any, above: str = "") -> list[tuple[str, str]]:
    if isinstance(value, Mapping):
        return [
            entry
            for key, inner in value.items()
            for entry in _flat(inner, f"{above}.{key}" if above else str(key))
        ]
    if isinstance(value, list | tuple):
        return [(above, ", ".join(map(str, value)))]
    return [(above, value if isinstance(value, str) else json.dumps(value))]


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
