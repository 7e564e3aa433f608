"""Say what comparisons of these sizes can see."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.evaluation.power import plan_power

    plan_power(
        sizes=snakemake.params.sizes,
        level=snakemake.params.level,
        out=Path(snakemake.output.power),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
