"""What all stages share: the checked config, the systems, and the params that decide what is rerun.

Needs config.yaml (with the files of --configfile and the pairs of --config laid over it) and
rules/schemas/config.schema.yaml. Makes no file; a config that cannot be right stops here, before any job.
"""

import re
import sys
from importlib.metadata import version
from pathlib import Path

REPOSITORY = Path(workflow.basedir).resolve()
sys.path.insert(0, str(REPOSITORY / "workflow_scripts"))

from socratic_tutor import code_digest as digests
from socratic_tutor.annotation.sheets import sheets_in
from socratic_tutor.config import (
    canonical,
    known_base,
    load_config,
    resolve_run,
    system_sections,
    system_tags,
    trained_systems,
)
from socratic_tutor.config_rules import (
    check_accelerator,
    check_base_is_here,
    check_human_labels,
)
from socratic_tutor.files import InputError, sha256_of
from socratic_tutor.manifest import is_measured
from socratic_tutor.workflow_lock import (
    may_lack_base,
    needs_accelerator,
    only_looks,
    own_workflow,
)

# `configfile:` would merge an overlay's runs into the default's and take 1e-4 for text, so the files are read
# here. Errors leave by SystemExit: Snakemake would wrap an exception in lines of its own.
try:
    config.update(
        load_config(
            main=REPOSITORY / "config.yaml",
            overlays=workflow.overwrite_configfiles,
            overrides=workflow.config_settings.config,
            schema=REPOSITORY / "rules/schemas/config.schema.yaml",
            root=REPOSITORY,
            base_needed=not may_lack_base(sys.argv),
        )
    )
    if workflow.is_main_process and not only_looks(sys.argv):
        # in dry runs as well: Snakemake would say of a missing set that it lacks input files
        check_human_labels(config["evaluation"]["human_labels"], REPOSITORY)
        if not workflow.output_settings.dryrun:
            if needs_accelerator(sys.argv):
                check_accelerator(config, version("torch"))
            check_base_is_here(config["base_model"])
            own_workflow(Path(".snakemake"))
except InputError as error:
    sys.exit(f"Error: {error}")

HUMAN_LABELS = {
    name: str(REPOSITORY / path)
    for name, path in config["evaluation"]["human_labels"].items()
    if path
}
RESULTS = f"results/{config['experiment']}"
BASE_MODEL = known_base(config["base_model"], needed=False)
TRAINED = trained_systems(config)
GENERATING = ["base", *TRAINED]
CONTROLS = config["evaluation"]["controls"]
WRITTEN = [*CONTROLS, *config["evaluation"]["references"]]
# Each run behind the leak filter, from the same drafts: filtered system -> the system that drafted.
FILTERED = (
    {f"{system}-filtered": system for system in TRAINED}
    if config["filter"]["enabled"]
    else {}
)
SYSTEMS = [*GENERATING, *FILTERED, *WRITTEN]
# Whom a card sets beside its own system: never another run.
BESIDE_IT = [*(["{system}-filtered"] if FILTERED else []), "base", *WRITTEN]
BENCHMARKS = [name for name, size in config["benchmarks"].items() if size]
GPUS = int(config["base_model"]["quantization"] != "none")


def of_systems(pattern, systems):
    """One path for each system."""
    return expand(pattern, system=systems)


def benchmark_files():
    """The benchmarks by name, as named inputs."""
    return {name: f"<results>/corpus/benchmarks/{name}.jsonl" for name in BENCHMARKS}


def filter_files():
    """What the card says of the leak filter, as named inputs; nothing without the filter."""
    if not FILTERED:
        return {}
    return {
        "filtering": "<results>/systems/{system}-filtered/filtering.json",
        "filter_trial": "<results>/filter/filter_evaluation.json",
    }


def section(name):
    """A config section as one param: as separate params, swapped values of r and alpha would not be seen."""
    return canonical(config[name])


def training_param(wildcards):
    """The training section as it holds for this system's run."""
    return resolve_run(config, TRAINED[wildcards.system][0])["training"]


def shortest_max_length():
    """The longest row (tokens) that every run reads: what passes here is refused by no training."""
    return min(
        resolve_run(config, run)["training"]["max_length"] for run in config["runs"]
    )


def generation_param(wildcards):
    """The generation section as it holds for this system's run, or for the base."""
    return resolve_run(config, TRAINED.get(wildcards.system, (None,))[0])["generation"]


def training_seed(wildcards):
    """The root of this system's string seeds: the same for all runs that differ in a hyperparameter alone."""
    return f"{config['seed']}:training:{TRAINED[wildcards.system][1]}"


def if_trained(*patterns):
    """An input function: these files for a trained system, none for the base, a control or a reference."""

    def files(wildcards):
        return list(patterns) if wildcards.system in TRAINED else []

    return files


def if_generating(pattern):
    """An input function: this file for a model, nothing for a control or a reference."""

    def files(wildcards):
        return pattern if wildcards.system in GENERATING else []

    return files


def if_filtered(pattern):
    """An input function: this file for a run behind the leak filter, nothing for others."""

    def files(wildcards):
        return pattern if wildcards.system in FILTERED else []

    return files


def if_it_looks_up(pattern):
    """An input function: the training rows for `retrieval`, nothing for systems that do not read them."""

    def files(wildcards):
        return pattern if wildcards.system == "retrieval" else []

    return files


def sections_of(wildcards):
    """Everything in the config that made this system what it is, for tracking, provenance and card."""
    return system_sections(config, wildcards.system)


def tags_of(wildcards):
    """How MLflow tells this system's run from those of other kinds."""
    return system_tags(config, wildcards.system)


def base_of_system(wildcards):
    """The base model of a system that has one, with what identifies its content."""
    drafting = FILTERED.get(wildcards.system, wildcards.system)
    return BASE_MODEL if drafting in GENERATING else {}


def labels_of_annotators():
    """The label files that lie there now, one for each annotator."""
    return [str(path) for path in sheets_in(Path(f"{RESULTS}/annotation/labels"))[0]]


def people_say():
    """The sha256 of annotation/agreement.json as it lies there now, with words: a dry run shows it as it stands.

    A parameter and no input: labels are compared when somebody calls `import_annotations`, never for a card's sake.
    """
    path = Path(f"{RESULTS}/annotation/agreement.json")
    return f"labels of people: {sha256_of(path) if path.exists() else 'none'}"


def reproducible(output):
    """The outputs of a rule that are no measurements."""
    return [path for path in output if not is_measured(Path(path))]


def sections_of_runs():
    """`sections_of` every trained system, by its name: what they differ in can be read off."""
    return {system: system_sections(config, system) for system in TRAINED}


def base_facts(wildcards):
    """What the base model's manifest says besides its recipe: which problems no document touches."""
    from socratic_tutor.corpus.held_out import held_out_digest

    return {"held_out_sha256": held_out_digest()}


def code_of(script):
    """Digest of a rule's script and of the library that it reaches, with words: a dry run shows both as they stand
    where they differ."""
    path = REPOSITORY / "workflow_scripts" / f"{script}.py"
    return f"code of {path.name}: {digests.code_digest(path)}"


def versions_of(*packages):
    """Installed versions of the packages that the numbers depend on."""
    return {package: version(package) for package in packages}
