"""The comparison: complete, refusing what does not fit together, the same bytes each time."""

from __future__ import annotations

import csv
import hashlib
import math
import xml.etree.ElementTree as ElementTree
from itertools import groupby

import fabricated
import pytest

from socratic_tutor.files import InputError, read_json, write_json
from socratic_tutor.reporting.comparison import spreadsheet_safe, write_comparison
from socratic_tutor.reporting.differences import differences
from socratic_tutor.reporting.results import in_order, kind_of, label, percent, read_estimates

FILES = {
    "table": "comparison.csv",
    "data": "comparison.json",
    "png": "comparison.png",
    "svg": "comparison.svg",
}


def compare(results, folder="comparison", agreement=None) -> dict:
    out = {name: results / folder / file for name, file in FILES.items()}
    write_comparison(
        metrics=fabricated.paths(results, "metrics.json"),
        scores=fabricated.paths(results, "scores.jsonl"),
        agreement=agreement,
        **out,
    )
    return out


def test_every_estimate_of_every_system_is_in_the_table(results):
    out = compare(results)
    rows = list(csv.DictReader(out["table"].open(encoding="utf-8")))
    expected = {
        (system, row["benchmark"], row["metric"]): row
        for system in fabricated.SYSTEMS
        for part in ("estimates", "pairs")
        for row in read_json(results / "systems" / system / "metrics.json")[part]
    }
    assert ("base", "contrast_pairs", "ideal_turn.both") in expected
    estimated = [row for row in rows if not row["metric"].startswith("pressure_leak.")]
    assert {(row["system"], row["benchmark"], row["metric"]) for row in estimated} == set(expected)
    for row in estimated:
        source = expected[row["system"], row["benchmark"], row["metric"]]
        for name in ("k", "n", "rate", "ci_low", "ci_high"):
            assert float(row[name]) == source[name]
    assert rows[0]["system"] == "rank-4-seed1"
    assert rows[0]["kind"] == "run"


def test_leaks_under_pressure_stand_turn_by_turn_with_their_exact_bounds(results):
    path = results / "systems" / "base" / "metrics.json"
    document = read_json(path)
    leak = next(row for row in document["estimates"] if row["benchmark"] == "leak")
    document["bounds"] = [{**leak, "ci_low": 0.0, "ci_high": 0.97}]
    write_json(path, document)
    out = compare(results)
    rows = list(csv.DictReader(out["table"].open(encoding="utf-8")))
    turns = [row for row in rows if row["system"] == "base" and row["benchmark"] == "pressure"]
    assert [row["metric"] for row in turns] == [f"pressure_leak.turn_{turn}" for turn in range(1, 6)]
    assert [(row["k"], row["n"]) for row in turns] == [(k, "20") for k in "00010"]
    assert {row["lower_is_better"] for row in turns} == {"True"}
    assert float(turns[0]["upper"]) == pytest.approx(1 - 0.05 ** (1 / 20))
    (bounded,) = (row for row in rows if row["metric"] == leak["metric"] and row["upper"])
    assert (bounded["system"], float(bounded["upper"])) == ("base", 0.97)
    in_json = read_json(out["data"])["turns"]
    assert [row["k"] for row in in_json if row["system"] == "base"] == [0, 0, 0, 1, 0]
    order = [row["system"] for row in rows]
    assert list(dict.fromkeys(order)) == [system for system, _ in groupby(order)]


def test_differences_are_paired_and_adjusted(results):
    data = read_json(compare(results)["data"])
    found = {(row["system"], row["minus"], row["metric"]): row for row in data["differences"]}
    assert {row["system"] for row in data["differences"]} == set(fabricated.RUNS)
    assert {row["minus"] for row in data["differences"]} == {
        "rank-16-seed1",
        "base",
        "constant",
        "echo",
        "hint",
        "gold",
    }
    assert ("rank-16-seed1", "rank-4-seed1", "ideal_turn") not in found  # two runs are compared once
    row = found["rank-16-seed1", "base", "ideal_turn"]
    estimates = {
        (e["system"], e["metric"]): e for e in data["estimates"] if e["benchmark"] == "unseen_problems"
    }
    own, base = estimates["rank-16-seed1", "ideal_turn"], estimates["base", "ideal_turn"]
    assert math.isclose(row["difference"], own["rate"] - base["rate"])
    assert row["ci_low"] < row["difference"] < row["ci_high"]
    assert row["p_value"] <= row["p_holm"] <= 1


def test_every_system_has_its_reading_grades(results):
    found = read_json(compare(results)["data"])["reading_grades"]
    assert {row["system"] for row in found} == set(fabricated.SYSTEMS)
    assert all({"n", "p10", "p50", "p90"} <= row.keys() for row in found)


def test_same_numbers_give_the_same_bytes(results):
    first, second = compare(results, "one"), compare(results, "two")
    for name in FILES:
        digests = {hashlib.sha256(out[name].read_bytes()).hexdigest() for out in (first, second)}
        assert len(digests) == 1, name


def test_pictures_show_every_system_and_carry_no_date(results):
    out = compare(results)
    assert out["png"].read_bytes().startswith(b"\x89PNG")
    assert b"matplotlib" not in out["png"].read_bytes()
    text = out["svg"].read_text(encoding="utf-8")
    ElementTree.fromstring(text)
    assert "<dc:date>" not in text
    for system in fabricated.SYSTEMS:
        assert f"<!-- {system} -->" in text


def test_a_metric_that_a_system_lacks_leaves_its_place_empty(results):
    path = results / "systems" / "gold" / "metrics.json"
    document = read_json(path)
    document["estimates"] = [row for row in document["estimates"] if row["metric"] != "faithful"]
    write_json(path, document)
    data = read_json(compare(results)["data"])
    assert not [row for row in data["differences"] if (row["minus"], row["metric"]) == ("gold", "faithful")]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"rate": 0.5}, "rate 0.5 is not"),
        ({"ci_low": 0.999, "ci_high": 0.9995}, "is no interval"),
        ({"k": "7"}, "k is '7'"),
        ({"extra": 1}, "unknown field 'extra'"),
    ],
)
def test_an_estimate_that_contradicts_itself_is_refused(results, change, message):
    path = results / "systems" / "base" / "metrics.json"
    document = read_json(path)
    row = next(row for row in document["estimates"] if row["metric"] == "ideal_turn")
    row |= change
    write_json(path, document)
    with pytest.raises(InputError, match=message):
        compare(results)


def test_avoidance_and_leak_that_overlap_are_refused(results):
    path = results / "systems" / "base" / "metrics.json"
    document = read_json(path)
    for row in document["estimates"]:
        if row["metric"] in fabricated.LEAK_METRICS:
            row |= {"k": row["n"], "rate": 1.0, "ci_low": 0.9, "ci_high": 1.0}
    write_json(path, document)
    with pytest.raises(InputError, match="avoid and 90 leak the answer"):
        compare(results)


def test_files_of_other_systems_are_refused(results):
    metrics = fabricated.paths(results, "metrics.json")
    scores = fabricated.paths(results, "scores.jsonl")
    out = {name: results / file for name, file in FILES.items()}
    with pytest.raises(InputError, match="'gold' has only one"):
        write_comparison(metrics=metrics, scores={k: v for k, v in scores.items() if k != "gold"}, **out)
    swapped = metrics | {"base": metrics["gold"]}
    with pytest.raises(InputError, match="no metrics of system 'base'"):
        write_comparison(metrics=swapped, scores=scores, **out)


def test_formulas_are_text_and_numbers_stay_numbers():
    cells = ["=1+1", "+1", "-cmd", "@x", "plain", -0.5, 3]
    assert [spreadsheet_safe(cell) for cell in cells] == ["'=1+1", "'+1", "'-cmd", "'@x", "plain", -0.5, 3]


def test_order_and_wording():
    systems = ["gold", "hint", "rank-16-seed1", "base", "rank-4-seed10", "rank-4-seed2"]
    assert in_order(systems) == ["rank-4-seed2", "rank-4-seed10", "rank-16-seed1", "base", "hint", "gold"]
    behind = ["rank-4-seed2-filtered", "base", "rank-4-seed10", "rank-4-seed2"]
    assert in_order(behind) == ["rank-4-seed2", "rank-4-seed2-filtered", "rank-4-seed10", "base"]
    assert [kind_of(system) for system in in_order(behind)] == ["run", "filtered", "run", "base"]


def test_a_run_is_compared_with_itself_behind_the_filter_alone(results, tmp_path):
    metrics, scores = (fabricated.paths(results, name) for name in ("metrics.json", "scores.jsonl"))
    for run in ("rank-16-seed1", "rank-4-seed1"):
        behind = tmp_path / f"{run}.json"
        write_json(behind, {**read_json(metrics[run]), "system": f"{run}-filtered"})
        metrics[f"{run}-filtered"], scores[f"{run}-filtered"] = behind, scores[run]
    rows = differences(read_estimates(metrics), scores)
    pairs = {(row["system"], row["minus"]) for row in rows if row["minus"].endswith("-filtered")}
    assert pairs == {(run, f"{run}-filtered") for run in ("rank-16-seed1", "rank-4-seed1")}
    assert {row["difference"] for row in rows if row["minus"].endswith("-filtered")} == {0}
    assert label("answer_leak.typed") == "Answer leak (typed)"
    assert [percent(x) for x in (0, 0.0001, 0.745, 0.9999, 1)] == ["0.0", "<0.1", "74.5", ">99.9", "100.0"]
