"""Record what one system was made from and with."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.provenance import record_provenance

    read = ("train", "validation", *snakemake.params.benchmarks)
    made = ("adapter", "adapter_config", "facts", "responses", "scores", "metrics")
    record_provenance(
        system=snakemake.wildcards.system,
        config=snakemake.params.sections,
        inputs={name: Path(snakemake.input[name]) for name in read},
        outputs={name: Path(snakemake.input[name]) for name in made},
        timings=Path(snakemake.input.timings),
        out=Path(snakemake.output.provenance),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
