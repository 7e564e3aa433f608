"""Put one run behind the answer-leak filter: its own drafts, checked, said anew or replaced."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.files import read_json
    from socratic_tutor.filtering.reply_filter import filter_settings
    from socratic_tutor.filtering.stage import filter_responses
    from socratic_tutor.modeling.second_drafts import SecondDrafts
    from socratic_tutor.records import FILTERED

    section, out = snakemake.params.filter, Path(snakemake.output.responses)
    tutor = SecondDrafts(
        base_model=snakemake.params.base_model,
        adapter=Path(snakemake.input.adapter).parent,
        generation={**snakemake.params.generation, **{k: section[k] for k in ("temperature", "top_p")}},
        seed=f"{snakemake.params.seed}:filter",
        folder=out.parent / "second_drafts",
        instruction=section["instruction"],
        code=snakemake.params.drafting_code,
        adapter_sha256=read_json(snakemake.input.facts)["adapter_sha256"],
    )
    filter_responses(
        system=f"{snakemake.wildcards.system}{FILTERED}",
        drafts_of=snakemake.wildcards.system,
        benchmarks={name: Path(snakemake.input[name]) for name in snakemake.params.benchmarks},
        drafts=Path(snakemake.input.drafts),
        tutor=tutor,
        settings=filter_settings(section),
        out=out,
        report=Path(snakemake.output.report),
        timing=Path(snakemake.output.timing),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
