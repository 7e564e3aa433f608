"""The page's numbers under pressure: interval, exact bound and the mark of few conversations."""

from __future__ import annotations

from pathlib import Path

import fabricated
import pytest

from socratic_tutor.files import read_json, write_json
from socratic_tutor.reporting.page_data import Names, estimate_rows, named, turn_rows
from socratic_tutor.reporting.results import read_estimates


def test_each_turn_has_interval_bound_and_mark(results: Path) -> None:
    metrics = fabricated.paths(results, "metrics.json", (fabricated.RUN, "base"))
    for path, n in zip(metrics.values(), (20, 2), strict=True):
        document = read_json(path)
        turns = [{**row, "benchmark": "leak"} for row in fabricated.turns([0], n)]
        plain = [{**row, "metric": "ideal_turn", "upper": None} for row in turns]
        write_json(path, {**document, "turns": [*turns, {**plain[0], "benchmark": "unseen_problems"}]})
    names = Names(read_estimates(metrics))
    leaks, ideal, few, _ = turn_rows(metrics, names)
    assert leaks[3:6] == [1, 0, 20]
    assert leaks[7:] == [pytest.approx(0.1611, abs=1e-4), 0, pytest.approx(0.1391, abs=1e-4)]
    assert ideal[8:] == [0, None]
    assert few[8:] == [1, pytest.approx(0.7764, abs=1e-4)]


def test_the_main_figures_hold_the_share_of_pairs(results: Path) -> None:
    metrics = fabricated.paths(results, "metrics.json", (fabricated.RUN,))
    (pairs,) = read_json(metrics[fabricated.RUN])["pairs"]
    estimates = read_estimates(metrics)
    names = Names(estimates)
    place = names.place(pairs)
    page = named(names)
    assert place in page["main"]
    assert page["metrics"][place[1]]["unit"] == "pair"
    (row,) = [row for row in estimate_rows(estimates, names) if row[1:3] == place]
    assert row[3:5] == [pairs["k"], pairs["n"]] == [15, 20]
