"""Lay out the repositories that may go to the hub."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.publishing.staging import stage

    staged = Path(snakemake.output.staged)
    results = staged.parent.parent
    stage(
        namespace=snakemake.params.namespace,
        systems={system: results / "systems" / system for system in snakemake.params.systems},
        corpus=results / "corpus",
        embedded_base=snakemake.params.embedded_base,
        out=staged,
    )


if __name__ == "__main__":
    run_job(snakemake, main)
