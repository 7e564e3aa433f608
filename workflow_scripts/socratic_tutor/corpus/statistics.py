"""Everything the corpus report says in numbers, from one pass over the training rows."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from socratic_tutor.corpus.benchmarks import BENCHMARKS
from socratic_tutor.corpus.diversity import Diversity, Reservoir, diversity
from socratic_tutor.corpus.held_out import held_out_digest
from socratic_tutor.corpus.human_turns import human_figures
from socratic_tutor.corpus.overlap import Overlap
from socratic_tutor.corpus.text import quantiles
from socratic_tutor.curriculum import FAMILIES, held_out
from socratic_tutor.curriculum.catalogue import GRADE_BANDS
from socratic_tutor.files import InputError, read_json, sha256_of
from socratic_tutor.items import read_items, stream_items
from socratic_tutor.records import Item

# What rows are counted by; student and move are those of the last student turn and its answer.
PROPERTIES = ("student_kind", "move", "turns", "topic", "family", "misconception", "worded_by")
EXAMPLES: dict[str, Callable[[Item], bool]] = {
    "one turn, with a misconception": lambda row: row.turns == 1 and row.student_kind == "misconception",
    "several turns": lambda row: row.turns > 1,
    "the student is right": lambda row: row.turns == 1 and row.student_kind == "correct",
}
EXAMPLE_RULE = "of the training rows of each kind, the one whose id has the smallest SHA-256"


def tutor_turns(row: Item) -> list[str]:
    """All tutor turns of a training row; each is learnt."""
    return [message["content"] for message in row.messages if message["role"] == "assistant"]


def statistics(
    *, train: Path, validation: Path, report: Path, benchmarks: dict[str, Path]
) -> tuple[dict[str, Any], dict[str, Item]]:
    """All numbers by name, and the example rows by their kind (a key of EXAMPLES).

    report: what `write_corpus` wrote beside the two splits. benchmarks: by name.
    Memory grows with validation and benchmarks, not with the training rows themselves (only with what is
    distinct in them). Raises InputError when the report describes other files.
    """
    made = read_json(report)
    for name, path in (("train", train), ("validation", validation)):
        if made[name]["sha256"] != sha256_of(path):
            raise InputError(f"{report}: describes another {path.name}; make the corpus again")
    measured = {"validation": list(read_items(validation).values())}
    measured |= {name: list(read_items(path).values()) for name, path in benchmarks.items()}
    overlap, training = Overlap(measured), _Training()
    for row in stream_items(train):
        training.add(row)
        overlap.add(row)
    overlaps = overlap.result()
    examples = {kind: training.examples[kind] for kind in EXAMPLES if kind in training.examples}
    found = {
        "splits": {
            "train": {"sha256": made["train"]["sha256"], **training.all.result()},
            "validation": {"sha256": made["validation"]["sha256"], **_counted(measured["validation"])},
        },
        "train_by_band": {band: counts.result() for band, counts in training.bands()},
        "benchmarks": {
            name: {
                "sha256": sha256_of(path),
                "new": BENCHMARKS[name].new,
                **_counted(measured[name]),
                "overlap": overlaps[name],
            }
            for name, path in benchmarks.items()
        },
        "validation_overlap": overlaps["validation"],
        "rejected": made["rejected"],
        "held_out": {
            "families": sum(f.id in held_out() for f in FAMILIES),
            "misconceptions": sum(m.id in held_out() for f in FAMILIES for m in f.misconceptions),
            "sha256": held_out_digest(),
        },
        "diversity": training.diversity(),
        "words": training.words(),
        "examples": {kind: row.id for kind, row in examples.items()},
    }
    return found, examples


@dataclass
class _Counts:
    """Rows counted by each of PROPERTIES."""

    rows: int = 0
    tutor_turns: int = 0
    by: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in PROPERTIES})

    def add(self, row: Item) -> None:
        self.rows += 1
        self.tutor_turns += row.turns + len(row.later)
        for name, counts in self.by.items():
            if value := str(getattr(row, name)):
                counts[value] += 1

    def result(self) -> dict[str, Any]:
        by = {name: dict(sorted(counts.items())) for name, counts in self.by.items()}
        return {"rows": self.rows, "tutor_turns": self.tutor_turns, **by}


def _counted(items: Iterable[Item]) -> dict[str, Any]:
    """Counts of a small split: rows, tutor turns (in benchmarks, turns to answer), and rows by band."""
    counts, bands = _Counts(), Counter[str]()
    for item in items:
        counts.add(item)
        bands[item.grade_band] += 1
    result = counts.result()
    kept = {name: result[name] for name in ("rows", "tutor_turns", "student_kind", "turns")}
    return {**kept, "grade_band": _in_order(bands)}


def _in_order(bands: Counter[str]) -> dict[str, int]:
    return {band: bands[band] for band in GRADE_BANDS if band in bands}


class _Training:
    """What one pass over the training rows gathers."""

    def __init__(self) -> None:
        self.all, self._bands = _Counts(), {band: _Counts() for band in GRADE_BANDS}
        self.examples: dict[str, Item] = {}
        self._human = human_figures()
        self._diversity = {name: Diversity() for name in ("all", *GRADE_BANDS)}
        self._as_many_as = {
            name: Reservoir(chosen["figures"]["turns"], f"as many as {name}")
            for name, chosen in self._human["sets"].items()
        }
        self._words: dict[str, dict[str, Counter[float]]] = {
            band: {"problem": Counter(), "student": Counter()} for band in GRADE_BANDS
        }

    def add(self, row: Item) -> None:
        band = row.grade_band
        self.all.add(row)
        self._bands[band].add(row)
        for turn in tutor_turns(row):
            self._diversity["all"].add(turn)
            self._diversity[band].add(turn)
            for sample in self._as_many_as.values():
                sample.add(turn)
        self._words[band]["problem"][len(row.problem.split())] += 1
        self._words[band]["student"][len(row.student_said.split())] += 1
        for kind, fits in EXAMPLES.items():
            if fits(row) and (kind not in self.examples or _place(row) < _place(self.examples[kind])):
                self.examples[kind] = row

    def bands(self) -> list[tuple[str, _Counts]]:
        return [(band, counts) for band, counts in self._bands.items() if counts.rows]

    def diversity(self) -> dict[str, Any]:
        """`all`, `bands`, `as_many_as` a human set has turns, and `humans`."""
        return {
            "all": self._diversity["all"].result(),
            "bands": {band: self._diversity[band].result() for band, _ in self.bands()},
            "as_many_as": {name: diversity(sample.texts()) for name, sample in self._as_many_as.items()},
            "humans": self._human,
        }

    def words(self) -> dict[str, Any]:
        """Words of problem and of the last student turn, by band."""
        return {
            band: {what: quantiles(counts) for what, counts in self._words[band].items()}
            for band, _ in self.bands()
        }


def _place(row: Item) -> str:
    return hashlib.sha256(row.id.encode()).hexdigest()
