"""Where a system is weak: rates by grade band, topic, move and misconception, and the worst misconceptions.

Breakdowns are exploratory: each has its interval and none a p value; groups of fewer than `rates.SMALL`
items are marked (turns of one conversation are one item's). Only what the planned comparison looks at is
broken down.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.estimates import Scores, read_scores
from socratic_tutor.evaluation.intervals import wilson
from socratic_tutor.evaluation.planned import PLANNED
from socratic_tutor.evaluation.rates import SMALL
from socratic_tutor.files import read_jsonl, write_json
from socratic_tutor.items import at_turn, read_items
from socratic_tutor.records import Item, Response, from_row, stream_scores
from socratic_tutor.scoring.metrics import BY_NAME, IDEAL_CONDITIONS

BY: tuple[tuple[str, ...], ...] = (
    ("grade_band",),
    ("topic",),
    ("move",),
    ("misconception",),
    ("topic", "grade_band"),
)
WORST, EXAMPLES = 10, 2
METRIC = "ideal_turn"


def break_down(
    *, system: str, benchmarks: Mapping[str, Path], scores: Path, responses: Path, level: float, out: Path
) -> None:
    """Write {"system", "level", "breakdowns", "worst_misconceptions"}.

    breakdowns: {"by", "group", "benchmark", "metric", "k", "n", "rate", "ci_low", "ci_high", "level",
        "method", "small"} for each group of each planned benchmark and metric in which somebody was judged.
    worst_misconceptions: over the first turns of all benchmarks, the WORST by the upper end of their interval
        (so that one unlucky turn makes none the worst), with the same marks, and EXAMPLES turns that failed
        and why.
    """
    read = read_scores(scores)
    items = {name: read_items(path) for name, path in benchmarks.items()}
    rows = [row for key in PLANNED if key[0] in items for row in _rows(read, *key, items[key[0]], level)]
    worst = _worst(read, items, level)
    chosen = {example for row in worst for example in row["examples"]}
    texts, why = _texts(responses, chosen), _failures(scores, chosen)
    for row in worst:
        row["examples"] = [
            {
                "id": item_id,
                "benchmark": benchmark,
                "student_said": items[benchmark][item_id].student_said,
                "text": texts.get((benchmark, item_id), ""),
                "failed": why[benchmark, item_id],
            }
            for benchmark, item_id in row["examples"]
        ]
    write_json(out, {"system": system, "level": level, "breakdowns": rows, "worst_misconceptions": worst})


def _rows(
    read: Scores, benchmark: str, metric: str, items: Mapping[str, Item], level: float
) -> Iterator[dict[str, Any]]:
    for by in BY:
        groups: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
        for (item_id, turn), value in read.get((benchmark, metric), {}).items():
            item = at_turn(items[item_id], turn)
            group = tuple(getattr(item, name) for name in by)
            if value is not None and all(group):
                groups[group].append((item_id, value))
        for group, judged in sorted(groups.items()):
            row = {"by": list(by), "group": list(group), "benchmark": benchmark, "metric": metric}
            yield row | _estimate(judged, level)


def _estimate(judged: Sequence[tuple[str, int]], level: float) -> dict[str, Any]:
    """judged: (id of its item, 1 or 0) of each turn."""
    k, n = sum(value for _, value in judged), len(judged)
    low, high = wilson(k, n, level)
    return {
        "k": k,
        "n": n,
        "rate": k / n,
        "ci_low": low,
        "ci_high": high,
        "level": level,
        "method": "wilson",
        "small": len({item_id for item_id, _ in judged}) < SMALL,
    }


def _worst(read: Scores, items: Mapping[str, Mapping[str, Item]], level: float) -> list[dict[str, Any]]:
    """The rows without their examples' words: "examples" holds (benchmark, id)."""
    turns: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    about: dict[str, Item] = {}
    for benchmark, of_benchmark in items.items():
        for (item_id, turn), value in read.get((benchmark, METRIC), {}).items():
            item = of_benchmark[item_id]
            if value is not None and turn == 1 and item.misconception:
                turns[item.misconception].append((benchmark, item_id, value))
                about.setdefault(item.misconception, item)
    rows = []
    for misconception, judged in turns.items():
        item = about[misconception]
        failed = [(benchmark, item_id) for benchmark, item_id, value in judged if not value]
        about_it = {
            "misconception": misconception,
            "family": item.family,
            "grade_band": item.grade_band,
            "topic": item.topic,
        }
        estimate = _estimate([(item_id, value) for _, item_id, value in judged], level)
        rows.append(about_it | estimate | {"examples": failed[:EXAMPLES]})
    rows = [row for row in rows if row["examples"]]
    return sorted(rows, key=lambda row: (row["ci_high"], row["misconception"]))[:WORST]


def _texts(responses: Path, chosen: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    rows = (from_row(Response, row, str(responses)) for row in read_jsonl(responses))
    return {(r.benchmark, r.id): r.text for r in rows if r.turn == 1 and (r.benchmark, r.id) in chosen}


def _failures(scores: Path, chosen: set[tuple[str, str]]) -> dict[tuple[str, str], list[dict[str, str]]]:
    """What each chosen turn failed of an ideal turn's conditions, with the evidence."""
    found: dict[tuple[str, str], list[dict[str, str]]] = {key: [] for key in chosen}
    for _, score in stream_scores(scores):
        key = (score.benchmark, score.id)
        if score.turn != 1 or key not in chosen or score.metric not in IDEAL_CONDITIONS:
            continue
        if score.value is not None and bool(score.value) != BY_NAME[score.metric].higher_is_better:
            found[key].append({"metric": score.metric, "evidence": score.evidence})
    return found
