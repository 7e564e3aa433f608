"""Rule train_base_model: classroom documents in, the embedded base with its manifest out."""

from pathlib import Path

from socratic_tutor.job import run_job


def main(snakemake):
    from socratic_tutor.modeling.base_model import train_base_model

    train_base_model(
        documents=Path(snakemake.input.documents),
        out=Path(snakemake.output.manifest).parent,
        seed=snakemake.params.seed,
        settings=snakemake.params.base_training,
        facts=snakemake.params.facts,
        code=snakemake.params.code,
    )


if __name__ == "__main__":
    run_job(snakemake, main)
