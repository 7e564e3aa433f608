"""Each format is read into the same record; what is not the format is refused with file and place."""

from __future__ import annotations

import json
from pathlib import Path

import made_up
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socratic_tutor.evaluation.human_labels import READERS, read_sets
from socratic_tutor.evaluation.human_labels.records import (
    band_of_lesson,
    chat,
    last_number,
    problem_digest,
    problem_key,
)
from socratic_tutor.files import InputError


@pytest.mark.parametrize("version", [2, 3])
def test_mrbench(tmp_path: Path, version: int) -> None:
    name = f"mrbench_v{version}"
    rows = read_sets({name: made_up.mrbench(tmp_path, version)})[name]
    assert len(rows) == 3 * 12
    first = rows[0]
    assert first.tutor == "Coach"
    assert first.problem == "ben has 3 red and 5 blue beads how many beads has he got"
    assert [turn["role"] for turn in first.history] == ["assistant", "user"]
    assert first.labels["Actionability"] == "Yes"
    assert first.answer == ("8" if version == 2 else "")
    assert len({row.dialogue for row in rows}) == 12  # conversation_id is the same in all


@pytest.mark.parametrize(("version", "other"), [(2, 3), (3, 2)])
def test_the_other_version_of_mrbench_is_refused(tmp_path: Path, version: int, other: int) -> None:
    with pytest.raises(InputError, match=f"This is a file of version {other}"):
        read_sets({f"mrbench_v{version}": made_up.mrbench(tmp_path, other)})


def test_euler_mathdial_bridge_and_mae(tmp_path: Path) -> None:
    euler, mathdial, bridge, mae = (
        READERS[name](getattr(made_up, name)(tmp_path)) for name in ("euler", "mathdial", "bridge", "mae")
    )
    assert [row.labels["questions"] for row in euler] == ["yes", "no", "no", "yes"]
    assert euler[0].problem == "ben has 3 beads how many"
    assert [row.labels["move"] for row in mathdial] == ["generic", "probing", "telling"]
    assert [len(row.history) for row in mathdial] == [1, 3, 5]
    assert mathdial[0].answer == "8"
    assert [(row.tutor, row.reply) for row in bridge] == [
        ("Novice", "No. It is 24."),
        ("Expert", "How did you count?"),
    ]
    assert [(row.history[0]["content"], row.answer) for row in mae] == [("0.5 + 0.7\n0.12", "1.2")]


@pytest.mark.parametrize(
    ("topic", "band"),
    [
        ("3.4B.Rounding", "3-5"),
        ("2.1A.Counting", "K-2"),
        ("8.5.Lines", "6-8"),
        ("11.2.Logs", "9-12"),
        ("", ""),
    ],
)
def test_a_lesson_is_named_by_its_grade(topic: str, band: str) -> None:
    assert band_of_lesson(topic) == band
    assert band_of_lesson("Unit 3.4") == band_of_lesson("2.5 as a fraction") == ""


def test_the_band_is_what_the_set_says_or_implies(tmp_path: Path) -> None:
    names = ("euler", "mathdial", "bridge", "mae")
    bands = {name: READERS[name](getattr(made_up, name)(tmp_path))[0].grade_band for name in names}
    assert bands == {"euler": "6-8", "mathdial": "6-8", "bridge": "3-5", "mae": ""}
    assert READERS["mrbench_v3"](made_up.mrbench(tmp_path, 3))[0].grade_band == "6-8"


def test_a_problem_has_one_key_in_all_sets(tmp_path: Path) -> None:
    two, three, mathdial = (
        {row.problem for row in rows}
        for rows in read_sets(
            {
                "mrbench_v2": made_up.mrbench(tmp_path, 2),
                "mrbench_v3": made_up.mrbench(tmp_path, 3),
                "mathdial": made_up.mathdial(tmp_path),
            }
        ).values()
    )
    assert two == three
    assert mathdial <= two


def test_a_conversation_of_bridge_has_one_key_in_mrbench_and_bridge(tmp_path: Path) -> None:
    bridge = made_up.bridge(tmp_path)
    said = json.loads(bridge.read_text())[0]["c_h"]
    transcript = "\u00a0\n\u00a0".join(f"{turn['user'].title()}: {turn['text']}" for turn in said)
    path = made_up.mrbench(tmp_path, 3, problems=1)
    rows = json.loads(path.read_text())
    rows[0]["conversation_history"] = transcript
    path.write_text(json.dumps(rows))
    keys = [
        {row.problem for row in READERS[name](file)}
        for name, file in (("bridge", bridge), ("mrbench_v3", path))
    ]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("document", [{}, [], [{}], [{"conversation_history": 3}]])
def test_another_file_is_refused_with_its_name(tmp_path: Path, name: str, document: object) -> None:
    path = tmp_path / "other.json"
    path.write_text(json.dumps(document) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="other.json") as refused:
        READERS[name](path)
    assert len(str(refused.value).splitlines()) <= 5


def test_a_missing_reply_is_named_by_row_and_tutor(tmp_path: Path) -> None:
    path = made_up.mrbench(tmp_path, 3)
    rows = json.loads(path.read_text())
    del rows[4]["tutor_responses"]["Cheer"]["response"]
    path.write_text(json.dumps(rows))
    with pytest.raises(InputError, match="row 5, Cheer: response is missing"):
        READERS["mrbench_v3"](path)


def test_labels_are_read_in_any_case_and_with_any_blanks(tmp_path: Path) -> None:
    said = {
        "Mistake_Identification": " yes",
        "Mistake_Location": "TO SOME\u00a0 EXTENT",
        "Actionability": None,
    }
    path = made_up.mrbench(tmp_path, 3)
    rows = json.loads(path.read_text())
    rows[0]["tutor_responses"]["Coach"]["annotation"] = {**said, "humanlikeness": "so-so"}
    path.write_text(json.dumps(rows))
    assert READERS["mrbench_v3"](path)[0].labels == {
        "Mistake_Identification": "Yes",
        "Mistake_Location": "To some extent",
        "humanlikeness": "so-so",
    }
    path = made_up.euler(tmp_path)
    path.write_text(path.read_text().replace('"yes"', '"Yes "'))
    assert [row.labels["questions"] for row in READERS["euler"](path)] == ["yes", "no", "no", "yes"]
    path = made_up.mathdial(tmp_path)
    path.write_text(path.read_text().replace("(probing)", "(Probing)"))
    assert [row.labels["move"] for row in READERS["mathdial"](path)] == ["generic", "probing", "telling"]


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "known"),
    [
        (
            "mrbench",
            '"Yes"',
            '"Yess"',
            ":1: row 1, Coach: Mistake_Identification is 'Yess'",
            "To some extent",
        ),
        (
            "mrbench",
            '"No"',
            "false",
            ":1: row 1, Cheer: Mistake_Identification is 'False'",
            "No (in any case)",
        ),
        ("euler", '"yes"', "true", ":1: row 1: questions is 'True'", "yes, no"),
        ("mathdial", "(telling)", "(tell)", ":1: move is 'tell'", "focus, probing, telling, generic"),
    ],
)
def test_an_unknown_answer_is_an_error_and_no_no(
    tmp_path: Path, name: str, old: str, new: str, where: str, known: str
) -> None:
    path = made_up.mrbench(tmp_path, 3) if name == "mrbench" else getattr(made_up, name)(tmp_path)
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(InputError) as refused:
        READERS["mrbench_v3" if name == "mrbench" else name](path)
    assert f"{path}{where}" in str(refused.value)
    assert known in str(refused.value)
    assert len(str(refused.value).splitlines()) <= 5


def test_a_row_is_named_by_its_line_too(tmp_path: Path) -> None:
    path = made_up.bridge(tmp_path)
    (row,) = json.loads(path.read_text())
    path.write_text(json.dumps([row, {**row, "c_r": 3}], indent=1))
    line = 1 + path.read_text().split('"c_r": 3')[0].count("\n")
    first = line - path.read_text().split("\n")[:line][::-1].index(" {")
    with pytest.raises(InputError, match=rf"bridge\.json:{first}: row 2: c_r is missing or no list"):
        READERS["bridge"](path)


@given(st.text())
def test_typography_does_not_change_a_problems_key(text: str) -> None:
    key = problem_key(text)
    assert problem_key(f"  {text.replace(' ', chr(160))}\n") == key
    assert problem_key(key) == key
    assert len(problem_digest(key)) == 16


@given(st.text())
def test_any_transcript_becomes_a_chat(text: str) -> None:
    assert all(turn["role"] in ("user", "assistant") for turn in chat(text))


@pytest.mark.parametrize(
    ("solution", "number"),
    [
        ("3 + 5 = 8\n 8", "8"),
        ("so\n $1,250.50", "1250.50"),
        ("it is 2/3", "2/3"),
        ("no number", ""),
        ("", ""),
    ],
)
def test_the_answer_is_the_last_number(solution: str, number: str) -> None:
    assert last_number(solution) == number
