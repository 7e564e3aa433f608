"""What the annotators of this experiment's own replies say of the metrics, where there are any.

annotation/agreement.json, which `import_annotations` writes, is read as it lies there: labels are no reason
to make results anew, and results are none to label anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from socratic_tutor.evaluation.validity import scoring_digest
from socratic_tutor.files import InputError, read_json


@dataclass(frozen=True)
class People:
    """metrics: name -> its scorer against the majority, as in agreement.json, with "label" (what was asked).

    annotators, replies: how many there are, the latter with any label. stale: whether the scorers have
        changed since they were compared.
    """

    metrics: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    annotators: int = 0
    replies: int = 0
    stale: bool = False


def read_people(agreement: Path | None) -> People:
    """Of the file; nothing without one. Metrics without a comparable label are left out.

    Raises InputError for a file of an earlier form.
    """
    if agreement is None or not agreement.exists():
        return People()
    found = read_json(agreement)
    if not all("scorers" in row for row in found.get("labels", [{}])):
        raise InputError(f"{agreement}: of an earlier form; call `snakemake import_annotations` again.")
    metrics = {
        scorer["metric"]: {"label": row["label"], **scorer}
        for row in found["labels"]
        for scorer in row["scorers"]
        if scorer["n"]
    }
    labelled = found["pack"]["labelled"] + found["pack"]["labelled_outside"]
    return People(metrics, len(found["annotators"]), labelled, found["scorers"] != scoring_digest())


def columns_of(people: People, metric: str) -> dict[str, Any]:
    """Columns beside a metric's rate: people_n (0: nobody labelled it), people_kappa and the two rates."""
    found = people.metrics.get(metric)
    if found is None:
        return {"people_n": 0, "people_kappa": None, "people_sensitivity": None, "people_specificity": None}
    return {
        "people_n": found["n"],
        "people_kappa": found["kappa"],
        "people_sensitivity": found["sensitivity"]["rate"],
        "people_specificity": found["specificity"]["rate"],
    }
