"""Put all systems side by side: table, paired differences, picture."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.reporting.comparison import write_comparison

    systems = snakemake.params.systems
    write_comparison(
        metrics=dict(zip(systems, map(Path, snakemake.input.metrics), strict=True)),
        scores=dict(zip(systems, map(Path, snakemake.input.scores), strict=True)),
        benchmarks={name: Path(snakemake.input[name]) for name in snakemake.params.benchmarks},
        table=Path(snakemake.output.table),
        data=Path(snakemake.output.data),
        png=Path(snakemake.output.png),
        svg=Path(snakemake.output.svg),
        agreement=Path(snakemake.output.table).parents[1] / "annotation" / "agreement.json",
    )


if __name__ == "__main__":
    run_job(snakemake, main)
