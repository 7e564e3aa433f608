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


MAKING = "tracking corpus base_model training export evaluation filtering"
READING = "calibration external reporting verification publishing"
for stage in f"{MAKING} {READING}".split():

    include: f"rules/{stage}.smk"


rule all:
    default_target: True
    input:
        rules.describe_corpus.output,
        rules.cards.input,
        rules.compare_systems.output,
        rules.provenance.input,
        rules.record_manifest.output,
        rules.tracked.input,
        rules.evaluate_filter.output,
        rules.labelled.input,
        rules.control_gate.output,
