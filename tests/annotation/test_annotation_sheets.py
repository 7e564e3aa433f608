"""Label files as spreadsheets and people make them: read where they can be, else refused by line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from labelled import BENCHMARKS, RUN, SYSTEMS, compare, label, pack, rows_of, say, write_labels

from socratic_tutor.annotation.importing import Sheet, read_labels
from socratic_tutor.annotation.labels import LABELS
from socratic_tutor.annotation.replies import read_replies
from socratic_tutor.files import InputError, read_jsonl, write_jsonl

LEAK = {"answer_leak": "yes"}
NAMES = {one.name for one in LABELS}


def read(results: Path) -> list[Sheet]:
    known = read_replies(
        {name: results / f"{name}.jsonl" for name in BENCHMARKS},
        {name: results / f"{name}.jsonl" for name in SYSTEMS},
    )
    return read_labels(results / "labels", known, pack(results)["pack"])


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
        lambda text: text.replace(",", ";").encode("cp1252"),
        lambda text: ("sep=;\r\n" + text.replace(",", ";")).encode(),
        lambda text: text.replace(",", "\t").encode("utf-16"),
        lambda text: ("\n" + text + "\n,,,\n").encode(),
    ],
    ids=["mark", "crlf", "semicolons in Windows-1252", "sep", "tabs in UTF-16", "empty rows"],
)
def test_any_spreadsheets_csv_is_read(results: Path, rewrite: Callable[[str], bytes]) -> None:
    pack(results)
    ids = [row["reply_id"] for row in rows_of(results / "pack.csv")][:3]
    columns = (
        "reply_id,socratic_question,error_relevance,scaffolding,answer_leak,finishing_step,key_step_leak,"
    )
    columns += "affirms_wrong,affirms_correct,over_withholding,faithful,grade_language,ideal_turn,"
    columns += "mistake_identification,mistake_location,providing_guidance,actionability,comment,annotator"
    text = f'{columns}\n{ids[0]},,,,Yes,,,,n/a,,,,,,,,,"zu früh\nund ""so""",Zoë\n'
    text += f"{ids[1]},,,Off target, NO ,,,, N/A ,,,,,,,,,,\n"
    (results / "labels").mkdir()
    path = results / "labels" / "ana.csv"
    path.write_bytes(rewrite(text))
    (sheet,) = read(results)
    assert sheet.annotator == "Zoë"
    assert sheet.answers == {
        ids[0]: {"answer_leak": "yes"},
        ids[1]: {"scaffolding": "off_target", "answer_leak": "no"},
    }
    # a row's line is that on which it begins, whatever stands above
    broken = text.replace(" NO ", "perhaps")
    path.write_bytes(rewrite(broken))
    with pytest.raises(InputError, match=r"ana\.csv:[45]: answer_leak is 'perhaps'; allowed are yes, no"):
        read(results)


def test_every_table_counts_and_nothing_is_passed_over(results: Path) -> None:
    pack(results)
    label(results, "ana", LEAK)
    folder = results / "labels"
    table = (folder / "ana.csv").read_bytes().decode("utf-8-sig").replace("ana", "ben")
    (folder / "ben.CSV").write_text(table)
    (folder / "cy.txt").write_bytes(table.replace("ben", "cy").replace(",", "\t").encode("utf-16"))
    for hidden in (".~lock.ana.csv#", "~$ana.csv", "._ana.csv"):
        (folder / hidden).write_bytes(b"\0")
    assert [sheet.annotator for sheet in read(results)] == ["ana", "ben", "cy"]
    (folder / "dora.xlsx").write_bytes(b"PK")
    with pytest.raises(InputError, match=r"dora\.xlsx: is no CSV file"):
        read(results)


def test_what_does_not_apply_to_a_student_is_not_asked(results: Path) -> None:
    for benchmark, kind in zip(BENCHMARKS, ("correct", "stuck"), strict=True):
        items = read_jsonl(results / f"{benchmark}.jsonl")
        write_jsonl(results / f"{benchmark}.jsonl", [{**item, "student_kind": kind} for item in items])
    pack(results)
    rows = rows_of(results / "pack.csv")
    by_kind = {
        "is right": "affirms_correct",
        "has an error and is stuck after honest tries": "over_withholding",
    }
    for row in rows:
        only = by_kind[row["student"]]
        assert {row[name] for name in ("affirms_correct", "over_withholding")} == {"", "n/a"}
        assert row[only] == ""
        assert (row["answer_leak"] == "n/a") == (only == "affirms_correct")
    first = next(row for row in rows if row["student"] == "is right")
    asked = {name: "yes" for name, value in first.items() if name in NAMES and value == ""}
    write_labels(results, "ana", [{**first, **asked}])
    (sheet,) = read(results)
    assert sheet.complete == 1
    assert set(asked) == {
        "socratic_question",
        "affirms_correct",
        "faithful",
        "grade_language",
        "actionability",
    }
    write_labels(results, "ana", [{**first, **LEAK}])
    with pytest.raises(InputError, match="answer_leak is answered, but does not apply to this student"):
        read(results)


def test_half_filled_sheets_are_counted(results: Path) -> None:
    pack(results)
    label(results, "ana", LEAK, first=7)
    (sheet,) = read(results)
    assert (len(sheet.answers), sheet.complete, sheet.unanswered) == (7, 0, 33)
    found = compare(results)
    assert found["annotators"][0]["unanswered"] == 33
    assert found["pack"]["labelled"] == 7


def test_rows_that_repeat_count_once_and_rows_that_contradict_are_refused(results: Path) -> None:
    pack(results)
    rows = [{**row, **LEAK} for row in rows_of(results / "pack.csv")[:3]]
    write_labels(results, "ana", [*rows, rows[0]])
    (sheet,) = read(results)
    assert (len(sheet.answers), sheet.repeated) == (3, 1)
    # hostile replies hold line ends: the lines are the file's, not the rows'
    path = write_labels(results, "ana", [*rows, {**rows[0], "answer_leak": "no"}])
    lines = path.read_text(encoding="utf-8").split("\n")
    begins = [n for n, line in enumerate(lines, start=1) if line.startswith(rows[0]["reply_id"])]
    said = rf"ana\.csv:{begins[1]}: reply '{rows[0]['reply_id']}' comes twice, and line {begins[0]} answers"
    with pytest.raises(InputError, match=said):
        read(results)


@pytest.mark.parametrize(("one", "other"), [("ana", "Ana"), ("ana", "ana (1)")])
def test_two_files_by_one_name_are_refused(results: Path, one: str, other: str) -> None:
    pack(results)
    label(results, one, LEAK)
    label(results, other, LEAK)
    with pytest.raises(InputError, match="are both by") as refused:
        read(results)
    assert f"{one}.csv" in str(refused.value)
    assert f"{other}.csv" in str(refused.value)
    rows = [{**row, **LEAK, "annotator": "ben"} for row in rows_of(results / "pack.csv")]
    write_labels(results, other, rows)
    assert {sheet.annotator for sheet in read(results)} == {one, "ben"}
    write_labels(results, other, [*rows[:2], {**rows[2], "annotator": "cleo"}])
    with pytest.raises(InputError, match=r"annotator is 'cleo', above it is 'ben'"):
        read(results)


def test_labels_of_texts_that_are_no_more_are_refused_and_others_kept(results: Path) -> None:
    key = pack(results)
    label(results, "ana", LEAK)
    kept = compare(results)
    assert kept["systems"][RUN] == 10
    pack(results, replies=12)  # another size, and every label still fits
    assert [row["answers"] for row in compare(results)["labels"]] == [
        row["answers"] for row in kept["labels"]
    ]
    assert compare(results)["pack"]["labelled_outside"] == 28
    say(results, RUN, 6)  # trained anew: it says other things
    new = pack(results)
    with pytest.raises(InputError) as refused:
        compare(results)
    said = str(refused.value)
    assert len(said.splitlines()) <= 5
    assert "ana.csv:" in said.splitlines()[0]
    assert f"labelled in pack {key['pack']!r}; the present one is {new['pack']!r}" in said
    assert "10 of 40 labelled replies" in said
    assert "Run annotation_pack, load the file on the new page" in said
    # the pack alone does not make an old label fit: the systems' texts decide
    still = [row for row in rows_of(results / "labels" / "ana.csv") if row["reply_id"] in new["replies"]]
    write_labels(results, "ana", still)
    found = compare(results)
    assert found["systems"][RUN] == 0
    assert found["pack"]["labelled"] == len(still) == 30


def test_a_stale_pack_does_not_pass_old_labels_on(results: Path) -> None:
    pack(results)
    label(results, "ana", LEAK)
    say(results, RUN, 6)
    with pytest.raises(InputError, match="is said by no system now"):
        compare(results)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda text, name: text.replace(name, "r9999"),
            r"ana\.csv:\d+: reply 'r9999' is said by no system now",
        ),
        (lambda text, name: text.replace(name, ""), r"ana\.csv:\d+: has labels but no reply_id"),
        (
            lambda text, name: text.replace(",yes,", ",perhaps,", 1),
            r"ana\.csv:2: \w+ is 'perhaps'; allowed are",
        ),
        (
            lambda text, name: text.replace("answer_leak", "leak"),
            r"ana\.csv:1: the column answer_leak is missing",
        ),
        (
            lambda text, name: text.replace("comment", "answer_leak"),
            r"ana\.csv:1: the column answer_leak comes twice",
        ),
        (lambda text, name: text + f'{name},"', r"ana\.csv:\d+: no CSV"),
        (lambda text, name: text + f"{name}{',x' * 40}\n", r"ana\.csv:\d+: the row has more cells"),
        (lambda text, name: "", r"ana\.csv: is empty"),
    ],
)
def test_a_file_that_cannot_be_right_is_named_with_its_line(
    results: Path, change: Callable[[str, str], str], said: str
) -> None:
    pack(results)
    path = label(results, "ana", LEAK)
    name = rows_of(results / "pack.csv")[0]["reply_id"]
    with path.open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    path.write_bytes(change(text, name).encode())
    with pytest.raises(InputError, match=said) as refused:
        read(results)
    assert len(str(refused.value).splitlines()) <= 5


def test_no_file_says_where_one_belongs(results: Path) -> None:
    pack(results)
    with pytest.raises(InputError, match="holds no CSV file"):
        read(results)
