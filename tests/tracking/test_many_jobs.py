"""Many jobs at once on a folder where nothing is: all of them succeed, in one store."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fake_training import SCRIPTS
from trial import CONFIG, client, curve, runs, write_corpus, write_system

from socratic_tutor.files import read_json

JOBS = 8


def at_once(results: Path) -> list[str]:
    """Track JOBS systems, each in a process of its own; the states that their tracked.json tells."""
    write_corpus(results)
    systems = [f"rank-16-seed{number}" for number in range(1, JOBS + 1)]
    CONFIG["runs"]["rank-16"]["seeds"] = list(range(1, JOBS + 1))
    for system in systems:
        write_system(results, system, history=curve())
    code = (
        "import sys; from pathlib import Path; import trial\n"
        f"trial.CONFIG['runs']['rank-16']['seeds'] = list(range(1, {JOBS + 1}))\n"
        "trial.track(Path(sys.argv[1]), system=sys.argv[2])"
    )
    paths = os.pathsep.join((str(SCRIPTS), str(Path(__file__).parent)))
    jobs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(results), system],
            env={**os.environ, "PYTHONPATH": paths},
            stderr=subprocess.DEVNULL,
        )
        for system in systems
    ]
    assert [job.wait(timeout=400) for job in jobs] == [0] * JOBS
    return [read_json(results / "systems" / system / "tracked.json")["state"] for system in systems]


def test_eight_jobs_at_once_on_a_fresh_folder(tmp_path: Path) -> None:
    assert at_once(tmp_path) == ["complete"] * JOBS
    assert len(runs(tmp_path)) == JOBS
    assert client(tmp_path).get_experiment_by_name("trial").artifact_location == "mlflow-artifacts:/trial"


@pytest.mark.slow
def test_ten_times_all_eight_succeed(tmp_path: Path) -> None:
    states = [state for number in range(10) for state in at_once(tmp_path / str(number))]
    assert (states.count("complete"), len(states)) == (10 * JOBS, 10 * JOBS)
