"""Estimate one system's metrics, with intervals."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.evaluation.breakdowns import break_down
    from socratic_tutor.evaluation.estimates import estimate_metrics

    given = {
        "system": snakemake.wildcards.system,
        "benchmarks": {name: Path(snakemake.input[name]) for name in snakemake.params.benchmarks},
        "scores": Path(snakemake.input.scores),
        "responses": Path(snakemake.input.responses),
        "level": snakemake.params.level,
    }
    estimate_metrics(**given, out=Path(snakemake.output.metrics))
    break_down(**given, out=Path(snakemake.output.breakdowns))


if __name__ == "__main__":
    run_job(snakemake, main)
