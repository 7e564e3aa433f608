"""Write the training and validation rows with a report."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.corpus.synthesis import write_corpus

    write_corpus(
        seed=snakemake.params.seed,
        corpus=snakemake.params.corpus,
        train=Path(snakemake.output.train),
        validation=Path(snakemake.output.validation),
        report=Path(snakemake.output.report),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
