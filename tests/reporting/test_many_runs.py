"""Many runs: of their scores only the planned are kept, each is held against few, the picture stays small."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import fabricated
import pytest

from socratic_tutor.evaluation.estimates import read_scores
from socratic_tutor.files import InputError
from socratic_tutor.reporting import differences, figures
from socratic_tutor.reporting.planned_scores import KEPT, planned_scores
from socratic_tutor.reporting.results import read_estimates


def pairs(results: Path) -> set[tuple[str, str]]:
    systems = (*fabricated.SYSTEMS, fabricated.BEHIND)
    metrics = fabricated.paths(results, "metrics.json", systems)
    rows = differences.differences(
        read_estimates(metrics), fabricated.paths(results, "scores.jsonl", systems)
    )
    return {(row["system"], row["minus"]) for row in rows}


def test_many_runs_are_held_against_the_base_the_lookup_and_their_filtered_selves(
    results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = fabricated.RUNS
    few = pairs(results)
    assert ("rank-4-seed1", "rank-16-seed1") in few
    assert {(run, "hint") for run in fabricated.RUNS} < few
    assert differences.held_against(fabricated.SYSTEMS) is None
    monkeypatch.setattr(differences, "FEW_RUNS", 1)
    assert pairs(results) == {(first, "base"), (second, "base"), (first, fabricated.BEHIND)}
    assert differences.held_against([*fabricated.SYSTEMS, "retrieval"]) == ("base", "retrieval")


def test_planned_scores_are_those_of_the_whole_file(results: Path) -> None:
    path = results / "systems" / "base" / "scores.jsonl"
    whole = read_scores(path)
    assert planned_scores(path, {}) == {key: values for key, values in whole.items() if key in KEPT}
    assert set(whole) > set(planned_scores(path, {}))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"metric": "asks_question"', '"metric": "charm"', r":1: 'charm' is no metric"),
        ('"value": 1', '"value": 2', "is 2, not 0, 1 or null"),
        ('"value": 1', '"value": true', "value is True, expected"),
        ('"turn": 1', '"turn": "1"', "turn is '1', expected"),
        ('"turn": 1', '"turn": 1, "mood": 1', "unknown field 'mood'"),
        ("{", "", ":1: not a JSON object"),
    ],
)
def test_a_broken_line_of_any_metric_is_refused(results: Path, old: str, new: str, message: str) -> None:
    path = results / "systems" / "base" / "scores.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(i for i, line in enumerate(lines) if '"asks_question"' in line and old in line)
    lines.insert(0, lines.pop(place).replace(old, new, 1))
    path.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(InputError, match=message):
        planned_scores(path, {})


def test_a_score_that_comes_twice_is_refused(results: Path) -> None:
    path = results / "systems" / "base" / "scores.jsonl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.splitlines()[-1] + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="comes twice"):
        planned_scores(path, {})


def test_a_changed_file_is_read_again(results: Path) -> None:
    path = results / "systems" / "base" / "scores.jsonl"
    before = planned_scores(path, {})
    path.write_text(path.read_text(encoding="utf-8").replace('"value": 1', '"value": null'), encoding="utf-8")
    assert planned_scores(path, {}) != before


def test_the_picture_of_many_systems_has_the_first_metrics_and_says_so(
    results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    estimates = read_estimates(fabricated.paths(results, "metrics.json"))

    def drawn() -> str:
        figures.draw_comparison(estimates, png=tmp_path / "a.png", svg=tmp_path / "a.svg")
        text = (tmp_path / "a.svg").read_text(encoding="utf-8")
        ElementTree.fromstring(text)
        return text

    assert "<!-- Faithful -->" in drawn()
    monkeypatch.setattr(figures, "MANY_SYSTEMS", len(estimates))
    few = drawn()
    assert "<!-- Faithful -->" not in few
    assert "<!-- Ideal turn -->" in few
    assert f"{figures.COLUMNS} of " in few
