"""Render the comparison of all systems as one page that needs no other file."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.reporting.comparison_page import write_comparison_page

    params = snakemake.params

    def of_systems(paths):
        return dict(zip(params.systems, map(Path, paths), strict=True))

    write_comparison_page(
        title=params.experiment,
        metrics=of_systems(snakemake.input.metrics),
        scores=of_systems(snakemake.input.scores),
        responses=of_systems(snakemake.input.responses),
        breakdowns=of_systems(snakemake.input.breakdowns),
        benchmarks={name: Path(snakemake.input[name]) for name in params.benchmarks},
        comparison=Path(snakemake.input.comparison),
        configs=params.configs,
        runs=params.runs,
        controls=params.controls,
        out=Path(snakemake.output.page),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
