"""Let one model, the base or the base with an adapter, answer every benchmark."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.files import read_json
    from socratic_tutor.modeling.decoding import write_responses

    out = Path(snakemake.output.responses)
    adapter, facts = snakemake.input.adapter, snakemake.input.facts
    write_responses(
        base_model=snakemake.params.base_model,
        adapter=Path(adapter[0]).parent if adapter else None,
        generation=snakemake.params.generation,
        seed=snakemake.params.seed,
        benchmarks={name: Path(snakemake.input[name]) for name in snakemake.params.benchmarks},
        out=out,
        merging=Path(snakemake.output.merging),
        timings=Path(snakemake.output.timings),
        partial=out.with_suffix(".partial.jsonl"),
        code=snakemake.params.code,
        adapter_sha256=read_json(facts[0])["adapter_sha256"] if facts else None,
    )


if __name__ == "__main__":
    run_job(snakemake, main)
