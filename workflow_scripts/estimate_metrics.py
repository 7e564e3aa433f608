"""Estimate one system's metrics, with intervals."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.evaluation.estimates import estimate_metrics

    estimate_metrics(
        system=snakemake.wildcards.system,
        benchmarks={name: Path(snakemake.input[name]) for name in snakemake.params.benchmarks},
        scores=Path(snakemake.input.scores),
        level=snakemake.params.level,
        out=Path(snakemake.output.metrics),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
