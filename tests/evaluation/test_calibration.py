"""Figures of agreement, cross-validation that never sees its problem, and the table that comes of it."""

from __future__ import annotations

import csv
import os
import re
from dataclasses import replace
from pathlib import Path

import made_up
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, precision_score, recall_score

from socratic_tutor.evaluation import validity
from socratic_tutor.evaluation.calibration import calibrate as calibrating
from socratic_tutor.evaluation.calibration import crossvalidation
from socratic_tutor.evaluation.calibration.agreement import agreement
from socratic_tutor.evaluation.calibration.calibrate import COLUMNS, calibrate
from socratic_tutor.evaluation.calibration.goals import GOALS, below, held_against_goals
from socratic_tutor.evaluation.calibration.report import OVERALL, PAGE, read_calibration, report
from socratic_tutor.evaluation.calibration.targets import COMPONENTS, RULES
from socratic_tutor.evaluation.calibration.tiers import tier
from socratic_tutor.evaluation.human_labels import euler, mathdial, mrbench, read_sets
from socratic_tutor.evaluation.validity import scorer_validity
from socratic_tutor.files import InputError, read_json, write_json
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
    ("kappa", "low", "high", "rarer", "name"),
    [
        (0.9, 0.8, 0.95, 10, "excellent"),
        (0.7, 0.6, 0.79, 30, "good"),
        (0.5, 0.4, 0.59, 200, "moderate"),
        (0.2, -0.1, 0.39, 50, "poor"),
        (0.79, 0.7, 0.81, 200, "spans tiers"),
        (0.9, None, None, 50, "spans tiers"),
        (1.0, 1.0, 1.0, 9, "too few labels"),
        (None, None, None, 50, "not defined"),
    ],
)
def test_tiers(kappa: float, low: float, high: float, rarer: int, name: str) -> None:
    assert tier(kappa, low, high, rarer) == name


@pytest.mark.parametrize(("n", "positives"), [(2, 1), (200, 1)])
def test_a_scorer_that_is_right_of_hardly_anything_has_no_tier(n: int, positives: int) -> None:
    people = [1] * positives + [0] * (n - positives)
    found = agreement(people, people, [str(place) for place in range(n)], "x")
    assert (found.kappa, found.n, found.positives, found.tier) == (1.0, n, positives, "too few labels")


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
    assert [(row["set"], row["n"], row["positives"], row["kappa"], row["tier"]) for row in asks] == [
        ("euler", "4", "2", "1.0", "too few labels")
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


def test_sets_too_small_to_fit_have_no_cross_validation_but_shipped_weights(tmp_path: Path) -> None:
    sets = {"mrbench_v3": made_up.mrbench(tmp_path, 3, problems=3), "mathdial": made_up.mathdial(tmp_path)}
    calibrate(sets=sets, refit=False, out=tmp_path / "c.csv")
    rows = rows_of(tmp_path / "c.csv")
    assert {row["scope"] for row in rows} == {"all", "tutor: Coach", "tutor: Cheer", "tutor: Mixed"}
    assert {row["n"] for row in rows if row["set"] == "mrbench_v3" and row["scope"] == "all"} == {"9"}
    with pytest.raises(
        InputError, match=r"evaluation\.refit: too few replies labelled Mistake_Ident"
    ) as refused:
        calibrate(sets=sets, refit=True, out=tmp_path / "c.csv", weights=tmp_path / "w.json")
    assert len(str(refused.value).splitlines()) <= 5


def relabelled(path: Path, **labels: object) -> Path:
    """The file of `made_up.mrbench` with other labels of the first dialogue's "Coach"."""
    rows = read_json(path)
    tutors = "anno_llm_responses" if "v2" in path.name else "tutor_responses"
    rows[0][tutors]["Coach"]["annotation"] |= labels
    write_json(path, rows)
    return path


def test_contradictory_labels_of_a_reply_are_counted_and_in_no_figure(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = made_up.mrbench(tmp_path, 3, problems=3)
    rows = read_json(path)
    relabelled(path, Mistake_Location="No", Actionability="To some extent")
    write_json(path, [*rows, read_json(path)[0]])
    calibrate(sets={"mrbench_v3": path}, refit=False, out=tmp_path / "c.csv")
    found = {(row["scorer"], row["reading"]): row["n"] for row in rows_of(tmp_path / "c.csv", scope="all")}
    assert found["error_identified", "strict"] == "9"
    assert found["error_located", "strict"] == found["error_located", "lenient"] == "8"
    assert (found["actionable", "strict"], found["actionable", "lenient"]) == ("8", "9")
    said = "actionable.strict: people said both yes and no (Actionability, strict) of 1 of 9 replies"
    assert said in caplog.text
    assert "actionable.lenient" not in caplog.text


def test_a_label_that_nobody_gave_is_no_no(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = relabelled(made_up.mrbench(tmp_path, 2, problems=3), Actionability=None, Mistake_Location=" ")
    calibrate(sets={"mrbench_v2": path}, refit=False, out=tmp_path / "c.csv")
    found = {row["scorer"]: row["n"] for row in rows_of(tmp_path / "c.csv", scope="all", reading="strict")}
    assert found == {"error_identified": "9", "error_located": "8", "guidance": "9", "actionable": "8"}
    rows = read_json(path)
    for row in rows:
        for reply in row["anno_llm_responses"].values():
            del reply["annotation"]["Revealing_of_the_Answer"]
    write_json(path, rows)
    calibrate(sets={"mrbench_v2": path}, refit=False, out=tmp_path / "c.csv")
    assert "mrbench_v2: no reply is labelled Revealing_of_the_Answer" in caplog.text


def test_a_set_in_which_nobody_gave_a_label_is_an_error(tmp_path: Path) -> None:
    path = made_up.mathdial(tmp_path)
    path.write_text(re.sub(r"\((generic|probing|telling)\)", "", path.read_text()))
    with pytest.raises(InputError, match=r"mathdial.jsonl: no reply has any label that is compared \(move\)"):
        calibrate(sets={"mathdial": path}, refit=False, out=tmp_path / "c.csv")
    assert not (tmp_path / "c.csv").exists()


def test_every_answer_that_counts_as_yes_is_one_that_its_set_has() -> None:
    words = {**mrbench.ANSWERS, **euler.ANSWERS, "move": mathdial.MOVES}
    for target in (*RULES, *COMPONENTS):
        assert set(target.yes) < set(words[target.label])


def test_a_tutor_without_whom_nothing_is_left_to_learn_from_is_not_judged() -> None:
    values, labels, problems, _ = trial()
    tutors = np.where(problems == "p7", "b", "a")  # without a, one problem is left: in its fold, none
    said = crossvalidation.leaving_one_tutor_out(values, labels, problems, tutors)
    with_b = next(test for _, test in crossvalidation._folds(values, labels, problems) if "b" in tutors[test])
    unjudged = np.flatnonzero(said == crossvalidation.UNJUDGED)
    assert set(unjudged.tolist()) == set(with_b[tutors[with_b] == "a"].tolist())


def test_the_page_and_the_figures_come_from_the_table(refitted: Path, tmp_path: Path) -> None:
    report(refitted / "calibration.csv", page=tmp_path / "page.md", figures=tmp_path / "validity.json")
    page = (tmp_path / "page.md").read_text()
    row = rows_of(
        refitted / "calibration.csv", scorer="guidance", reading="strict", set="mrbench_v3", scope="all"
    )[0]
    assert f"| {float(row['kappa']):.2f} |" in page
    unvalidated = page.split("## Unvalidated")[1].replace("\\", "")
    assert "socratic_question" in unvalidated
    assert "brevity (sentences and questions)" in unvalidated
    assert "brevity," not in unvalidated
    assert "| 4 | 2 | 1.00 | 1.00 |" in page
    with pytest.raises(InputError, match="is no calibration"):
        (tmp_path / "other.csv").write_text("a,b\n1,2\n")
        read_calibration(tmp_path / "other.csv")


def test_goals_are_held_against_the_table(refitted: Path, tmp_path: Path) -> None:
    report(refitted / "calibration.csv", page=tmp_path / "page.md", figures=tmp_path / "validity.json")
    lines = (tmp_path / "page.md").read_text().split("## The goals")[1].split("## All tutors")[0].splitlines()
    assert sum(line.startswith("| ") for line in lines) == len(GOALS) + 2
    figure = {"scorer": "error_located", "reading": "lenient", "scope": "all"}
    rows = [
        {**figure, "set": "mrbench_v2", "kappa": 0.3951},
        {**figure, "set": "mrbench_v3", "kappa": 0.394},
        {**figure, "set": "mrbench_v3", "scope": "tutor: Coach", "kappa": 0.1},
        {**figure, "scorer": "guidance", "set": "mrbench_v2", "kappa": None},
    ]
    found = {tuple(line[:3]): line[3:] for line in held_against_goals(rows)}
    assert found["error_located", "lenient", "all"] == ["0.40", "0.40", "0.39", "on 1 of 2 sets"]
    assert found["guidance", "lenient", "all"] == ["0.42", "–", "–", "–"]
    told = below([*rows, {**rows[0], "set": "mrbench_v3", "scorer": "actionable", "kappa": 0.57}])
    assert [line[:54] for line in told] == [
        "error_located, lenient, all, mrbench_v2: 0.3951, goal ",
        "error_located, lenient, all, mrbench_v3: 0.3940, goal ",
    ]
    assert "restated in other words" in told[0]
    missed = held_against_goals([{**rows[0], "kappa": 0.1}, {**rows[1], "kappa": 0.1}])
    assert [line[-1] for line in missed if line[:3] == ["error_located", "lenient", "all"]] == ["no"]


def test_the_shipped_page_holds_the_goals_of_today() -> None:
    page = PAGE.read_text(encoding="utf-8").split("## The goals")[1].split("## All tutors")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.splitlines() if "|" in line]
    wanted = [[cell.replace("_", "\\_") for cell in line] for line in held_against_goals(scorer_validity())]
    assert rows[2:] == wanted


def test_calibrated_verdicts_are_those_that_are_given(refitted: Path, tmp_path: Path) -> None:
    sets = {"mrbench_v3": made_up.mrbench(tmp_path, 3, problems=12)}
    read = read_sets(sets)
    strict, lenient = (target for target in COMPONENTS if target.scorer == "guidance")
    trials = calibrating._trials(read, [strict, lenient], refit=False)
    own, other = trials["guidance.strict"], trials["guidance.lenient"]
    assert [reply.row.reply for reply in own.replies] == [reply.row.reply for reply in other.replies]
    ones, zeros = np.ones(len(own.replies), dtype=int), np.zeros(len(own.replies), dtype=int)
    unjudged = np.full(len(own.replies), crossvalidation.UNJUDGED)
    assert other._settled(zeros, ones).tolist() == ones.tolist()
    assert other._settled(zeros, zeros).tolist() == other._settled(zeros, unjudged).tolist() == zeros.tolist()
    assert other._settled(unjudged, ones).tolist() == unjudged.tolist()
    assert own._settled(ones, None).tolist() == ones.tolist()
    other.replies[0] = replace(other.replies[0], row=replace(other.replies[0].row, reply="No."))
    assert other._settled(zeros, ones).tolist() == [0, *ones[1:].tolist()]


def test_a_table_without_the_count_of_positives_is_read_with_the_tiers_of_today(
    refitted: Path, tmp_path: Path
) -> None:
    rows = rows_of(refitted / "calibration.csv")
    with (tmp_path / "before.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, [name for name in COLUMNS if name != "positives"])
        table.writeheader()
        table.writerows({key: row[key] for key in table.fieldnames} | {"tier": "excellent"} for row in rows)
    found, before = read_calibration(refitted / "calibration.csv"), read_calibration(tmp_path / "before.csv")
    assert {row["positives"] for row in before} == {None}
    assert [row["kappa"] for row in before] == [row["kappa"] for row in found]
    assert [row["tier"] for row in before if row["scorer"] == "asks_question"] == ["too few labels"]
    assert "excellent" not in {row["tier"] for row in before if row["n"] < 20}
    report(tmp_path / "before.csv", page=tmp_path / "page.md", figures=tmp_path / "validity.json")


def test_no_shipped_tier_is_of_an_interval_that_spans_several() -> None:
    cuts = (0.4, 0.6, 0.8)
    for row in scorer_validity():
        if row["tier"] in ("excellent", "good", "moderate", "poor"):
            assert not any(row["kappa_low"] < cut <= row["kappa_high"] for cut in cuts), row


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
    from socratic_tutor.scoring.components.model import WEIGHTS

    assert (tmp_path / "w.json").read_bytes() == WEIGHTS.read_bytes()
    assert (tmp_path / "validity.json").read_bytes() == validity.SHIPPED.read_bytes()


@pytest.mark.skipif(not HUMAN_DATA.name, reason="SOCRATIC_HUMAN_DATA names no folder of human-labelled sets")
def test_the_rules_still_agree_as_the_shipped_figures_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socratic_tutor.evaluation.calibration.calibrate.COMPONENTS", ())  # time
    files = {"mrbench_v2": "mrbench_v2.json", "euler": "euler_human_eval.json"}
    sets = {name: HUMAN_DATA / file for name, file in files.items()}
    calibrate(sets=sets, refit=False, out=tmp_path / "c.csv")
    names = {"asks_question", "answer_leak.typed", "answer_leak.naive"}
    shipped = [row for row in scorer_validity() if row["scorer"] in names]
    assert [row for row in read_calibration(tmp_path / "c.csv") if row["scope"] in OVERALL] == shipped


def test_figures_know_the_files_they_were_measured_with(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert not {"components/features.py", "components/weights.json"} & set(validity.changed_since())
    document = read_json(validity.SHIPPED)
    document["measured_with"]["questions.py"] = "another"
    write_json(tmp_path / "validity.json", document)
    monkeypatch.setattr(validity, "SHIPPED", tmp_path / "validity.json")
    assert "questions.py" in validity.changed_since()


def test_every_scorer_with_labels_has_shipped_figures() -> None:
    assert {"answer_leak.typed", "asks_question", "error_located"} <= {
        row["scorer"] for row in scorer_validity()
    }
