"""Score our systems'\'' replies to the students of human-labelled sets."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.evaluation.external.students import score_our_replies

    replies = zip(snakemake.params.systems, map(Path, snakemake.input.responses), strict=True)
    score_our_replies(
        sets={name: Path(snakemake.input[name]) for name in snakemake.params.sets},
        size=snakemake.params.size,
        responses=dict(replies),
        level=snakemake.params.level,
        out=Path(snakemake.output.table),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
