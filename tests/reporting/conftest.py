"""One fabricated results folder for the reporting tests, and a card rendered from it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import fabricated
import pytest

GENERATION = {"max_new_tokens": 60, "batch_size": 8, "temperature": 0, "top_p": 1.0}


@pytest.fixture(scope="session")
def _built(tmp_path_factory) -> Path:
    return fabricated.build(tmp_path_factory.mktemp("results") / "trial")


@pytest.fixture
def results(tmp_path, _built) -> Path:
    return Path(shutil.copytree(_built, tmp_path / "results" / "trial"))


@pytest.fixture
def render(results) -> Callable[..., str]:
    """Render the card of rank-16-seed1, with some arguments replaced, and return its text."""

    def call(**changes) -> str:
        from socratic_tutor.reporting.card import render_card

        system = changes.pop("system", "rank-16-seed1")
        folder = results / "systems" / system
        arguments = {
            "system": system,
            "run": {"generation": GENERATION},
            "metrics": fabricated.paths(results, "metrics.json"),
            "scores": fabricated.paths(results, "scores.jsonl"),
            "facts": folder / "training.json",
            "adapter": folder / "adapter",
            "responses": folder / "responses.jsonl",
            "benchmarks": fabricated.benchmarks(results),
            "corpus_report": results / "corpus" / "report.json",
            "base_model": {"source": "embedded"},
            "config": {},
            "out": folder / "card" / "README.md",
        }
        render_card(**{**arguments, **changes})
        return (folder / "card" / "README.md").read_text(encoding="utf-8")

    return call
