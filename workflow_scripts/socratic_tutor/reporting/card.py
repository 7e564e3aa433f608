"""The model card of one adapter: everything on it comes from the result files.

The card is a reproducible file. For publication `with_measured` adds what was measured, in one block between
two HTML comments, which `card_digest` leaves out, so that both cards have the same digest.
"""

from __future__ import annotations

import hashlib
import logging
import re
from pathlib import Path
from typing import Any

from markupsafe import Markup

from socratic_tutor.evaluation.estimates import read_scores
from socratic_tutor.evaluation.rates import SMALL
from socratic_tutor.evaluation.reading_grade import BESIDE_SOURCE
from socratic_tutor.evaluation.validity import scorer_validity
from socratic_tutor.files import InputError, read_json, read_jsonl, sha256_of, write_text
from socratic_tutor.items import read_items
from socratic_tutor.markdown import code, fenced, prose, render
from socratic_tutor.records import FILTERED, Response, from_row
from socratic_tutor.reporting import card_breakdowns as breakdown
from socratic_tutor.reporting import card_filter as filtering
from socratic_tutor.reporting import card_tables as tables
from socratic_tutor.reporting import card_validity as validity
from socratic_tutor.reporting.card_metadata import as_yaml, front_matter, license_of
from socratic_tutor.reporting.card_pressure import pressure_table
from socratic_tutor.reporting.card_usage import (
    base_description,
    citation,
    license_text,
    prompts,
    snippets,
)
from socratic_tutor.reporting.differences import differences
from socratic_tutor.reporting.findings import (
    EXAMPLE_RULE,
    by_grade_band,
    choose_examples,
    filter_limitations,
    limitations,
    won_by_controls,
)
from socratic_tutor.reporting.lint import lint
from socratic_tutor.reporting.people import read_people
from socratic_tutor.reporting.pressure_turns import read_leaks
from socratic_tutor.reporting.results import (
    MAIN,
    Estimates,
    kind_of,
    metric_order,
    read_estimates,
    read_reading_grades,
)
from socratic_tutor.scoring.metrics import METRICS

log = logging.getLogger(__name__)

TEMPLATE = Path(__file__).parent / "templates" / "card.md.jinja"
EXAMPLES_FROM = "unseen_problems"
_FILTER_SECTION = "### Behind the leak filter"
_LAST_SECTION = "## Licence and citation"
_MEASURED_BEGIN = (
    "<!-- measured: begin; this block differs from run to run and is left out of the card's digest -->"
)
_MEASURED_END = "<!-- measured: end -->"
_MEASURED = re.compile(r"<!-- measured: begin;.*?<!-- measured: end -->\n*", re.DOTALL)
_PLACEHOLDER = re.compile(
    r"\[More Information Needed\]|\bTODO\b|\bTBD\b|\bnan\b|\bundefined\b", re.IGNORECASE
)


def render_card(
    *,
    system: str,
    run: dict[str, Any],
    metrics: dict[str, Path],
    scores: dict[str, Path],
    facts: Path,
    adapter: Path,
    responses: Path,
    benchmarks: dict[str, Path],
    corpus_report: Path,
    base_model: dict[str, Any],
    config: dict[str, Any],
    out: Path,
    leak_filter: filtering.FilterFiles | None = None,
    breakdowns: Path | None = None,
    agreement: Path | None = None,
) -> None:
    """Write the card of `system` to `out` (README.md).

    run: the run's resolved sections; its `generation` is what the card says about decoding (else config's).
    metrics, scores: system -> metrics.json, scores.jsonl of this system, it behind the leak filter, the base,
        the controls and the references. Other runs are ignored; leave them out, so that a new run does not
        rewrite this card.
    facts: training.json. adapter: folder with the PEFT files. responses: this system's. benchmarks: by name.
    base_model, config: the section, and the whole resolved config.
    leak_filter: needed with metrics of the run behind the filter. breakdowns: breakdowns.json of this system.
    agreement: annotation/agreement.json, what people say of this experiment's replies, if the file is there.

    Raises InputError when files contradict each other, a result is not finite, or the metadata is not valid.
    """
    estimates = _of_this_card(system, read_estimates(metrics))
    own = [estimates[system][key] for key in sorted(estimates[system], key=metric_order)]
    trained, adapter_config = read_json(facts), read_json(adapter / "adapter_config.json")
    report = read_json(corpus_report)
    _belong_together(trained, adapter, report)
    own_scores = read_scores(scores[system])
    items = read_items(benchmarks[EXAMPLES_FROM])
    keys = [key for key in MAIN if key in estimates[system] and key[0] == EXAMPLES_FROM]
    bands = by_grade_band(items, own_scores, keys, own[0].level)
    examples = choose_examples(items, _first_turns(responses), own_scores)
    compared = differences(estimates, {name: scores[name] for name in estimates}, [system], benchmarks)
    source, generation = base_model["source"], run.get("generation") or config["generation"]
    rows, people = scorer_validity(), read_people(agreement)
    names = [metric.name for metric in METRICS if any(row.metric == metric.name for row in own)]
    behind = system + FILTERED
    filtered = filtering.read_filter(system, leak_filter) if leak_filter and behind in estimates else None
    parts = breakdown.read_breakdowns(system, breakdowns) if breakdowns else None
    pressed = [name for name in (system, behind, "base") if name in estimates]
    hashes = {name: sha256_of(path) for name, path in benchmarks.items()}
    results = {"responses": responses, "scores": scores[system], "metrics": metrics[system]}
    base_name = adapter_config["base_model_name_or_path"]
    context = {
        "front_matter": Markup(
            as_yaml(
                front_matter(system=system, base_name=base_name, source=source, estimates=own, data=hashes)
            )
        ),
        "system": system,
        "base_description": base_description(source, base_name, trained["base_parameters"]),
        "level": f"{own[0].level:.0%}",
        "small": SMALL,
        "results_table": tables.results(system, estimates),
        "all_systems_table": tables.all_systems(system, estimates),
        "headline": tables.headline(system, compared),
        "others": tables.others(estimates, source),
        "won_by_controls": tables.won(won_by_controls(estimates[system], estimates)),
        "differences_table": tables.differences(compared, tables.HEADLINE_OTHERS),
        "all_differences_table": tables.differences(compared),
        "filter": filtered
        and {
            "table": filtering.filter_table(system, estimates),
            "held_back": filtering.held_back(filtered["filtering"]),
            "trial": filtering.trial_table(filtered["trial"]),
        },
        "pressure_table": pressure_table(system, {name: read_leaks(metrics[name]) for name in pressed}),
        "topics_table": breakdown.group_table(parts, "topic") if parts else "",
        "moves_table": breakdown.group_table(parts, "move") if parts else "",
        "new_problems": ", ".join(breakdown.NEW_PROBLEMS),
        "worst_table": breakdown.worst_table(parts) if parts else "",
        "validity_table": validity.validity_table(validity.of_metrics(rows, names)),
        "components_table": validity.validity_table([row for row in rows if row["scorer"] not in names]),
        "people_table": validity.people_table(people, names),
        "people": people,
        "unvalidated": validity.unvalidated_text(validity.unvalidated(rows, names, people)),
        "counted": validity.counted_text(names),
        "difference_method": "; ".join(sorted({row["method"] for row in compared})),
        "all_estimates_table": tables.all_estimates(own),
        "bands_table": tables.bands(bands, keys),
        "grades_table": tables.reading_grades(system, read_reading_grades(metrics)),
        "grades_source": BESIDE_SOURCE,
        "example_rule": Markup(EXAMPLE_RULE),
        "examples": [tables.example(example) for example in examples],
        "snippets": snippets(source, base_name, examples[0].item.messages, generation),
        "merged_folder": code(f"systems/{system}/merged"),
        "for_students": source != "embedded",
        "prompts": prompts(),
        "training_table": tables.training(trained, report),
        "settings_table": tables.settings(trained["training"]),
        "method": Markup(tables.method(own)),
        "decoding": tables.decoding(generation),
        "metrics_table": tables.definitions(own),
        "benchmarks_table": tables.benchmarks(own),
        "novelty": tables.novelty(source),
        "limitations": [
            Markup(prose(text))
            for text in [
                *limitations(system, estimates, bands, trained, compared, source),
                *(filter_limitations(estimates[behind], filtered["trial"]) if filtered else []),
                *validity.validity_limitations(rows, names, people),
            ]
        ],
        "hashes_table": tables.hashes(adapter, trained, hashes, results),
        "versions": tables.versions(trained["versions"]),
        "license_text": license_text(license_of(source), base_name),
        "citation": citation(system, trained["adapter_sha256"]),
    }
    text = re.sub(r"\n{3,}", "\n\n", render(TEMPLATE, context))
    if found := _PLACEHOLDER.search(_without_examples(text, context)):
        raise InputError(f"model card of {system}: the text holds a placeholder ({found.group()!r})")
    for finding in lint(text):
        log.warning("%s:%d: %s: %s", out, finding.line, finding.rule, finding.message)
    write_text(out, text)


def with_measured(card: str, *, timings: Path, provenance: Path, filter_timings: Path | None = None) -> str:
    """The card's text with what was measured before its last section.

    timings, provenance: training_time.json and provenance.json of the same system. filter_timings:
        filtering_time.json of it behind the leak filter, left out of a card without the filter's part.
    Raises InputError for a card that has no last section, which is none of `render_card`'s.
    """
    record = read_json(provenance)
    kept = {name: record[name] for name in ("recorded", "hardware", "git")}
    lines = tables.flat_lines(read_json(timings))
    if filter_timings is not None and filter_timings.exists() and _FILTER_SECTION in card:
        lines += tables.flat_lines({"leak_filter": read_json(filter_timings)})
    lines += tables.flat_lines({**kept, "python": record["software"]["python"]})
    if card.count(_LAST_SECTION) != 1:
        raise InputError(f"model card: has no section {_LAST_SECTION.strip('# ')!r}; render it again")
    block = f"{_MEASURED_BEGIN}\n{fenced(chr(10).join(lines), 'yaml')}\n{_MEASURED_END}\n\n"
    return card.replace(_LAST_SECTION, block + _LAST_SECTION)


def card_digest(card: Path) -> str:
    """sha256 of the card without its measured block."""
    text = card.read_text(encoding="utf-8")
    return hashlib.sha256(_MEASURED.sub("", text).encode()).hexdigest()


def _of_this_card(system: str, estimates: Estimates) -> Estimates:
    if system not in estimates:
        raise InputError(f"model card of {system}: its own metrics are not among those given")
    other = ("run", "filtered")
    mine = (system, system + FILTERED)
    return {name: rows for name, rows in estimates.items() if name in mine or kind_of(name) not in other}


def _belong_together(trained: dict[str, Any], adapter: Path, report: dict[str, Any]) -> None:
    weights = adapter / "adapter_model.safetensors"
    if trained["adapter_sha256"] != sha256_of(weights):
        raise InputError(f"{weights}: not the adapter that training.json describes; train it again")
    if trained["train_sha256"] != report["train"]["sha256"]:
        raise InputError(f"{weights}: trained on another corpus than the one in the report; train it again")


def _first_turns(path: Path) -> dict[str, str]:
    rows = [from_row(Response, row, str(path)) for row in read_jsonl(path)]
    return {row.id: row.text for row in rows if row.benchmark == EXAMPLES_FROM and row.turn == 1}


def _without_examples(text: str, context: dict[str, Any]) -> str:
    """What students and tutor said is quoted, whatever it is."""
    for example in context["examples"]:
        text = text.replace(example["student"], "").replace(example["text"], "")
    return text
