"""Train one LoRA adapter and record its facts, loss curve and times."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.modeling.adapter import train_adapter

    weights, facts = Path(snakemake.output.weights), Path(snakemake.output.facts)
    train_adapter(
        base_model=snakemake.params.base_model,
        training=snakemake.params.training,
        seed=snakemake.params.seed,
        train=Path(snakemake.input.train),
        validation=Path(snakemake.input.validation),
        adapter=weights.parent,
        facts=facts,
        history=Path(snakemake.output.history),
        timings=Path(snakemake.output.timings),
        checkpoints=facts.parent / "checkpoints",
        code=snakemake.params.code,
    )


if __name__ == "__main__":
    run_job(snakemake, main)
