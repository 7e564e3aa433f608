"""The page over a small folder of results, with a tutor that says what the test wants."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from streamlit import cache_resource
from streamlit.testing.v1 import AppTest

from chromium import chromium
from scoring.fractions_item import FRACTIONS
from socratic_tutor.chat import tutors
from socratic_tutor.files import write_jsonl
from socratic_tutor.records import Item, Message

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "workflow_scripts" / "socratic_tutor" / "chat" / "page.py"


class Parrot:
    """Says the given texts in turn and notes what it was asked."""

    def __init__(self, texts: list[str]) -> None:
        self.texts, self.heard = list(texts), []

    def reply(self, messages: list[Message], *, seed: str) -> str:
        self.heard.append(messages)
        return self.texts[min(len(self.heard), len(self.texts)) - 1]


@pytest.fixture
def item() -> Item:
    return Item(**FRACTIONS)


@pytest.fixture
def open_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, item: Item) -> Callable[..., Any]:
    """open_page(*texts) -> the page (run once) and the tutor behind it."""
    items = [item, Item(**{**asdict(item), "id": "k", "grade_band": "K-2", "rivals": []})]
    results = tmp_path / "results" / "default"
    write_jsonl(results / "corpus" / "benchmarks" / "unseen_problems.jsonl", (asdict(i) for i in items))
    adapter = results / "systems" / "rank-16-seed1" / "adapter" / "adapter_model.safetensors"
    adapter.parent.mkdir(parents=True)
    adapter.touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["page.py"])

    def opened(*texts: str) -> tuple[AppTest, Parrot]:
        cache_resource.clear()  # a tutor stays loaded as long as the process lives
        parrot = Parrot(list(texts))
        monkeypatch.setattr(tutors, "load", lambda *_: parrot)
        page = AppTest.from_file(str(PAGE), default_timeout=60).run()
        page.selectbox[1].set_value("3-5").run()
        return page, parrot

    return opened


@pytest.fixture
def browser_page() -> Iterator[Any]:
    """A page of Debian's Chromium; skips without Playwright or Chromium."""
    with chromium() as browser:
        yield browser.new_page(viewport={"width": 1200, "height": 900})
