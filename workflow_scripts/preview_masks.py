"""Show which tokens of the training rows the loss counts."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.modeling.preview.show import show
    from socratic_tutor.progress import terminal

    show(Path(snakemake.input.text), terminal())
    logging.info("As a page: %s", snakemake.input.page)


if __name__ == "__main__":
    run_job(snakemake, main)
