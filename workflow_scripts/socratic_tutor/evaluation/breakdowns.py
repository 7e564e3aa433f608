"""Where a system is weak: its rates by grade band, topic, move and misconception, and its worst
misconceptions.

Exploratory: groups are many and small, and the worst of many is partly bad luck. Each row has its interval
and says whether its n is small; nothing here has a p value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.estimates import read_scores
from socratic_tutor.evaluation.intervals import wilson
from socratic_tutor.evaluation.planned import PLANNED
from socratic_tutor.evaluation.rates import Unit
from socratic_tutor.files import InputError, read_jsonl, stream_jsonl, write_json
from socratic_tutor.items import at_turn, read_items
from socratic_tutor.records import Item, Response, Score, from_row
from socratic_tutor.scoring.metrics import BY_NAME, IDEAL_CONDITIONS

GROUPINGS: tuple[tuple[str, ...], ...] = (
    ("grade_band",),
    ("topic",),
    ("move",),
    ("misconception",),
    ("topic", "grade_band"),
)
# Below it a 95% interval at one half is wider than +-20 points.
SMALL_N = 20
# All benchmarks of single turns on which IDEAL was planned, as if they were one.
POOLED = "all"
IDEAL = "ideal_turn"
WORST, EXAMPLES = 10, 2


@dataclass(frozen=True)
class _Judged:
    """One judged turn; item: as it stands at that turn."""

    benchmark: str
    unit: Unit
    item: Item
    value: int


def break_down_metrics(
    *,
    system: str,
    benchmarks: Mapping[str, Path],
    scores: Path,
    responses: Path,
    level: float,
    out: Path,
) -> None:
    """Write {"system", "level", "small_below", "breakdowns", "worst_misconceptions"}.

    breakdowns: the planned metrics of each benchmark by each of GROUPINGS, and IDEAL over the benchmarks of
        single turns for which it was planned, together as benchmark "all" (turns of a conversation would
        count again and again): {"by", "group", "benchmark", "metric", "k", "n", "rate", "ci_low", "ci_high",
        "level", "method", "small"}; the groups of one grouping add up to the benchmark's estimate. Items of
        students who hold no misconception are the group "".
    worst_misconceptions: at most WORST, from "all" by IDEAL: the lowest upper bound first, so that one failed
        turn of one does not stand before nine of ten; each with EXAMPLES failed turns and what failed in
        them.
    Raises InputError when scores, responses and benchmarks do not belong together.
    """
    items = {name: read_items(path) for name, path in benchmarks.items()}
    judged = {
        (benchmark, metric): list(_judged(benchmark, items[benchmark], values, scores))
        for (benchmark, metric), values in read_scores(scores).items()
        if (benchmark, metric) in PLANNED and benchmark in items
    }
    pool = [
        turn
        for (_, metric), turns in judged.items()
        if metric == IDEAL and all(unit_turn == 1 for _, unit_turn in (t.unit for t in turns))
        for turn in turns
    ]
    rows = [
        {**row, "benchmark": benchmark, "metric": metric, **counts}
        for (benchmark, metric), turns in [*judged.items(), ((POOLED, IDEAL), pool)]
        for row, counts in _rows(turns, level)
    ]
    worst = _worst(pool, level)
    write_json(
        out,
        {
            "system": system,
            "level": level,
            "small_below": SMALL_N,
            "breakdowns": rows,
            "worst_misconceptions": _with_examples(worst, pool, scores, responses),
        },
    )


def _judged(
    benchmark: str, items: Mapping[str, Item], values: Mapping[Unit, int | None], source: Path
) -> Iterator[_Judged]:
    for (item_id, turn), value in values.items():
        if item_id not in items:
            raise InputError(f"{source}: id {item_id!r} is not in benchmark {benchmark!r}; score again")
        if value is not None:
            yield _Judged(benchmark, (item_id, turn), at_turn(items[item_id], turn), value)


def _counts(turns: Iterable[_Judged], level: float) -> dict[str, Any]:
    values = [turn.value for turn in turns]
    k, n = sum(values), len(values)
    low, high = wilson(k, n, level)
    return {"k": k, "n": n, "rate": k / n, "ci_low": low, "ci_high": high}


def _rows(turns: Iterable[_Judged], level: float) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for by in GROUPINGS:
        groups: dict[tuple[str, ...], list[_Judged]] = defaultdict(list)
        for turn in turns:
            groups[tuple(getattr(turn.item, name) for name in by)].append(turn)
        for group in sorted(groups):
            counts = _counts(groups[group], level)
            more = {"level": level, "method": "wilson", "small": counts["n"] < SMALL_N}
            yield {"by": list(by), "group": list(group)}, {**counts, **more}


def _worst(pool: Iterable[_Judged], level: float) -> list[dict[str, Any]]:
    groups: dict[str, list[_Judged]] = defaultdict(list)
    for turn in pool:
        groups[turn.item.misconception].append(turn)
    rows = []
    for misconception, turns in groups.items():
        counts, item = _counts(turns, level), turns[0].item
        if misconception and counts["k"] < counts["n"]:
            about = {"family": item.family, "grade_band": item.grade_band, "topic": item.topic}
            rows.append({"misconception": misconception, **about, **counts})
    rows.sort(key=lambda row: (row["ci_high"], row["rate"], row["misconception"]))
    return rows[:WORST]


def _with_examples(
    worst: list[dict[str, Any]], pool: Iterable[_Judged], scores: Path, responses: Path
) -> list[dict[str, Any]]:
    """The rows with "examples": [{"id", "benchmark", "student_said", "text", "failed"}]."""
    shown: dict[str, list[_Judged]] = {row["misconception"]: [] for row in worst}
    for turn in pool:
        chosen = shown.get(turn.item.misconception)
        if chosen is not None and turn.value == 0 and len(chosen) < EXAMPLES:
            chosen.append(turn)
    wanted = {(turn.benchmark, *turn.unit) for turns in shown.values() for turn in turns}
    failed, texts = _failed(scores, wanted), _texts(responses)

    def example(turn: _Judged) -> dict[str, Any]:
        place = (turn.benchmark, *turn.unit)
        if place not in texts:
            raise InputError(f"{responses}: no response to {turn.unit[0]!r} of {turn.benchmark!r}")
        return {
            "id": turn.unit[0],
            "benchmark": turn.benchmark,
            "student_said": turn.item.student_said,
            "text": texts[place],
            "failed": failed[place],
        }

    return [{**row, "examples": [example(turn) for turn in shown[row["misconception"]]]} for row in worst]


_Place = tuple[str, str, int]  # benchmark, item id, turn


def _failed(scores: Path, wanted: set[_Place]) -> dict[_Place, list[dict[str, str]]]:
    """The conditions of an ideal turn that each of these turns misses, with the evidence."""
    found: dict[_Place, list[dict[str, str]]] = defaultdict(list)
    for number, row in enumerate(stream_jsonl(scores), start=1):
        place = (row["benchmark"], row["id"], row["turn"])
        if place not in wanted or row["metric"] not in IDEAL_CONDITIONS:
            continue
        score = from_row(Score, row, f"{scores}:{number}")
        if score.value == (0 if BY_NAME[score.metric].higher_is_better else 1):
            found[place].append({"metric": score.metric, "evidence": score.evidence})
    return found


def _texts(responses: Path) -> dict[_Place, str]:
    rows = (from_row(Response, row, f"{responses}:{i}") for i, row in enumerate(read_jsonl(responses), 1))
    return {(row.benchmark, row.id, row.turn): row.text for row in rows}
