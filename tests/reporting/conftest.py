"""One fabricated results folder for the reporting tests, and a card rendered from it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import fabricated
import pytest
from rendered import render_in


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
