"""Put one finished system into MLflow; a store that fails leaves it pending."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.tracking import track_system

    files, params = snakemake.input, snakemake.params

    def first(paths):
        return Path(paths[0]) if paths else None

    shown = [*files.card, files.comparison, files.breakdowns]
    tracked = Path(snakemake.output.tracked)
    track_system(
        system=snakemake.wildcards.system,
        store=tracked.parents[2] / "mlflow",
        experiment=params.experiment,
        sections=params.sections,
        metrics=Path(files.metrics),
        history=first(files.history),
        facts=first(files.facts),
        artifacts=[Path(path) for path in shown],
        out=tracked,
        responses=Path(files.responses),
        scores=Path(files.scores),
        training_data={"training": Path(files.train[0]), "validation": Path(files.validation[0])}
        if files.train
        else {},
        benchmarks={name: Path(files[name]) for name in params.benchmarks},
        base=params.base_model,
        tags=params.tags,
    )


if __name__ == "__main__":
    run_job(snakemake, main)
