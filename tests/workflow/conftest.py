"""Workflows to plan with: one that is finished, and fresh ones."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from workflow_copy import Workflow, copy_workflow


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Workflow:
    """A workflow in which everything is made; not to be changed, see `workflow`."""
    made = copy_workflow(tmp_path_factory.mktemp("finished") / "tutor")
    made.make_up_results()
    return made


@pytest.fixture
def workflow(finished: Workflow, tmp_path: Path) -> Workflow:
    """A finished workflow of the test's own."""
    shutil.copytree(finished.folder, tmp_path / "tutor", symlinks=True)
    return Workflow(tmp_path / "tutor")


@pytest.fixture
def fresh(tmp_path: Path) -> Callable[[], Workflow]:
    """Makes a workflow in which nothing is made yet."""
    return lambda: copy_workflow(tmp_path / "fresh")
