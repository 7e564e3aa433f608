"""What annotators say stands beside the metrics, and only what nobody labelled is unvalidated."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from test_write_comparison import compare

from annotation.labelled import compare as import_labels
from annotation.labelled import label, pack, write_results
from socratic_tutor.annotation import people as between_people
from socratic_tutor.evaluation.calibration.tiers import SPANS, TIERS, TOO_FEW, UNDEFINED
from socratic_tutor.files import InputError, read_json, write_json
from socratic_tutor.reporting.people import read_people


@pytest.fixture
def agreement(results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """agreement.json as import_annotations writes it, of another folder, where the results' own would be."""
    monkeypatch.setattr(between_people, "RESAMPLES", 20)
    folder = tmp_path / "labelled"
    folder.mkdir()
    write_results(folder)
    pack(folder)
    answers = {"finishing_step": "no", "key_step_leak": "no", "answer_leak": "no", "ideal_turn": "yes"}
    for who, flip in (("ana", 12), ("ben", 12)):
        label(folder, who, answers, flip=flip)
    import_labels(folder)
    path = results / "annotation" / "agreement.json"
    path.parent.mkdir()
    path.write_bytes((folder / "agreement.json").read_bytes())
    return path


def scorer(agreement: Path, metric: str) -> dict:
    rows = read_json(agreement)["labels"]
    return next(one for row in rows for one in row["scorers"] if one["metric"] == metric)


def section(card: str, title: str) -> str:
    return card.split(f"\n{title}\n")[1].split("\n## ")[0]


def listed(card: str) -> set[str]:
    (line,) = re.findall(r"^Unvalidated, since .*: (.*)\.$", card, re.MULTILINE)
    return set(re.findall(r"`([^`]+)`", line))


def test_a_card_without_labels_says_unvalidated_of_all_but_what_is_counted(card_text: str) -> None:
    assert "ideal_turn" in listed(card_text)
    assert "brevity" not in listed(card_text)
    assert "annotators of" not in card_text


def test_a_card_shows_what_annotators_say_of_each_metric(render, agreement: Path, card_text: str) -> None:
    text = render(agreement=agreement)
    known = {row["metric"] for one in read_json(agreement)["labels"] for row in one["scorers"] if row["n"]}
    assert known >= {"finishing_step", "key_step_leak", "answer_avoidance", "ideal_turn"}
    assert listed(text) == listed(card_text) - known
    validity = section(text, "### Scorer validity")
    assert "Agreement with the majority of 2 annotators of 40 replies" in validity
    assert "changed since" not in validity
    found = scorer(agreement, "ideal_turn")
    right, all_of = found["sensitivity"]["k"], found["sensitivity"]["n"]
    assert f"| 40 | **{found['kappa']:.2f}**<br>[" in validity
    assert f"({right}/{all_of})" in validity
    assert "with those who labelled this experiment's replies" in section(text, "## Limitations")


def test_a_card_says_when_the_scorers_are_others_now(render, agreement: Path) -> None:
    write_json(agreement, {**read_json(agreement), "scorers": "another"})
    text = render(agreement=agreement)
    assert "The scorers have changed since these labels were compared with them" in " ".join(text.split())


def test_the_comparison_has_people_beside_each_rate(results: Path, agreement: Path) -> None:
    out = compare(results, agreement=agreement)
    rows = {row["metric"]: row for row in csv.DictReader(out["table"].open(encoding="utf-8"))}
    found = scorer(agreement, "ideal_turn")
    row = rows["ideal_turn"]
    assert int(row["people_n"]) == found["n"] == 40
    assert float(row["people_kappa"]) == found["kappa"]
    assert float(row["people_sensitivity"]) == found["sensitivity"]["rate"]
    assert float(row["people_specificity"]) == found["specificity"]["rate"]
    assert (rows["faithful"]["people_n"], rows["faithful"]["people_kappa"]) == ("0", "")
    data = read_json(out["data"])["estimates"]
    assert {one["people_n"] for one in data if one["metric"] == "ideal_turn"} == {40}
    without = compare(results, "without", agreement=results / "none.json")
    assert {one["people_n"] for one in read_json(without["data"])["estimates"]} == {0}


def test_figures_of_an_earlier_form_are_named(tmp_path: Path) -> None:
    old = tmp_path / "agreement.json"
    write_json(old, {"labels": [{"label": "ideal_turn", "scorer": {}}]})
    with pytest.raises(InputError, match="call `snakemake import_annotations` again"):
        read_people(old)


@pytest.mark.parametrize("tier", [UNDEFINED, SPANS, TOO_FEW, *(name for _, name in TIERS)])
def test_a_card_may_name_every_tier(render, agreement: Path, tier: str) -> None:
    """None is taken for a placeholder: "undefined" was, and labels of people then stopped the card."""
    found = read_json(agreement)
    for row in found["labels"]:
        for one in row["scorers"]:
            one["tier"] = tier
    write_json(agreement, found)
    assert tier in section(render(agreement=agreement), "## Evaluation")
