"""What make hands on to the commands behind it."""

from __future__ import annotations

import subprocess

import pytest

from dag import ROOT


@pytest.mark.parametrize(
    ("given", "command"),
    [
        ([], "snakemake --cores 1 all"),
        (
            ["CONFIGFILE=configs/smoke.yaml", "CORES=2"],
            "snakemake --cores 2 all --configfile configs/smoke.yaml",
        ),
    ],
)
def test_all_runs_the_config_that_is_named(given: list[str], command: str) -> None:
    done = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", "all", *given],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1].endswith(command)
