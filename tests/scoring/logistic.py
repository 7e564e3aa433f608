"""A logistic regression over named signs as a `Component`, and the folds by which it is cross-validated."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from socratic_tutor.scoring.components.model import Component

FOLDS = 5


def fold_of(group: str) -> int:
    """By hash, so that what belongs together is in one fold and other groups may come and go."""
    return hashlib.sha256(group.encode()).digest()[0] % FOLDS


def fitted(
    name: str,
    label: str,
    examples: Sequence[tuple[Mapping[str, float], bool, float]],
    *,
    C: float,
    threshold: float,
    as_they_are: Sequence[str] = (),
) -> Component:
    """From (signs, truth, weight) of each example.

    as_they_are: more signs of 0 or 1, in the examples only where they are 1, which are not scaled: words.
    """
    read = [sign for sign in examples[0][0] if sign not in set(as_they_are)]
    values = np.array([[signs[sign] for sign in read] for signs, _, _ in examples], dtype=float)
    words = np.array([[signs.get(sign, 0.0) for sign in as_they_are] for signs, _, _ in examples])
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=C, max_iter=3000)
    model.fit(
        np.hstack([scaler.transform(values), words.reshape(len(examples), -1)]),
        [truth for _, truth, _ in examples],
        sample_weight=[weight for _, _, weight in examples],
    )
    scaled = model.coef_[0][: len(read)] / scaler.scale_
    return Component(
        name=name,
        label=label,
        intercept=float(model.intercept_[0] - (scaled * scaler.mean_).sum()),
        threshold=threshold,
        weights={
            sign: float(weight)
            for sign, weight in zip(
                [*read, *as_they_are], [*scaled, *model.coef_[0][len(read) :]], strict=True
            )
        },
        C=C,
        n=len(examples),
    )
