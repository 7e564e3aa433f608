"""The comparison as one HTML page that needs no other file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.gate import hold_against_controls
from socratic_tutor.evaluation.rates import SMALL
from socratic_tutor.evaluation.reading_grade import BESIDE, BESIDE_SOURCE, PERCENTILES
from socratic_tutor.files import InputError, read_json, write_text
from socratic_tutor.pages import render_page
from socratic_tutor.reporting.differences import held_against
from socratic_tutor.reporting.page_conversations import conversations
from socratic_tutor.reporting.page_data import (
    Names,
    difference_rows,
    estimate_rows,
    group_rows,
    named,
    turn_rows,
)
from socratic_tutor.reporting.page_text import HEADLINE, compared, config_differences, gate_sentence, headline
from socratic_tutor.reporting.results import (
    MAIN,
    Estimates,
    counted,
    grade,
    in_order,
    kind_of,
    label,
    lower_is_better,
    percent,
    read_estimates,
    read_reading_grades,
)

TEMPLATES = Path(__file__).parent / "templates"
SCRIPTS = ("comparison_parts.js", "comparison_figures.js", "comparison_conversations.js")
COLUMNS = 6  # main metrics in the table at the top; the figures have them all


def write_comparison_page(
    *,
    title: str,
    metrics: dict[str, Path],
    scores: dict[str, Path],
    responses: dict[str, Path],
    breakdowns: dict[str, Path],
    benchmarks: dict[str, Path],
    comparison: Path,
    configs: Mapping[str, Mapping[str, Any]],
    runs: list[str],
    controls: list[str],
    out: Path,
) -> None:
    """Write the page.

    title: the experiment's name. metrics, scores, responses: system -> its file, for the same systems;
    breakdowns: for those that have one. comparison: comparison.json of the same systems. configs: system ->
    what the config says of it. runs, controls: whom the control gate holds against each other.
    Raises InputError when the files do not belong together.
    """
    estimates = read_estimates(metrics)
    names = Names(estimates)
    document = read_json(comparison)
    if sorted({row["system"] for row in document["estimates"]}) != sorted(estimates):
        raise InputError(f"{comparison}: compares other systems; run `snakemake compare_systems` again")
    gate = None
    if runs and controls and all(HEADLINE in estimates.get(system, {}) for system in [*runs, *controls]):
        gate = hold_against_controls(metrics=metrics, scores=scores, runs=runs, controls=controls)
    talks = conversations(
        benchmarks=benchmarks,
        responses={system: responses[system] for system in estimates},
        scores=scores,
        metrics=names.metrics,
    )
    verdict, faults = gate_sentence(gate)
    runs = in_order(runs)
    keys, values = config_differences({run: configs[run] for run in runs})
    data = {
        **named(names),
        "level": document["estimates"][0]["level"],
        "few": SMALL,
        "estimates": estimate_rows(estimates, names),
        "differences": difference_rows(document["differences"], names),
        "turns": turn_rows(metrics, names),
        "groups": group_rows(breakdowns, names),
        "talks": talks,
    }
    context = {
        "title": title,
        "compared": compared(estimates, len(benchmarks), talks["planned"]),
        "headline": headline(document["differences"]),
        "gate": {"passed": gate is not None and gate["passed"], "text": verdict, "faults": faults},
        "table": _main_table(estimates),
        "grades": _grades(read_reading_grades({name: metrics[name] for name in estimates})),
        "grades_source": BESIDE_SOURCE,
        "methods": sorted({row["method"] for row in document["estimates"]}),
        "level": f"{100 * data['level']:g}%",
        "few": SMALL,
        "differing": keys,
        "values": values,
        "runs": runs,
        "held_against": held_against(list(estimates)),
        "shown": len(talks["items"]),
        "planned": talks["planned"],
        "has": {name: bool(data[name]) for name in ("differences", "turns")}
        | {"groups": bool(data["groups"]["rows"])},
    }
    page = render_page(
        TEMPLATES / "comparison.html.jinja",
        context,
        styles=[TEMPLATES / "comparison.css"],
        scripts=[TEMPLATES / name for name in SCRIPTS],
        data=data,
    )
    write_text(out, page)


def _main_table(estimates: Estimates) -> dict[str, Any]:
    """{"head": [{"metric", "benchmark", "lower"}], "rows": [{"system", "kind", "cells"}]} of the first main
    metrics."""
    present = {key for rows in estimates.values() for key in rows}
    keys = [key for key in MAIN if key in present][:COLUMNS] or sorted(present)[:COLUMNS]
    head = [
        {"metric": label(metric), "benchmark": benchmark, "lower": lower_is_better(metric)}
        for benchmark, metric in keys
    ]
    rows = [
        {"system": system, "kind": kind_of(system), "cells": [_cell(of.get(key)) for key in keys]}
        for system, of in estimates.items()
    ]
    return {"head": head, "rows": rows}


def _grades(found: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """{"who", "kind", "cells"} of every system, and below whom the metric was defined with; [] of none."""
    names = [f"p{share}" for share in PERCENTILES]
    rows = [
        {
            "who": system,
            "kind": kind_of(system),
            "cells": [*(grade(row[name]) for name in names), str(row["n"])],
        }
        for system, row in found.items()
    ]
    beside = [{"who": who, "kind": "", "cells": [*map(grade, values), "–"]} for who, values in BESIDE]
    return rows + beside if rows else []


def _cell(row: Any) -> dict[str, str] | None:
    if row is None:
        return None
    return {
        "rate": percent(row.rate),
        "interval": f"{percent(row.ci_low)}\u2013{percent(row.ci_high)}",
        "count": counted(row.k, row.n),
    }
