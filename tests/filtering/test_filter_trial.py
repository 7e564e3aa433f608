"""The filter on trial: leaks in many forms, and turns without leaks, written before the matcher was read.

The filter's own readings came after the forms and were improved until these figures
stood; so the catch rate is one of known forms, and another table of disguises will give a lower one.
"""

from __future__ import annotations

import csv
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from socratic_tutor.corpus.rows import Plan, make_row
from socratic_tutor.corpus.subjects import subjects
from socratic_tutor.curriculum.answers import KINDS
from socratic_tutor.curriculum.matching import mentions, parse
from socratic_tutor.files import read_json, write_jsonl
from socratic_tutor.filtering import item_of
from socratic_tutor.filtering.judgement import RULES, reasons
from socratic_tutor.filtering.trial.evaluation import GOALS, handwritten_items, write_filter_evaluation
from socratic_tutor.filtering.trial.injection import leak_forms, leak_free_turns, leaks, trial_items
from socratic_tutor.filtering.trial.spellings import said, spellings
from socratic_tutor.items import at_turn

FOLDER = os.environ.get("SOCRATIC_HUMAN_DATA")


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The report on an item for each misconception and student with an error."""
    folder = tmp_path_factory.mktemp("trial")
    rows = [
        make_row(subject, kind, Plan("leak", "leak"), f"trial:{kind}:{number}")
        for kind in ("misconception", "wants_answer")
        for number, subject in enumerate(subjects(kind))
    ]
    write_jsonl(folder / "leak.jsonl", map(asdict, rows))
    call = {"benchmarks": {"leak": folder / "leak.jsonl"}, "rules": list(RULES), "level": 0.95}
    for name in ("first", "again"):
        write_filter_evaluation(**call, report=folder / f"{name}.json", table=folder / f"{name}.csv")
    assert (folder / "first.json").read_bytes() == (folder / "again.json").read_bytes()
    with (folder / "first.csv").open() as stream:
        table = list(csv.DictReader(stream))
    return {**read_json(folder / "first.json"), "table": table}


def test_enough_was_written_first() -> None:
    assert len({form.text for form in leak_forms()}) >= 60
    assert len(set(leak_free_turns())) >= 200
    assert {row["answer_kind"] for row in trial_items()} == set(KINDS)
    assert {name for name, _ in leak_free_turns()} == {row["id"] for row in trial_items()}


def test_leaks_are_caught_in_every_kind_of_answer(evaluation: dict[str, Any]) -> None:
    caught = evaluation["caught"]
    assert caught["n"] > 5000
    assert caught["rate"] >= caught["exact_lower"] >= GOALS["catch_rate"]
    assert evaluation["caught_as_scored"]["k"] <= caught["k"]
    assert evaluation["caught_as_scored"]["rate"] >= 0.8  # without the filter's own readings
    assert {part["answer_kind"] for part in evaluation["by_answer_kind"]} == set(KINDS)
    for part in [*evaluation["by_answer_kind"], *evaluation["by_group"]]:
        assert part["rate"] >= GOALS["catch_rate"], part
    whole = evaluation["forms_without_a_miss"]
    assert whole["n"] == len(evaluation["by_form"]) == len(leak_forms())
    assert whole["k"] >= 0.95 * whole["n"]
    assert caught["n"] - caught["k"] == sum(row["missed"] for row in evaluation["missed"])


def test_turns_that_leak_nothing_pass(evaluation: dict[str, Any]) -> None:
    assert len(evaluation["false_alarms"]) == 2
    for part in evaluation["false_alarms"]:
        assert part["n"] >= 200
        assert part["rate"] <= GOALS["false_alarms"], part


def test_the_table_holds_the_reports_numbers(evaluation: dict[str, Any]) -> None:
    first = evaluation["table"][0]
    assert [int(first["k"]), int(first["n"])] == [evaluation["caught"]["k"], evaluation["caught"]["n"]]
    parts = Counter(row["scope"] for row in evaluation["table"])
    assert parts == {
        "all": 1,
        "group": len(evaluation["by_group"]),
        "answer_kind": len(evaluation["by_answer_kind"]),
        "form": len(evaluation["by_form"]),
        "set": 2,
    }
    assert sum(int(row["n"]) for row in evaluation["table"] if row["scope"] == "group") == int(first["n"])


@pytest.mark.parametrize(
    ("kind", "answer", "expected"),
    [
        ("integer", "2048", "two thousand forty-eight"),
        ("fraction", "-6/5", "negative six fifths"),
        ("mixed", "3 1/7", "three and one seventh"),
        ("decimal", "0.42", "zero point four two"),
        ("money", "$819.20", "eight hundred nineteen dollars and twenty cents"),
        ("time", "1:15", "one fifteen"),
        ("inequality", "x <= -3", "x is less than or equal to negative three"),
        ("expression", "y^2 + 10y + 21", "y squared plus ten y plus twenty-one"),
        ("fraction", "1/400", None),
    ],
)
def test_answers_are_read_aloud(kind: str, answer: str, expected: str | None) -> None:
    assert said(kind, answer) == expected


def test_what_was_said_is_only_claimed_and_never_put_in_the_same_words() -> None:
    made = list(leaks("id", "decimal", "0.5", "2.4", "Write 2/4 as a decimal.", "I say 2.4."))
    assert made
    assert all(leak.form.asserts for leak in made)
    assert not [leak for leak in made if "2/4" in leak.draft]
    assert {leak.form.id for leak in made if not leak.form.asserts} == set()


def test_a_sum_for_the_answer_is_not_the_problems_own() -> None:
    for problem in ("52 + 13 = ?", "58 + 7 = ?"):
        made = spellings("integer", "65", "515", problem, "")
        assert f"{made['p']} + {made['q']}" not in problem
        assert int(made["p"]) + int(made["q"]) == 65


def test_each_disguise_stays_where_the_student_used_it() -> None:
    words = "7 tens and 2 ones"
    item = item_of(f"What number is {words}?", "72", [{"role": "user", "content": "702"}])
    assert not reasons(item, f"What does each part of {words} count?")
    other = item_of("15 + 57 = ?", "72", [{"role": "user", "content": "612"}])
    assert reasons(other, f"It has {words}.")


@pytest.mark.parametrize(
    "piece",
    ["1 ", "a-", "a ", "one more than ", "(", "{", "**", "IV ", "two ", "1/2 ", "7 8s ", "hand on 6 "],
)
def test_no_text_takes_long(piece: str) -> None:
    """Each pattern is linear: ten times the text takes about ten times as long, here well below a limit."""
    import time

    items = handwritten_items()
    began = time.perf_counter()
    for name in ("add", "bus", "paint", "order", "expand", "bound"):
        reasons(items[name], piece * (20_000 // len(piece)))
    assert time.perf_counter() - began < 30


def focus_and_probing() -> Iterator[tuple[str, str]]:
    """(answer, turn) of teachers' focusing and probing turns, before anybody has said the answer's value."""
    turn_of = re.compile(r"\s*(?P<who>[^:]{1,40}):\s*(?:\((?P<move>[a-z]+)\))?(?P<text>.*)", re.DOTALL)
    for line in (Path(FOLDER or "") / "mathdial.jsonl").read_text(encoding="utf-8").splitlines():
        dialogue = json.loads(line)
        last = dialogue["ground_truth"].strip().splitlines()[-1]
        answer = parse(last, "integer") or parse(last, "decimal") or parse(last, "fraction")
        assert answer is not None
        if mentions(answer, dialogue["question"]) or mentions(answer, dialogue["student_incorrect_solution"]):
            continue
        heard = f"{dialogue['question']}\n{dialogue['student_incorrect_solution']}"
        for turn in dialogue["conversation"].split("|EOM|"):
            match = turn_of.match(turn)
            if match is None:
                continue
            if match["who"] == "Teacher" and match["move"] in ("focus", "probing"):
                yield json.dumps([str(answer), answer.kind, heard]), match["text"]
            if mentions(answer, match["text"]):
                break
            heard += "\n" + match["text"]


@pytest.mark.skipif(not FOLDER, reason="SOCRATIC_HUMAN_DATA names no folder")
def test_teachers_focusing_and_probing_turns_pass() -> None:
    """MathDial (Macina et al., 2023). The last step is judged too, which such a question may well name."""
    held: dict[str, list[str]] = {rule: [] for rule in RULES}
    n = turns = 0
    for key, text in focus_and_probing():
        answer, kind, heard = json.loads(key)
        item = item_of(
            heard,
            answer,
            [{"role": "user", "content": ""}],
            answer_kind=kind,
            student_kind="misconception",
        )
        n += 1
        found = reasons(item, text)
        turns += bool(found)  # by whichever rules
        for reason in found:
            held[reason.rule].append(f"{answer}: {text!r} ({reason.evidence})")
    listed = "\n".join(f"{rule} {line}" for rule, lines in held.items() for line in lines)
    print(f"{turns} of {n} turns; { ({rule: len(lines) for rule, lines in held.items()}) }\n{listed}")
    assert n > 800
    assert turns <= GOALS["false_alarms"] * n


def test_authored_turns_of_later_turns_pass() -> None:
    rows = [
        make_row(subject, "misconception", Plan("pressure", "leak"), f"trial turns:{number}")
        for number, subject in enumerate(subjects("misconception"))
    ]
    judged = [reasons(at_turn(row, 1), row.reference) for row in rows]
    assert sum(map(bool, judged)) <= GOALS["false_alarms"] * len(judged)
