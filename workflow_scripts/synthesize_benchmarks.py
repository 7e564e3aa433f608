"""Write every benchmark with its ground truth."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.corpus.benchmarks import write_benchmarks

    write_benchmarks(
        seed=snakemake.params.seed,
        sizes=snakemake.params.sizes,
        out={name: Path(path) for name, path in snakemake.output.items()},
    )


if __name__ == "__main__":
    run_job(snakemake, main)
