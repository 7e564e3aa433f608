"""Train one LoRA adapter and record its facts, loss curve and times; MLflow is fed from beside."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.modeling.adapter import train_adapter
    from socratic_tutor.side_process import beside

    weights, facts = Path(snakemake.output.weights), Path(snakemake.output.facts)
    # The config goes to the feed alone: what it changes of the training stands in the params.
    live = {
        "config": snakemake.config,
        "system": snakemake.wildcards.system,
        "history": snakemake.output.history,
    }
    with beside("tracking.live", live):
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
