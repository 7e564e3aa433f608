"""calibration.csv: every scorer that has human labels, on every set, for all tutors, each, and each left out.

Rules are tried as they are. Components are tried as shipped on problems their weights have not seen; on
problems they have seen (and everywhere, when they are fitted anew) by nested cross-validation over the sets
given. Leaving a tutor out is always cross-validation. The same reply in two sets is fitted once. A reply of
which people said both yes and no is in no figure (a fit takes what was said first); how many there are is
logged. Where the sets are too small for cross-validation, its figures are left out.
"""

from __future__ import annotations

import csv
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from socratic_tutor.evaluation.calibration import judges
from socratic_tutor.evaluation.calibration.agreement import Agreement, agreement
from socratic_tutor.evaluation.calibration.crossvalidation import (
    PROBLEMS,
    UNJUDGED,
    can_learn,
    fit,
    leaving_one_tutor_out,
    nested,
)
from socratic_tutor.evaluation.calibration.targets import COMPONENTS, RULES, Target
from socratic_tutor.evaluation.human_labels import WITH_LABELS, read_sets
from socratic_tutor.evaluation.human_labels.records import LabelledReply, problem_digest
from socratic_tutor.files import InputError, atomic_open
from socratic_tutor.progress import bar_stream
from socratic_tutor.scoring.components.features import features
from socratic_tutor.scoring.components.model import Component, seen_problems, shipped, write_components
from socratic_tutor.scoring.components.verdicts import settled, strict_of

COLUMNS = (
    *("scorer", "label", "set", "reading", "scope", "n", "positives"),
    *("precision", "recall", "specificity", "f1", "kappa", "kappa_low", "kappa_high", "tier"),
)
log = logging.getLogger(__name__)


def calibrate(
    *,
    sets: Mapping[str, Path],
    refit: bool,
    out: Path,
    weights: Path | None = None,
    seed: str = "calibration",
) -> None:
    """Write `out` (columns: COLUMNS; an empty cell is an undefined figure).

    sets: name (human_labels.READERS) -> file. refit: fit the components anew to these sets; `weights` then
    gets them, in the form of the shipped file. seed: of folds and bootstrap; not the experiment's, so that
    the same sets give the shipped figures everywhere. Raises InputError without a set that has labels to
    compare, and for one of these in which nobody gave any.
    """
    read = read_sets(sets)
    _check_labels(read, sets)
    targets = [t for t in (*RULES, *COMPONENTS) if set(t.sets) & set(read)]
    if not targets:
        raise InputError(
            f"evaluation.human_labels: none of {', '.join(WITH_LABELS)} is given a path,\n"
            "and only these have labels to compare with. Set one in config.yaml."
        )
    rows, fitted, problems = [], [], set()
    trials = _trials(read, targets, refit)
    for target in tqdm(targets, desc="Calibrate", unit="label", file=bar_stream()):
        if target in RULES:
            if replies := _replies_of(read, target):
                rows += list(_rows_of_rule(target, replies, seed))
        elif trial := trials.get(target.name):
            rows += list(trial.rows(seed, trials.get(strict_of(target.name) or "")))
            if refit:
                fitted.append(trial.fitted())
                problems |= {problem_digest(reply.row.problem) for reply in trial.replies}
    with atomic_open(out) as stream:
        table = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    if refit and weights is not None:
        write_components(weights, fitted, sorted(problems))


def _replies_of(read: Mapping[str, Sequence[LabelledReply]], target: Target) -> list[_Reply]:
    return _distinct([(name, row) for name in target.sets for row in read.get(name, [])], target)


def _trials(
    read: Mapping[str, Sequence[LabelledReply]], targets: Sequence[Target], refit: bool
) -> dict[str, _Trial]:
    """By the components' names; one without replies is left out."""
    found = {target: _replies_of(read, target) for target in targets if target not in RULES}
    return {target.name: _Trial(target, replies, refit) for target, replies in found.items() if replies}


def _check_labels(read: Mapping[str, Sequence[LabelledReply]], paths: Mapping[str, Path]) -> None:
    """InputError for a set without any label that is compared; a warning where one is missing, or in part."""
    for name, rows in read.items():
        asked = {target.label for target in (*RULES, *COMPONENTS) if name in target.sets}
        missing = sorted(asked - {label for row in rows for label in row.labels})
        if asked and len(missing) == len(asked):
            raise InputError(
                f"{paths[name]}: no reply has any label that is compared ({', '.join(missing)})\n"
                f"Is this a file of {name}? See docs/scorer-validity.md."
            )
        for label in missing:
            log.warning("%s: no reply is labelled %s", name, label)
        for label in sorted(asked - set(missing)):
            if without := sum(label not in row.labels for row in rows):
                log.warning("%s: %d of %d replies have no label %s", name, without, len(rows), label)


@dataclass(frozen=True)
class _Reply:
    """A reply with all the sets it stands in.

    people: 1 or 0, as was said first. contradicted: whether the other was said as well.
    """

    row: LabelledReply
    sets: tuple[str, ...]
    people: int
    contradicted: bool


def _distinct(rows: Sequence[tuple[str, LabelledReply]], target: Target) -> list[_Reply]:
    found: dict[tuple[str, int, str, str], tuple[LabelledReply, list[str], list[int]]] = {}
    for name, row in rows:
        people = target.people(row)
        if people is None:
            continue
        # a tutor may say the same twice in a dialogue: two replies, to two turns
        key = (row.dialogue, len(row.history), row.tutor, row.reply.strip())
        _, names, said = found.setdefault(key, (row, [], []))
        names.append(name)
        said.append(people)
    replies = [_Reply(row, tuple(names), said[0], len(set(said)) > 1) for row, names, said in found.values()]
    if split := sum(reply.contradicted for reply in replies):
        log.warning(
            "%s: people said both yes and no (%s, %s) of %d of %d replies; these are left out",
            *(target.name, target.label, target.reading, split, len(replies)),
        )
    return replies


def _rows_of_rule(target: Target, replies: Sequence[_Reply], seed: str) -> Iterator[dict[str, Any]]:
    verdicts = [
        (reply, judges.judge(target.scorer, reply.row)) for reply in replies if not reply.contradicted
    ]
    judged = [(reply, verdict) for reply, verdict in verdicts if verdict is not None]
    if not judged:
        return
    kept, said = [reply for reply, _ in judged], np.array([verdict for _, verdict in judged])
    for name in target.sets:
        yield from _scopes(target, name, kept, said, seed)
        if target.label == "Revealing_of_the_Answer":
            inside = np.array([judges.answer_in_prompt(reply.row) for reply in kept])
            for scope, chosen in (("answer in prompt", inside), ("answer not in prompt", ~inside)):
                yield from _row(target, name, scope, kept, said, chosen, seed)


class _Trial:
    """One component against its label."""

    def __init__(self, target: Target, replies: list[_Reply], refit: bool) -> None:
        self.target, self.replies = target, replies
        found = [features(reply.row.history, reply.row.reply) for reply in replies]
        self.names = list(found[0])
        self.values = np.array([[row[name] for name in self.names] for row in found], dtype=float)
        self.people = np.array([reply.people for reply in replies])
        self.problems = np.array([reply.row.problem for reply in replies])
        self.tutors = np.array([reply.row.tutor for reply in replies])
        known = {component.name: component for component in shipped()}
        self.component = None if refit else known.get(target.name)
        self.found = found
        self.can_learn = can_learn(self.people, self.problems)

    def fitted(self) -> Component:
        """Raises InputError for replies that are too few or all alike."""
        target = self.target
        if not self.can_learn:
            raise InputError(
                f"evaluation.refit: too few replies labelled {target.label} to fit {target.name} anew:\n"
                f"{PROBLEMS} problems are needed, and replies that people said yes and no of.\n"
                "Give larger sets, or set evaluation.refit to false: the shipped weights are then tried."
            )
        return fit(self.values, self.people, self.problems, self.names, target.name, target.label)

    @cached_property
    def said(self) -> np.ndarray:
        """0/1 for each reply by weights that have not seen its problem, UNJUDGED where there are none."""
        seen = np.array([problem_digest(problem) in seen_problems() for problem in self.problems])
        if self.component is None:
            seen[:] = True
        said = np.full(len(self.people), UNJUDGED)
        if seen.any() and self.can_learn:
            said = nested(self.values, self.people, self.problems)
        if self.component is not None:
            for place in np.flatnonzero(~seen):
                said[place] = int(self.component.probability(self.found[place]) > self.component.threshold)
        log.info(
            "%s: %d replies by the shipped weights, %d by cross-validation, %d left out as too few",
            self.target.name,
            int((~seen).sum()),
            int((seen & (said != UNJUDGED)).sum()),
            int((said == UNJUDGED).sum()),
        )
        return said

    @cached_property
    def left_out(self) -> np.ndarray | None:
        """The same by weights that have not seen its tutor either; None where there is but one tutor."""
        if len(set(self.tutors.tolist())) < 2 or not self.can_learn:
            return None
        return leaving_one_tutor_out(self.values, self.people, self.problems, self.tutors)

    def _settled(self, said: np.ndarray, strict: np.ndarray | None) -> np.ndarray:
        """What is given instead of `said`; strict: what the label's other reading says of them."""
        found = said.copy()
        for place in np.flatnonzero(said != UNJUDGED):
            verdicts = {self.target.name: int(said[place])}
            if strict is not None and strict[place] != UNJUDGED:
                verdicts[strict_of(self.target.name) or ""] = int(strict[place])
            found[place], _ = settled(verdicts, self.replies[int(place)].row.reply)[self.target.name]
        return found

    def rows(self, seed: str, strict: _Trial | None) -> Iterator[dict[str, Any]]:
        """strict: the trial of the same label's strict reading, for the lenient one."""
        said = self._settled(self.said, strict.said if strict else None)
        left_out = self.left_out
        if left_out is not None:
            left_out = self._settled(left_out, strict.left_out if strict else None)
        for name in self.target.sets:
            yield from _scopes(self.target, name, self.replies, said, seed)
            if left_out is not None:
                everybody = np.ones(len(left_out), dtype=bool)
                yield from _row(
                    self.target, name, "left out: each in turn", self.replies, left_out, everybody, seed
                )
                for tutor in sorted(set(self.tutors.tolist())):
                    scope = f"left out: {tutor}"
                    yield from _row(
                        self.target, name, scope, self.replies, left_out, self.tutors == tutor, seed
                    )


def _scopes(
    target: Target, name: str, replies: Sequence[_Reply], said: np.ndarray, seed: str
) -> Iterator[dict[str, Any]]:
    tutors = np.array([reply.row.tutor for reply in replies])
    yield from _row(target, name, "all", replies, said, np.ones(len(said), dtype=bool), seed)
    for tutor in sorted(set(tutors.tolist()) - {""}):
        yield from _row(target, name, f"tutor: {tutor}", replies, said, tutors == tutor, seed)


def _row(
    target: Target,
    name: str,
    scope: str,
    replies: Sequence[_Reply],
    said: np.ndarray,
    chosen: np.ndarray,
    seed: str,
) -> Iterator[dict[str, Any]]:
    """The row of one scope, none where the set holds no such reply that was judged."""
    judged = np.flatnonzero(chosen & (said != UNJUDGED))
    places = [
        place for place in judged if name in replies[int(place)].sets and not replies[int(place)].contradicted
    ]
    if not places:
        return
    found = agreement(
        said[places].tolist(),
        [replies[int(place)].people for place in places],
        [replies[int(place)].row.dialogue for place in places],
        f"{seed}:{target.name}:{name}:{scope}",
    )
    row = {"scorer": target.scorer, "label": target.label, "set": name, "reading": target.reading}
    yield {**row, "scope": scope, **_shown(found)}


def _shown(found: Agreement) -> dict[str, Any]:
    return {
        key: "" if value is None else round(value, 4) if isinstance(value, float) else value
        for key, value in asdict(found).items()
    }
