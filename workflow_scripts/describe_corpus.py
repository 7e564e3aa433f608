"""Write the corpus report: numbers, pictures and the dataset card."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.corpus.report import describe_corpus

    output = {name: Path(path) for name, path in snakemake.output.items()}
    describe_corpus(
        train=Path(snakemake.input.train),
        validation=Path(snakemake.input.validation),
        report=Path(snakemake.input.report),
        benchmarks={name: Path(snakemake.input[name]) for name in snakemake.params.benchmarks},
        config=snakemake.params.sections,
        card=output["card"],
        numbers=output["statistics"],
        composition={"png": output["composition_png"], "svg": output["composition_svg"]},
        diversity={"png": output["diversity_png"], "svg": output["diversity_svg"]},
    )


if __name__ == "__main__":
    run_job(snakemake, main)
