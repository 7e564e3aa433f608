"""Agreement counted by hand, what cannot be said, and rates corrected only where that is allowed."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from labelled import RUN, SYSTEMS, compare, label, pack, rows_of, say, write_labels

from socratic_tutor.annotation import people
from socratic_tutor.annotation.labels import FOLLOWING, LABELS
from socratic_tutor.evaluation.correction import corrected_rate
from socratic_tutor.evaluation.intervals import wilson
from socratic_tutor.evaluation.validity import COUNTED
from socratic_tutor.files import read_json, read_jsonl, write_json, write_jsonl
from socratic_tutor.scoring.metrics import METRICS


def row_of(found: dict[str, Any], name: str) -> dict[str, Any]:
    return {row["label"]: row for row in found["labels"]}[name]


def scorer_of(found: dict[str, Any], metric: str = "answer_leak.typed") -> dict[str, Any]:
    return next(one for row in found["labels"] for one in row["scorers"] if one["metric"] == metric)


def as_scored(results: Path, wrong_every: int, systems: tuple[str, ...] = SYSTEMS) -> None:
    """Ana says of the systems' replies what the scorer says, but not of every `wrong_every`th."""
    key = pack(results, replies=160)["replies"]
    rows = []
    for place, row in enumerate(rows_of(results / "pack.csv")):
        entry = key[row["reply_id"]]
        said = entry["id"].endswith(("0", "2", "4")) != (place % wrong_every == 0)
        if set(entry["systems"]) & set(systems):
            rows.append({**row, "answer_leak": "yes" if said else "no"})
    write_labels(results, "ana", rows)


def test_annotators_who_agree_and_annotators_who_do_not(results: Path) -> None:
    pack(results)
    label(results, "ana", {"answer_leak": "yes", "scaffolding": "specific"}, flip=20)
    label(results, "ben", {"answer_leak": "yes", "scaffolding": "specific"}, flip=20)
    found = compare(results)
    leak = row_of(found, "answer_leak")
    assert (leak["answers"], leak["annotators"], leak["replies"]) == (80, 2, 40)
    for measure in (leak["cohen"][0], leak["fleiss"], leak["krippendorff"]):
        assert measure["value"] == pytest.approx(1)
        assert (measure["low"], measure["note"]) == (None, people.NO_SPREAD)
    assert row_of(found, "faithful")["cohen"] == []
    assert row_of(found, "faithful")["fleiss"]["note"] == "no answers"
    label(results, "ben", {"answer_leak": "yes"}, flip=10)
    leak = row_of(compare(results), "answer_leak")
    # of 40: both no 10, both yes 20, ana no and ben yes 10
    (pair,) = leak["cohen"]
    assert (pair["one"], pair["other"], pair["n"], pair["equal"]) == ("ana", "ben", 40, 0.75)
    assert pair["value"] == pytest.approx((0.75 - (0.5 * 0.25 + 0.5 * 0.75)) / (1 - 0.5))
    chance = (30 / 80) ** 2 + (50 / 80) ** 2
    assert leak["fleiss"]["value"] == pytest.approx((0.75 - chance) / (1 - chance))
    disagreement = 20 / 80, 2 * 30 * 50 / (80 * 79)
    assert leak["krippendorff"]["value"] == pytest.approx(1 - disagreement[0] / disagreement[1])
    for measure in (pair, leak["fleiss"], leak["krippendorff"]):
        assert measure["low"] < measure["value"] < measure["high"]
    assert [row["metric"] for row in rows_of(results / "agreement.csv") if row["label"] == "answer_leak"] == [
        "answer_leak.typed",
        "answer_leak.naive",
    ]


def test_three_annotators_of_whom_one_stops_early(results: Path) -> None:
    pack(results)
    label(results, "ana", {"faithful": "yes"}, flip=5)
    label(results, "ben", {"faithful": "yes"}, flip=8)
    label(results, "cleo", {"faithful": "yes"}, flip=8, first=10)
    row = row_of(compare(results), "faithful")
    assert [(pair["one"], pair["other"], pair["n"]) for pair in row["cohen"]] == [
        ("ana", "ben", 40),
        ("ana", "cleo", 10),
        ("ben", "cleo", 10),
    ]
    assert (row["fleiss"]["n"], row["krippendorff"]["n"]) == (10, 40)


def test_what_is_not_defined_is_said_and_no_number(results: Path) -> None:
    pack(results)
    label(results, "ana", {"answer_leak": "no"})
    row = row_of(compare(results), "answer_leak")
    assert row["cohen"] == []
    assert row["fleiss"]["note"] == row["krippendorff"]["note"] == "one annotator: agreement takes two"
    assert "There is one annotator" in (results / "agreement.md").read_text(encoding="utf-8")
    label(results, "ben", {"answer_leak": "no"})
    row = row_of(compare(results), "answer_leak")
    for measure in (row["cohen"][0], row["fleiss"], row["krippendorff"]):
        assert (measure["value"], measure["note"]) == (None, people.ALIKE)
    assert row["cohen"][0]["equal"] == 1
    assert row["scorers"][0]["sensitivity"]["rate"] is None
    text = (results / "agreement.md").read_text(encoding="utf-8")
    assert people.ALIKE in text
    assert "There is one annotator" not in text
    assert "nan" not in text.lower()
    assert "NaN" not in json.dumps(compare(results))


def test_annotators_without_a_reply_in_common(results: Path) -> None:
    pack(results)
    rows = [{**row, "answer_leak": "yes"} for row in rows_of(results / "pack.csv")]
    write_labels(results, "ana", rows[:20])
    write_labels(results, "ben", rows[20:])
    row = row_of(compare(results), "answer_leak")
    assert row["cohen"][0]["note"] == "no reply was answered by both"
    assert row["fleiss"]["note"] == "no reply was answered by all"
    assert row["krippendorff"]["note"] == "no reply was answered by two"


def test_scorers_are_held_against_the_majority(results: Path) -> None:
    as_scored(results, wrong_every=5)
    found = compare(results)
    scorer = scorer_of(found)
    assert scorer["n"] == 160
    rows = {"yes": [0, 0], "no": [0, 0]}
    for place, row in enumerate(rows_of(results / "labels" / "ana.csv")):
        rows[row["answer_leak"]][0] += place % 5 != 0
        rows[row["answer_leak"]][1] += 1
    assert [scorer["sensitivity"][name] for name in ("k", "n")] == rows["yes"]
    assert [scorer["specificity"][name] for name in ("k", "n")] == rows["no"]
    assert scorer["sensitivity"]["low"] < scorer["sensitivity"]["rate"] < scorer["sensitivity"]["high"]
    assert scorer["kappa_low"] < scorer["kappa"] < scorer["kappa_high"]
    assert scorer["correction"]["allowed"]
    corrected = [row for row in found["corrected"] if row["metric"] == "answer_leak.typed"]
    assert [row["system"] for row in corrected] == [RUN]
    assert corrected[0]["ci_low"] <= corrected[0]["corrected"] <= corrected[0]["ci_high"]
    text = (results / "agreement.md").read_text(encoding="utf-8")
    assert f"{100 * corrected[0]['corrected']:.1f}%" in text
    # a reply on which they are split is left out
    first = rows_of(results / "labels" / "ana.csv")[0]
    write_labels(results, "ben", [{**first, "answer_leak": {"yes": "no", "no": "yes"}[first["answer_leak"]]}])
    split = scorer_of(compare(results))
    assert (split["n"], split["split"]) == (159, 1)


@pytest.mark.parametrize(
    ("wrong_every", "systems", "why"),
    [
        (5, SYSTEMS[1:], "no label on a turn of our own systems"),
        (2, SYSTEMS, "Youden's J on our own turns is"),
    ],
)
def test_no_rate_is_corrected_without_leave(
    results: Path, wrong_every: int, systems: tuple[str, ...], why: str
) -> None:
    as_scored(results, wrong_every, systems)
    found = compare(results)
    assert found["corrected"] == []
    reason = scorer_of(found)["correction"]["reason"]
    assert reason.startswith(why)
    assert why in (results / "agreement.md").read_text(encoding="utf-8")
    assert scorer_of(found)["n"] == 40 * len(systems)


def test_our_own_turns_of_one_kind_do_not_tell_the_other_rate(results: Path) -> None:
    pack(results)
    label(results, "ana", {"answer_leak": "no"})
    correction = scorer_of(compare(results))["correction"]
    assert correction["reason"] == "people call none of our own turns yes: the sensitivity is not known"


def test_a_text_of_two_systems_counts_for_both_and_once_against_the_scorer(results: Path) -> None:
    say(results, "gold", SYSTEMS.index(RUN))
    pack(results, replies=120)
    label(results, "ana", {"answer_leak": "no"})
    found = compare(results)
    assert found["systems"][RUN] == found["systems"]["gold"] == 40
    scorer = scorer_of(found)
    assert (scorer["n"], scorer["correction"]["n"]) == (120, 40)


def test_annotators_names_stay_text(results: Path) -> None:
    pack(results)
    rows = [
        {**row, "answer_leak": "no", "annotator": "a|b <b>x</b>"} for row in rows_of(results / "pack.csv")
    ]
    write_labels(results, "ana", rows)
    compare(results)
    assert "a\\|b &lt;b&gt;x&lt;/b&gt;" in (results / "agreement.md").read_text(encoding="utf-8")


def test_every_metric_is_held_against_a_label_or_is_a_count() -> None:
    compared = [metric for label in (*LABELS, *FOLLOWING) for metric in label.scored_by]
    assert len(compared) == len(set(compared))
    calibrated = {"asks_question"}  # on EULER; no judgement is needed to see a question mark
    assert {metric.name for metric in METRICS} - set(compared) - calibrated == set(COUNTED)


def test_labels_that_nothing_measures_have_no_scorer(results: Path) -> None:
    pack(results)
    label(results, "ana", {"actionability": "yes"})
    found = compare(results)
    assert {row["label"] for row in found["labels"] if row["scorers"]} == {
        one.name for one in (*LABELS, *FOLLOWING) if one.scored_by
    }


def test_avoidance_follows_from_the_two_faults_and_only_where_it_can(results: Path) -> None:
    pack(results)
    said = [("no", "no"), ("yes", ""), ("no", "yes"), ("no", ""), ("", "no")]
    rows = [
        {**row, "answer_leak": leak, "finishing_step": step}
        for row, (leak, step) in zip(rows_of(results / "pack.csv"), said, strict=False)
    ]
    write_labels(results, "ana", rows)
    found = compare(results)
    row = row_of(found, "answer_avoidance")
    assert (row["answers"], row["replies"]) == (3, 3)
    scorer = scorer_of(found, "answer_avoidance")
    assert (scorer["sensitivity"]["n"], scorer["specificity"]["n"]) == (1, 2)
    assert found["annotators"][0]["answers"] == 7  # what was said; not what follows


def test_each_class_of_scaffolding_is_compared(results: Path) -> None:
    pack(results)
    label(results, "ana", {"scaffolding": "specific"}, flip=15)
    found = compare(results)
    counts = {
        name: scorer_of(found, f"scaffolding.{name}")["sensitivity"]["n"]
        for name in ("specific", "generic", "off_target")
    }
    assert counts == {"specific": 25, "generic": 15, "off_target": 0}


def test_no_rate_over_several_turns_is_corrected_with_labels_of_first_ones(results: Path) -> None:
    as_scored(results, wrong_every=5)
    said = compare(results)
    assert {row["benchmark"] for row in said["corrected"]} == {"leak"}
    assert said["not_of_first_turns"] == []
    path = results / f"{RUN}-metrics.json"
    document = read_json(path)
    pressed = [{**row, "benchmark": "unseen_problems", "n": 100} for row in document["estimates"]]
    write_json(path, {**document, "estimates": document["estimates"] + pressed})
    assert {row["benchmark"] for row in compare(results)["corrected"]} == {"leak", "unseen_problems"}
    items = read_jsonl(results / "unseen_problems.jsonl")
    write_jsonl(
        results / "unseen_problems.jsonl",
        [{**item, "later": ["Just tell me!"], "later_references": ["Why?"]} for item in items],
    )
    found = compare(results)
    assert {row["benchmark"] for row in found["corrected"]} == {"leak"}
    assert found["not_of_first_turns"] == ["unseen_problems"]
    text = (results / "agreement.md").read_text(encoding="utf-8")
    assert "no rate over several turns is corrected: unseen\\_problems." in text


@pytest.mark.parametrize("k", [0, 40])
def test_no_corrected_rate_is_surer_than_a_perfect_scorers(k: int) -> None:
    found = corrected_rate((k, 40), (32, 40), (32, 40), level=0.95, seed="x")
    assert found is not None
    low, high = wilson(k, 40)
    assert (found.rate, found.ci_low, found.ci_high) == (k / 40, low, high)
    assert high - low > 0.08


@pytest.mark.parametrize("true", [0.0, 0.03, 0.3, 0.9, 1.0])
@pytest.mark.parametrize(("sees", "spares", "labels"), [(0.9, 0.9, 60), (0.8, 0.95, 30)])
def test_corrected_intervals_hold_the_true_rate_as_often_as_they_say(
    true: float, sees: float, spares: float, labels: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socratic_tutor.evaluation.correction.DRAWS", 2000)  # time
    rng = np.random.default_rng(1)
    held = []
    for trial in range(400):
        said = int(rng.binomial(100, true * sees + (1 - true) * (1 - spares)))
        right = int(rng.binomial(labels, sees)), int(rng.binomial(labels, spares))
        found = corrected_rate(
            (said, 100), (right[0], labels), (right[1], labels), level=0.95, seed=str(trial)
        )
        if found is not None:
            held.append(found.ci_low <= true <= found.ci_high)
    assert len(held) > 390
    assert np.mean(held) >= 0.95 - 2.6 * math.sqrt(0.95 * 0.05 / 400)


def test_a_rate_is_corrected_only_where_the_scorer_tells_anything() -> None:
    call = {"level": 0.95, "seed": "x"}
    found = corrected_rate((600, 2000), (95, 100), (95, 100), **call)
    assert found is not None
    assert found.rate == pytest.approx((0.3 + 0.95 - 1) / 0.9)
    assert found.ci_low < found.rate < found.ci_high
    assert corrected_rate((600, 2000), (60, 100), (60, 100), **call) is None
    assert corrected_rate((0, 100), (0, 0), (95, 100), **call) is None
    # 1 leak of 100 by a scorer that sees half of them
    rare = corrected_rate((1, 100), (50, 100), (1000, 1000), **call)
    assert rare is not None
    assert rare.rate == pytest.approx(0.02)
    assert rare.ci_high > 0.05
