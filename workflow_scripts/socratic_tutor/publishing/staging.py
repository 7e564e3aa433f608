"""The folders to upload, one for each repository, made of the results as they are.

A staged model differs from systems/{system} in three ways: names of files of this repository become names of
hub repositories, the card's metadata names the dataset, and the card gains its block of measured values.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from socratic_tutor.base_identity import EMBEDDED, MANIFEST
from socratic_tutor.files import InputError, read_json, sha256_of, write_json, write_text
from socratic_tutor.hub_metadata import PROJECT_LICENSE, fenced_yaml
from socratic_tutor.markdown import code, render, table
from socratic_tutor.publishing.checks import check_publishable
from socratic_tutor.records import FILTERED
from socratic_tutor.reporting.card import with_measured

PREFIX = "socratic-math-tutor"
BASE_TEMPLATE = Path(__file__).parent / "templates" / "base_card.md.jinja"
_BASE_HERE = "resources/base_model"  # as adapter_config.json and the card name the embedded base
_BASE_FROM_ADAPTER = "../" * 5 + _BASE_HERE
_ADAPTER_FILES = (
    "adapter_config.json",
    "adapter_model.safetensors",
    "chat_template.jinja",
    "tokenizer.json",
    "tokenizer_config.json",
)
_BASE_FILES = (
    "config.json",
    "generation_config.json",
    "model.safetensors",
    "chat_template.jinja",
    "tokenizer.json",
    "tokenizer_config.json",
)


@dataclass(frozen=True)
class Repository:
    """kind: "model" or "dataset". files: path within the repository -> {"sha256", "bytes"}."""

    id: str
    kind: str
    folder: str
    files: dict[str, dict[str, Any]]


def stage(
    *,
    namespace: str | None,
    systems: dict[str, Path],
    corpus: Path,
    embedded_base: bool,
    out: Path,
) -> list[Repository]:
    """Lay out every repository beside `out` and write it: {"repositories": [Repository]}.

    namespace: user or organisation on the hub. systems: name -> results/{experiment}/systems/{name}.
    corpus: its folder, with the dataset card. What an earlier call staged is removed first. Raises
    InputError without a namespace, and for a file that is missing or must not be published; then nothing
    is staged.
    """
    if not namespace:
        raise InputError(
            "publishing.namespace: names no user or organisation of the hub, so repositories have no name\n"
            "Set it in config.yaml or in an overlay for --configfile."
        )
    folder = out.parent
    shutil.rmtree(folder, ignore_errors=True)
    try:
        dataset = _stage_dataset(corpus, folder, namespace)
        base = _stage_base(folder, namespace) if embedded_base else None
        models = [
            _stage_model(name, where, folder, namespace, base.id if base else None, dataset.id)
            for name, where in systems.items()
        ]
        found = [*models, *([base] if base else []), dataset]
        check_publishable(folder)
    except InputError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    write_json(out, {"repositories": [asdict(repository) for repository in found]})
    return found


def _stage_model(
    name: str, where: Path, folder: Path, namespace: str, base: str | None, dataset: str
) -> Repository:
    target = folder / f"{PREFIX}-{name}"
    _copy(where / "adapter", target, _ADAPTER_FILES)
    card = with_measured(
        (where / "card" / "README.md").read_text(encoding="utf-8"),
        timings=where / "training_time.json",
        provenance=where / "provenance.json",
        filter_timings=where.with_name(f"{where.name}{FILTERED}") / "filtering_time.json",
    )
    if base is not None:
        settings = read_json(target / "adapter_config.json")
        write_json(target / "adapter_config.json", {**settings, "base_model_name_or_path": base})
        card = card.replace(_BASE_FROM_ADAPTER, base).replace(_BASE_HERE, base)
    write_text(target / "README.md", with_metadata(card, datasets=[dataset]))
    return _described(f"{namespace}/{target.name}", "model", target)


def _stage_dataset(corpus: Path, folder: Path, namespace: str) -> Repository:
    target = folder / f"{PREFIX}-corpus"
    names = ["README.md", "train.jsonl", "validation.jsonl", "statistics.json"]
    names += [path.relative_to(corpus).as_posix() for path in sorted(corpus.glob("benchmarks/*.jsonl"))]
    names += [path.relative_to(corpus).as_posix() for path in sorted(corpus.glob("figures/*"))]
    _copy(corpus, target, names)
    return _described(f"{namespace}/{target.name}", "dataset", target)


def _stage_base(folder: Path, namespace: str) -> Repository:
    target = folder / f"{PREFIX}-base"
    _copy(EMBEDDED, target, _BASE_FILES)
    manifest = read_json(EMBEDDED / MANIFEST)
    metadata = {
        "license": PROJECT_LICENSE,
        "language": ["en"],
        "library_name": "transformers",
        "pipeline_tag": "text-generation",
        "tags": ["education", "math-tutoring", "llama"],
    }
    facts = manifest["training"]
    rows = [(name, facts[name]) for name in ("parameters", "tokens", "steps", "epochs")]
    rows += [("documents", manifest["documents"]["count"])]
    rows += [(code(key), value) for key, value in manifest["recipe"].items() if not isinstance(value, dict)]
    rows += [(code(f"model.{key}"), value) for key, value in manifest["recipe"]["model"].items()]
    context = {
        "front_matter": Markup(fenced_yaml(metadata, "base card")),
        "title": f"{PREFIX}-base",
        "facts": table(["what", "value"], rows),
        "held_out": manifest["facts"]["held_out_sha256"],
        "weights": sha256_of(target / "model.safetensors"),
    }
    write_text(target / "README.md", render(BASE_TEMPLATE, context))
    return _described(f"{namespace}/{target.name}", "model", target)


def with_metadata(card: str, **fields: Any) -> str:
    """The card with fields set in its front matter; InputError when it has none, or not the hub's."""
    parts = card.split("---\n", 2)
    if len(parts) != 3 or parts[0]:
        raise InputError("model card: begins with no front matter; render the card again")
    return fenced_yaml({**yaml.safe_load(parts[1]), **fields}, "model card") + parts[2]


def _copy(source: Path, target: Path, names: Sequence[str]) -> None:
    for name in names:
        if not (source / name).is_file():
            raise InputError(f"{source / name}: no such file, so it cannot be published\nRun `all` first.")
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target / name)


def _described(identifier: str, kind: str, folder: Path) -> Repository:
    files = {
        path.relative_to(folder).as_posix(): {"sha256": sha256_of(path), "bytes": path.stat().st_size}
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return Repository(identifier, kind, folder.name, files)
