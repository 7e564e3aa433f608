"""Check every reproducible file of the experiment against its manifest."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.manifest import verify

    verify(Path(snakemake.params.results) / "manifest.json")


if __name__ == "__main__":
    run_job(snakemake, main)
