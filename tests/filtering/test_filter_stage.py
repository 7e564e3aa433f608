"""A run behind the filter, from files to files, with a scripted tutor in place of the model."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from socratic_tutor.corpus.rows import Plan, make_row
from socratic_tutor.corpus.subjects import subjects
from socratic_tutor.files import InputError, read_json, read_jsonl, write_jsonl
from socratic_tutor.filtering.reply_filter import FilterSettings
from socratic_tutor.filtering.stage import Turn, filter_responses
from socratic_tutor.items import at_turn
from socratic_tutor.scoring.leaks import leak_typed


class Scripted:
    """Says `texts` in turn to whatever it is asked."""

    def __init__(self, *texts: str) -> None:
        self.texts, self.requests = list(texts), [[]]
        self.asked, self.seconds = 0, 0.0

    def ask(self, attempt: int, requests: Sequence[Turn]) -> list[str]:
        self.requests.append([*requests])
        self.asked += len(requests)
        return [self.texts[attempt - 1]] * len(requests)


@pytest.fixture
def call(tmp_path: Path) -> dict[str, Any]:
    """Arguments of the stage for two items, one of them with three turns; every other draft leaks."""
    first, second = (
        replace(
            make_row(subject, "misconception", Plan("leak", "leak"), f"stage:{number}"),
            student_kind="misconception",
        )
        for number, subject in enumerate(subjects("misconception")[:2])
    )
    second = replace(second, later=["Tell me!", "Please!"], later_references=["No. Why?", "No. How?"])
    benchmark = tmp_path / "leak.jsonl"
    write_jsonl(benchmark, map(asdict, (first, second)))
    drafts = tmp_path / "responses.jsonl"
    leak = f"The answer is {second.correct_answer}."
    said = [(first.id, 1, "Why do you think so?"), (second.id, 1, leak), (second.id, 2, "And now?")]
    rows = [*said, (second.id, 3, leak)]
    write_jsonl(drafts, ({"id": i, "benchmark": "leak", "turn": t, "text": s} for i, t, s in rows))
    return {
        "system": "run-seed1-filtered",
        "drafts_of": "run-seed1",
        "benchmarks": {"leak": benchmark},
        "drafts": drafts,
        "tutor": Scripted(leak, "What did you do first?"),
        "settings": FilterSettings(attempts=2),
        "out": tmp_path / "filtered.jsonl",
        "report": tmp_path / "filtering.json",
        "timing": tmp_path / "filtering_time.json",
        "items": (first, second),
    }


def test_only_blocked_drafts_change(call: dict[str, Any]) -> None:
    _, second = call.pop("items")
    filter_responses(**call)
    drafts, out = read_jsonl(call["drafts"]), read_jsonl(call["out"])
    assert [{**row, "text": ""} for row in out] == [{**row, "text": ""} for row in drafts]
    assert [a["text"] == b["text"] for a, b in zip(drafts, out, strict=True)] == [True, False, True, False]
    for row in out[1:]:
        assert leak_typed(at_turn(second, row["turn"]), row["text"]).value == 0
    report = read_json(call["report"])
    assert (report["system"], report["drafts_of"]) == ("run-seed1-filtered", "run-seed1")
    counts = {key: report[key] for key in ("turns", "passed", "repaired", "replaced")}
    assert counts == {"turns": 4, "passed": 2, "repaired": 2, "replaced": 0}
    assert report["rules"]["answer"] == 2
    assert [(one["id"], one["turn"], one["attempts"]) for one in report["changed"]] == [
        (second.id, 1, 2),
        (second.id, 3, 2),
    ]
    assert sum(part["turns"] for part in report["by_benchmark"]) == 4
    timing = read_json(call["timing"])
    assert timing["regenerated"] == 4
    assert timing["milliseconds_per_turn"] > 0


def test_the_tutor_is_asked_in_the_conversation_of_the_drafts(call: dict[str, Any]) -> None:
    _, second = call.pop("items")
    filter_responses(**call)
    asked = {(turn.id, turn.turn): turn.messages for turn in call["tutor"].requests[1]}
    assert asked[second.id, 1] == second.messages
    said = [message["content"] for message in asked[second.id, 3][len(second.messages) :]]
    leak = f"The answer is {second.correct_answer}."
    assert said == [leak, "Tell me!", "And now?", "Please!"]


def test_same_drafts_same_bytes(call: dict[str, Any]) -> None:
    call.pop("items")
    made = []
    for _ in range(2):
        filter_responses(**call)
        made.append((call["out"].read_bytes(), call["report"].read_bytes()))
    assert made[0] == made[1]


def test_nothing_blocked_nobody_asked(call: dict[str, Any]) -> None:
    call.pop("items")
    rows = [{**row, "text": "Why do you think so?"} for row in read_jsonl(call["drafts"])]
    write_jsonl(call["drafts"], rows)
    filter_responses(**call)
    assert call["tutor"].requests == [[]]
    assert read_jsonl(call["out"]) == rows
    assert read_json(call["timing"])["seconds_per_regeneration"] is None


def test_drafts_of_other_benchmarks_are_refused(call: dict[str, Any]) -> None:
    call.pop("items")
    row = {"id": "elsewhere", "benchmark": "leak", "turn": 1, "text": "?"}
    with call["drafts"].open("a") as stream:
        stream.write(json.dumps(row) + "\n")
    with pytest.raises(InputError, match=r"responses.jsonl:5: .*elsewhere"):
        filter_responses(**call)
    assert not call["out"].exists()
