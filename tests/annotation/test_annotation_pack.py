"""A pack that gives no name away, and ids that belong to texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from labelled import BENCHMARKS, RUN, SYSTEMS, pack, rows_of, say

from hostile import TEXTS
from scoring.fractions_item import FRACTIONS
from socratic_tutor.annotation.examples import (
    ASKED_BEFORE,
    EXAMPLES,
    HINT,
    PROBLEM,
    RIGHT,
    STUCK,
    STUDENT,
    Example,
)
from socratic_tutor.annotation.labels import LABELS, asked_of
from socratic_tutor.annotation.replies import Reply, reply_id
from socratic_tutor.annotation.sheets import guarded, unguarded
from socratic_tutor.files import InputError
from socratic_tutor.records import Item
from socratic_tutor.scoring import score_turn


def test_the_pack_is_balanced_blind_and_the_same_each_time(results: Path) -> None:
    key = pack(results)
    first = [(results / name).read_bytes() for name in ("pack.csv", "index.html", "key.json")]
    pack(results)
    assert [(results / name).read_bytes() for name in ("pack.csv", "index.html", "key.json")] == first
    systems = [entry["systems"] for entry in key["replies"].values()]
    assert {systems.count([system]) for system in SYSTEMS} == {10}
    assert {entry["benchmark"] for entry in key["replies"].values()} == set(BENCHMARKS)
    assert systems != sorted(systems)
    for page in first[:2]:
        assert not any(name.encode() in page for name in (RUN, '"base"', '"echo"', *BENCHMARKS[:1]))
    other = pack(results, seed="other")
    assert other["pack"] != key["pack"]


def test_an_id_tells_the_text_and_not_the_system(results: Path) -> None:
    before = pack(results, replies=160)
    texts = {row["reply_id"]: unguarded(row["reply"]) for row in rows_of(results / "pack.csv")}
    say(results, "base", SYSTEMS.index("gold"))  # now both say the same
    after = pack(results, replies=120)
    assert {tuple(entry["systems"]) for entry in after["replies"].values()} >= {("base", "gold"), (RUN,)}
    assert len(rows_of(results / "pack.csv")) == 120
    for name in after["replies"].keys() & before["replies"].keys():
        assert after["replies"][name]["id"] == before["replies"][name]["id"]
    now = {row["reply_id"]: unguarded(row["reply"]) for row in rows_of(results / "pack.csv")}
    assert {name: texts[name] for name in now} == now


def test_what_an_annotator_sees_makes_the_id() -> None:
    item = Item(**FRACTIONS)
    mine = reply_id("leak", item, "Why?")
    shown = {"correct_answer": "7/13", "grade_band": "6-8", "topic": "t", "id": "x", "wrong_answer": "3/7"}
    shown |= {"mission": "m", "vocabulary": ["v"], "hint": "h", "trace": ["9"], "rivals": []}
    shown |= {"student_kind": "stuck", "misconception": "other"}
    others = [Item(**{**FRACTIONS, name: value}) for name, value in shown.items()]
    others.append(Item(**{**FRACTIONS, "messages": [{"role": "user", "content": "Hm."}]}))
    ids = {mine, reply_id("leak", item, "Why ?"), *(reply_id("leak", other, "Why?") for other in others)}
    assert len(ids) == 2 + len(others)
    assert reply_id("leak", Item(**{**FRACTIONS, "reference": "not shown"}), "Why?") == mine


def test_an_annotator_sees_what_the_labels_ask_about() -> None:
    given = Reply("r1", "leak", Item(**FRACTIONS), "Why?", ("base",)).given()
    assert given == {
        "reply_id": "r1",
        "grades": "3-5",
        "topic": "adding fractions",
        "student": "has an error",
        "error": "2/7 (adds tops and bottoms)",
        "other_errors": "keeps the old numerators",
        "right_answer": "7/12",
        "values_on_the_way": "12, 4, 3",
        "mission": "add two fractions that have different denominators",
        "vocabulary": "numerator, denominator, common denominator",
        "hint": "adds the numerators and adds the denominators",
        "conversation": "Student: 1/3 + 1/4 = ?\nI got 2/7 because I added the tops and the bottoms.",
        "reply": "Why?",
    }


def test_nothing_that_was_said_runs_in_page_or_spreadsheet(results: Path) -> None:
    pack(results, replies=160)
    page = (results / "index.html").read_text(encoding="utf-8")
    assert page.count("<script") == 2  # the data and the page's own
    assert "<img" not in page
    assert "https://" not in page.split('id="data"')[0]
    for row in rows_of(results / "pack.csv"):
        assert not row["reply"].startswith(("=", "+", "-", "@"))
    for text in TEXTS:
        assert unguarded(guarded(text)) == text


def test_every_text_comes_through_the_csv_as_it_was(results: Path) -> None:
    pack(results, replies=160)
    assert {unguarded(row["reply"]) for row in rows_of(results / "pack.csv")} == set(TEXTS)


def test_too_many_replies_are_refused(results: Path) -> None:
    with pytest.raises(InputError, match=r"annotation\.replies: 1000 were asked for and there are 160"):
        pack(results, replies=1000)


def test_every_label_has_examples_of_more_than_one_answer() -> None:
    assert list(EXAMPLES) == [label.name for label in LABELS]
    for label in LABELS:
        answers = [example.answer for example in EXAMPLES[label.name]]
        assert set(answers) == set(label.answers), label.name


def student_of(example: Example) -> Item:
    """The item of an example: the student with an error, or one of the two others."""
    if example.student == RIGHT:
        return Item(**{**FRACTIONS, "student_kind": "correct", "student_said": RIGHT, "wrong_answer": ""})
    if example.student == STUCK:
        turns = [("user", f"{PROBLEM}\n{STUDENT}"), ("assistant", ASKED_BEFORE), ("user", STUCK)]
        messages = [{"role": role, "content": content} for role, content in turns]
        said = f"{STUDENT} {STUCK}"
        return Item(**{**FRACTIONS, "student_kind": "stuck", "messages": messages, "student_said": said})
    assert example.student == ""
    return Item(**FRACTIONS)


def test_scorers_judge_the_examples_as_the_guidelines_do() -> None:
    item = Item(**FRACTIONS)
    assert (item.problem, item.student_said, f"the student {item.hint}.") == (PROBLEM, STUDENT, HINT)
    otherwise = set()
    for label in LABELS:
        for example in EXAMPLES[label.name]:
            item = student_of(example)
            assert label.name in asked_of(item)
            scores = {score.metric: score.value for score in score_turn(item, example.tutor)}
            for metric, yes in label.scored_by.items():
                # the exact match is meant to miss other forms of the answer
                if metric != "answer_leak.naive" and scores[metric] != int(example.answer in yes):
                    otherwise.add((metric, example.tutor))
    assert not otherwise
