"""What a workflow that has come to its end says: the control gate's verdict, and where to look."""

from __future__ import annotations

from pathlib import Path

from socratic_tutor.files import InputError, read_json

DEFAULT = "default"  # the experiment that `make ui` shows when none is named


def outcome(results: Path, trained: list[str]) -> str:
    """Lines for the terminal; "" where there is no verdict to be read, as after `--touch` in an empty folder.

    results: the experiment's folder. trained: the systems that have a card.
    """
    try:
        verdict = read_json(results / "control_gate.json")
        passed = bool(verdict["passed"])
    except (InputError, KeyError, TypeError):
        return ""
    gate = "passed" if passed else f"not passed: see {results / 'control_gate.json'}"
    named = "" if results.name == DEFAULT else f" EXPERIMENT={results.name}"
    lines = [
        f"Control gate: {gate}",
        f"Comparison:   {results / 'comparison' / 'index.html'}",
        *(f"Model card:   {results / 'systems' / system / 'card' / 'README.md'}" for system in trained),
        f"MLflow:       make ui{named}",
    ]
    return "\n".join(lines) + "\n"
