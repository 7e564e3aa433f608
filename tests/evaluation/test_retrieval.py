"""The retrieval reference says the nearest training turn, in the item's own numbers."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest

from socratic_tutor.corpus.benchmarks import benchmark_items
from socratic_tutor.corpus.rows import Plan, make_rows
from socratic_tutor.evaluation.controls import responder
from socratic_tutor.evaluation.retrieval import Retrieval, adapted, masked
from socratic_tutor.files import InputError, write_jsonl
from socratic_tutor.records import Item

PLAN = Plan("train", "train")


@pytest.fixture(scope="module")
def rows() -> list[Item]:
    return list(make_rows({"misconception": 1.0}, 400, PLAN, "retrieval"))


@pytest.fixture(scope="module")
def train(rows: list[Item], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("retrieval") / "train.jsonl"
    write_jsonl(path, map(asdict, rows))
    return path


def test_numbers_do_not_count_for_nearness() -> None:
    assert masked("Add 1/2 and 3.5 at 4:15.") == "add # and # at #."


def test_a_training_row_finds_a_turn_of_its_own_kind(rows: list[Item], train: Path) -> None:
    retrieval = Retrieval(train)
    by_turn = {masked(row.reference): row for row in rows}
    found = [by_turn.get(masked(retrieval(row))) for row in rows[:60]]
    same = sum(f is not None and f.family == row.family for f, row in zip(found, rows, strict=False))
    assert same >= 55


def test_of_equally_near_turns_the_first_is_said(rows: list[Item], tmp_path: Path) -> None:
    path = tmp_path / "ties.jsonl"
    same = [replace(rows[0], id=str(place), reference=f"Turn {'x' * place}?") for place in range(1, 60)]
    write_jsonl(path, map(asdict, [rows[1], *same]))
    assert Retrieval(path)(rows[0]) == "Turn x?"


def test_numbers_become_the_items_own(rows: list[Item]) -> None:
    row = next(r for r in rows if r.family == "fadd" and "/" in r.problem)
    old = replace(row, problem="1/2 + 2/7 = ?", student_said="I got 3/9.", reference="Is 3/9 less than 1/2?")
    new = replace(row, problem="3/4 + 1/6 = ?", student_said="I got 4/10.")
    assert adapted(old, new) == "Is 4/10 less than 3/4?"


def test_it_is_chosen_by_name_and_refuses_an_empty_split(train: Path, tmp_path: Path) -> None:
    item = next(iter(benchmark_items("unseen_problems", 1, "s")))
    assert responder("retrieval", train)(item)
    (tmp_path / "empty.jsonl").write_text("")
    with pytest.raises(InputError, match="holds no rows"):
        responder("retrieval", tmp_path / "empty.jsonl")
    with pytest.raises(InputError, match="'nobody' is no control or reference"):
        responder("nobody")
