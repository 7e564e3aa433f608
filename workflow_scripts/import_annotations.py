"""Read annotators' labels and compare them with one another and with the scorers."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.annotation.agreement import import_annotations

    params, out = snakemake.params, Path(snakemake.output.agreement)
    import_annotations(
        labels=out.parent / "labels",
        key=Path(snakemake.input.key),
        benchmarks={name: Path(snakemake.input[name]) for name in params.benchmarks},
        responses=dict(zip(params.systems, map(Path, snakemake.input.responses), strict=True)),
        scores=dict(zip(params.systems, map(Path, snakemake.input.scores), strict=True)),
        metrics=dict(zip(params.systems, map(Path, snakemake.input.metrics), strict=True)),
        runs=params.runs,
        level=params.level,
        out=out,
        table=Path(snakemake.output.table),
        page=Path(snakemake.output.page),
    )
    logging.info("Who agrees with whom: %s", snakemake.output.page)


if __name__ == "__main__":
    run_job(snakemake, main)
