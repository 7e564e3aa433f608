"""Agreement of a yes/no scorer with people: precision, recall, Cohen's kappa with an interval, a tier."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import cohen_kappa_score, confusion_matrix

from socratic_tutor.evaluation.calibration.tiers import tier

RESAMPLES = 1000


@dataclass(frozen=True)
class Agreement:
    """Of n replies, positives of them called so by people. precision, recall, specificity, f1: None where
    nothing stands in the denominator.

    kappa: None where both said one thing of all. kappa_low, kappa_high: 95% bootstrap over dialogues.
    """

    n: int
    positives: int
    precision: float | None
    recall: float | None
    specificity: float | None
    f1: float | None
    kappa: float | None
    kappa_low: float | None
    kappa_high: float | None
    tier: str


def agreement(said: Sequence[int], people: Sequence[int], dialogues: Sequence[str], seed: str) -> Agreement:
    """`said` by the scorer, by `people`, and the dialogue of each reply, all of one length, 0 or 1."""
    ours, theirs = np.asarray(said, dtype=int), np.asarray(people, dtype=int)
    tn, fp, fn, tp = (int(count) for count in confusion_matrix(theirs, ours, labels=[0, 1]).ravel())
    kappa = _kappa(ours, theirs)
    low, high = _interval(ours, theirs, dialogues, seed) if kappa is not None else (None, None)
    return Agreement(
        n=len(ours),
        positives=tp + fn,
        precision=_share(tp, tp + fp),
        recall=_share(tp, tp + fn),
        specificity=_share(tn, tn + fp),
        f1=_share(2 * tp, 2 * tp + fp + fn),
        kappa=kappa,
        kappa_low=low,
        kappa_high=high,
        tier=tier(kappa, low, high, min(tp + fn, tn + fp)),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _kappa(ours: np.ndarray, theirs: np.ndarray) -> float | None:
    if len(set(ours.tolist())) < 2 and len(set(theirs.tolist())) < 2:
        return None  # both always said one thing: agreement beyond chance is not defined
    return float(cohen_kappa_score(theirs, ours))


def _interval(
    ours: np.ndarray, theirs: np.ndarray, dialogues: Sequence[str], seed: str
) -> tuple[float | None, float | None]:
    names = {name: place for place, name in enumerate(sorted(set(dialogues)))}
    cluster = np.array([names[name] for name in dialogues])
    # the four cells of each dialogue's table: kappa of a resample is a function of their sums
    cells = np.zeros((len(names), 4))
    np.add.at(cells, (cluster, 2 * theirs + ours), 1)
    generator = np.random.default_rng(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big"))
    draws = generator.multinomial(len(names), np.full(len(names), 1 / len(names)), size=RESAMPLES)
    tn, fp, fn, tp = (draws @ cells).T
    n = tn + fp + fn + tp
    observed = (tn + tp) / n
    chance = ((tp + fp) * (tp + fn) + (tn + fn) * (tn + fp)) / n**2
    usable = chance < 1
    if not usable.any():
        return None, None
    kappas = (observed[usable] - chance[usable]) / (1 - chance[usable])
    low, high = np.quantile(kappas, [0.025, 0.975])
    return float(low), float(high)
