"""Components fitted to labels, and tried on problems and tutors that the fit has not seen.

Everything that is chosen (the penalty, the threshold) is chosen inside the training part, by cross-validation
grouped by problem once more: nested, so that no figure is of replies that helped to choose.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import cohen_kappa_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from socratic_tutor.scoring.components.model import Component

FOLDS = 5
PENALTIES = (0.01, 0.03, 0.1)  # sklearn's C: smaller is simpler
THRESHOLDS = tuple(round(0.2 + 0.025 * step, 3) for step in range(25))
NEIGHBOURS = 2  # thresholds on each side


def fit(
    values: np.ndarray, labels: np.ndarray, problems: np.ndarray, names: Sequence[str], name: str, label: str
) -> Component:
    """One component from (replies, features), 0/1 labels and the replies' problems.

    Penalty and threshold are those of the best kappa over inner folds; the weights are then fitted to all.
    """
    penalty, threshold = _choose(values, labels, problems)
    model = _model(penalty).fit(values, labels)
    scaler, regression = model.named_steps["standardscaler"], model.named_steps["logisticregression"]
    weights = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - (weights * scaler.mean_).sum())
    return Component(
        name=name,
        label=label,
        intercept=intercept,
        threshold=threshold,
        weights={key: float(weight) for key, weight in zip(names, weights, strict=True)},
        C=penalty,
        n=len(labels),
    )


def nested(values: np.ndarray, labels: np.ndarray, problems: np.ndarray) -> np.ndarray:
    """0/1 for each reply, by a model that has seen no reply to the same problem."""
    said = np.zeros(len(labels), dtype=int)
    for train, test in _folds(values, labels, problems):
        said[test] = _fit_and_say(values, labels, problems, train, test)
    return said


def leaving_one_tutor_out(
    values: np.ndarray, labels: np.ndarray, problems: np.ndarray, tutors: np.ndarray
) -> np.ndarray:
    """0/1 for each reply, by a model that has seen neither its problem nor its tutor."""
    said = np.zeros(len(labels), dtype=int)
    for train, test in _folds(values, labels, problems):
        for tutor in sorted(set(tutors[test])):
            others, own = train[tutors[train] != tutor], test[tutors[test] == tutor]
            said[own] = _fit_and_say(values, labels, problems, others, own)
    return said


def _model(penalty: float) -> Pipeline:
    return make_pipeline(StandardScaler(), LogisticRegression(C=penalty, max_iter=2000))


def _folds(
    values: np.ndarray, labels: np.ndarray, problems: np.ndarray
) -> list[tuple[np.ndarray, np.ndarray]]:
    """By problem. GroupKFold deals groups out by their sizes: the same folds each time."""
    groups = len(set(problems.tolist()))
    return list(GroupKFold(min(FOLDS, groups)).split(values, labels, problems))


def _choose(values: np.ndarray, labels: np.ndarray, problems: np.ndarray) -> tuple[float, float]:
    """Of penalties and thresholds the pair with the best kappa on average over the neighbouring thresholds: a
    single peak of the curve is mostly luck."""
    best = (-2.0, PENALTIES[0], 0.5)
    folds = _folds(values, labels, problems)
    for penalty in PENALTIES:
        chances = np.zeros(len(labels))
        for train, test in folds:
            chances[test] = _chances(values, labels, train, test, penalty)
        kappas = [cohen_kappa_score(labels, (chances > threshold).astype(int)) for threshold in THRESHOLDS]
        padded = np.pad(np.nan_to_num(kappas), NEIGHBOURS, mode="edge")
        smooth = np.convolve(padded, np.full(2 * NEIGHBOURS + 1, 1 / (2 * NEIGHBOURS + 1)), mode="valid")
        place = int(smooth.argmax())
        if smooth[place] > best[0] + 1e-9:  # the first of equals: the simplest model, the lowest threshold
            best = (float(smooth[place]), penalty, THRESHOLDS[place])
    return best[1], best[2]


def _chances(
    values: np.ndarray, labels: np.ndarray, train: np.ndarray, test: np.ndarray, penalty: float
) -> np.ndarray:
    if len(set(labels[train].tolist())) < 2:
        return np.full(len(test), float(labels[train][0]))
    return np.asarray(_model(penalty).fit(values[train], labels[train]).predict_proba(values[test])[:, 1])


def _fit_and_say(
    values: np.ndarray, labels: np.ndarray, problems: np.ndarray, train: np.ndarray, test: np.ndarray
) -> np.ndarray:
    penalty, threshold = _choose(values[train], labels[train], problems[train])
    return (_chances(values, labels, train, test, penalty) > threshold).astype(int)
