"""Write the students of human-labelled sets as chats to answer."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.evaluation.external.students import write_students

    write_students(
        sets={name: Path(snakemake.input[name]) for name in snakemake.params.sets},
        size=snakemake.params.size,
        out=Path(snakemake.output.students),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
