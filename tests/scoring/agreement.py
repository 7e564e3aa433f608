"""How well the scorers agree with the labels of `labelled_turns/`, per metric and half."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sklearn.metrics import cohen_kappa_score

from socratic_tutor.files import stream_jsonl
from socratic_tutor.items import read_items
from socratic_tutor.records import Item
from socratic_tutor.scoring import score_turn

FOLDER = Path(__file__).parent / "labelled_turns"
OF_RELEVANCE = Path(__file__).parent / "labelled_relevance"  # error_relevance and scaffolding alone
FRESH = Path(__file__).parent / "labelled_fresh"  # by another author; nobody mends a rule with it
FURTHER = Path(__file__).parent / "labelled_further"  # the same; all of it may be learnt from
STRANGERS = Path(__file__).parent / "labelled_strangers"  # by an author who has read no rule; halves
BY_CODEBOOK = Path(__file__).parent / "labelled_codebook"  # by authors who know the codebook alone; halves
MORE = Path(__file__).parent / "labelled_more"  # the same; all of it may be learnt from
STRANGERS_ALL = Path(__file__).parent / "labelled_strangers_all"  # another author's, of what a turn tells
TELLING = Path(__file__).parent / "labelled_telling"  # later authors', of the same; halves
TELLING_MORE = Path(__file__).parent / "labelled_telling_more"  # the same; all of it may be learnt from
METRICS = (
    "asks_question",
    "socratic_question",
    "error_relevance",
    "scaffolding",
    "answer_leak.naive",
    "answer_leak.typed",
    "finishing_step",
    "answer_avoidance",
    "key_step_leak",
    "affirms_wrong",
    "affirms_correct",
    "faithful",
    "grade_language",
    "brevity",
    "ideal_turn",
)
HALVES = ("development", "held back")


@dataclass(frozen=True)
class Labelled:
    """One turn of a folder with its labels by metric; None where the label is null or the metric has none."""

    turn_id: str
    half: str
    item: Item
    text: str
    labels: dict[str, int | str | None]


@dataclass(frozen=True)
class Judged:
    """One label of one turn beside the scorer's verdict; `found` is None where the scorer abstains."""

    turn_id: str
    half: str
    metric: str
    label: int | str
    found: int | str | None
    evidence: str
    text: str


def half_of(turn_id: str) -> str:
    """The rules may be mended while reading the disagreements of the first half only."""
    return HALVES[hashlib.sha256(f"labelled turns:{turn_id}".encode()).digest()[0] % 2]


def labelled(folder: Path) -> Iterator[Labelled]:
    """Every turn of the folder, in the order of the file."""
    items = read_items(folder / "items.jsonl")
    for row in stream_jsonl(folder / "turns.jsonl"):
        half = half_of(row["turn_id"])
        yield Labelled(row["turn_id"], half, items[row["id"]], row["text"], row["labels"])


def _verdicts(item: Item, text: str) -> dict[str, tuple[int | str | None, str]]:
    """The scorers' verdicts by metric; the three scaffolding scores become one class."""
    found: dict[str, tuple[int | str | None, str]] = {}
    for score in score_turn(item, text):
        found[score.metric] = (score.value, score.evidence)
        if score.metric.startswith("scaffolding.") and score.value == 1:
            found["scaffolding"] = (score.metric.split(".")[1], score.evidence)
    found.setdefault("scaffolding", (None, ""))
    return found


def judged(folder: Path = FOLDER) -> Iterator[Judged]:
    """Every label of the folder that is not null, in the order of the file."""
    for turn in labelled(folder):
        verdicts = _verdicts(turn.item, turn.text)
        for metric in METRICS:
            label = turn.labels.get(metric)
            if label is not None:
                found, evidence = verdicts[metric]
                yield Judged(turn.turn_id, turn.half, metric, label, found, evidence, turn.text)


def kappa(rows: list[Judged]) -> float:
    """Cohen's kappa; an abstention is a class of its own, hence a disagreement."""
    return float(cohen_kappa_score([str(row.label) for row in rows], [str(row.found) for row in rows]))
