"""What people's labels say: agreement.json, agreement.csv and agreement.md from the annotators' files.

Labels are matched by reply id with what the systems say now, not with what some pack once held.
"""

from __future__ import annotations

import csv
import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from socratic_tutor.annotation.importing import Labels, Sheet, read_labels
from socratic_tutor.annotation.labels import FOLLOWING, LABELS, Label, with_following
from socratic_tutor.annotation.people import agreement_of
from socratic_tutor.annotation.replies import Reply, read_replies
from socratic_tutor.annotation.report import report
from socratic_tutor.annotation.scorers import Judged, compare, corrected, correction, majority
from socratic_tutor.evaluation.estimates import Scores, read_scores
from socratic_tutor.evaluation.validity import scoring_digest
from socratic_tutor.files import atomic_open, read_json, write_json, write_text

log = logging.getLogger(__name__)

COLUMNS = (
    *(
        "label",
        "annotators",
        "replies",
        "answers",
        "fleiss_kappa",
        "krippendorff_alpha",
        "metric",
        "compared",
    ),
    *("sensitivity", "sensitivity_low", "sensitivity_high", "sensitivity_n"),
    *("specificity", "specificity_low", "specificity_high", "specificity_n"),
    *("scorer_kappa", "scorer_kappa_low", "scorer_kappa_high"),
)


def import_annotations(
    *,
    labels: Path,
    key: Path,
    benchmarks: Mapping[str, Path],
    responses: Mapping[str, Path],
    scores: Mapping[str, Path],
    metrics: Mapping[str, Path],
    runs: Sequence[str],
    level: float,
    out: Path,
    table: Path,
    page: Path,
) -> None:
    """Write `out` (all of it), `table` (COLUMNS, a row for each label and metric) and `page` (Markdown).

    labels: folder of the annotators' files. key: of the present pack. responses, scores, metrics: by system.
    runs: our own systems, whose rates may be corrected, but for those of "not_of_first_turns": benchmarks of
    several turns, of which nobody labels but the first. Raises InputError for a file that cannot be right.
    """
    pack = read_json(key)
    replies = read_replies(benchmarks, responses)
    sheets = read_labels(labels, replies, pack["pack"])
    for sheet in sheets:
        log.info("%s: %s labelled %d replies", labels / sheet.file, sheet.annotator, len(sheet.answers))
    given = {
        sheet.annotator: {reply: with_following(said) for reply, said in sheet.answers.items()}
        for sheet in sheets
    }
    read = {system: read_scores(path) for system, path in scores.items()}
    ours = {system: read_json(metrics[system]) for system in runs}
    items = {name: f"{reply.benchmark}:{reply.item.id}" for name, reply in replies.items()}
    conversations = sorted({reply.benchmark for reply in replies.values() if reply.item.later})
    rows, better = [], []
    for label in (*LABELS, *FOLLOWING):
        scorers = []
        for metric in label.scored_by:
            judged, left_out = _judged(given, label, metric, replies, read, runs)
            scorer = {"metric": metric, **left_out, **compare(judged, f"scorer:{metric}", level)}
            scorers.append({**scorer, "correction": correction(judged)})
            better += corrected(metric, judged, ours, level, conversations)
        rows.append({"label": label.name, **agreement_of(given, label, items, level), "scorers": scorers})
    found = {
        "level": level,
        "scorers": scoring_digest(),
        "pack": _of_pack(pack, sheets),
        "annotators": [_about(sheet) for sheet in sheets],
        "systems": _by_system(sheets, replies, sorted(responses)),
        "labels": rows,
        "corrected": better,
        "not_of_first_turns": conversations,
    }
    write_json(out, found)
    with atomic_open(table) as stream:
        written = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        written.writeheader()
        written.writerows(_flat(row, scorer) for row in rows for scorer in row["scorers"] or [None])
    write_text(page, report(found))


def _judged(
    given: Labels,
    label: Label,
    metric: str,
    replies: Mapping[str, Reply],
    scores: Mapping[str, Scores],
    runs: Sequence[str],
) -> tuple[list[Judged], dict[str, int]]:
    """The replies that both people and scorer decide, each once; and how many others there are, and why."""
    decided, split = majority(given, label, metric)
    judged = []
    for name, people in decided.items():
        reply = replies[name]
        # the text is one, so all systems that said it have one score
        of_metric = scores[reply.systems[0]].get((reply.benchmark, metric), {})
        verdict = of_metric.get((reply.item.id, 1))
        if verdict is not None:
            item = f"{reply.benchmark}:{reply.item.id}"
            judged.append(Judged(item, people, verdict, any(system in runs for system in reply.systems)))
    return judged, {"split": split, "not_applicable": len(decided) - len(judged)}


def _of_pack(pack: Mapping[str, Any], sheets: Sequence[Sheet]) -> dict[str, Any]:
    labelled = {reply for sheet in sheets for reply in sheet.answers}
    here = labelled & pack["replies"].keys()
    return {
        "digest": pack["pack"],
        "replies": len(pack["replies"]),
        "labelled": len(here),
        "labelled_outside": len(labelled) - len(here),
    }


def _about(sheet: Sheet) -> dict[str, Any]:
    about = asdict(sheet)
    answers = about.pop("answers")
    return {**about, "replies": len(answers), "answers": sum(map(len, answers.values()))}


def _by_system(
    sheets: Sequence[Sheet], replies: Mapping[str, Reply], systems: Sequence[str]
) -> dict[str, int]:
    """Replies of each system that anybody labelled; a text that several say counts for each of them."""
    labelled = {reply for sheet in sheets for reply in sheet.answers}
    return {system: sum(system in replies[name].systems for name in labelled) for system in systems}


def _flat(row: Mapping[str, Any], scorer: Mapping[str, Any] | None) -> dict[str, Any]:
    flat = {name: row[name] for name in ("label", "annotators", "replies", "answers")}
    flat |= {"fleiss_kappa": row["fleiss"]["value"], "krippendorff_alpha": row["krippendorff"]["value"]}
    if scorer:
        flat |= {"metric": scorer["metric"], "compared": scorer["n"]}
        for name in ("sensitivity", "specificity"):
            rate = scorer[name]
            flat |= {name: rate["rate"], f"{name}_n": rate["n"]}
            flat |= {f"{name}_low": rate["low"], f"{name}_high": rate["high"]}
        flat |= {f"scorer_{name}": scorer[name] for name in ("kappa", "kappa_low", "kappa_high")}
    return {name: _cell(flat.get(name)) for name in COLUMNS}


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    return round(value, 4) if isinstance(value, float) else value
