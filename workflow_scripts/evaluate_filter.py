"""What the leak filter catches of injected leaks, and what it wrongly holds back."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.filtering.trial.evaluation import write_filter_evaluation

    write_filter_evaluation(
        benchmarks={name: Path(snakemake.input[name]) for name in snakemake.params.benchmarks},
        rules=snakemake.params.rules,
        level=snakemake.params.level,
        report=Path(snakemake.output.report),
        table=Path(snakemake.output.table),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
