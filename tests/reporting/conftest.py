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


@pytest.fixture(autouse=True)
def _cheap(monkeypatch) -> None:
    """Much of a card's time is the garbage collection that statsmodels asks for with each correction of
    p values."""
    monkeypatch.setattr("gc.collect", lambda *_: 0)


@pytest.fixture(scope="session")
def card_text(_built, tmp_path_factory) -> str:
    """The card of the unchanged folder, for tests that only read it."""
    return render_in(_built, out=tmp_path_factory.mktemp("card") / "README.md")


@pytest.fixture
def render(results) -> Callable[..., str]:
    """Render the card of rank-16-seed1, with some arguments replaced, and return its text."""

    def call(**changes) -> str:
        return render_in(results, **changes)

    return call


def render_in(results: Path, **changes) -> str:
    """The text of the card of rank-16-seed1 in this results folder, with some arguments replaced."""
    from socratic_tutor.reporting.card import render_card
    from socratic_tutor.reporting.card_filter import FilterFiles

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
