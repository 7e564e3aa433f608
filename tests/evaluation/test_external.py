"""Tutors and students of labelled sets: rates with human rates beside them, chats to answer."""

from __future__ import annotations

import csv
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

import made_up
import pytest

from socratic_tutor.evaluation.external.students import score_our_replies, write_students
from socratic_tutor.evaluation.external.table import NOT_COMPUTABLE
from socratic_tutor.evaluation.external.tutors import score_external
from socratic_tutor.files import InputError, read_jsonl, sha256_of, write_jsonl
from socratic_tutor.records import Response


def rows_of(path: Path) -> dict[tuple[str, str], dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return {(row["tutor"], row["scorer"]): row for row in csv.DictReader(stream)}


def test_each_tutor_has_its_rate_and_what_people_said(tmp_path: Path) -> None:
    score_external(sets={"mrbench_v2": made_up.mrbench(tmp_path, 2)}, level=0.95, out=tmp_path / "t.csv")
    rows = rows_of(tmp_path / "t.csv")
    coach, cheer = rows["Coach", "error_identified.lenient"], rows["Cheer", "error_identified.lenient"]
    assert (coach["n"], coach["human_rate"], cheer["human_rate"]) == ("12", "1.0", "0.0")
    assert float(coach["rate"]) > float(cheer["rate"])
    assert float(coach["ci_low"]) <= float(coach["rate"]) <= float(coach["ci_high"])
    leak = rows["Mixed", "answer_leak.typed"]
    assert float(leak["rate"]) == pytest.approx(float(leak["human_rate"])) == pytest.approx(0.25)
    assert rows["Coach", "brevity"]["human_rate"] == ""
    assert {scorer for tutor, scorer in rows if not tutor} == set(NOT_COMPUTABLE)
    assert "ideal_turn" in NOT_COMPUTABLE


def test_language_is_judged_where_the_band_is_known_and_else_the_table_says_why(tmp_path: Path) -> None:
    bridge = made_up.bridge(tmp_path)
    score_external(sets={"bridge": bridge}, level=0.95, out=tmp_path / "t.csv")
    rows = rows_of(tmp_path / "t.csv")
    assert (rows["Expert", "grade_language"]["k"], rows["Expert", "grade_language"]["n"]) == ("1", "1")
    bridge.write_text(bridge.read_text().replace("3.4B.", ""), encoding="utf-8")
    score_external(sets={"bridge": bridge}, level=0.95, out=tmp_path / "t.csv")
    rows = rows_of(tmp_path / "t.csv")
    assert ("Expert", "grade_language") not in rows
    assert rows["", "grade_language"]["set"] == "bridge"
    assert "needs the student's grade band" in rows["", "grade_language"]["method"]


def test_students_become_chats_that_end_with_the_student(tmp_path: Path) -> None:
    sets = {"mrbench_v3": made_up.mrbench(tmp_path, 3), "mae": made_up.mae(tmp_path)}
    write_students(sets=sets, size=5, out=tmp_path / "students.jsonl")
    rows = read_jsonl(tmp_path / "students.jsonl")
    assert len(rows) == 5 + 1
    assert len({row["id"] for row in rows}) == 6
    for row in rows:
        roles = [message["role"] for message in row["messages"]]
        assert (roles[0], roles[-1]) == ("system", "user")
        assert all(one != other for one, other in pairwise(roles))
    first = sha256_of(tmp_path / "students.jsonl")
    write_students(sets=sets, size=5, out=tmp_path / "students.jsonl")
    assert sha256_of(tmp_path / "students.jsonl") == first


def test_our_replies_stand_beside_by_system(tmp_path: Path) -> None:
    sets = {"mrbench_v3": made_up.mrbench(tmp_path, 3)}
    write_students(sets=sets, size=6, out=tmp_path / "students.jsonl")
    ids = [row["id"] for row in read_jsonl(tmp_path / "students.jsonl")]
    for system, text in (("asks", "Not quite. Can you check that again?"), ("cheers", "Great job!")):
        write_jsonl(tmp_path / f"{system}.jsonl", (asdict(Response(i, "students", 1, text)) for i in ids))
    score_our_replies(
        sets=sets,
        size=6,
        responses={"asks": tmp_path / "asks.jsonl", "cheers": tmp_path / "cheers.jsonl"},
        level=0.95,
        out=tmp_path / "systems.csv",
    )
    rows = rows_of(tmp_path / "systems.csv")
    assert (rows["asks", "asks_question"]["k"], rows["cheers", "asks_question"]["k"]) == ("6", "0")
    assert rows["asks", "asks_question"]["human_rate"] == ""
    assert rows["asks", "grade_language"]["k"] == "6"


def test_sets_without_replies_or_students_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="only these hold tutors' replies"):
        score_external(sets={"mae": made_up.mae(tmp_path)}, level=0.95, out=tmp_path / "t.csv")
    with pytest.raises(InputError, match="only these hold students"):
        write_students(sets={"euler": made_up.euler(tmp_path)}, size=3, out=tmp_path / "s.jsonl")
