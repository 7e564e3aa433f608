"""Contrast pairs: one problem, two students with different errors. Only a pair of fitting turns counts.

A turn that fits one of the two may be the turn that the tutor says to everybody at this problem; the unit is
therefore the pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from socratic_tutor.evaluation.planned import BOTH, OF_PAIRS
from socratic_tutor.evaluation.rates import Unit
from socratic_tutor.files import InputError
from socratic_tutor.items import read_items
from socratic_tutor.records import Item

Scores = Mapping[tuple[str, str], Mapping[Unit, int | None]]


def with_pairs(
    scores: Scores, benchmarks: Mapping[str, Path]
) -> dict[tuple[str, str], dict[Unit, int | None]]:
    """The scores, and beside those of a benchmark of pairs their joint values under `{metric}.both`."""
    found = {key: dict(values) for key, values in scores.items()}
    for benchmark, path in benchmarks.items():
        items = read_items(path)
        for metric in OF_PAIRS:
            values = scores.get((benchmark, metric))
            if values and (joint := both(values, items)):
                found[benchmark, f"{metric}{BOTH}"] = joint
    return found


def both(values: Mapping[Unit, int | None], items: Mapping[str, Item]) -> dict[Unit, int | None]:
    """(pair, 1) -> 1 when both items of the pair passed in their first turn; {} where the items are no pairs.

    None where either was not judged. Raises InputError for a pair that is not two items.
    """
    of_pair: dict[str, list[int | None]] = defaultdict(list)
    for (item_id, turn), value in values.items():
        if turn == 1 and items[item_id].pair:
            of_pair[items[item_id].pair].append(value)
    for pair, found in of_pair.items():
        if len(found) != 2:
            raise InputError(f"pair {pair!r} has {len(found)} items, expected 2; make the benchmarks again")
    return {(pair, 1): _joint(*found) for pair, found in of_pair.items()}


def clusters_of(benchmarks: Mapping[str, Path]) -> dict[str, str]:
    """Item id, or name of a pair -> family: the cluster of everything that a unit may be named after."""
    found: dict[str, str] = {}
    for path in benchmarks.values():
        for item in read_items(path).values():
            found[item.id] = item.family
            if item.pair:
                found[item.pair] = item.family
    return found


def families_of_pairs(items: Mapping[str, Item]) -> dict[Unit, str]:
    """(pair, 1) -> the family of its problem."""
    return {(item.pair, 1): item.family for item in items.values() if item.pair}


def _joint(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first * second
