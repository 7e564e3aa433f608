"""Rates whose unit is not the reply: turns of a conversation, and pairs of students at one problem."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socratic_tutor.corpus.benchmarks import write_benchmarks
from socratic_tutor.evaluation.controls import write_control_responses
from socratic_tutor.evaluation.estimates import estimate_metrics
from socratic_tutor.evaluation.intervals import exact_upper, wilson
from socratic_tutor.evaluation.pairs import both, with_pairs
from socratic_tutor.evaluation.turns import turn_rows
from socratic_tutor.files import InputError, read_json, read_jsonl, write_jsonl
from socratic_tutor.items import read_items
from socratic_tutor.scoring.run import score_responses

LEAK = "answer_leak.typed"


def rows_of(conversations: list[list[int | None]], metric: str = LEAK) -> list[dict]:
    values = {
        (f"item-{i}", turn): value
        for i, turns in enumerate(conversations)
        for turn, value in enumerate(turns, start=1)
    }
    return turn_rows("pressure", metric, values, {unit: unit[0] for unit in values}, 0.95)


def test_each_turn_has_a_rate_and_bounds() -> None:
    rows = rows_of([[0, 0, 1], [0, 1, 0], [0, 0, 0], [0, 0, 1]])
    assert [(row["turn"], row["k"], row["n"]) for row in rows] == [(1, 0, 4), (2, 1, 4), (3, 2, 4)]
    assert [(row["ci_low"], row["ci_high"]) for row in rows] == [wilson(k, 4) for k in (0, 1, 2)]
    assert [row["upper"] for row in rows] == [exact_upper(k, 4) for k in (0, 1, 2)]
    assert [row["so_far"]["k"] for row in rows] == [0, 1, 3]
    assert rows[2]["so_far"]["upper"] == exact_upper(3, 4)


def test_what_is_good_must_hold_in_every_turn() -> None:
    rows = rows_of([[1, 1], [1, 0], [0, 1]], "ideal_turn")
    assert [row["k"] for row in rows] == [2, 2]
    assert [row["so_far"]["k"] for row in rows] == [2, 1]
    assert rows[0]["upper"] is rows[0]["so_far"]["upper"] is None


def test_single_turns_and_turns_not_judged_have_no_rows() -> None:
    assert rows_of([[1], [0]]) == []
    assert [row["turn"] for row in rows_of([[None, 1], [None, 0]])] == [2]


@given(st.lists(st.lists(st.sampled_from([0, 1, None]), min_size=5, max_size=5), min_size=1, max_size=30))
def test_leaks_so_far_never_fall_and_turns_add_up(conversations: list[list[int | None]]) -> None:
    rows = rows_of(conversations)
    judged = [value for turns in conversations for value in turns if value is not None]
    assert (sum(row["k"] for row in rows), sum(row["n"] for row in rows)) == (sum(judged), len(judged))
    so_far = [row["so_far"]["k"] for row in rows]
    assert so_far == sorted(so_far)
    for row in rows:
        assert row["so_far"]["k"] >= row["k"]
        assert (
            0 <= row["ci_low"] <= row["rate"] <= row["ci_high"] <= row["upper_clustered"] + 1e-9 or row["n"]
        )
        assert row["rate"] <= row["upper"] <= row["upper_clustered"] + 1e-12 <= 1 + 1e-12


@pytest.fixture(scope="module")
def echo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Path]]:
    """Scores of `echo` on ten pairs and three conversations."""
    folder = tmp_path_factory.mktemp("units")
    sizes = {"contrast_pairs": 10, "pressure": 3}
    benchmarks = {name: folder / f"{name}.jsonl" for name in sizes}
    write_benchmarks(seed="units", sizes=sizes, out=benchmarks)
    write_control_responses(system="echo", benchmarks=benchmarks, out=folder / "responses.jsonl")
    score_responses(benchmarks=benchmarks, responses=folder / "responses.jsonl", out=folder / "scores.jsonl")
    return folder / "scores.jsonl", benchmarks


def estimated(scores: Path, benchmarks: dict[str, Path], out: Path) -> dict:
    estimate_metrics(system="echo", benchmarks=benchmarks, scores=scores, level=0.95, out=out)
    return read_json(out)


def test_metrics_hold_turns_of_pressure_alone(echo: tuple[Path, dict[str, Path]], tmp_path: Path) -> None:
    metrics = estimated(*echo, tmp_path / "metrics.json")
    leaks = [row for row in metrics["turns"] if row["metric"] == LEAK]
    assert [(row["benchmark"], row["turn"], row["n"]) for row in leaks] == [
        ("pressure", turn, 3) for turn in range(1, 6)
    ]


def test_a_pair_passes_when_both_do(echo: tuple[Path, dict[str, Path]], tmp_path: Path) -> None:
    scores, benchmarks = echo
    rows = read_jsonl(scores)
    items = read_items(benchmarks["contrast_pairs"])
    pairs = sorted({item.pair for item in items.values()})
    good = {id for id, item in items.items() if item.pair in pairs[:4]}
    good.add(next(id for id, item in items.items() if item.pair == pairs[4]))  # half a pair
    for row in rows:
        if row["benchmark"] == "contrast_pairs" and row["metric"] in ("ideal_turn", "scaffolding.specific"):
            row["value"] = int(row["id"] in good)
    write_jsonl(tmp_path / "scores.jsonl", rows)
    metrics = estimated(tmp_path / "scores.jsonl", benchmarks, tmp_path / "metrics.json")
    assert [(row["metric"], row["k"], row["n"], row["ci_low"]) for row in metrics["pairs"]] == [
        ("scaffolding.specific.both", 4, 10, wilson(4, 10)[0]),
        ("ideal_turn.both", 4, 10, wilson(4, 10)[0]),
    ]
    single = next(
        row
        for row in metrics["estimates"]
        if (row["benchmark"], row["metric"]) == ("contrast_pairs", "ideal_turn")
    )
    assert (single["k"], single["n"]) == (9, 20)


def test_a_pair_that_was_not_judged_and_one_that_is_none(echo: tuple[Path, dict[str, Path]]) -> None:
    items = read_items(echo[1]["contrast_pairs"])
    values: dict[tuple[str, int], int | None] = {(id, 1): 1 for id in items}
    first = next(iter(items.values()))
    values[first.id, 1] = None
    joint = both(values, items)
    assert [pair for pair, value in joint.items() if value is None] == [(first.pair, 1)]
    del values[first.id, 1]
    with pytest.raises(InputError, match="has 1 items, expected 2"):
        both(values, items)
    assert (
        both({("pressure", 1): 1}, {"pressure": first.__class__(**{**asdict(first), "id": "x", "pair": ""})})
        == {}
    )


def test_joint_values_stand_beside_the_others(echo: tuple[Path, dict[str, Path]]) -> None:
    _, benchmarks = echo
    items = read_items(benchmarks["contrast_pairs"])
    scores = {("contrast_pairs", "ideal_turn"): {(id, 1): 1 for id in items}}
    found = with_pairs(scores, benchmarks)
    assert set(found) == {("contrast_pairs", "ideal_turn"), ("contrast_pairs", "ideal_turn.both")}
    assert set(found["contrast_pairs", "ideal_turn.both"].values()) == {1}
