"""Merge one adapter into its full-precision base and verify what was written."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.modeling.merging import merge_adapter

    merge_adapter(
        base_model=snakemake.params.base_model,
        adapter=Path(snakemake.input.adapter).parent,
        validation=Path(snakemake.input.validation),
        out=Path(snakemake.output.weights).parent,
    )


if __name__ == "__main__":
    run_job(snakemake, main)
