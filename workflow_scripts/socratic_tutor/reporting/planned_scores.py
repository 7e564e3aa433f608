"""The scores that a comparison looks at, of any number of systems: each file is read once in a process.

A tenth of a system's scores is planned to be compared; only these are kept, so that 200 systems fit into
memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from socratic_tutor.evaluation.estimates import Scores, read_scores
from socratic_tutor.evaluation.pairs import clusters_of, with_pairs
from socratic_tutor.evaluation.planned import HEADLINES, OF_PAIRS, PAIRED_BENCHMARK, PLANNED

KEPT = frozenset(
    [*PLANNED, *HEADLINES.items(), *((PAIRED_BENCHMARK, metric) for metric in OF_PAIRS)]
)  # benchmark, metric
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
    found = {key: values for key, values in read_scores(scores[0]).items() if key in KEPT}
    return with_pairs(found, {PAIRED_BENCHMARK: paired[0]} if paired else {})


@lru_cache(maxsize=4)
def _clusters(benchmarks: tuple[tuple[str, _Stamp], ...]) -> Mapping[str, str]:
    return clusters_of({name: stamp[0] for name, stamp in benchmarks})
