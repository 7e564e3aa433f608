"""Write replies for people to label, blinded."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.annotation.pack import write_pack

    params = snakemake.params
    write_pack(
        benchmarks={name: Path(snakemake.input[name]) for name in params.benchmarks},
        responses=dict(zip(params.systems, map(Path, snakemake.input.responses), strict=True)),
        replies=params.replies,
        seed=params.seed,
        table=Path(snakemake.output.table),
        page=Path(snakemake.output.page),
        key=Path(snakemake.output.key),
    )
    logging.info("For annotators: %s, or %s", snakemake.output.page, snakemake.output.table)
    logging.info("For you alone, since it tells who said what: %s", snakemake.output.key)


if __name__ == "__main__":
    run_job(snakemake, main)
