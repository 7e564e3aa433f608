"""Jobs that read human-labelled sets: planned once a set is given that holds what they read, no sooner."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from workflow_copy import Workflow

JOBS = {"calibrate_scorers", "score_external", "compare_external"}


def planned(workflow: Workflow, *arguments: str) -> set[str]:
    return set(workflow.plan(*arguments)) & JOBS


def give(workflow: Workflow, *names: str) -> None:
    for name in names:
        (workflow.folder / f"{name}.json").write_text(json.dumps([]), encoding="utf-8")
        workflow.edit("config.yaml", (f"    {name}: null", f"    {name}: {name}.json"))


@pytest.mark.parametrize(
    ("names", "jobs"),
    [
        ((), set()),
        (("mae",), {"compare_external"}),
        (("euler",), {"calibrate_scorers", "score_external"}),
        (("bridge", "mrbench_v3"), JOBS),
    ],
)
def test_each_set_brings_the_jobs_that_can_use_it(
    fresh: Callable[[], Workflow], names: tuple[str, ...], jobs: set[str]
) -> None:
    workflow = fresh()
    give(workflow, *names)
    assert planned(workflow) == jobs


def test_without_a_set_calibration_by_name_says_what_to_set(fresh: Callable[[], Workflow]) -> None:
    done = fresh().snakemake("calibrate_scorers")
    assert done.returncode != 0
    assert "evaluation.human_labels: none of mrbench_v2" in done.stdout + done.stderr


def test_a_set_that_is_not_there_is_named_before_any_job(fresh: Callable[[], Workflow]) -> None:
    workflow = fresh()
    workflow.edit("config.yaml", ("    euler: null", "    euler: lost.json"))
    for arguments in (["calibrate_scorers"], ["-n", "all"]):
        done = workflow.snakemake(*arguments)
        assert done.returncode != 0
        assert "Error: evaluation.human_labels.euler: lost.json: no such file" in done.stderr
