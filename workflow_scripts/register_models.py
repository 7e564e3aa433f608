"""Register the adapters in MLflow; a store that fails leaves it pending."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.tracking.registry import register_models

    files, params = snakemake.input, snakemake.params
    parts = dict.fromkeys(params.runs, ())
    for file in files.adapters:
        parts[Path(file).parents[1].name] += (Path(file),)
    registry = Path(snakemake.output.registry)
    register_models(
        experiment=params.experiment,
        store=registry.with_name("mlflow"),
        adapters=parts,
        runs=params.runs,
        scores={Path(file).parent.name: Path(file) for file in files.scores},
        benchmarks={name: Path(files[name]) for name in params.benchmarks},
        level=params.level,
        out=registry,
    )


if __name__ == "__main__":
    run_job(snakemake, main)
