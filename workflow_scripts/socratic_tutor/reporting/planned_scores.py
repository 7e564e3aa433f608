"""The scores that a comparison looks at, of any number of systems: each file is read once in a process.

A tenth of a system's scores is planned to be compared; only these are kept, so that 200 systems fit into
memory.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from socratic_tutor.evaluation.estimates import Scores, read_scores
from socratic_tutor.evaluation.pairs import clusters_of, with_pairs
from socratic_tutor.evaluation.planned import HEADLINES, OF_PAIRS, PAIRED_BENCHMARK, PLANNED
from socratic_tutor.scoring.metrics import BY_NAME

KEPT = frozenset(
    [*PLANNED, *HEADLINES.items(), *((PAIRED_BENCHMARK, metric) for metric in OF_PAIRS)]
)  # benchmark, metric
_FIELDS = ("id", "benchmark", "turn", "metric", "value", "evidence")
_decode = json.JSONDecoder().decode
_Stamp = tuple[Path, int, int]  # a file as it was when it was read


def planned_scores(path: Path, benchmarks: Mapping[str, Path]) -> Scores:
    """What `evaluation.estimates.read_scores` reads, of KEPT alone, with the joint values of pairs.

    benchmarks: name -> file; pairs are not joined without. Raises InputError as read_scores does.
    """
    paired = benchmarks.get(PAIRED_BENCHMARK)
    return _planned(_stamp(path), _stamp(paired) if paired else None)


def clusters_by_family(benchmarks: Mapping[str, Path]) -> Mapping[str, str]:
    """Item id, or name of a pair -> family."""
    return _clusters(tuple((name, _stamp(path)) for name, path in benchmarks.items()))


def _stamp(path: Path) -> _Stamp:
    try:
        status = Path(path).stat()
    except OSError:
        return Path(path), 0, 0  # whoever reads it says what is wrong
    return Path(path), status.st_size, status.st_mtime_ns


@lru_cache(maxsize=1024)
def _planned(scores: _Stamp, paired: _Stamp | None) -> Scores:
    found = _kept(scores[0])
    return with_pairs(found, {PAIRED_BENCHMARK: paired[0]} if paired else {})


@lru_cache(maxsize=4)
def _clusters(benchmarks: tuple[tuple[str, _Stamp], ...]) -> Mapping[str, str]:
    return clusters_of({name: stamp[0] for name, stamp in benchmarks})


def _kept(path: Path) -> Scores:
    """The planned scores; a file in which anything is unusual is read by `read_scores`, which says what."""
    found: Scores = defaultdict(dict)
    seen = set()
    lines = 0
    try:
        with open(path, encoding="utf-8") as stream:
            for line in stream:
                row = _decode(line)
                item, benchmark, turn, metric, value, evidence = (row[name] for name in _FIELDS)
                if not (
                    len(row) == len(_FIELDS)
                    and type(item) is type(benchmark) is type(evidence) is str
                    and type(turn) is int
                    and metric in BY_NAME
                    and (value is None or (type(value) is int and value in (0, 1)))
                ):
                    raise ValueError(line)
                seen.add((benchmark, metric, item, turn))
                lines += 1
                if (benchmark, metric) in KEPT:
                    found[benchmark, metric][item, turn] = value
        if not lines or len(seen) < lines:
            raise ValueError(path)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {key: values for key, values in read_scores(path).items() if key in KEPT}
    return dict(found)
