"""Compare the scorers with human labels."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.evaluation.calibration.calibrate import calibrate

    table = Path(snakemake.output.table)
    calibrate(
        sets={name: Path(snakemake.input[name]) for name in snakemake.params.sets},
        refit=snakemake.params.refit,
        out=table,
        weights=table.with_name("weights.json"),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
