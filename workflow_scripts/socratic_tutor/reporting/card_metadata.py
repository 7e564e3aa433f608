"""The card's YAML front matter, as the Hugging Face hub reads it, built and checked without a network.

The hub's own validation runs on its server, so the lists below hold what this workflow may write: the licence
identifiers of https://huggingface.co/docs/hub/repositories-licenses that occur here, ISO 639-1 codes, and the
hub's text tasks. The interval of each result stands in `metrics[].args`: the schema has no
other place for it.
"""

from __future__ import annotations

import math
import re
from typing import Any

import yaml

from socratic_tutor.files import InputError
from socratic_tutor.records import Estimate
from socratic_tutor.reporting.results import label, plain

EMBEDDED_LICENSE = "apache-2.0"
LICENSES = frozenset(
    """apache-2.0 mit bsd-2-clause bsd-3-clause cc0-1.0 cc-by-4.0 cc-by-sa-4.0 cc-by-nc-4.0 openrail
    bigscience-openrail-m creativeml-openrail-m llama2 llama3 llama3.1 llama3.2 llama3.3 gemma gpl-3.0
    lgpl-3.0 mpl-2.0 unlicense other""".split()  # noqa: SIM905
)
LANGUAGES = frozenset(
    """ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl pl pt ro ru sk sl sr sv sw
    ta te th tr uk ur vi zh""".split()  # noqa: SIM905
)
PIPELINE_TAGS = frozenset(
    """text-generation text-classification token-classification question-answering summarization translation
    feature-extraction fill-mask sentence-similarity image-text-to-text""".split()  # noqa: SIM905
)
TAGS = ["education", "math-tutoring", "socratic", "peft", "lora", "k12"]

# The licence of an adapter on somebody else's base is that base's: first match wins, on the hub's own names.
BASE_LICENSES = (
    (r"meta-llama/(Llama|Meta-Llama)-3\.1-", "llama3.1"),
    (r"meta-llama/(Llama|Meta-Llama)-3\.2-", "llama3.2"),
    (r"meta-llama/(Llama|Meta-Llama)-3\.3-", "llama3.3"),
    (r"meta-llama/(Llama|Meta-Llama)-3-", "llama3"),
    (r"meta-llama/Llama-2-", "llama2"),
    (r"google/gemma", "gemma"),
)


def license_of(source: str) -> dict[str, str]:
    """The licence fields for an adapter on the base `source` (config base_model.source)."""
    if source == "embedded":
        return {"license": EMBEDDED_LICENSE}
    for pattern, name in BASE_LICENSES:
        if re.match(pattern, source):
            return {"license": name}
    # not known offline: the hub's form for "look it up", rather than a guess
    return {"license": "other", "license_name": "license-of-the-base-model"}


def front_matter(
    *, system: str, base_name: str, source: str, estimates: list[Estimate], data: dict[str, str]
) -> dict[str, Any]:
    """The metadata of one adapter's card.

    base_name: as in adapter_config.json. data: benchmark -> sha256 of its file, its revision here.
    """
    results = []
    for benchmark in dict.fromkeys(row.benchmark for row in estimates):
        rows = [row for row in estimates if row.benchmark == benchmark]
        results.append(
            {
                "task": {"type": "text-generation", "name": "Socratic math tutoring"},
                "dataset": {
                    "type": f"synthetic/{benchmark}",
                    "name": f"{benchmark} (synthetic, made by this workflow)",
                    "revision": data[benchmark],
                },
                "metrics": [_metric(row) for row in rows],
            }
        )
    fields: dict[str, Any] = {
        **license_of(source),
        "language": ["en"],
        "library_name": "peft",
        "pipeline_tag": "text-generation",
        "base_model": base_name,
        "base_model_relation": "adapter",
        "tags": TAGS,
        "model-index": [{"name": f"socratic-math-tutor-{system}", "results": results}],
    }
    return plain(fields)


def _metric(row: Estimate) -> dict[str, Any]:
    return {
        "type": row.metric,
        "name": label(row.metric),
        "value": _rounded(row.rate),
        "args": {
            "k": row.k,
            "n": row.n,
            "ci_low": _rounded(row.ci_low),
            "ci_high": _rounded(row.ci_high),
            "level": row.level,
            "method": row.method,
        },
    }


def _rounded(value: float) -> float:
    """Six significant digits."""
    return float(f"{float(value):.6g}")


def as_yaml(fields: dict[str, Any]) -> str:
    """The front matter with its fences; InputError for metadata that does not survive a write and a read."""
    validate(fields)
    text = yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, width=110)
    if yaml.safe_load(text) != fields:
        raise InputError("model card: the metadata does not survive being written and read as YAML")
    return f"---\n{text}---\n"


def validate(fields: dict[str, Any]) -> None:
    """Raise InputError for an unknown licence, language or task, or for a result that is no finite number."""
    if fields.get("license") not in LICENSES:
        raise InputError(f"model card: {fields.get('license')!r} is no licence identifier of the hub")
    for language in fields.get("language") or [None]:
        if language not in LANGUAGES:
            raise InputError(f"model card: {language!r} is no ISO 639-1 language code")
    if fields.get("pipeline_tag") not in PIPELINE_TAGS:
        raise InputError(f"model card: {fields.get('pipeline_tag')!r} is no task of the hub")
    if not re.fullmatch(r"[\w.-]+(/[\w.-]+)*", str(fields.get("base_model", ""))):
        raise InputError(f"model card: base_model {fields.get('base_model')!r} is no model name")
    _finite(fields, "metadata")


def _finite(value: Any, where: str) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _finite(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            _finite(inner, f"{where}[{place}]")
    elif isinstance(value, float) and not math.isfinite(value):
        raise InputError(f"model card: {where} is {value}, not a finite number")
    elif value is not None and type(value) not in (str, int, float, bool):
        raise InputError(f"model card: {where} is a {type(value).__name__}, which YAML cannot carry")
