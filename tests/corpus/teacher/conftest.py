"""A server that fails as told, and a run of the teacher over a few dozen rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, serving
from outcome import KINDS, Outcome

from socratic_tutor.corpus.rows import Draft, Plan, make_drafts
from socratic_tutor.corpus.teacher import client
from socratic_tutor.corpus.teacher.rewrite import Teacher
from socratic_tutor.corpus.teacher.settings import TeacherSettings

PLAN = Plan(split="train", part="train", turns={1: 0.5, 2: 0.3, 3: 0.2}, context_dropout=0.3)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short waits, no key from outside, no proxy between the test and its server."""
    monkeypatch.setattr(client, "FIRST_WAIT_S", 0.01)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with serving() as made:
        yield made


@pytest.fixture
def settings(server: FaultServer) -> TeacherSettings:
    return TeacherSettings(
        base_url=server.url,
        model="a-teacher",
        revision="abc",
        share=1.0,
        temperature=0.7,
        max_tokens=120,
        timeout_s=5,
        max_attempts=4,
        concurrency=4,
        api_key_variable="OPENAI_API_KEY",
        price_per_million_prompt_tokens=1.5,
        price_per_million_completion_tokens=6,
    )


@pytest.fixture(scope="session")
def drafts() -> list[Draft]:
    return list(make_drafts(KINDS, 40, PLAN, "teacher-tests"))


@pytest.fixture
def run(settings: TeacherSettings, drafts: list[Draft], tmp_path: Path) -> Callable[..., Outcome]:
    """Rewrite the drafts with the settings, some of them changed; the cache lies in the test's folder."""

    def rewrite(some: list[Draft] | None = None, *, cache: str = "cache.sqlite", **changed: Any) -> Outcome:
        with Teacher(replace(settings, **changed), tmp_path / cache, "s") as teacher:
            made = list(teacher.rewrite(some or drafts, "train"))
        return Outcome(made, teacher.report(), teacher.calls, teacher.recalled)

    return rewrite
