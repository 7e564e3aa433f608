"""Write what a control or a reference says to every benchmark; no model is asked."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.evaluation.controls import write_control_responses

    write_control_responses(
        system=snakemake.wildcards.system,
        benchmarks={name: Path(snakemake.input[name]) for name in snakemake.params.benchmarks},
        out=Path(snakemake.output.responses),
        train=Path(snakemake.input.train) if snakemake.input.get("train") else None,
    )


if __name__ == "__main__":
    run_job(snakemake, main)
