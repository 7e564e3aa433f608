"""Score the tutors of human-labelled sets."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.evaluation.external.tutors import score_external

    score_external(
        sets={name: Path(snakemake.input[name]) for name in snakemake.params.sets},
        level=snakemake.params.level,
        out=Path(snakemake.output.table),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
