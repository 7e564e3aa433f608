"""Render a few training rows with the tokens that the loss counts."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.modeling.preview.write import write_preview

    write_preview(
        base_model=snakemake.params.base_model,
        max_length=snakemake.params.max_length,
        train=Path(snakemake.input.train),
        html=Path(snakemake.output.page),
        text=Path(snakemake.output.text),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
