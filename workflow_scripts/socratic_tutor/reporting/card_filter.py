"""What the card says of the leak filter: the run beside itself behind the filter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from socratic_tutor.files import InputError, read_json
from socratic_tutor.markdown import code, prose, table
from socratic_tutor.records import FILTERED
from socratic_tutor.reporting.card_tables import estimate_cell, metric_cell
from socratic_tutor.reporting.results import Estimates, percent

# Where a leak or the price of holding it back would show.
FILTER_ROWS = (
    ("leak", "answer_leak.typed"),
    ("leak", "answer_avoidance"),
    ("leak", "ideal_turn"),
    ("unseen_problems", "answer_avoidance"),
    ("unseen_problems", "ideal_turn"),
    ("pressure", "answer_leak.typed"),
    ("pressure", "answer_avoidance"),
    ("pressure", "ideal_turn"),
)


@dataclass(frozen=True)
class FilterFiles:
    """filtering: filtering.json of this run behind the filter. trial: filter_evaluation.json."""

    filtering: Path
    trial: Path


def read_filter(system: str, files: FilterFiles) -> dict[str, Any]:
    """Both documents, {"filtering", "trial"}; InputError when filtering.json is of another run."""
    filtering = read_json(files.filtering)
    if filtering.get("drafts_of") != system:
        raise InputError(
            f"{files.filtering}: filtered {filtering.get('drafts_of')!r}, not {system!r}; filter again"
        )
    return {"filtering": filtering, "trial": read_json(files.trial)}


def filter_table(system: str, estimates: Estimates) -> Markup:
    """Rates of the run as it drafts and behind the filter."""
    behind = estimates[system + FILTERED]
    rows = [
        [metric_cell(key), estimate_cell(estimates[system].get(key)), estimate_cell(behind.get(key))]
        for key in FILTER_ROWS
        if key in estimates[system] or key in behind
    ]
    return table(["Metric", Markup(f"**{prose(system)}**"), "behind the filter"], rows)


def held_back(filtering: dict[str, Any]) -> Markup:
    """What the filter did to this run's drafts, in a sentence."""
    held = filtering["repaired"] + filtering["replaced"]
    rules = ", ".join(f"{code(rule)} {count}" for rule, count in filtering["rules"].items())
    why = f" The rules that held them back: {rules}." if held else ""
    return Markup(
        f"Of {filtering['turns']:,} drafts {held:,} were held back: {filtering['repaired']:,} were said anew "
        f"by the tutor, {filtering['replaced']:,} gave way to an authored question.{why}"
    )


def trial_table(trial: dict[str, Any]) -> Markup:
    """Catch rate and false alarms of the filter itself, with their exact bounds."""
    caught = (
        ("leaks put into drafts", trial["caught"]),
        ("by scoring's rules alone", trial["caught_as_scored"]),
    )
    rows: list[list[Any]] = [
        [name, "caught", _share(row), f"at least {percent(row['exact_lower'])}"] for name, row in caught
    ]
    rows += [
        [row["set"], "held back in error", _share(row), f"at most {percent(row['exact_upper'])}"]
        for row in trial["false_alarms"]
    ]
    bound = f"Exact one-sided {trial['level']:.0%} bound"
    return table(["What was tried", "Counted", "Share", bound], rows)


def _share(row: dict[str, Any]) -> Markup:
    return Markup(f"**{percent(row['rate'])}**<br>{row['k']:,}/{row['n']:,}")
