"""The results folder of the annotation tests, and resampling that does not take its time."""

from __future__ import annotations

from pathlib import Path

import labelled
import pytest

from socratic_tutor.annotation import people


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(people, "RESAMPLES", 20)
    return labelled.write_results(tmp_path)
