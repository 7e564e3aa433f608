"""What a schema cannot say about the config: names, sizes that fit one another, a GPU that is there."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from socratic_tutor.base_identity import locate
from socratic_tutor.corpus.teacher.settings import fault_of
from socratic_tutor.files import InputError
from socratic_tutor.records import FILTERED

NAME = r"[a-z0-9][a-z0-9._-]{0,40}"
_NAME_RULE = "Use a-z, 0-9, '.', '_' and '-', at most 41, beginning with a letter or digit."
# What other systems, and their kinds, are called.
RESERVED_RUNS = (
    "base",
    "controls",
    "references",
    "constant",
    "echo",
    "answer",
    "keyword",
    "hint",
    "check",
    "numbers",
    "gold",
    "retrieval",
)
# Where `train_base_model` writes, whatever the experiment.
BASE_RESULTS = "base_model"

Resolve = Callable[[Mapping[str, Any], str], dict[str, Any]]
Place = Callable[[tuple[str, ...]], str]


def check_rules(config: Mapping[str, Any], resolve: Resolve, place: Place) -> None:
    """Raise InputError for the first thing that cannot be right; `place` says where a key was given."""

    def refuse(keys: tuple[str, ...], value: Any, problem: str) -> InputError:
        return InputError(f"{place(keys)}: {'.'.join(keys)}: {value!r} {problem}")

    if not re.fullmatch(NAME, config["experiment"]):
        raise refuse(
            ("experiment",),
            config["experiment"],
            f"cannot name a folder\n{_NAME_RULE}",
        )
    if config["experiment"] == BASE_RESULTS:
        problem = f"is reserved: results/{BASE_RESULTS} is for train_base_model\nRename the experiment."
        raise refuse(("experiment",), config["experiment"], problem)
    if config["base_model"]["source"] == "embedded" and config["base_model"]["revision"] is not None:
        keys = ("base_model", "revision")
        raise refuse(keys, config["base_model"]["revision"], "is for hub models only; leave it null here")
    for key in ("student_kinds", "student_turns"):
        shares = config["corpus"][key]
        if not sum(shares.values() if isinstance(shares, Mapping) else shares) > 0:
            raise refuse(("corpus", key), shares, "has no share above 0")
    teacher = config["corpus"]["teacher"]
    if teacher and (fault := fault_of(teacher)):
        key, problem = fault
        raise InputError(f"{place(('corpus', 'teacher', key))}: corpus.teacher.{key}: {problem}")
    shape = config["base_training"]["model"]
    if shape["heads"] % shape["key_value_heads"] or shape["hidden_size"] % shape["heads"]:
        raise refuse(
            ("base_training", "model", "heads"),
            shape["heads"],
            f"must divide hidden_size = {shape['hidden_size']}, and "
            f"key_value_heads = {shape['key_value_heads']} must divide it",
        )
    base = config["base_training"]
    if base["cooldown_steps"] > base["steps"]:
        keys = ("base_training", "cooldown_steps")
        raise refuse(keys, base["cooldown_steps"], f"is more than steps = {base['steps']}; lower it")
    evaluation = config["evaluation"]
    if not evaluation["controls"] and evaluation["control_gate"] == "fail":
        problem = (
            "leaves the control gate nobody to hold the runs against\n"
            "Name a control, or set evaluation.control_gate: warn."
        )
        raise refuse(("evaluation", "controls"), evaluation["controls"], problem)
    if not config["runs"]:
        where = place(("runs",))
        raise InputError(
            f"{where}: runs: no run is given\nGive at least one, such as `rank-16: {{seeds: [1]}}`."
        )
    for run in config["runs"]:
        if not re.fullmatch(NAME, run):
            raise refuse(
                ("runs", run),
                run,
                f"cannot name a run\n{_NAME_RULE}",
            )
        if run in RESERVED_RUNS:
            raise refuse(
                ("runs", run),
                run,
                f"is reserved (so are {', '.join(RESERVED_RUNS)})\nRename the run.",
            )
        if run.endswith(FILTERED):
            raise refuse(("runs", run), run, f"ends in {FILTERED}, as filtered systems do\nRename the run.")
        _check_run(run, config, resolve, refuse)


def check_accelerator(config: Mapping[str, Any], torch_version: str) -> None:
    """InputError when the base is to be loaded in 4 bits but there is nothing that could."""
    if config["base_model"]["quantization"] == "none":
        return
    if os.environ.get("CUDA_VISIBLE_DEVICES") == "" or not any(
        list(Path("/dev").glob(pattern)) for pattern in ("nvidia[0-9]*", "dxg")
    ):
        raise InputError(
            "base_model.quantization: 'nf4' needs an NVIDIA GPU (24 GB for an 8B model); none was found\n"
            "Run this config on a GPU machine, or `quantization: none` with a small base model."
        )
    if "+cpu" in torch_version:
        raise InputError(
            f"base_model.quantization: 'nf4' needs torch with CUDA; torch {torch_version} is installed\n"
            "Install the CUDA build: pip install --force-reinstall torch==" + torch_version.partition("+")[0]
        )


def check_base_is_here(base_model: Mapping[str, Any]) -> None:
    """InputError when a hub base is not in the local cache: a job should not find that out an hour later."""
    if locate(dict(base_model))[0] != "hub":
        return
    from huggingface_hub import try_to_load_from_cache

    source, revision = base_model["source"], base_model["revision"]
    if not isinstance(try_to_load_from_cache(source, "config.json", revision=revision), str):
        raise InputError(
            f"base_model.source: {source!r} at revision {revision} is not on this machine\n"
            f"Fetch it once (a gated model needs HF_TOKEN): hf download {source} --revision {revision}"
        )


def _check_run(
    run: str, config: Mapping[str, Any], resolve: Resolve, refuse: Callable[..., InputError]
) -> None:
    training = resolve(config, run)["training"]
    lora = training["lora"]
    given = config["runs"][run].get("training", {})

    def at(*keys: str) -> tuple[str, ...]:
        """The key where the user gave it: in the run, or in the section."""
        inner = given
        for key in keys:
            if not isinstance(inner, Mapping) or key not in inner:
                return ("training", *keys)
            inner = inner[key]
        return ("runs", run, "training", *keys)

    if not 1 / 64 <= lora["alpha"] / lora["r"] <= 64:
        raise refuse(
            at("lora", "alpha"),
            lora["alpha"],
            f"is too far from r = {lora['r']}; alpha / r is usually 1 or 2",
        )
    if lora["initialisation"] == "orthogonal" and lora["r"] % 2:
        raise refuse(at("lora", "r"), lora["r"], "is odd; orthogonal initialisation needs an even rank")
    if lora["initialisation"] == "orthogonal" and config["base_model"]["quantization"] != "none":
        keys = at("lora", "initialisation")
        raise refuse(keys, "orthogonal", "does not work on a base in 4 bits; take default or gaussian")
    budget = training["micro_batch_tokens"]
    if budget is not None and budget < training["max_length"]:
        raise refuse(
            at("micro_batch_tokens"),
            budget,
            f"is less than max_length = {training['max_length']}: the longest row must fit",
        )
    if training["save_every"] % training["log_every"]:
        raise refuse(
            at("save_every"),
            training["save_every"],
            f"is no multiple of log_every = {training['log_every']}; a resumed loss curve would have gaps",
        )
    if training["warmup_steps"] >= training["steps"]:
        raise refuse(
            at("warmup_steps"), training["warmup_steps"], f"must be less than steps = {training['steps']}"
        )
    if training["schedule"] == "constant" and training["warmup_steps"]:
        raise refuse(
            at("schedule"), "constant", "has no warm-up: take constant_with_warmup, or set warmup_steps: 0"
        )
    if training["early_stopping_patience"] and not training["validate_every"]:
        raise refuse(
            at("early_stopping_patience"),
            training["early_stopping_patience"],
            "needs validate_every above 0: early stopping goes by the validation loss",
        )


def check_human_labels(paths: Mapping[str, str | None], root: Path) -> None:
    """Raise InputError for a labelled set that is not where the config says."""
    for name, path in paths.items():
        if path and not (root / path).is_file():
            raise InputError(
                f"evaluation.human_labels.{name}: {path}: no such file\n"
                "Relative paths count from the Snakefile's folder; null leaves the set out."
            )
