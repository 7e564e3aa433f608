"""Annotators' CSV files back into labels; what cannot be right is named by file and line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from socratic_tutor.annotation.labels import LABELS
from socratic_tutor.annotation.replies import Reply
from socratic_tutor.annotation.sheets import NOT_ASKED, Row, read_sheet, sheets_in
from socratic_tutor.files import InputError

Answers = dict[str, dict[str, str]]  # reply id -> label -> answer
Labels = dict[str, Answers]  # by annotator
_NEEDED = ("reply_id", *(label.name for label in LABELS))


@dataclass(frozen=True)
class Sheet:
    """One annotator's file.

    answers: of replies with any. complete: replies with all labels that are asked of them. unanswered: rows
        without one. repeated: rows that say again what an earlier one said.
    """

    annotator: str
    file: str
    answers: Answers
    complete: int
    unanswered: int
    repeated: int


def read_labels(folder: Path, known: Mapping[str, Reply], pack: str) -> list[Sheet]:
    """The files of `folder`, by annotator.

    known: all replies that there are now, by id. pack: the digest of the present pack.
    Annotators are called as the column `annotator` says, or else as their file. Raises InputError without
    files, for a file of another kind, for two by one name, for labels of texts that are no more, for a reply
    answered in two ways, for an answer that the label does not allow or that this reply is not asked for.
    """
    paths, others = sheets_in(folder)
    if others:
        raise InputError(
            f"{others[0]}: is no CSV file\nSave it as CSV if it holds labels; otherwise take it away."
        )
    if not paths:
        raise InputError(f"{folder}: holds no CSV file\nPut one there for each annotator, named after them.")
    sheets: dict[str, Sheet] = {}
    for path in paths:
        sheet = _read(path, known, pack)
        other = sheets.setdefault(sheet.annotator.casefold(), sheet)
        if other is not sheet:
            raise InputError(
                f"{folder}: {other.file!r} and {sheet.file!r} are both by {sheet.annotator!r}\n"
                "If they are one person's, keep the one that counts; if two people's, give one another name\n"
                "(the file's, and what the column annotator says if it says anything)."
            )
    return sorted(sheets.values(), key=lambda sheet: sheet.annotator)


def _read(path: Path, known: Mapping[str, Reply], pack: str) -> Sheet:
    rows = read_sheet(path, _NEEDED)
    answers: Answers = {}
    lines: dict[str, int] = {}
    unanswered = repeated = 0
    foreign: list[Row] = []
    for row in rows:
        where, reply = f"{path}:{row.line}", row.cells["reply_id"].lower()
        given = _answers(row, where)
        if not given:
            unanswered += 1
        elif not reply:
            raise InputError(f"{where}: has labels but no reply_id\nCopy it from pack.csv, or clear the row.")
        elif reply not in known:
            foreign.append(row)
        elif unasked := given.keys() - set(known[reply].asked()):
            raise InputError(
                f"{where}: {min(unasked)} is answered, but does not apply to this student\n"
                f"Clear the cell, or write {NOT_ASKED}."
            )
        elif reply not in answers:
            answers[reply], lines[reply] = given, row.line
        elif answers[reply] == given:
            repeated += 1
        else:
            raise InputError(
                f"{where}: reply {reply!r} comes twice, and line {lines[reply]} answers otherwise\n"
                "Keep the row that is meant."
            )
    if foreign:
        raise _stale(path, foreign, len(foreign) + len(answers), pack)
    complete = sum(len(given) == len(known[reply].asked()) for reply, given in answers.items())
    return Sheet(_annotator(path, rows), path.name, answers, complete, unanswered, repeated)


def _answers(row: Row, where: str) -> dict[str, str]:
    answers = {}
    for label in LABELS:
        given = re.sub(r"[\s-]+", "_", row.cells.get(label.name, "").lower())
        if given in ("", NOT_ASKED):
            continue
        if given not in label.answers:
            allowed = ", ".join(label.answers)
            raise InputError(f"{where}: {label.name} is {given!r:.40}; allowed are {allowed}, or nothing")
        answers[label.name] = given
    return answers


def _stale(path: Path, foreign: Sequence[Row], labelled: int, pack: str) -> InputError:
    row = foreign[0]
    theirs = row.cells.get("pack", "")
    packs = (
        f" (labelled in pack {theirs!r:.20}; the present one is {pack!r})" if theirs not in ("", pack) else ""
    )
    return InputError(
        f"{path}:{row.line}: reply {row.cells['reply_id']!r:.30} is said by no system now{packs}\n"
        f"So it is with {len(foreign)} of {labelled} labelled replies: systems or items changed since.\n"
        "Run annotation_pack, load the file on the new page and save it again: what still fits is kept.\n"
        "Then label there what is new."
    )


def _annotator(path: Path, rows: Sequence[Row]) -> str:
    """As the column says; else the file's name, without the number of a browser's second download."""
    name = ""
    for row in rows:
        found = row.cells.get("annotator", "")
        if name and found and found.casefold() != name.casefold():
            raise InputError(
                f"{path}:{row.line}: annotator is {found!r:.40}, above it is {name!r:.40}\n"
                "One file holds the labels of one person; part them."
            )
        name = name or found
    return name or re.sub(r"\s*\(\d+\)$", "", path.stem)
