"""Records refuse what does not fit, and say which field of which row."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import structs

from socratic_tutor.files import InputError
from socratic_tutor.records import Estimate, Item, Response, Rival, Score, _in_words, _types_of, from_row

SCORE = {"id": "a-1", "benchmark": "leak", "turn": 1, "metric": "brevity", "value": None, "evidence": ""}


def test_a_row_becomes_its_record() -> None:
    score = from_row(Score, SCORE, "scores.jsonl:1")
    assert structs.asdict(score) == SCORE


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"value": "1"}, "value is '1', expected a whole number or null"),
        ({"value": True}, "value is True"),
        ({"turn": 1.0}, "turn is 1.0, expected a whole number"),
        ({"metric": None}, "metric is None, expected text"),
        ({"extra": 1}, "unknown field 'extra'"),
    ],
)
def test_a_wrong_field_is_named(change: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match="scores.jsonl:1: Score a-1") as caught:
        from_row(Score, {**SCORE, **change}, "scores.jsonl:1")
    assert message in str(caught.value)


def test_a_missing_field_is_named() -> None:
    with pytest.raises(InputError, match=r"^r: Response a: no field 'text'$"):
        from_row(Response, {"id": "a", "benchmark": "leak", "turn": 1}, "r")


@pytest.mark.parametrize("record", [Estimate, Item, Response, Rival, Score])
def test_every_type_of_a_field_has_words(record: Any) -> None:
    for kind in _types_of(record).values():
        assert "class" not in _in_words(kind)


def test_whole_numbers_serve_as_rates() -> None:
    row = dict(benchmark="leak", metric="m", k=1, n=1, rate=1, ci_low=0.2, ci_high=1, level=0.95)
    row |= dict(method="wilson", clusters=1, design_effect=1, n_not_applicable=0)
    assert from_row(Estimate, row, "m").rate == 1
