"""The control gate: does the scoreboard still tell a tutor from a trick?

On `unseen_problems` no control may reach half of `ideal_turn`, and every run must beat every control by
a paired interval above 0, at the level of the metrics' intervals. It is written after everything else, so
that a failed gate never hides the numbers that explain it.
"""

from __future__ import annotations

import logging
from dataclasses import asdict
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.comparison import paired_difference
from socratic_tutor.evaluation.estimates import read_scores
from socratic_tutor.files import InputError, read_json, write_json

BENCHMARK = "unseen_problems"
METRIC = "ideal_turn"
CONTROL_LIMIT = 0.5
POLICIES = ("fail", "warn")
log = logging.getLogger(__name__)


def _headline(path: Path) -> dict[str, Any]:
    for estimate in read_json(path).get("estimates", []):
        if (estimate["benchmark"], estimate["metric"]) == (BENCHMARK, METRIC):
            return dict(estimate)
    raise InputError(f"{path}: holds no estimate of {METRIC} on {BENCHMARK}; the gate needs one")


def _values(path: Path) -> dict[tuple[str, int], int | None]:
    try:
        return read_scores(path, METRIC)[BENCHMARK, METRIC]
    except KeyError:
        raise InputError(f"{path}: holds no score of {METRIC} on {BENCHMARK}; the gate needs them") from None


def _of_one_level(estimates: dict[str, dict[str, Any]]) -> None:
    levels = sorted({estimate["level"] for estimate in estimates.values()})
    if len(levels) > 1:
        named = " and ".join(f"{level:g}" for level in levels)
        raise InputError(f"control gate: metrics of the levels {named}; estimate all again at one")


def hold_against_controls(
    *, metrics: dict[str, Path], scores: dict[str, Path], runs: list[str], controls: list[str]
) -> dict[str, Any]:
    """{"passed", "benchmark", "metric", "controls", "runs"}: the gate's verdict and what it rests on.

    metrics, scores: system -> its file, for all runs and controls at least; InputError where one is missing,
    or where the metrics have intervals of several levels. Without a run or a control nothing was held against
    anything: not passed.
    """
    for system in [*runs, *controls]:
        if system not in metrics or system not in scores:
            raise InputError(f"control gate: no metrics and scores of system {system!r} were given")
    estimates = {system: _headline(metrics[system]) for system in [*runs, *controls]}
    _of_one_level(estimates)
    of_controls = []
    for control in controls:
        estimate = estimates[control]
        row = {"control": control, **{key: estimate[key] for key in ("k", "n", "rate")}}
        of_controls.append({**row, "limit": CONTROL_LIMIT, "passed": estimate["rate"] < CONTROL_LIMIT})
    values = {system: _values(scores[system]) for system in [*runs, *controls]}
    of_runs = []
    for run in runs:
        for control in controls:
            found = paired_difference(values[run], values[control], level=estimates[run]["level"])
            of_runs.append({"run": run, "control": control, **asdict(found), "passed": found.ci_low > 0})
    passed = bool(of_runs) and all(row["passed"] for row in [*of_controls, *of_runs])
    head = {"passed": passed, "benchmark": BENCHMARK, "metric": METRIC}
    return {**head, "controls": of_controls, "runs": of_runs}


def write_control_gate(
    *,
    metrics: dict[str, Path],
    scores: dict[str, Path],
    runs: list[str],
    controls: list[str],
    policy: str,
    out: Path,
) -> None:
    """Write {"passed", "policy", ...} with what `hold_against_controls` finds.

    A gate not passed raises InputError after writing if the policy is "fail", and is logged if "warn". Both
    point to the comparison page: Snakemake removes what a failed job has written.
    """
    if policy not in POLICIES:
        raise InputError(f"evaluation.control_gate is {policy!r}; expected fail or warn")
    verdict = hold_against_controls(metrics=metrics, scores=scores, runs=runs, controls=controls)
    write_json(out, {"passed": verdict["passed"], "policy": policy, **verdict})
    if verdict["passed"]:
        return
    lacking = [name for name, given in (("run", runs), ("control", controls)) if not given]
    page = out.parent / "comparison" / "index.html"
    faults = _faults(lacking, verdict["controls"], verdict["runs"])
    if policy == "fail":
        faults.append(f"See {page}; train longer, or set evaluation.control_gate: warn to go on.")
        raise InputError("\n".join(faults))
    log.warning("%s", "\n".join([*faults, f"See {page}."]))


def _faults(
    lacking: list[str], of_controls: list[dict[str, Any]], of_runs: list[dict[str, Any]]
) -> list[str]:
    """At most four lines: that the gate is not passed, and the first reasons."""
    faults = (
        [f"no {what} was given, so that nothing is shown" for what in lacking]
        + [
            f"control {row['control']} reaches {row['rate']:.1%} ({row['k']}/{row['n']}) of {METRIC}, "
            f"{CONTROL_LIMIT:.0%} or more"
            for row in of_controls
            if not row["passed"]
        ]
        + [
            f"{row['run']} does not beat {row['control']}: {row['difference']:+.1%} "
            f"[{row['ci_low']:+.1%}, {row['ci_high']:+.1%}]"
            for row in of_runs
            if not row["passed"]
        ]
    )
    more = [f"... and {len(faults) - 2} more"] if len(faults) > 2 else []
    return [f"{BENCHMARK}: the control gate is not passed", *faults[:2], *more]
