"""Record what one system was made from and with."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.provenance import record_provenance

    def files(*names):
        """name -> its file, without those that this system does not have (a control has no adapter)."""
        found = {name: snakemake.input[name] for name in names}
        return {
            name: Path(path if isinstance(path, str) else path[0]) for name, path in found.items() if path
        }

    record_provenance(
        system=snakemake.wildcards.system,
        config=snakemake.params.sections,
        inputs=files("train", "validation", *snakemake.params.benchmarks),
        outputs=files("adapter", "adapter_config", "facts", "responses", "scores", "metrics"),
        timings=files("training_time", "generation_time", "filtering_time"),
        out=Path(snakemake.output.provenance),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
