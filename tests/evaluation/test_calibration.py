"""Figures of agreement, cross-validation that never sees its problem, and the table that comes of it."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import made_up
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, precision_score, recall_score

from socratic_tutor.evaluation.calibration import crossvalidation
from socratic_tutor.evaluation.calibration.agreement import agreement, tier
from socratic_tutor.evaluation.calibration.calibrate import COLUMNS, calibrate
from socratic_tutor.evaluation.calibration.report import read_calibration, report
from socratic_tutor.files import InputError
from socratic_tutor.scoring.components.model import read_components

HUMAN_DATA = Path(os.environ.get("SOCRATIC_HUMAN_DATA", ""))


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), min_size=2, max_size=60))
def test_agreement_is_sklearns(pairs: list[tuple[int, int]]) -> None:
    said, people = [a for a, _ in pairs], [b for _, b in pairs]
    found = agreement(said, people, [str(n) for n in range(len(pairs))], "x")
    if found.kappa is not None:
        assert found.kappa == pytest.approx(cohen_kappa_score(people, said))
        assert found.kappa_low is None or found.kappa_low <= found.kappa_high
    else:
        assert len(set(said)) == len(set(people)) == 1
    if found.precision is not None:
        assert found.precision == pytest.approx(precision_score(people, said, zero_division=0))
    if found.recall is not None:
        assert found.recall == pytest.approx(recall_score(people, said, zero_division=0))


def test_an_interval_of_dialogues_is_wider_than_one_of_replies() -> None:
    rng = np.random.default_rng(1)
    people = np.repeat(rng.integers(0, 2, 30), 8)
    said = np.where(np.repeat(rng.random(30) < 0.8, 8), people, 1 - people)  # right or wrong by dialogue

    def width(dialogues: list[str]) -> float:
        found = agreement(said.tolist(), people.tolist(), dialogues, "x")
        return found.kappa_high - found.kappa_low

    assert width([str(n // 8) for n in range(240)]) > 1.5 * width([str(n) for n in range(240)])


@pytest.mark.parametrize(
    ("kappa", "name"),
    [
        (0.8, "excellent"),
        (0.79, "good"),
        (0.6, "good"),
        (0.4, "moderate"),
        (0.39, "poor"),
        (None, "undefined"),
    ],
)
def test_tiers(kappa: float | None, name: str) -> None:
    assert tier(kappa) == name


def trial(n: int = 200) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(7)
    values = rng.random((n, 3))
    labels = (values[:, 0] + 0.2 * rng.standard_normal(n) > 0.5).astype(int)
    return (
        values,
        labels,
        np.array([f"p{i % 40}" for i in range(n)]),
        np.array([f"t{i % 4}" for i in range(n)]),
    )


def test_no_reply_is_judged_by_a_model_that_saw_its_problem_or_tutor(monkeypatch: pytest.MonkeyPatch) -> None:
    values, labels, problems, tutors = trial()
    seen: list[tuple[set[str], set[str], bool]] = []

    def noted(v: object, y: object, p: np.ndarray, train: np.ndarray, test: np.ndarray) -> np.ndarray:
        assert not set(p[train]) & set(p[test])
        seen.append((set(tutors[train]), set(tutors[test]), True))
        return labels[test]

    monkeypatch.setattr(crossvalidation, "_fit_and_say", noted)
    assert (crossvalidation.nested(values, labels, problems) == labels).all()
    seen.clear()
    said = crossvalidation.leaving_one_tutor_out(values, labels, problems, tutors)
    assert (said == labels).all()
    assert all(not trained & tested for trained, tested, _ in seen)


def test_a_component_finds_what_there_is_and_says_it_in_weights() -> None:
    values, labels, problems, _ = trial()
    component = crossvalidation.fit(values, labels, problems, ["a", "b", "c"], "x", "label")
    assert component.weights["a"] > 3 * max(abs(component.weights["b"]), abs(component.weights["c"]))
    said = crossvalidation.nested(values, labels, problems)
    assert cohen_kappa_score(labels, said) > 0.6
    row = dict(zip("abc", values[0], strict=True))
    chance = component.probability(row)
    assert 0 < chance < 1
    assert (chance > 0.5) == (values[0, 0] > 0.5)


@pytest.fixture(scope="module")
def refitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("calibration")
    patch = pytest.MonkeyPatch()
    patch.setattr(crossvalidation, "PENALTIES", (0.03,))  # time
    patch.setattr(crossvalidation, "FOLDS", 3)
    sets = {
        "mrbench_v2": made_up.mrbench(folder, 2),
        "mrbench_v3": made_up.mrbench(folder, 3),
        "euler": made_up.euler(folder),
    }
    calibrate(sets=sets, refit=True, out=folder / "calibration.csv", weights=folder / "weights.json")
    calibrate(sets=sets, refit=True, out=folder / "again.csv", weights=folder / "again.json")
    calibrate(sets=sets, refit=False, out=folder / "shipped.csv")
    patch.undo()
    return folder


def rows_of(path: Path, **wanted: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == COLUMNS
    return [row for row in rows if all(row[key] == value for key, value in wanted.items())]


def test_the_table_has_every_scope(refitted: Path) -> None:
    scopes = {row["scope"] for row in rows_of(refitted / "calibration.csv", set="mrbench_v2")}
    assert {
        "all",
        "tutor: Coach",
        "left out: Coach",
        "left out: each in turn",
        "answer in prompt",
    } - scopes == {
        "answer in prompt"  # no dialogue of the made-up set says its answer
    }
    assert "answer not in prompt" in scopes
    leak = rows_of(refitted / "calibration.csv", scorer="answer_leak.typed", scope="all")
    assert [(row["n"], row["precision"], row["recall"]) for row in leak] == [("36", "1.0", "1.0")]
    asks = rows_of(refitted / "calibration.csv", scorer="asks_question")
    assert [(row["set"], row["n"], row["kappa"], row["tier"]) for row in asks] == [
        ("euler", "4", "1.0", "excellent")
    ]
    found = rows_of(refitted / "calibration.csv", scorer="error_identified", reading="lenient", scope="all")
    assert {row["set"] for row in found} == {"mrbench_v2", "mrbench_v3"}
    assert all(float(row["kappa"]) > 0.6 for row in found)


def test_the_same_sets_give_the_same_bytes(refitted: Path) -> None:
    for one, other in (("calibration.csv", "again.csv"), ("weights.json", "again.json")):
        assert (refitted / one).read_bytes() == (refitted / other).read_bytes()


def test_refitted_weights_are_components_and_new_problems_take_the_shipped_ones(refitted: Path) -> None:
    names = {component.name for component in read_components(refitted / "weights.json")}
    assert names == {
        f"{name}.{reading}"
        for name in ("error_identified", "error_located", "guidance", "actionable")
        for reading in ("strict", "lenient")
    }
    found = rows_of(refitted / "shipped.csv", scorer="error_identified", reading="lenient", scope="all")
    assert all(float(row["recall"]) > 0.8 for row in found)


def test_no_set_with_labels_is_an_error_that_says_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"evaluation\.human_labels: none of"):
        calibrate(sets={"bridge": made_up.bridge(tmp_path)}, refit=False, out=tmp_path / "c.csv")


def test_the_page_and_the_figures_come_from_the_table(refitted: Path, tmp_path: Path) -> None:
    report(refitted / "calibration.csv", page=tmp_path / "page.md", figures=tmp_path / "validity.json")
    page = (tmp_path / "page.md").read_text()
    row = rows_of(
        refitted / "calibration.csv", scorer="guidance", reading="strict", set="mrbench_v3", scope="all"
    )[0]
    assert f"| {float(row['kappa']):.2f} |" in page
    assert "socratic_question" in page.split("## Unvalidated")[1].replace("\\", "")
    with pytest.raises(InputError, match="is no calibration"):
        (tmp_path / "other.csv").write_text("a,b\n1,2\n")
        read_calibration(tmp_path / "other.csv")


@pytest.mark.slow
@pytest.mark.skipif(not HUMAN_DATA.name, reason="SOCRATIC_HUMAN_DATA names no folder of human-labelled sets")
def test_the_development_sets_give_the_figures_that_are_shipped(tmp_path: Path) -> None:
    files = {
        "mrbench_v2": "mrbench_v2.json",
        "mrbench_v3": "mrbench_v3.json",
        "euler": "euler_human_eval.json",
    }
    sets = {name: HUMAN_DATA / file for name, file in {**files, "mathdial": "mathdial.jsonl"}.items()}
    calibrate(sets=sets, refit=True, out=tmp_path / "c.csv", weights=tmp_path / "w.json")
    report(tmp_path / "c.csv", page=tmp_path / "page.md", figures=tmp_path / "validity.json")
    from socratic_tutor.evaluation.validity import SHIPPED
    from socratic_tutor.scoring.components.model import WEIGHTS

    assert (tmp_path / "w.json").read_bytes() == WEIGHTS.read_bytes()
    assert (tmp_path / "validity.json").read_bytes() == SHIPPED.read_bytes()


def test_the_shipped_figures_are_of_the_shipped_weights() -> None:
    from socratic_tutor.evaluation.validity import SHIPPED, scorer_validity
    from socratic_tutor.files import read_json, sha256_of
    from socratic_tutor.scoring.components.model import WEIGHTS

    assert read_json(SHIPPED)["weights_sha256"] == sha256_of(WEIGHTS)
    assert {"answer_leak.typed", "asks_question", "error_located"} <= {
        row["scorer"] for row in scorer_validity()
    }
