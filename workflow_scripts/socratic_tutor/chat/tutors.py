"""The systems a person can talk to: those of an experiment that are models."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socratic_tutor.config import known_base, resolve_run, trained_systems
from socratic_tutor.curriculum.catalogue import GRADE_BANDS
from socratic_tutor.files import InputError, read_json
from socratic_tutor.items import read_items
from socratic_tutor.modeling.tutor import Tutor
from socratic_tutor.records import Item

BENCHMARK = "unseen_problems"


@dataclass(frozen=True)
class Choice:
    """One system: its name, its run's `generation` section, its adapter's folder (None for the base)."""

    system: str
    generation: dict[str, Any]
    adapter: Path | None


def choices(config: Mapping[str, Any], results: Path) -> list[Choice]:
    """The trained runs of the config whose adapters are there, then the base.

    Raises InputError when none has been trained.
    """
    found = []
    for system, (run, _) in trained_systems(dict(config)).items():
        adapter = results / "systems" / system / "adapter"
        if (adapter / "adapter_model.safetensors").is_file():
            found.append(Choice(system, resolve_run(config, run)["generation"], adapter))
    if not found:
        raise InputError(f"{results}: holds no trained adapter\nRun `snakemake --cores 1 all` first.")
    return [*found, Choice("base", resolve_run(config, None)["generation"], None)]


def load(choice: Choice, config: Mapping[str, Any]) -> Tutor:
    """The system, checked against what training noted of its weights."""
    facts = choice.adapter.parent / "training.json" if choice.adapter else None
    return Tutor(
        base_model=known_base(config["base_model"], needed=True),
        adapter=choice.adapter,
        generation=choice.generation,
        adapter_sha256=read_json(facts)["adapter_sha256"] if facts and facts.is_file() else None,
    )


def problems(results: Path) -> dict[str, list[Item]]:
    """Grade band -> the items of `unseen_problems`, whose numbers no run has trained on."""
    items = read_items(results / "corpus" / "benchmarks" / f"{BENCHMARK}.jsonl").values()
    bands: dict[str, list[Item]] = {}
    for item in items:
        bands.setdefault(item.grade_band, []).append(item)
    return {band: bands[band] for band in GRADE_BANDS if band in bands}
