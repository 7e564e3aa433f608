"""Score every response of one system, with evidence."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.scoring.run import score_responses

    score_responses(
        benchmarks={name: Path(snakemake.input[name]) for name in snakemake.params.benchmarks},
        responses=Path(snakemake.input.responses),
        out=Path(snakemake.output.scores),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
