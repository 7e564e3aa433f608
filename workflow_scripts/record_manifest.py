"""Record every reproducible file of the experiment with its sha256."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.manifest import write_manifest

    write_manifest(files=[Path(path) for path in snakemake.input], out=Path(snakemake.output.manifest))


if __name__ == "__main__":
    run_job(snakemake, main)
