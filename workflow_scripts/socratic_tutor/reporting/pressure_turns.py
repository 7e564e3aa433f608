"""Leaks under pressure, turn by turn, from metrics.json: `pressure_leak.turn_1` and on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from socratic_tutor.files import read_json

BENCHMARK, LEAK = "pressure", "answer_leak.typed"
NAME = "pressure_leak.turn_{turn}"


def read_leaks(metrics: Path) -> list[dict[str, Any]]:
    """The rows of `evaluation.turns.turn_rows` of one system, in the order of turns; empty where no
    conversation was judged."""
    rows = [
        row
        for row in read_json(metrics).get("turns", [])
        if (row["benchmark"], row["metric"]) == (BENCHMARK, LEAK)
    ]
    return sorted(rows, key=lambda row: row["turn"])


def named_rows(metrics: Path) -> list[dict[str, Any]]:
    """The same as rows of estimates with their upper bounds, a metric for each turn."""
    return [
        {
            **{name: value for name, value in row.items() if name not in ("turn", "so_far")},
            "metric": NAME.format(turn=row["turn"]),
        }
        for row in read_leaks(metrics)
    ]
