"""The tables of the model card, from records to Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from socratic_tutor.base_identity import EMBEDDED, MANIFEST
from socratic_tutor.corpus.benchmarks import BENCHMARKS
from socratic_tutor.corpus.held_out import held_out_digest
from socratic_tutor.evaluation.intervals import wilson
from socratic_tutor.evaluation.reading_grade import BESIDE, PERCENTILES
from socratic_tutor.files import read_json, sha256_of
from socratic_tutor.markdown import code, prose, table
from socratic_tutor.records import FILTERED, Estimate
from socratic_tutor.reporting.findings import Bands, Example
from socratic_tutor.reporting.results import (
    MAIN,
    Estimates,
    Key,
    counted,
    definition,
    grade,
    kind_of,
    label,
    lower_is_better,
    percent,
    units,
)
from socratic_tutor.reporting.verdicts import in_words, p_value
from socratic_tutor.scoring.metrics import BY_NAME

# training.json -> the row's name; what is missing there (no validation, say) has no row
FACTS = {
    "train_examples": "Training examples",
    "validation_examples": "Validation examples",
    "steps": "Optimizer steps",
    "published_step": "Published step",
    "epochs": "Epochs",
    "total_tokens": "Tokens read",
    "supervised_tokens": "Tokens that carry loss",
    "padded_tokens": "Tokens computed, with padding",
    "model_flops": "FLOPs for the tokens read (4 × base, 6 × adapter)",
    "hardware_flops": "FLOPs computed, with padding and recomputation",
    "final_train_loss": "Final training loss (nats per token)",
    "mean_train_loss": "Mean training loss over all steps",
    "best_validation_loss": "Lowest validation loss",
    "trainable_parameters": "Trainable parameters",
    "base_parameters": "Parameters of the base",
    "seed": "Seed",
}

OTHERS = {
    "base": "*base* is the same model without the adapter, under the same prompt.",
    "constant": "*constant* is a control, which cannot tutor and must lose: one polite question for all.",
    "echo": "*echo*, a control: quotes the student and asks why.",
    "answer": "*answer*, a control: tells the answer kindly.",
    "keyword": "*keyword*, a control: lists vocabulary and numbers.",
    "hint": "*hint*, a control: restates the prompt's hint and asks whether it always works.",
    "check": "*check*, a control: advises any student to check the value, with theirs filled in.",
    "numbers": "*numbers*, a control: sets their value beside a number of the problem in a canned line.",
    "gold": "*gold*, the reference: each item's own authored turn, accepted only after checks much like "
    "these scores; its rates are a ceiling by construction.",
    "retrieval": "*retrieval*, a reference: the nearest training turn with its numbers replaced.",
}


def cell(k: int, n: int, low: float, high: float) -> Markup:
    """Rate in percent, interval, counts: three lines in one cell; few counts are marked."""
    return Markup(f"**{percent(k / n)}**<br>[{percent(low)}, {percent(high)}]<br>{counted(k, n)}")


def others(estimates: Estimates, source: str) -> Markup:
    """Who stands beside the adapter in the table, in a sentence each."""
    words = [OTHERS[name] for name in estimates if name in OTHERS]
    if any(name.endswith(FILTERED) for name in estimates):
        words.insert(0, "*behind the filter* is this adapter with its drafts passed through the leak filter.")
    if "base" in estimates and source == "embedded":
        words.append("The embedded base was built to tell answers, so a gain over it is expected.")
    return Markup(" ".join(words))


def headline(system: str, rows: list[dict[str, Any]]) -> Markup | str:
    """This adapter minus a lookup of training turns, what it has learnt beyond one; "" without the lookup."""
    key = MAIN[0]
    row = next((r for r in rows if r["minus"] == "retrieval" and (r["benchmark"], r["metric"]) == key), None)
    if row is None:
        return ""
    value, low, high = (f"{100 * row[name]:+.1f}" for name in ("difference", "ci_low", "ci_high"))
    return Markup(
        f"Headline: {prose(system)} minus *retrieval*, a lookup of the nearest training turn, is **{value}** "
        f"percentage points [{low}, {high}] in {label(key[1]).lower()}s on {code(key[0])} "
        f"({'' if row['told_apart'] else 'not '}told apart: {prose(in_words(row))})."
    )


def won(rows: list[tuple[Key, list[str]]]) -> str:
    """The main metrics that controls reach or win, "" if there are none."""
    return ", ".join(f"{label(metric)} ({benchmark})" for (benchmark, metric), _ in rows)


def metric_cell(key: Key) -> Markup:
    arrow = " ↓" if lower_is_better(key[1]) else ""
    return Markup(f"{prose(label(key[1]))}{arrow}<br>{code(key[0])}")


def results(system: str, estimates: Estimates) -> Markup:
    """Main metrics: this adapter, it behind the leak filter, base, retrieval, gold, and the best control of
    each row, which is the hardest comparison."""
    names = [name for name in (system, system + FILTERED, "base", "retrieval", "gold") if name in estimates]
    controls = [name for name in estimates if kind_of(name) == "control"]
    rows = []
    for key in (key for key in MAIN if key in estimates[system]):
        line = [metric_cell(key), *(estimate_cell(estimates[name].get(key)) for name in names)]
        rows.append([*line, _best(key, controls, estimates)] if controls else line)
    head = ["Metric", Markup(f"**{prose(system)}**"), *(short_name(name) for name in names[1:])]
    return table([*head, "best control"] if controls else head, rows)


def short_name(system: str) -> str:
    """The head of a column beside the card's own system."""
    return "behind the filter" if system.endswith(FILTERED) else system


def _best(key: Key, controls: Sequence[str], estimates: Estimates) -> Markup:
    sign = -1 if lower_is_better(key[1]) else 1
    judged = [name for name in controls if key in estimates[name]]
    if not judged:
        return Markup("–")
    rate = max(sign * estimates[name][key].rate for name in judged)
    best = [name for name in judged if sign * estimates[name][key].rate == rate]
    who = best[0] if len(best) == 1 else f"{len(best)} of {len(judged)}"
    return Markup(f"{estimate_cell(estimates[best[0]][key])}<br>{prose(who)}")


def all_systems(system: str, estimates: Estimates) -> Markup:
    """Main metrics of every system on this card, a column each."""
    names = [system, *(name for name in estimates if name != system)]
    rows = [
        [metric_cell(key), *(estimate_cell(estimates[name].get(key)) for name in names)]
        for key in MAIN
        if key in estimates[system]
    ]
    return table(["Metric", Markup(f"**{prose(system)}**"), *(short_name(name) for name in names[1:])], rows)


def estimate_cell(row: Estimate | None) -> Markup:
    return cell(row.k, row.n, row.ci_low, row.ci_high) if row else Markup("–")


HEADLINE_OTHERS = ("base", "retrieval")


def differences(rows: list[dict[str, Any]], only: Sequence[str] | None = None) -> Markup | str:
    """Main metrics by other system: difference in points with its interval and adjusted p value.

    only: the systems to subtract, all without it. "" where there is nothing to subtract.
    """
    others = list(dict.fromkeys(row["minus"] for row in rows if only is None or row["minus"] in only))
    if not others:
        return ""
    found = {(row["benchmark"], row["metric"], row["minus"]): row for row in rows}
    keys = [key for key in MAIN if any((*key, other) in found for other in others)]
    body = [[metric_cell(key), *(_difference(found.get((*key, other))) for other in others)] for key in keys]
    return table(["Metric", *(f"minus {short_name(other)}" for other in others)], body)


def _difference(row: dict[str, Any] | None) -> Markup:
    if row is None:
        return Markup("–")
    value, low, high = (f"{100 * row[name]:+.1f}" for name in ("difference", "ci_low", "ci_high"))
    return Markup(f"**{value}**<br>[{low}, {high}]<br>{prose(p_value(row))}")


def all_estimates(rows: list[Estimate]) -> Markup:
    head = [
        "Benchmark",
        "Metric",
        "k",
        "n",
        "Not applicable",
        "Rate",
        "Interval",
        "Interval, clustered by family",
        "Families",
        "Design effect",
    ]
    body = [
        [
            code(row.benchmark),
            Markup(f"{code(row.metric)}{' ↓' if lower_is_better(row.metric) else ''}"),
            row.k,
            row.n,
            row.n_not_applicable,
            percent(row.rate),
            Markup(f"[{percent(row.ci_low)}, {percent(row.ci_high)}]"),
            _clustered(row),
            row.clusters,
            f"{row.design_effect:.2f}",
        ]
        for row in rows
    ]
    return table(head, body)


def _clustered(row: Estimate) -> Markup:
    """Wilson with the effective n: what `clustered` in metrics.json holds."""
    low, high = wilson(row.k / row.design_effect, row.n / row.design_effect, row.level)
    return Markup(f"[{percent(low)}, {percent(high)}]")


def bands(rated: Bands, keys: Sequence[Key]) -> Markup:
    body = [
        [metric_cell(key), *(cell(*row[key[1]]) if key[1] in row else Markup("–") for row in rated.values())]
        for key in keys
    ]
    return table(["Metric", *(f"Grades {band}" for band in rated)], body)


def reading_grades(system: str, found: Mapping[str, Mapping[str, Any]]) -> Markup | str:
    """Percentiles of the replies' reading grade: this adapter, what stands beside it in the first table, and
    whom the metric was defined with; "" where none was measured."""
    if system not in found:
        return ""
    names = [name for name in (system, system + FILTERED, "base", "retrieval", "gold") if name in found]
    rows: list[list[Any]] = [
        [
            Markup(f"**{prose(name)}**") if name == system else short_name(name),
            *(grade(found[name][f"p{share}"]) for share in PERCENTILES),
            found[name]["n"],
        ]
        for name in names
    ]
    rows += [[who, *map(grade, values), "–"] for who, values in BESIDE]
    return table(["Who", *(f"{share}th percentile" for share in PERCENTILES), "Replies"], rows)


def example(chosen: Example) -> dict[str, Any]:
    failed = Markup(", ".join(code(name) for name in chosen.failed))
    student = prose(chosen.item.messages[-1]["content"])
    text = prose(chosen.text) or Markup("*(no response)*")
    return {"item": chosen.item, "student": student, "text": text, "ideal": chosen.ideal, "failed": failed}


def training(facts: dict[str, Any], report: dict[str, Any]) -> Markup:
    rows: list[list[Any]] = [
        [name, _number(facts[key])] for key, name in FACTS.items() if facts.get(key) is not None
    ]
    rows.insert(2, ["Misconceptions in the training split", len(report["train"]["misconception"])])
    return table(["Fact", "Value"], rows)


def settings(values: dict[str, Any]) -> Markup:
    """Every hyperparameter, as training used it."""
    return table(["Hyperparameter", "Value"], [[code(k), code(v)] for k, v in _flat(values)])


def method(rows: list[Estimate]) -> str:
    names = sorted({row.method for row in rows})
    methods = " and ".join("Wilson score" if name == "wilson" else name for name in names)
    return (
        f"Intervals: {prose(methods)} at {rows[0].level:.0%}, over turns as independent draws. Items "
        "of one family, and the turns of one conversation under pressure all the more, are not: there read "
        "the interval clustered by family in the table of all metrics, or the rates turn by turn."
    )


def decoding(generation: dict[str, Any]) -> Markup:
    return Markup(", ".join(f"{code(key)} {prose(value)}" for key, value in _flat(generation)))


def definitions(rows: list[Estimate]) -> Markup:
    """The metrics that occur, in the words of the scorers' own table."""
    used = {row.metric for row in rows}
    body = [
        [
            Markup(f"{code(name)}{'' if metric.higher_is_better else ' ↓'}"),
            metric.definition,
            metric.applies,
        ]
        for name, metric in BY_NAME.items()
        if name in used
    ]
    joint = sorted(name for name in used if units(name) == "pairs")
    body += [[code(name), definition(name), "pairs of students"] for name in joint]
    return table(["Metric", "A turn counts when it", "Judged for"], body)


def benchmarks(own: Sequence[Estimate]) -> Markup:
    """What each benchmark holds that the model has not met, and how many turns were judged."""
    sizes: dict[str, int] = {}
    for row in own:
        sizes[row.benchmark] = max(row.n, sizes.get(row.benchmark, 0))
    body = [
        [code(name), str(n), prose(BENCHMARKS[name].new) if name in BENCHMARKS else ""]
        for name, n in sizes.items()
    ]
    return table(["Benchmark", "Turns", "What is new to the model"], body)


def novelty(source: str) -> Markup:
    """To whom "unseen" applies: to the adapter always, to the base only when it was made under this list."""
    if source != "embedded":
        return Markup(
            '"Unseen" means unseen in fine-tuning: what the base model has read before is not known here.'
        )
    facts = read_json(EMBEDDED / MANIFEST).get("facts", {}) if (EMBEDDED / MANIFEST).is_file() else {}
    if facts.get("held_out_sha256") == held_out_digest():
        return Markup("What is held out was held out of the embedded base's reading, too.")
    return Markup(
        "The embedded base was trained under another hold-out list than today's, so nothing here is unseen "
        "to it: read the names of the benchmarks as new in fine-tuning."
    )


def hashes(
    adapter: Path, facts: dict[str, Any], benchmarks: dict[str, str], results: dict[str, Path]
) -> Markup:
    rows = [[path.name, sha256_of(path)] for path in sorted(adapter.iterdir()) if path.is_file()]
    rows += [["training split", facts["train_sha256"]], ["validation split", facts["validation_sha256"]]]
    rows += [[f"benchmark {name}", value] for name, value in benchmarks.items()]
    rows += [[f"this adapter's {name}", sha256_of(path)] for name, path in results.items()]
    rows += [*_base_identity(facts["base_fingerprint"]), ["chat template", facts["template_sha256"]]]
    return table(["What", "sha256"], [[name, code(value)] for name, value in rows])


def _base_identity(fingerprint: dict[str, Any]) -> list[list[str]]:
    """The base's hashes, or a hub base's commit, as `base_identity.base_fingerprint` found them."""
    if fingerprint["kind"] == "hub":
        return [["base model (hub commit)", fingerprint["revision"]]]
    if fingerprint["kind"] == "embedded":
        return [["base model (manifest)", fingerprint["manifest"]]]
    return [[f"base model ({name})", value] for name, value in fingerprint["files"].items()]


def versions(libraries: dict[str, str]) -> str:
    return "Made with " + ", ".join(f"{name} {version}" for name, version in libraries.items()) + "."


def flat_lines(values: dict[str, Any]) -> list[str]:
    return [f"{key}: {value}" for key, value in _flat(values)]


def _flat(values: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in values.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((f"{prefix}{key}", _number(value) if not isinstance(value, str) else value))
    return found


def _number(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:.6g}" if isinstance(value, float) else str(value)
