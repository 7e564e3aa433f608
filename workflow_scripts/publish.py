"""Show what is staged and, if told so, upload it to the hub."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.publishing.upload import publish

    publish(
        staged=Path(snakemake.input.staged),
        upload=snakemake.params.upload,
        private=snakemake.params.private,
    )


if __name__ == "__main__":
    run_job(snakemake, main)
