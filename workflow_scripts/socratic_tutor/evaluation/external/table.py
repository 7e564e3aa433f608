"""One table of all tutors: a row for each set, tutor and scorer, with the human rate where people judged."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from socratic_tutor.evaluation.calibration import judges
from socratic_tutor.evaluation.calibration.targets import COMPONENTS, RULES
from socratic_tutor.evaluation.human_labels.records import LabelledReply
from socratic_tutor.evaluation.intervals import clustered_wilson
from socratic_tutor.files import atomic_open
from socratic_tutor.scoring.components import score_components
from socratic_tutor.scoring.language import brevity, grade_language
from socratic_tutor.scoring.metrics import METRICS

# Metrics of ours that a reply decides alone, or with its answer or its student's grade band; the others need
# what only our items hold.
_COMPUTABLE = ("asks_question", "answer_leak.naive", "answer_leak.typed", "brevity", "grade_language")
NOT_COMPUTABLE = tuple(metric.name for metric in METRICS if metric.name not in _COMPUTABLE)


@dataclass(frozen=True)
class Rate:
    """k of n replies, as a fraction, with the interval of effective n (clusters: dialogues).

    human_rate: the share of the same n replies of which people said so, None where they were not asked.
    """

    set: str
    tutor: str
    scorer: str
    k: int
    n: int
    rate: float
    ci_low: float
    ci_high: float
    method: str
    human_rate: float | None


def rates(name: str, rows: Sequence[LabelledReply], level: float) -> list[Rate]:
    """The rates of one set's tutors; a tutor without a name is called as the set."""
    verdicts: dict[tuple[str, str], list[tuple[str, int, int | None]]] = defaultdict(list)
    for row in rows:
        for scorer, said, people in _verdicts(row):
            verdicts[row.tutor or name, scorer].append((row.dialogue, said, people))
    return [_rate(name, tutor, scorer, judged, level) for (tutor, scorer), judged in verdicts.items()]


def write_rates(found: Iterable[Rate], out: Path) -> None:
    """CSV with the fields of `Rate`; and last a row for each metric that is not computable here, and for
    grade_language one for each set that does not say for any reply of which band its student is."""
    found = list(found)
    banded = {rate.set for rate in found if rate.scorer == "grade_language"}
    lacking = [name for name in dict.fromkeys(rate.set for rate in found) if name not in banded]
    with atomic_open(out) as stream:
        table = csv.DictWriter(stream, [field.name for field in fields(Rate)], lineterminator="\n")
        table.writeheader()
        for rate in found:
            table.writerow(
                {
                    key: round(value, 6) if isinstance(value, float) else value
                    for key, value in asdict(rate).items()
                }
            )
        for name in lacking:
            why = "not computable: needs the student's grade band, which this set neither gives nor implies"
            table.writerow({"set": name, "scorer": "grade_language", "method": why})
        for scorer in NOT_COMPUTABLE:
            table.writerow(
                {"scorer": scorer, "method": "not computable: needs ground truth that the sets lack"}
            )


def _verdicts(row: LabelledReply) -> list[tuple[str, int, int | None]]:
    people = {target.name: target.people(row) for target in (*COMPONENTS, *RULES)}
    found = [
        (score.metric, score.value, people.get(score.metric))
        for score in score_components(row.history, row.reply)
        if score.value is not None
    ]
    for scorer in ("asks_question", "answer_leak.naive", "answer_leak.typed"):
        said = judges.judge(scorer, row)
        if said is not None:
            found.append((scorer, said, people.get(scorer)))
    item = judges.light_item(row)
    found.append(("brevity", brevity(item, row.reply).value or 0, None))
    if item.grade_band:
        found.append(("grade_language", grade_language(item, row.reply).value or 0, None))
    return found


def _rate(
    name: str, tutor: str, scorer: str, judged: Sequence[tuple[str, int, int | None]], level: float
) -> Rate:
    dialogues: dict[str, list[int]] = defaultdict(list)
    for dialogue, said, _ in judged:
        dialogues[dialogue].append(said)
    interval = clustered_wilson(dialogues, level)
    k, n = sum(said for _, said, _ in judged), len(judged)
    people = [heard for _, _, heard in judged if heard is not None]
    return Rate(
        set=name,
        tutor=tutor,
        scorer=scorer,
        k=k,
        n=n,
        rate=k / n,
        ci_low=interval.low,
        ci_high=interval.high,
        method="wilson, effective n, clusters by dialogue",
        human_rate=sum(people) / len(people) if len(people) == n else None,
    )
