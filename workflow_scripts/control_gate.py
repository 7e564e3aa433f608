"""Hold every run against every control; the workflow's last word."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.evaluation.gate import write_control_gate

    systems = snakemake.params.systems
    write_control_gate(
        metrics=dict(zip(systems, map(Path, snakemake.input.metrics), strict=True)),
        scores=dict(zip(systems, map(Path, snakemake.input.scores), strict=True)),
        runs=snakemake.params.runs,
        controls=snakemake.params.controls,
        policy=snakemake.params.policy,
        out=Path(snakemake.output.gate),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
