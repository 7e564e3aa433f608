"""agreement.md: what agreement.json holds, for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from socratic_tutor.markdown import render, table

TEMPLATE = Path(__file__).parent / "templates" / "agreement.md.jinja"
NOTHING = "–"


def report(found: Mapping[str, Any]) -> str:
    """The page for what `agreement.import_annotations` found."""
    scored = [(row["label"], scorer) for row in found["labels"] for scorer in row["scorers"]]
    return render(
        TEMPLATE,
        {
            "pack": found["pack"],
            "level": f"{100 * found['level']:g}%",
            "alone": len(found["annotators"]) < 2,
            "annotators": _annotators(found["annotators"]),
            "systems": table(["system", "labelled replies"], list(found["systems"].items())),
            "agreement": _agreement(found["labels"]),
            "pairs": _pairs(found["labels"]),
            "scorers": _scorers(scored),
            "corrected": _corrected(found["corrected"]),
            "refused": _refused(scored),
            "conversations": ", ".join(found["not_of_first_turns"]),
        },
    )


def _annotators(sheets: Sequence[Mapping[str, Any]]) -> Markup:
    names = ("annotator", "file", "replies", "complete", "answers", "unanswered", "repeated")
    head = (
        "annotator",
        "file",
        "replies",
        "of them complete",
        "answers",
        "rows without answers",
        "repeated rows",
    )
    return table(head, [[sheet[name] for name in names] for sheet in sheets], left=2)


def _agreement(labels: Sequence[Mapping[str, Any]]) -> Markup:
    head = ("label", "annotators", "replies", "Fleiss' kappa", "Krippendorff's alpha")
    return table(
        head,
        [
            [
                row["label"],
                row["annotators"],
                row["replies"],
                _measure(row["fleiss"]),
                _measure(row["krippendorff"]),
            ]
            for row in labels
        ],
    )


def _pairs(labels: Sequence[Mapping[str, Any]]) -> Markup:
    rows = [
        [row["label"], f"{pair['one']}, {pair['other']}", _rate(pair["equal"]), _measure(pair)]
        for row in labels
        for pair in row["cohen"]
    ]
    return table(("label", "annotators", "equal", "Cohen's kappa"), rows, left=2) if rows else Markup("")


def _scorers(scored: Sequence[tuple[str, Mapping[str, Any]]]) -> Markup:
    head = ("metric", "label", "replies", "split", "not judged", "sensitivity", "specificity", "kappa")
    rows = []
    for label, scorer in scored:
        kappa = {
            name: scorer[f"kappa{end}"] for name, end in (("value", ""), ("low", "_low"), ("high", "_high"))
        }
        rows.append(
            [
                *(scorer["metric"], label, scorer["n"], scorer["split"], scorer["not_applicable"]),
                *(_share(scorer[name]) for name in ("sensitivity", "specificity")),
                _measure({**kappa, "n": scorer["n"], "note": scorer["note"]}),
            ]
        )
    return table(head, rows, left=2)


def _corrected(rows: Sequence[Mapping[str, Any]]) -> Markup:
    head = ("system", "benchmark", "metric", "measured", "corrected", "Youden's J")
    cells = [
        [
            *(row["system"], row["benchmark"], row["metric"], f"{_rate(row['measured'])} (n = {row['n']})"),
            f"{_rate(row['corrected'])} [{_rate(row['ci_low'])}, {_rate(row['ci_high'])}]",
            f"{row['youden']:.2f}",
        ]
        for row in rows
    ]
    return table(head, cells, left=3) if cells else Markup("")


def _refused(scored: Sequence[tuple[str, Mapping[str, Any]]]) -> Markup:
    rows = [
        [scorer["metric"], scorer["correction"]["n"], scorer["correction"]["reason"]]
        for _, scorer in scored
        if not scorer["correction"]["allowed"]
    ]
    return table(("metric", "labels on our own turns", "why not"), rows) if rows else Markup("")


def _measure(measure: Mapping[str, Any]) -> str:
    if measure["value"] is None:
        return measure["note"]
    interval = "" if measure["low"] is None else f" [{measure['low']:.2f}, {measure['high']:.2f}]"
    note = f"; {measure['note']}" if measure["note"] else ""
    return f"{measure['value']:.2f}{interval} (n = {measure['n']}{note})"


def _share(rate: Mapping[str, Any]) -> str:
    if rate["rate"] is None:
        return NOTHING
    return f"{_rate(rate['rate'])} [{_rate(rate['low'])}, {_rate(rate['high'])}] ({rate['k']}/{rate['n']})"


def _rate(value: float | None) -> str:
    return NOTHING if value is None else f"{100 * value:.1f}%"
