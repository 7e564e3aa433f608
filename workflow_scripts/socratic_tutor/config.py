"""The config: read strictly, laid over one another, checked, and resolved for each run.

Layers, lowest first: defaults of the schema, `config.yaml`, each `--configfile`, `--config`. Mappings merge;
`runs` is replaced as a whole, or an overlay would train the default's runs as well. Errors are one
`InputError` that names file:line, key and value, and what would be valid.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from socratic_tutor.base_identity import base_fingerprint
from socratic_tutor.config_rules import check_rules
from socratic_tutor.files import InputError
from socratic_tutor.records import FILTERED
from socratic_tutor.strict_yaml import Keys, Layer, read_layer

OVERRIDABLE = ("training", "generation")
# The schema's own keyword: keys or values that users of other trainers look for -> why there are none here.
NOT_OFFERED = "x-not-offered"

_SECRET_KEY = re.compile(r"(?:^|[_.-])(?:token|secret|password|passwd|api_?key|credentials?|auth)$", re.I)
_SECRET_VALUE = re.compile(
    r"\bhf_\w{16,}|\bgh[pousr]_\w{16,}|\bsk-[\w-]{16,}|\bAKIA[A-Z0-9]{16}\b|://[^/\s@]+:[^/\s@]+@"
)
_SCIENTIFIC = re.compile(r"([-+]?\d+)([eE][-+]?\d+)")
_TYPES = {
    "integer": "a whole number",
    "number": "a number",
    "string": "text",
    "boolean": "true or false",
    "array": "a list",
    "object": "`key: value` pairs",
    "null": "null",
}


def load_config(
    *,
    main: Path,
    overlays: Iterable[Path],
    overrides: Mapping[str, Any],
    schema: Path,
    root: Path,
    base_needed: bool,
) -> dict[str, Any]:
    """The whole config as checked, numbers normalised, keys in the schema's order.

    main, overlays: YAML files; overrides: the pairs of `--config`; root: folder against which file names in
    messages are shown; base_needed: whether a missing base model is an error.
    """
    layers = [read_layer(path, _name(path, root)) for path in (main, *overlays)]
    if overrides:
        layers.append(Layer("--config", dict(overrides)))
    rules = yaml.safe_load(schema.read_text(encoding="utf-8"))
    for layer in layers:
        _check_secrets(layer)
        _check_schema(layer, rules)
    if len(layers) > 1 and not any(layer.holds(("experiment",)) for layer in layers[1:]):
        raise InputError(
            f"{layers[1].name}: experiment: missing; results would go among those of {layers[0].name}\n"
            "Give the overlay a name of its own: `experiment: my-experiment` (or --config experiment=...)."
        )
    merged = _defaults(rules)
    for layer in layers:
        merged = _merge(merged, layer.values)
    config = normalised(_with_optional_sections(merged, rules))
    config["seed"] = str(config["seed"])
    check_rules(config, resolve_run, lambda keys: _place(layers, keys))
    try:
        known_base(config["base_model"], needed=base_needed)
    except InputError as error:
        raise InputError(f"{_place(layers, ('base_model', 'source'))}: {error}") from None
    return config


def resolve_run(config: Mapping[str, Any], run: str | None) -> dict[str, Any]:
    """The sections that a run may override, as they hold for it (None: the defaults), keys sorted."""
    overrides = config["runs"][run] if run else {}
    return {name: canonical(_merge(config[name], overrides.get(name, {}))) for name in OVERRIDABLE}


def trained_systems(config: Mapping[str, Any]) -> dict[str, tuple[str, int]]:
    """System name -> (run, training seed), in the config's order."""
    return {
        f"{run}-seed{seed}": (run, seed)
        for run, settings in config["runs"].items()
        for seed in settings["seeds"]
    }


def system_sections(config: Mapping[str, Any], system: str) -> dict[str, Any]:
    """Everything in the config that made this system what it is, for tracking, provenance and card."""
    drafting = system.removesuffix(FILTERED)  # behind the filter a run's own drafts are read
    trained = trained_systems(config)
    run, seed = trained.get(drafting, (None, None))
    resolved = resolve_run(config, run)
    sections: dict[str, Any] = {name: config[name] for name in ("seed", "corpus", "benchmarks")}
    sections["evaluation"] = {"level": config["evaluation"]["level"]}
    if drafting in trained:
        sections |= {"training": resolved["training"], "training_seed": seed}
    if drafting in trained or drafting == "base":
        sections |= {"base_model": config["base_model"], "generation": resolved["generation"]}
    if drafting != system:
        sections["filter"] = config["filter"]
    return canonical(sections)


def system_tags(config: Mapping[str, Any], system: str) -> dict[str, str]:
    """What kind of system this is, and of one behind the filter, whose drafts it filters."""
    trained, drafting = trained_systems(config), system.removesuffix(FILTERED)
    if system in trained:
        return {"kind": "adapter"}
    if drafting in trained:
        return {"kind": "filtered", "drafts_of": drafting}
    if system == "base":
        return {"kind": "base"}
    return {"kind": "control" if system in config["evaluation"]["controls"] else "reference"}


def known_base(base_model: Mapping[str, Any], *, needed: bool) -> dict[str, Any]:
    """The section `base_model` with what identifies its content; without it where the base is not needed yet.

    Raises InputError when the base is needed but not there.
    """
    try:
        return canonical({**base_model, "fingerprint": base_fingerprint(dict(base_model))})
    except InputError:
        if needed:
            raise
        return canonical(base_model)


def canonical(value: Any) -> Any:
    """Keys sorted at every level: Snakemake compares params by their text."""
    if isinstance(value, Mapping):
        return {key: canonical(value[key]) for key in sorted(value)}
    return [canonical(inner) for inner in value] if isinstance(value, list) else value


def normalised(value: Any) -> Any:
    """Whole floats as integers (8.0 and 8 are one setting), plain dicts and lists throughout."""
    if isinstance(value, Mapping):
        return {str(key): normalised(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [normalised(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _name(path: Path, root: Path) -> str:
    path, root = path.resolve(), root.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _merge(lower: Mapping[str, Any], upper: Mapping[str, Any], above: Keys = ()) -> dict[str, Any]:
    merged = deepcopy(dict(lower))
    for key, value in upper.items():
        both = isinstance(value, Mapping) and isinstance(merged.get(key), Mapping)
        merged[key] = (
            _merge(merged[key], value, (*above, key))
            if both and (*above, key) != ("runs",)
            else deepcopy(value)
        )
    return merged


def _place(layers: list[Layer], keys: Keys) -> str:
    """Where a value of the merged config was given: the last layer that holds the key or its parents."""
    for length in range(len(keys), 0, -1):
        for layer in reversed(layers):
            if layer.holds(keys[:length]):
                return layer.place(keys)
    return layers[0].name


def _defaults(rules: Mapping[str, Any]) -> dict[str, Any]:
    """What the schema gives for every section that it describes; `runs` has no default."""
    values: dict[str, Any] = {}
    for key, inner in rules.get("properties", {}).items():
        inner = _resolved(inner, rules)
        if inner.get("type") == "object" and inner.get("properties") and key != "runs":
            values[key] = _defaults({**inner, "$defs": rules.get("$defs", {})})
        elif "default" in inner:
            values[key] = deepcopy(inner["default"])
    return values


def _with_optional_sections(values: Mapping[str, Any], rules: Mapping[str, Any]) -> dict[str, Any]:
    """The values, with defaults in sections that may be null but are given."""
    filled = dict(values)
    for key, inner in rules.get("properties", {}).items():
        inner = _resolved(inner, rules)
        if not isinstance(filled.get(key), Mapping) or not inner.get("properties") or key == "runs":
            continue
        inner = {**inner, "$defs": rules.get("$defs", {})}
        given = filled[key] if inner["type"] == "object" else _merge(_defaults(inner), filled[key])
        filled[key] = _with_optional_sections(given, inner)
    return filled


def _resolved(rule: Mapping[str, Any], rules: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = rule.get("$ref")
    return {**rules["$defs"][reference.rpartition("/")[2]], **rule} if reference else rule


def _check_secrets(layer: Layer) -> None:
    for keys, value in _leaves(layer.values):
        if value is None:
            continue
        if any(map(_SECRET_KEY.search, keys)) or (isinstance(value, str) and _SECRET_VALUE.search(value)):
            raise InputError(
                f"{layer.place(keys)}: {'.'.join(keys)}: looks like a credential (value not shown)\n"
                "The config ends up in logs and results; set credentials in the environment instead "
                "(HF_TOKEN, MLFLOW_TRACKING_TOKEN, ...)."
            )


def _leaves(value: Any, keys: Keys = ()) -> Iterable[tuple[Keys, Any]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, (*keys, str(key)))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*keys, str(index)))
    else:
        yield keys, value


def _check_schema(layer: Layer, rules: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(rules)
    errors = sorted(
        validator.iter_errors(normalised(layer.values)),
        key=lambda error: (error.validator != "additionalProperties", [str(p) for p in error.absolute_path]),
    )
    if errors:
        raise InputError(_explain(errors[0], layer))


def _explain(error: Any, layer: Layer) -> str:
    keys = tuple(str(part) for part in error.absolute_path)
    if error.validator == "additionalProperties":
        known = sorted(error.schema.get("properties", {}))
        unknown = next(key for key in error.instance if key not in known)
        keys = (*keys, unknown)
        if reason := error.schema.get(NOT_OFFERED, {}).get(unknown):
            return f"{layer.place(keys)}: {'.'.join(keys)}: not offered\n{reason}"
        near = difflib.get_close_matches(unknown, known, n=1, cutoff=0.5)
        hint = f"Did you mean `{near[0]}`? " if near else ""
        return (
            f"{layer.place(keys)}: {'.'.join(keys)}: no such key (value {_shown(error.instance[unknown])})\n"
            f"{hint}Valid here: {', '.join(known)}"
        )
    where = f"{layer.place(keys)}: {_dotted(error.absolute_path) or 'top level'}"
    if error.validator == "type":
        wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
        hint = ""
        if isinstance(error.instance, str) and (parts := _SCIENTIFIC.fullmatch(error.instance)):
            hint = f"\nYAML reads {error.instance} as text: write {parts[1]}.0{parts[2]}"
        elif layer.name == "--config" and isinstance(error.instance, str):
            hint = "\nNested values of --config arrive as text: put them into a file for --configfile."
        needed = f"{' or '.join(_TYPES[name] for name in wanted)} {'are' if wanted[-1] == 'object' else 'is'}"
        return f"{where}: {_shown(error.instance)} is {_type_of(error.instance)}, but {needed} needed{hint}"
    if error.validator == "required":
        missing = next(key for key in error.validator_value if key not in error.instance)
        return f"{where}: {missing!r} is missing"
    if error.validator == "enum":
        if reason := error.schema.get(NOT_OFFERED, {}).get(str(error.instance)):
            return f"{where}: {_shown(error.instance)} is not offered\n{reason}"
        near = difflib.get_close_matches(
            str(error.instance), map(str, error.validator_value), n=1, cutoff=0.5
        )
        hint = f"Did you mean {near[0]}? " if near else ""
        valid = ", ".join(map(str, error.validator_value))
        return f"{where}: {_shown(error.instance)} is not valid\n{hint}Valid: {valid}"
    limits = {
        "minimum": "be at least {}",
        "maximum": "be at most {}",
        "exclusiveMinimum": "be more than {}",
        "exclusiveMaximum": "be less than {}",
        "minItems": "have at least {} entr{ies}",
        "maxItems": "have at most {} entr{ies}",
        "minProperties": "have at least {} entr{ies}",
        "minLength": "not be empty",
        "maxLength": "have at most {} characters",
        "pattern": "be text of the form {}",
        "uniqueItems": "be without repetition",
    }
    limit = error.validator_value
    rule = limits.get(str(error.validator), "")
    wanted_text = f"it must {rule.format(limit, ies='y' if limit == 1 else 'ies')}" if rule else error.message
    return f"{where}: {_shown(error.instance)} is not allowed; {wanted_text}"


def _dotted(path: Iterable[str | int]) -> str:
    """Keys joined by dots; an index as people count: `filter.rules, entry 2`."""
    text = "".join(f", entry {part + 1}" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def _type_of(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number" if isinstance(value, int) else "not a whole number"
    names = {str: "text", dict: "`key: value` pairs", list: "a list", type(None): "empty"}
    return names.get(type(value), type(value).__name__)


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
