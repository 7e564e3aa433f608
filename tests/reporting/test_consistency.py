"""Card, metrics.json and MLflow show the same numbers, and the comparison would notice if they did not."""

from __future__ import annotations

import sqlite3

import fabricated
import pytest
from consistency import disagreements

from socratic_tutor import tracking
from socratic_tutor.files import read_json, write_json


@pytest.fixture
def tracked(results, render, monkeypatch):
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    store = results / "mlflow"
    tracking.create_store(folder=store, experiment="trial", ready=store / "store.ready")
    for system in fabricated.SYSTEMS:
        folder = results / "systems" / system
        run = system in fabricated.RUNS
        if run:
            render(system=system)
        tracking.track_system(
            system=system,
            store=store,
            experiment="trial",
            sections={"seed": "s"},
            metrics=folder / "metrics.json",
            history=folder / "history.jsonl" if run else None,
            facts=folder / "training.json" if run else None,
            artifacts=[folder / "card" / "README.md"] if run else [],
            out=folder / "tracked.json",
        )
    return results


def test_the_three_agree_and_a_change_in_any_is_seen(tracked):
    assert disagreements(tracked) == []

    card = tracked / "systems" / "rank-16-seed1" / "card" / "README.md"
    text = card.read_text(encoding="utf-8")
    for old in ("value: 0.9", "| 60 | 0 |", "| Final training loss (nats per token) | 0.3"):
        assert old in text
        card.write_text(text.replace(old, old[:-1] + "7", 1), encoding="utf-8")
        assert disagreements(tracked), old
    card.write_text(text, encoding="utf-8")

    with sqlite3.connect(tracked / "mlflow" / "mlflow.db") as database:
        database.execute("update latest_metrics set value = 0.5 where key = 'leak/answer_leak.typed.ci_high'")
    assert len(disagreements(tracked)) == len(fabricated.SYSTEMS)

    record = tracked / "systems" / "base" / "tracked.json"
    write_json(record, read_json(record) | {"state": "pending", "reason": "down"})
    assert any("base: not tracked (down)" in line for line in disagreements(tracked))
