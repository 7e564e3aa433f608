"""What the systems said, item by item, with the evidence of every score: the page's larger part.

A page of hundreds of items and ten systems holds everything. Where that would be more than `BUDGET`, the
items are a sample by a rule that looks at no result: those of each benchmark in the order of the sha256 of
their ids.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, stream_jsonl
from socratic_tutor.items import read_items, turns_of
from socratic_tutor.records import Item, stream_scores

BUDGET = 5_000_000  # characters of texts and evidence
_EVIDENCE = 150  # about what the evidence of one reply adds to its text, in characters
Unit = tuple[str, str, int]  # benchmark, item id, turn


def conversations(
    *,
    benchmarks: Mapping[str, Path],
    responses: Mapping[str, Path],
    scores: Mapping[str, Path],
    metrics: Sequence[str],
    budget: int = BUDGET,
) -> dict[str, Any]:
    """{"planned", "items", "evidence", "replies"} for the page.

    planned: number of all items; items: those shown, each with its ground truth and the student's turns.
    evidence: every sentence of evidence once. replies: for each system one entry for each turn of the items,
    in their order: [text, verdicts, evidence], verdicts one character a metric (1, 0, - where it does not
    apply), evidence the places of the sentences of those metrics that apply; null where nothing was answered.
    Raises InputError when an item was answered and not scored.
    """
    planned = {name: read_items(path) for name, path in benchmarks.items()}
    texts = {system: _texts(path) for system, path in responses.items()}
    chosen = _within(budget, _in_turn(planned), texts)
    units = [(name, item.id, turn) for name, item in chosen for turn in turns_of(item)]
    evidence: dict[str, int] = {}
    return {
        "planned": sum(map(len, planned.values())),
        "items": [_item(list(benchmarks).index(name), item) for name, item in chosen],
        "benchmarks": list(benchmarks),
        "replies": [_replies(texts[s], scores[s], units, metrics, evidence) for s in responses],
        "evidence": list(evidence),
    }


def _texts(path: Path) -> dict[Unit, str]:
    return {(row["benchmark"], row["id"], row["turn"]): row["text"] for row in stream_jsonl(path)}


def _in_turn(planned: Mapping[str, Mapping[str, Item]]) -> Iterator[tuple[str, Item]]:
    """One item of each benchmark after another, each benchmark's by the sha256 of their ids."""
    sequences = [
        [(name, items[key]) for key in sorted(items, key=lambda x: hashlib.sha256(x.encode()).hexdigest())]
        for name, items in planned.items()
    ]
    for row in zip_longest(*sequences):
        yield from (entry for entry in row if entry is not None)


def _within(
    budget: int, items: Iterator[tuple[str, Item]], texts: Mapping[str, Mapping[Unit, str]]
) -> list[tuple[str, Item]]:
    """As many items as the budget allows, at least one, in the order of benchmarks."""
    chosen: list[tuple[str, Item]] = []
    order: dict[str, int] = {}
    for name, item in items:
        order.setdefault(name, len(order))
        budget -= len(item.problem) + sum(len(message["content"]) for message in item.messages)
        for turn in turns_of(item):
            budget -= sum(len(of.get((name, item.id, turn), "")) + _EVIDENCE for of in texts.values())
        if budget < 0 and chosen:
            break
        chosen.append((name, item))
    return sorted(chosen, key=lambda entry: order[entry[0]])


def _item(benchmark: int, item: Item) -> dict[str, Any]:
    """What a reader needs of an item; the scorers' cues and traces stay in the benchmark's file."""
    return {
        "benchmark": benchmark,
        "id": item.id,
        "band": item.grade_band,
        "topic": item.topic,
        "family": item.family,
        "misconception": item.misconception,
        "student": item.student_kind,
        "said": [[m["role"], m["content"]] for m in item.messages if m["role"] != "system"],
        "later": item.later,
        "correct": item.correct_answer,
        "wrong": item.wrong_answer,
        "mission": item.mission,
        "vocabulary": item.vocabulary,
        "hint": item.hint,
    }


def _replies(
    texts: Mapping[Unit, str],
    scores: Path,
    units: Sequence[Unit],
    metrics: Sequence[str],
    evidence: dict[str, int],
) -> list[list[Any] | None]:
    place = {metric: index for index, metric in enumerate(metrics)}
    verdicts: dict[Unit, dict[int, tuple[int | None, str]]] = {unit: {} for unit in units}
    for _, score in stream_scores(scores):
        found = verdicts.get((score.benchmark, score.id, score.turn))
        if found is not None and score.metric in place:
            found[place[score.metric]] = score.value, score.evidence
    entries: list[list[Any] | None] = []
    for unit in units:
        of_unit = verdicts[unit]
        if not of_unit:
            raise InputError(f"{scores}: {unit[1]!r} of {unit[0]}, turn {unit[2]}, has no score; score again")
        if unit not in texts:
            entries.append(None)
            continue
        marks, why = "", []
        for index in range(len(metrics)):
            value, sentence = of_unit.get(index, (None, ""))
            marks += "-" if value is None else str(int(value))
            if value is not None:
                why.append(evidence.setdefault(sentence, len(evidence)))
        entries.append([texts[unit], marks, why])
    return entries
