"""Write the classroom documents that the embedded base model reads."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.corpus.base_text import write_base_documents

    write_base_documents(
        seed=snakemake.params.seed,
        documents=snakemake.params.documents,
        out=Path(snakemake.output.documents),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
