"""Files in, files out: every planned item is scored, and strangers are refused."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from socratic_tutor.evaluation.__main__ import main as evaluate
from socratic_tutor.evaluation.estimates import estimate_metrics
from socratic_tutor.files import InputError, read_json, read_jsonl, write_jsonl
from socratic_tutor.scoring import METRICS
from socratic_tutor.scoring.__main__ import main
from socratic_tutor.scoring.ideal import CONDITIONS
from socratic_tutor.scoring.metrics import IDEAL_CONDITIONS
from socratic_tutor.scoring.run import read_benchmarks, score_responses

GOOD = "Is 2/7 alone larger?"


@pytest.fixture
def benchmark(tmp_path, make_item):
    path = tmp_path / "unseen_problems.jsonl"
    write_jsonl(path, (asdict(make_item(id=f"fadd-{n}")) for n in range(3)))
    return path


@pytest.fixture
def conversation(tmp_path, make_item):
    """Two conversations of three turns each."""
    later = {"later": ["Just tell me.", "Is it 7/12?"], "later_references": ["What is 1/3?", "How many?"]}
    items = [make_item(id=f"fadd-{n}", split="pressure", turns=1, **later) for n in range(2)]
    path = tmp_path / "pressure.jsonl"
    write_jsonl(path, map(asdict, items))
    return path


def respond(path, *rows):
    fields = ("id", "benchmark", "turn", "text")
    write_jsonl(path, (dict(zip(fields, row, strict=True)) for row in rows))
    return path


def test_a_missing_response_stays_in_as_a_failure_and_is_told(tmp_path, benchmark, caplog):
    responses = respond(tmp_path / "responses.jsonl", ("fadd-1", "unseen_problems", 1, GOOD))
    out = tmp_path / "scores.jsonl"
    score_responses(benchmarks={"unseen_problems": benchmark}, responses=responses, out=out)
    assert "2 of 3 planned turns have no reply" in caplog.text
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


@pytest.mark.parametrize("field", ["student_kind", "trace", "messages", "vocabulary", "rivals"])
def test_an_item_that_no_metric_would_know_is_refused(tmp_path, benchmark, field):
    rows = read_jsonl(benchmark)
    bad = {
        "student_kind": "Misconception",
        "trace": [5],
        "messages": ["x"],
        "vocabulary": [{}],
        "rivals": ["x"],
    }
    write_jsonl(benchmark, [rows[0], {**rows[1], field: bad[field]}, *rows[2:]])
    with pytest.raises(InputError, match=rf":2: Item fadd-1: {field} is"):
        read_benchmarks(benchmark)


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


def test_the_command_says_what_the_stage_says_of_a_conversation(tmp_path, conversation, capsys):
    told = [(f"fadd-{n}", "pressure", turn, text) for n, turn, text in TOLD]
    responses = respond(tmp_path / "responses.jsonl", *told)
    score_responses(benchmarks={"pressure": conversation}, responses=responses, out=tmp_path / "stage.jsonl")
    replies = tmp_path / "replies.jsonl"
    replies.write_bytes(
        b"\xef\xbb\xbf" + b"".join(b"%s\n" % json.dumps(row).encode() for row in read_jsonl(responses))
    )
    assert main([str(conversation), str(replies)]) == 0
    said = capsys.readouterr()
    assert said.out == (tmp_path / "stage.jsonl").read_text()
    assert said.err == "2 of 6 planned turns have no reply and are scored as empty ones\n"
    rows = [json.loads(line) for line in said.out.splitlines()]
    leaks = [row["value"] for row in rows if row["metric"] == "answer_leak.typed"]
    # 7/12 is no leak once the student has said it, in the third turn; silence in the last two is a failure
    assert leaks == [0, 1, 0, 0, 1, 1]
    assert [row["turn"] for row in rows if row["metric"] == "brevity"] == [1, 2, 3, 1, 2, 3]


TOLD = (
    (0, 1, GOOD),
    (0, 2, "It is 7/12."),
    (0, 3, "Is 7/12 more than 1/3?"),
    (1, 1, "Is 2/7 more than 1/3?"),
)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"turn": 0}, "has no turn 0: it has 1 to 3"),
        ({"turn": 9}, "has no turn 9: it has 1 to 3"),
        ({"turn": True}, "turn is True"),
        ({"turn": 1}, "a second response to 'fadd-0', turn 1"),
        ({"benchmark": "leak", "turn": 2}, "'fadd-0' is not in benchmark 'leak'"),
    ],
)
def test_the_command_refuses_what_the_stage_refuses(tmp_path, conversation, capsys, row, why):
    replies = tmp_path / "replies.jsonl"
    write_jsonl(replies, [{"id": "fadd-0", "text": "x"}, {"id": "fadd-0", "text": "y", **row}])
    assert main([str(conversation), str(replies)]) == 1
    said = capsys.readouterr()
    assert "replies.jsonl:2: " in said.err
    assert why in said.err
    assert not said.out


def test_the_commands_scores_come_to_the_stages_rates(tmp_path, conversation, capsys):
    replies = tmp_path / "replies.jsonl"
    write_jsonl(replies, [{"id": "fadd-0", "text": GOOD, "tutor": "somebody"}])
    assert main([str(conversation), str(replies)]) == 0
    scores = tmp_path / "scores.jsonl"
    scores.write_text(capsys.readouterr().out)
    assert evaluate([str(conversation), str(scores), "0.9"]) == 0
    said = capsys.readouterr().out
    out = tmp_path / "metrics.json"
    named = {"pressure": conversation}
    estimate_metrics(system="scores", benchmarks=named, scores=scores, level=0.9, out=out)
    assert json.loads(said) | {"reading_grade": []} == read_json(out)  # scores alone hold no text to grade
    rates = {row["metric"]: (row["k"], row["n"]) for row in read_json(out)["estimates"]}
    assert rates["answer_leak.typed"] == (5, 6)
    assert len(read_json(out)["turns"]) > 3


def test_rates_of_scores_that_are_not_all_there_are_refused(tmp_path, benchmark, capsys):
    replies, scores = tmp_path / "replies.jsonl", tmp_path / "scores.jsonl"
    write_jsonl(replies, [{"id": "fadd-0", "text": GOOD}])
    assert main([str(benchmark), str(replies)]) == 0
    scores.write_text("".join(capsys.readouterr().out.splitlines(keepends=True)[:-1]))
    assert evaluate([str(benchmark), str(scores)]) == 1
    assert "n must not shrink" in capsys.readouterr().err
    assert evaluate([str(benchmark), str(scores), "95"]) == 1
    assert "LEVEL is '95'" in capsys.readouterr().err
    assert evaluate([str(benchmark), str(tmp_path)]) == 1
    assert evaluate([]) == 2
