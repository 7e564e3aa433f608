"""A card's YAML front matter, as the Hugging Face hub reads it, written and checked without a network.

The hub's own validation runs on its server, so the lists below hold what this workflow may write: the licence
identifiers of https://huggingface.co/docs/hub/repositories-licenses that occur here, and ISO 639-1 codes.
"""

from __future__ import annotations

import math
from typing import Any

import yaml

from socratic_tutor.files import InputError

PROJECT_LICENSE = "apache-2.0"
LICENSES = frozenset(
    """apache-2.0 mit bsd-2-clause bsd-3-clause cc0-1.0 cc-by-4.0 cc-by-sa-4.0 cc-by-nc-4.0 openrail
    bigscience-openrail-m creativeml-openrail-m llama2 llama3 llama3.1 llama3.2 llama3.3 gemma gpl-3.0
    lgpl-3.0 mpl-2.0 unlicense other""".split()  # noqa: SIM905
)
LANGUAGES = frozenset(
    """ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl pl pt ro ru sk sl sr sv sw
    ta te th tr uk ur vi zh""".split()  # noqa: SIM905
)


# libyaml's reader and writer where PyYAML has them: the same values and text, ten times as fast.
_READER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WRITER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def read_yaml(text: str) -> Any:
    """The text's values; yaml.YAMLError where it is no YAML."""
    return yaml.load(text, Loader=_READER)


def fenced_yaml(fields: dict[str, Any], card: str) -> str:
    """The metadata between its fences; `card` is what an error calls it.

    Raises InputError as `check_metadata` does, and for metadata that does not survive being written and read.
    """
    check_metadata(fields, card)
    text = yaml.dump(fields, Dumper=_WRITER, sort_keys=False, allow_unicode=True, width=110)
    if read_yaml(text) != fields:
        raise InputError(f"{card}: the metadata does not survive being written and read as YAML")
    return f"---\n{text}---\n"


def check_metadata(fields: dict[str, Any], card: str) -> None:
    """Raise InputError for an unknown licence or language, and for a value that is not finite or no YAML."""
    if fields.get("license") not in LICENSES:
        raise InputError(f"{card}: {fields.get('license')!r} is no licence identifier of the hub")
    for language in fields.get("language") or [None]:
        if language not in LANGUAGES:
            raise InputError(f"{card}: {language!r} is no ISO 639-1 language code")
    _check(fields, f"{card}: metadata")


def _check(value: Any, where: str) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _check(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            _check(inner, f"{where}[{place}]")
    elif isinstance(value, float) and not math.isfinite(value):
        raise InputError(f"{where} is {value}, not a finite number")
    elif value is not None and type(value) not in (str, int, float, bool):
        raise InputError(f"{where} is a {type(value).__name__}, which YAML cannot carry")
