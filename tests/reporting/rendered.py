"""The card of the fabricated results."""

from __future__ import annotations

from pathlib import Path

import fabricated

from socratic_tutor.reporting.card import render_card
from socratic_tutor.reporting.card_filter import FilterFiles

GENERATION = {"max_new_tokens": 60, "batch_size": 8, "temperature": 0, "top_p": 1.0}


def render_in(results: Path, **changes) -> str:
    """The text of the card of rank-16-seed1 in this results folder, with some arguments replaced."""
    system = changes.pop("system", "rank-16-seed1")
    folder = results / "systems" / system
    behind = results / "systems" / f"{system}-filtered"
    arguments = {
        "system": system,
        "run": {"generation": GENERATION},
        "metrics": fabricated.paths(results, "metrics.json", fabricated.ON_A_CARD),
        "scores": fabricated.paths(results, "scores.jsonl", fabricated.ON_A_CARD),
        "facts": folder / "training.json",
        "adapter": folder / "adapter",
        "responses": folder / "responses.jsonl",
        "benchmarks": fabricated.benchmarks(results),
        "corpus_report": results / "corpus" / "report.json",
        "base_model": {"source": "embedded"},
        "config": {},
        "out": folder / "card" / "README.md",
        "leak_filter": FilterFiles(behind / "filtering.json", results / "filter" / "filter_evaluation.json"),
        "breakdowns": folder / "breakdowns.json",
    }
    arguments |= changes
    render_card(**arguments)
    return Path(arguments["out"]).read_text(encoding="utf-8")
