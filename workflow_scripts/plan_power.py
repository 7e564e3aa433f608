"""Say which differences the benchmarks can show, before anything is generated."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.evaluation.power import plan_power

    plan_power(
        benchmarks={name: Path(snakemake.input[name]) for name in snakemake.params.benchmarks},
        level=snakemake.params.level,
        out=Path(snakemake.output.power),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
