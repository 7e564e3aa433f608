"""The model card's YAML front matter, as the Hugging Face hub reads it.

The interval of each result stands in `metrics[].args`: the schema has no
other place for it.
"""

from __future__ import annotations

import re
from typing import Any

from socratic_tutor.files import InputError
from socratic_tutor.hub_metadata import PROJECT_LICENSE, fenced_yaml
from socratic_tutor.records import Estimate
from socratic_tutor.reporting.results import label, plain

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
        return {"license": PROJECT_LICENSE}
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
    """The front matter with its fences; InputError for metadata that the hub would not take."""
    if fields.get("pipeline_tag") not in PIPELINE_TAGS:
        raise InputError(f"model card: {fields.get('pipeline_tag')!r} is no task of the hub")
    if not re.fullmatch(r"[\w.-]+(/[\w.-]+)*", str(fields.get("base_model", ""))):
        raise InputError(f"model card: base_model {fields.get('base_model')!r} is no model name")
    return fenced_yaml(fields, "model card")
