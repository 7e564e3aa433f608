"""How far annotators agree, how far the scorers agree with them, and rates corrected by that.

Cohen's kappa for each two annotators, Fleiss' where all answered, Krippendorff's alpha (nominal) over all
answers. A scorer is held against the majority; ties are left out. A system's rate is corrected only with
labels on our own systems' turns, and where the scorer tells anything (evaluation.correction).
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

from socratic_tutor.annotation.importing import Labels, read_labels
from socratic_tutor.annotation.labels import LABELS, Label
from socratic_tutor.evaluation.correction import corrected_rate
from socratic_tutor.evaluation.estimates import read_scores
from socratic_tutor.evaluation.intervals import wilson
from socratic_tutor.files import atomic_open, read_json, write_json

COLUMNS = (
    *("label", "answers", "annotators", "cohen_kappa", "fleiss_kappa", "krippendorff_alpha", "scorer"),
    *("compared", "sensitivity", "sensitivity_low", "sensitivity_high"),
    *("specificity", "specificity_low", "specificity_high"),
)


def import_annotations(
    *,
    labels: Path,
    key: Path,
    scores: Mapping[str, Path],
    metrics: Mapping[str, Path],
    runs: Sequence[str],
    level: float,
    out: Path,
    table: Path,
) -> None:
    """Write `out` ({"labels": [...], "corrected": [...]}) and its labels as CSV (COLUMNS).

    labels: folder of the annotators' files. scores, metrics: by system, of all that are in the key. runs: our
    own systems, whose rates may be corrected. Raises InputError for a file that cannot be right.
    """
    given, known = read_labels(labels, key), read_json(key)
    read = {system: read_scores(path) for system, path in scores.items()}
    rows, corrected = [], []
    for label in LABELS:
        majority = _majority(given, label)
        verdicts = {
            reply: read[known[reply]["system"]]
            .get((known[reply]["benchmark"], label.scored_by), {})
            .get((known[reply]["id"], 1))
            for reply in majority
        }
        row = {"label": label.name, **_people(given, label), "scorer": label.scored_by or None}
        rows.append({**row, **_scorer(majority, verdicts, level)})
        ours = {reply: said for reply, said in majority.items() if known[reply]["system"] in runs}
        corrected += _corrected(label, ours, verdicts, metrics, runs, level)
    write_json(out, {"level": level, "annotators": sorted(given), "labels": rows, "corrected": corrected})
    with atomic_open(table) as stream:
        written = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        written.writeheader()
        written.writerows({name: _cell(row.get(name)) for name in COLUMNS} for row in rows)


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    return round(value, 4) if isinstance(value, float) else value


def _people(given: Labels, label: Label) -> dict[str, Any]:
    codes = {answer: number for number, answer in enumerate(label.answers)}
    replies = sorted({reply for answers in given.values() for reply in answers})
    # annotators by replies, nan where nothing was said
    said = np.array(
        [
            [codes.get(answers.get(reply, {}).get(label.name, ""), math.nan) for reply in replies]
            for answers in given.values()
        ]
    )
    pairs = []
    for one, other in combinations(range(len(said)), 2):
        both = ~np.isnan(said[one]) & ~np.isnan(said[other])
        if len({*said[one][both], *said[other][both]}) > 1:
            pairs.append(float(cohen_kappa_score(said[one][both], said[other][both])))
    complete = said[:, ~np.isnan(said).any(axis=0)] if said.size else said
    varied = len(set(said[~np.isnan(said)].tolist())) > 1
    fleiss = alpha = None
    if len(said) > 1 and varied and complete.shape[1] and len(set(complete.ravel().tolist())) > 1:
        fleiss = float(fleiss_kappa(aggregate_raters(complete.T.astype(int))[0]))
    if len(said) > 1 and varied and ((~np.isnan(said)).sum(axis=0) > 1).any():
        alpha = float(krippendorff.alpha(reliability_data=said, level_of_measurement="nominal"))
    return {
        "answers": int((~np.isnan(said)).sum()),
        "annotators": len(said),
        "cohen_kappa": sum(pairs) / len(pairs) if pairs else None,
        "fleiss_kappa": fleiss,
        "krippendorff_alpha": alpha,
    }


def _majority(given: Labels, label: Label) -> dict[str, int]:
    """reply -> 1 or 0 as most annotators say; replies on which they are split are left out."""
    votes: dict[str, Counter[int]] = {}
    for answers in given.values():
        for reply, said in answers.items():
            if label.name in said:
                votes.setdefault(reply, Counter())[int(said[label.name] in label.yes)] += 1
    return {reply: int(count[1] > count[0]) for reply, count in sorted(votes.items()) if count[1] != count[0]}


def _scorer(majority: Mapping[str, int], verdicts: Mapping[str, int | None], level: float) -> dict[str, Any]:
    judged = [(said, verdicts[reply]) for reply, said in majority.items() if verdicts[reply] is not None]
    found: dict[str, Any] = {"compared": len(judged)}
    for name, truth in (("sensitivity", 1), ("specificity", 0)):
        k, n = _agreeing(judged, truth)
        low, high = wilson(k, n, level) if n else (None, None)
        found |= {name: k / n if n else None, f"{name}_low": low, f"{name}_high": high}
    return found


def _agreeing(judged: Sequence[tuple[int, int | None]], truth: int) -> tuple[int, int]:
    """(as the scorer says so too, all) of those replies that people call so."""
    called = [verdict for said, verdict in judged if said == truth]
    return sum(verdict == truth for verdict in called), len(called)


def _corrected(
    label: Label,
    majority: Mapping[str, int],
    verdicts: Mapping[str, int | None],
    metrics: Mapping[str, Path],
    runs: Sequence[str],
    level: float,
) -> list[dict[str, Any]]:
    if not label.scored_by:
        return []
    judged = [(said, verdicts[reply]) for reply, said in majority.items() if verdicts[reply] is not None]
    rows = []
    for system in runs:
        for estimate in read_json(metrics[system])["estimates"]:
            if estimate["metric"] != label.scored_by:
                continue
            found = corrected_rate(
                (estimate["k"], estimate["n"]),
                _agreeing(judged, 1),
                _agreeing(judged, 0),
                level=level,
                seed=f"correction:{system}:{estimate['benchmark']}:{label.name}",
            )
            if found is not None:
                rows.append(
                    {
                        "system": system,
                        "benchmark": estimate["benchmark"],
                        "metric": label.scored_by,
                        "measured": estimate["rate"],
                        "corrected": found.rate,
                        "ci_low": found.ci_low,
                        "ci_high": found.ci_high,
                        "youden": found.youden,
                    }
                )
    return rows
