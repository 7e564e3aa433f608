"""A small folder of results, packs of it, and label files as people or a spreadsheet would write them."""

from __future__ import annotations

import csv
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from msgspec import structs

from hostile import TEXTS
from scoring.fractions_item import FRACTIONS
from socratic_tutor.annotation.agreement import import_annotations
from socratic_tutor.annotation.pack import COLUMNS, write_pack
from socratic_tutor.files import read_json, write_json, write_jsonl
from socratic_tutor.records import Item, Response, Score
from socratic_tutor.scoring.metrics import METRICS

RUN = "rank-16-seed1"
SYSTEMS = (RUN, "base", "echo", "gold")
BENCHMARKS = ("unseen_problems", "leak")
ITEMS = 20


def write_results(folder: Path) -> Path:
    for benchmark in BENCHMARKS:
        items = [replace(Item(**FRACTIONS), id=f"{benchmark}-{n}") for n in range(ITEMS)]
        write_jsonl(folder / f"{benchmark}.jsonl", (asdict(item) for item in items))
    for place, system in enumerate(SYSTEMS):
        say(folder, system, place)
        scores = [
            Score(f"{benchmark}-{n}", benchmark, 1, metric.name, int(n % 10 in (0, 2, 4)), "")
            for benchmark in BENCHMARKS
            for n in range(ITEMS)
            for metric in METRICS
        ]
        write_jsonl(folder / f"{system}-scores.jsonl", (structs.asdict(score) for score in scores))
        estimates = [{"benchmark": "leak", "metric": m.name, "k": 6, "n": 20, "rate": 0.3} for m in METRICS]
        write_json(folder / f"{system}-metrics.json", {"system": system, "estimates": estimates})
    return folder


def say(folder: Path, system: str, shift: int, benchmarks: tuple[str, ...] = BENCHMARKS) -> None:
    """The system's responses: hostile texts, which of them by `shift`; only those of `benchmarks` are new."""
    path = folder / f"{system}.jsonl"
    texts = {
        benchmark: [TEXTS[(n + 5 * shift + len(benchmark)) % len(TEXTS)] for n in range(ITEMS)]
        for benchmark in benchmarks
    }
    said = [
        Response(f"{benchmark}-{n}", benchmark, 1, text)
        for benchmark, found in texts.items()
        for n, text in enumerate(found)
    ]
    write_jsonl(path, (asdict(one) for one in said))


def pack(folder: Path, replies: int = 40, seed: str = "s") -> dict[str, Any]:
    """Write the pack; its key."""
    write_pack(
        benchmarks={name: folder / f"{name}.jsonl" for name in BENCHMARKS},
        responses={name: folder / f"{name}.jsonl" for name in SYSTEMS},
        replies=replies,
        seed=seed,
        table=folder / "pack.csv",
        page=folder / "index.html",
        key=folder / "key.json",
    )
    return read_json(folder / "key.json")


def compare(folder: Path) -> dict[str, Any]:
    """Import the labels; what agreement.json holds."""
    import_annotations(
        labels=folder / "labels",
        key=folder / "key.json",
        benchmarks={name: folder / f"{name}.jsonl" for name in BENCHMARKS},
        responses={name: folder / f"{name}.jsonl" for name in SYSTEMS},
        scores={name: folder / f"{name}-scores.jsonl" for name in SYSTEMS},
        metrics={name: folder / f"{name}-metrics.json" for name in SYSTEMS},
        runs=[RUN],
        level=0.95,
        out=folder / "agreement.json",
        table=folder / "agreement.csv",
        page=folder / "agreement.md",
    )
    return read_json(folder / "agreement.json")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def label(folder: Path, who: str, answer: dict[str, str], flip: int = 0, first: int = 1000) -> Path:
    """A label file that answers the `first` replies alike, but the first `flip` of them the other way."""
    other = {"yes": "no", "no": "yes", "specific": "generic"}
    rows = []
    for place, row in enumerate(rows_of(folder / "pack.csv")):
        given = {name: other[value] if place < flip else value for name, value in answer.items()}
        rows.append({**row, **(given if place < first else {})})
    return write_labels(folder, who, rows)


def write_labels(folder: Path, who: str, rows: list[dict[str, str]]) -> Path:
    path = folder / "labels" / f"{who}.csv"
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        written = csv.DictWriter(stream, COLUMNS, restval="")
        written.writeheader()
        written.writerows(rows)
    return path
