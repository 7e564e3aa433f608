"""Rule promote_base_model: the freshly trained base becomes the embedded one, verified file by file."""

from pathlib import Path

from socratic_tutor.job import run_job


def main(snakemake):
    from socratic_tutor.base_identity import promote_base_model

    promote_base_model(trained=Path(snakemake.input.manifest).parent)


if __name__ == "__main__":
    run_job(snakemake, main)
