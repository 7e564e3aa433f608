"""Put one finished system into MLflow; a store that fails leaves it pending."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.tracking import track_system

    def first(files):
        return Path(files[0]) if files else None

    track_system(
        system=snakemake.wildcards.system,
        store=Path(snakemake.input.store).parent,
        experiment=snakemake.params.experiment,
        sections=snakemake.params.sections,
        metrics=Path(snakemake.input.metrics),
        history=first(snakemake.input.history),
        facts=first(snakemake.input.facts),
        artifacts=[Path(path) for path in (*snakemake.input.card, snakemake.input.comparison)],
        out=Path(snakemake.output.tracked),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
