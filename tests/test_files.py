"""Files appear whole or not at all, and bad ones are named with file and line."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from socratic_tutor.files import (
    InputError,
    atomic_open,
    digest_of,
    move_into_place,
    read_json,
    read_jsonl,
    sha256_of,
    write_json,
    write_jsonl,
    write_text,
)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "result.txt"
    write_text(path, "old")
    with pytest.raises(RuntimeError, match="half-way"), atomic_open(path) as stream:
        stream.write("new, but half")
        raise RuntimeError("half-way")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["result.txt"]


def test_a_finished_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    new, path = tmp_path / "new", tmp_path / "result.bin"
    new.write_bytes(b"new")
    path.write_bytes(b"old")
    move_into_place(new, path)
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["result.bin"]


def test_rows_survive_the_file(tmp_path: Path) -> None:
    rows = [{"a": 1, "text": "½ − 3\u2028x"}, {"a": None}]
    assert write_jsonl(tmp_path / "rows.jsonl", rows) == 2
    assert read_jsonl(tmp_path / "rows.jsonl") == rows


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "holds no rows"),
        ("\n \n", "holds no rows"),
        ('{"a": 1}\n{"a": ', ":2: not a JSON object"),
        ('{"a": 1}\n{"a": "\t"}\n', ":2: not a JSON object (Invalid control character at column 8)"),
        ('{"a": 1}\n{"a": 1,}\n', ":2: not a JSON object ("),
        ('{"a": NaN}\n', ":1: not a JSON object"),
        ("[1]\n", ":1: a JSON object was expected"),
        ('{"a": 1}\n' + "[" * 100_000 + "\n", ":2: lists and objects stand too deep"),
    ],
)
def test_broken_rows_are_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(content)
    with pytest.raises(InputError, match="rows.jsonl") as caught:
        read_jsonl(path)
    assert message in str(caught.value)
    assert "line 1" not in str(caught.value)  # the file's line is the one that counts


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "marked.json"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}\n')
    assert read_json(path) == {"a": 1}
    assert read_jsonl(path) == [{"a": 1}]


def test_what_stands_too_deep_is_named(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    path.write_text("[" * 100_000)
    with pytest.raises(InputError, match=r"deep\.json"):
        read_json(path)


def test_missing_and_binary_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_jsonl(tmp_path / "absent.jsonl")
    with pytest.raises(InputError, match="no such file"):
        read_json(tmp_path / "absent.json")
    (tmp_path / "empty.json").write_text("\n")
    with pytest.raises(InputError, match=r"empty\.json: is empty"):
        read_json(tmp_path / "empty.json")
    (tmp_path / "binary.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not UTF-8"):
        read_jsonl(tmp_path / "binary.jsonl")


def test_numbers_that_json_does_not_allow_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_json(tmp_path / "x.json", {"rate": math.nan})
    assert not (tmp_path / "x.json").exists()
    (tmp_path / "y.json").write_text('{"rate": Infinity}')
    with pytest.raises(InputError, match="Infinity"):
        read_json(tmp_path / "y.json")


def test_digest_ignores_key_order() -> None:
    assert digest_of({"a": 1, "b": [1, 2]}) == digest_of(json.loads('{"b": [1, 2], "a": 1}'))
    assert digest_of({"a": 1}) != digest_of({"a": 2})


def test_sha256_is_the_standard_one(tmp_path: Path) -> None:
    write_text(tmp_path / "empty", "")
    assert sha256_of(tmp_path / "empty").startswith("e3b0c44298fc1c14")
