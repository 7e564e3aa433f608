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
READING = "calibration external reporting verification annotation publishing"
for stage in f"{MAKING} {READING}".split():

    include: f"rules/{stage}.smk"


rule all:
    default_target: True
    input:
        rules.cards.input,
        rules.provenance.input,
        # every result by name: one that is lost is made again, though what came of it is there
        rules.record_manifest.input,
        rules.record_manifest.output,
        rules.tracked.input,
        rules.control_gate.output,
    message:
        "Gather everything, from corpus to model cards"
