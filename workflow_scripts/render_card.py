"""Render the model card of one trained system."""

from pathlib import Path
from typing import TYPE_CHECKING

from socratic_tutor.job import run_job

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake


def main(snakemake):
    from socratic_tutor.reporting.card import render_card
    from socratic_tutor.reporting.card_filter import FilterFiles

    given = snakemake.input
    leak_filter = None
    if "filtering" in given.keys():  # noqa: SIM118 (named inputs; the list itself holds the paths)
        leak_filter = FilterFiles(Path(given.filtering), Path(given.filter_trial))
    systems = [snakemake.wildcards.system, *snakemake.params.compared]
    sections = snakemake.params.sections
    render_card(
        system=snakemake.wildcards.system,
        run=sections,
        metrics=dict(zip(systems, map(Path, snakemake.input.metrics), strict=True)),
        scores=dict(zip(systems, map(Path, snakemake.input.scores), strict=True)),
        facts=Path(snakemake.input.facts),
        adapter=Path(snakemake.input.adapter).parent,
        responses=Path(snakemake.input.responses),
        benchmarks={name: Path(snakemake.input[name]) for name in snakemake.params.benchmarks},
        corpus_report=Path(snakemake.input.corpus_report),
        base_model=snakemake.params.base_model,
        config=sections,
        leak_filter=leak_filter,
        breakdowns=Path(snakemake.input.breakdowns),
        agreement=Path(snakemake.output.card).parents[3] / "annotation" / "agreement.json",
        out=Path(snakemake.output.card),
    )


if __name__ == "__main__":
    run_job(snakemake, main)
