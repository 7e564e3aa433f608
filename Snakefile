"""A Socratic math tutor, from nothing to a model card.

config.yaml -> corpus -> adapters -> responses -> scores -> metrics -> comparison and cards, indexed in MLflow.
Everything lands in results/{experiment}/; `snakemake --cores 1 all` makes what is missing or out of date.
"""

from snakemake.utils import min_version

min_version("9.27")


include: "rules/common.smk"


pathvars:
    results=RESULTS,
    logs=f"{RESULTS}/logs",


report: "rules/report/workflow.rst"


wildcard_constraints:
    system="|".join(map(re.escape, SYSTEMS)),


include: "rules/tracking.smk"
include: "rules/corpus.smk"
include: "rules/base_model.smk"
include: "rules/training.smk"
include: "rules/export.smk"
include: "rules/evaluation.smk"
include: "rules/reporting.smk"


rule all:
    default_target: True
    input:
        rules.describe_corpus.output,
        rules.cards.input,
        rules.compare_systems.output,
        rules.render_comparison_page.output,
        rules.provenance.input,
        rules.tracked.input,
        rules.control_gate.output,
