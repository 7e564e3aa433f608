"""Create the MLflow store and its experiment, once, before any system is tracked."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.tracking import create_store

    ready = Path(snakemake.output.ready)
    create_store(folder=ready.parent, experiment=snakemake.params.experiment, ready=ready)


if __name__ == "__main__":
    run_job(snakemake, main)
