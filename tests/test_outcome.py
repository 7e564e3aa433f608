"""The last lines of a workflow name the verdict and files that are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from socratic_tutor.files import write_json, write_text
from socratic_tutor.outcome import outcome


@pytest.mark.parametrize(
    ("experiment", "passed", "first", "last"),
    [
        ("default", True, "Control gate: passed", "MLflow:       make ui"),
        ("mine", False, "Control gate: not passed: see ", "MLflow:       make ui EXPERIMENT=mine"),
    ],
)
def test_the_verdict_comes_first_and_each_run_has_its_card(
    tmp_path: Path, experiment: str, passed: bool, first: str, last: str
) -> None:
    results = tmp_path / experiment
    write_json(results / "control_gate.json", {"passed": passed})
    lines = outcome(results, ["a-seed1", "b-seed1"]).splitlines()
    assert lines[0].startswith(first)
    assert lines[0].endswith("passed" if passed else str(results / "control_gate.json"))
    assert [line.split()[-1] for line in lines[1:-1]] == [
        str(results / "comparison" / "index.html"),
        *(str(results / "systems" / system / "card" / "README.md") for system in ("a-seed1", "b-seed1")),
    ]
    assert lines[-1] == last


@pytest.mark.parametrize("content", [None, "control_gate.json", "[]", "{}"])
def test_without_a_verdict_nothing_is_said(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        write_text(tmp_path / "control_gate.json", content)
    assert outcome(tmp_path, ["a-seed1"]) == ""
