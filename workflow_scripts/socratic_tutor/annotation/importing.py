"""Annotators' CSV files back into labels; every cell that cannot be right is named by file and line."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from socratic_tutor.annotation.labels import LABELS
from socratic_tutor.annotation.pack import unguarded
from socratic_tutor.files import InputError, read_json

Labels = dict[str, dict[str, dict[str, str]]]  # annotator -> reply id -> label -> answer


def read_labels(folder: Path, key: Path) -> Labels:
    """The answers given, empty cells left out; an annotator is called as their file.

    Raises InputError without files, for a reply that is not in the pack or comes twice, and for an answer
    that the label does not allow.
    """
    known: Mapping[str, Any] = read_json(key)
    files = sorted(folder.glob("*.csv"))
    if not files:
        raise InputError(f"{folder}: holds no CSV file\nPut one there for each annotator, named after them.")
    return {path.stem: _read(path, known) for path in files}


def _read(path: Path, known: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream)
            missing = {"reply_id", *(label.name for label in LABELS)} - set(rows.fieldnames or ())
            if missing:
                raise InputError(f"{path}:1: the column {sorted(missing)[0]} is missing")
            for row in rows:
                where, reply = f"{path}:{rows.line_num}", (row["reply_id"] or "").strip()
                if reply not in known:
                    raise InputError(f"{where}: reply {reply!r} is not in the pack's key")
                if reply in found:
                    raise InputError(f"{where}: reply {reply!r} comes twice")
                found[reply] = _answers(row, where)
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 ({error.reason}); save it as CSV UTF-8") from None
    return found


def _answers(row: Mapping[str, str | None], where: str) -> dict[str, str]:
    answers = {}
    for label in LABELS:
        given = unguarded((row[label.name] or "").strip()).lower().replace(" ", "_")
        if not given:
            continue
        if given not in label.answers:
            allowed = ", ".join(label.answers)
            raise InputError(f"{where}: {label.name} is {given!r}; allowed are {allowed}, or nothing")
        answers[label.name] = given
    return answers
