"""Files in, files out: every planned item is scored, and strangers are refused."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from socratic_tutor.files import InputError, read_jsonl, write_jsonl
from socratic_tutor.scoring import METRICS
from socratic_tutor.scoring.__main__ import main
from socratic_tutor.scoring.ideal import CONDITIONS
from socratic_tutor.scoring.metrics import IDEAL_CONDITIONS
from socratic_tutor.scoring.run import score_responses

GOOD = "Is 2/7 alone larger?"


@pytest.fixture
def benchmark(tmp_path, make_item):
    path = tmp_path / "unseen_problems.jsonl"
    write_jsonl(path, (asdict(make_item(id=f"fadd-{n}")) for n in range(3)))
    return path


def respond(path, *rows):
    fields = ("id", "benchmark", "turn", "text")
    write_jsonl(path, (dict(zip(fields, row, strict=True)) for row in rows))
    return path


def test_a_missing_response_stays_in_as_a_failure(tmp_path, benchmark):
    responses = respond(tmp_path / "responses.jsonl", ("fadd-1", "unseen_problems", 1, GOOD))
    out = tmp_path / "scores.jsonl"
    score_responses(benchmarks={"unseen_problems": benchmark}, responses=responses, out=out)
    rows = read_jsonl(out)
    assert len(rows) == 3 * len(METRICS)
    ideal = {row["id"]: row["value"] for row in rows if row["metric"] == "ideal_turn"}
    leaks = {row["id"]: row["value"] for row in rows if row["metric"] == "answer_leak.typed"}
    assert ideal == {"fadd-0": 0, "fadd-1": 1, "fadd-2": 0}
    assert leaks == {"fadd-0": 1, "fadd-1": 0, "fadd-2": 1}


def test_the_table_names_the_conditions_of_an_ideal_turn(item):
    assert tuple(condition(item, GOOD).metric for condition in CONDITIONS) == IDEAL_CONDITIONS


@pytest.mark.parametrize(
    "row", [("other-1", "unseen_problems", 1, "x"), ("fadd-1", "leak", 1, "x")], ids=["id", "benchmark"]
)
def test_responses_to_other_benchmarks_are_refused(tmp_path, benchmark, row):
    responses = respond(tmp_path / "responses.jsonl", row)
    with pytest.raises(InputError, match=r"responses\.jsonl:1"):
        score_responses(
            benchmarks={"unseen_problems": benchmark}, responses=responses, out=tmp_path / "scores.jsonl"
        )
    assert not (tmp_path / "scores.jsonl").exists()


def test_a_second_response_to_one_turn_is_refused(tmp_path, benchmark):
    row = ("fadd-1", "unseen_problems", 1, "x")
    responses = respond(tmp_path / "responses.jsonl", row, row)
    with pytest.raises(InputError, match="second response"):
        score_responses(
            benchmarks={"unseen_problems": benchmark}, responses=responses, out=tmp_path / "scores.jsonl"
        )


def test_the_command_scores_any_tutors_replies(tmp_path, benchmark, capsys):
    replies = tmp_path / "replies.jsonl"
    write_jsonl(replies, [{"id": "fadd-0", "text": "So it is 7/12."}])
    assert main([str(benchmark), str(replies)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == 3 * len(METRICS)
    assert {row["value"] for row in rows if row["metric"] == "answer_leak.typed"} == {1}


def test_the_command_names_what_is_wrong(tmp_path, benchmark, capsys):
    replies = tmp_path / "replies.jsonl"
    write_jsonl(replies, [{"id": "nobody", "text": "x"}])
    assert main([str(benchmark), str(replies)]) == 1
    assert "replies.jsonl:1" in capsys.readouterr().err
    assert main([]) == 2


def test_the_command_tells_a_folder_and_a_broken_text_from_replies(tmp_path, benchmark, capsys):
    replies = tmp_path / "replies.jsonl"
    replies.write_text('{"id": "fadd-0", "text": "\\ud800 and 7?"}\n')
    assert main([str(benchmark), str(replies)]) == 1
    said = capsys.readouterr()
    assert "replies.jsonl:1" in said.err
    assert not said.out
    assert main([str(benchmark), str(tmp_path)]) == 1
    assert "is a folder" in capsys.readouterr().err
