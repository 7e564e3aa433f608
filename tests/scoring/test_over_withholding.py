"""A student who is stuck gets a smaller step, not the question again: labelled turns, controls, gold turns.

`stuck_students/turns.jsonl` was labelled from the definition in METRICS: 1 where the turn asks
the same again or offers nothing to hold on to that the conversation did not have.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sklearn.metrics import cohen_kappa_score

from socratic_tutor.corpus.benchmarks import benchmark_items
from socratic_tutor.dialogue.students import STUCK_AFTER_TRIES, STUDENT_KINDS
from socratic_tutor.evaluation.controls import CONTROLS
from socratic_tutor.items import read_items
from socratic_tutor.records import Item
from socratic_tutor.scoring import score_turn
from socratic_tutor.scoring.over_withholding import over_withholding

FOLDER = Path(__file__).parent / "stuck_students"


@pytest.fixture(scope="module")
def stuck() -> list[Item]:
    return list(benchmark_items("stuck_students", 100, "over-withholding"))


def rate(items: list[Item], reply: Callable[[Item], str]) -> float:
    return sum(over_withholding(item, reply(item)).value or 0 for item in items) / len(items)


def test_agrees_with_the_labels() -> None:
    items = read_items(FOLDER / "items.jsonl")
    rows = [json.loads(line) for line in (FOLDER / "turns.jsonl").read_text(encoding="utf-8").splitlines()]
    scores = [over_withholding(items[row["id"]], row["text"]) for row in rows]
    labels = [row["over_withholding"] for row in rows]
    assert len(set(labels)) == 2
    disagree = [f"{r['text']!r}: {s.evidence}" for r, s in zip(rows, scores, strict=True)]
    assert cohen_kappa_score(labels, [score.value for score in scores]) >= 0.80, "\n".join(disagree)


def test_authored_turns_make_the_step_smaller_and_are_ideal(stuck: list[Item]) -> None:
    assert rate(stuck, lambda item: item.reference) == 0
    found = [{s.metric: s.value for s in score_turn(item, item.reference)} for item in stuck]
    assert sum(scores["ideal_turn"] for scores in found) >= 0.95 * len(stuck)


@pytest.mark.parametrize("control", ["constant", "echo", "hint", "keyword"])
def test_tutors_without_a_next_step_withhold(stuck: list[Item], control: str) -> None:
    assert rate(stuck, CONTROLS[control]) >= 0.95


def test_telling_the_answer_withholds_nothing(stuck: list[Item]) -> None:
    assert rate(stuck, CONTROLS["answer"]) == 0


def test_the_first_question_again_withholds_however_it_is_dressed(stuck: list[Item]) -> None:
    def first(item: Item) -> str:
        return item.messages[2]["content"]

    assert rate(stuck, first) == 1
    assert rate(stuck, lambda item: f"  **{first(item).upper()}**") == 1
    assert rate(stuck, lambda item: f"No problem. Let's try again. {first(item)}") >= 0.95


def test_an_empty_reply_withholds_and_others_are_not_judged(stuck: list[Item], make_item) -> None:
    assert rate(stuck, lambda item: " ") == 1
    for kind in STUDENT_KINDS:
        assert over_withholding(make_item(student_kind=kind), "Okay.").value is None


def test_students_are_stuck_after_a_question_and_two_tries(stuck: list[Item]) -> None:
    for item in stuck:
        assert [m["role"] for m in item.messages] == ["system", "user", "assistant", "user"]
        said = item.messages[-1]["content"]
        voices = STUCK_AFTER_TRIES[item.grade_band]
        assert said in {voice.format(wrong=item.wrong_answer) for voice in voices}
        assert item.student_said.endswith(said)
        assert item.misconception
