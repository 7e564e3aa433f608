"""A CSV file as it comes back from a spreadsheet or the page: rows with their lines, whatever wrote it.

Excel writes a semicolon where the comma is the decimal mark, CRLF, a byte order mark or none, tabs in UTF-16
("Unicode text"), or Windows-1252 ("CSV" without more).
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from socratic_tutor.files import InputError

NOT_ASKED = "n/a"  # stands where a label does not apply to a reply
_DELIMITERS = ",;\t"
_ENDINGS = (".csv", ".tsv", ".txt")  # the last is what Excel calls "Unicode text"
_LONGEST_CELL = 1 << 24  # characters: a comment may be long
# A spreadsheet takes text that begins so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Row:
    """A row, the file's line on which it begins, and its cells by column, stripped and unguarded."""

    line: int
    cells: dict[str, str]


def sheets_in(folder: Path) -> tuple[list[Path], list[Path]]:
    """(the tables that lie there, other files), by name; hidden files and locks are neither."""
    visible = sorted(
        path for path in folder.glob("*") if path.is_file() and not path.name.startswith((".", "~$"))
    )
    tables = [path for path in visible if path.suffix.lower() in _ENDINGS]
    return tables, [path for path in visible if path not in tables]


def read_sheet(path: Path, needed: Sequence[str]) -> list[Row]:
    """The rows that hold anything, columns named in small letters.

    Raises InputError for a file without the `needed` columns, with one of them twice, or with a row that is
    longer than the head or ends amid a quotation.
    """
    text = _decoded(path.read_bytes())
    delimiter, skipped = _delimiter(text), int(text.lower().startswith("sep="))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    csv.field_size_limit(_LONGEST_CELL)
    rows, start = [], 1
    head: list[str] | None = None
    try:
        for cells in reader:
            line, start = start, reader.line_num + 1
            if line <= skipped or not any(cell.strip() for cell in cells):
                continue
            if head is None:
                head = [cell.strip().lower() for cell in cells]
                _check_head(f"{path}:{line}", head, needed)
                continue
            if any(cell.strip() for cell in cells[len(head) :]):
                raise InputError(
                    f"{path}:{line}: the row has more cells than the head has columns\n"
                    f"A text with {delimiter!r} in it must stand in quotation marks."
                )
            read = (unguarded(cell.strip()) for cell in cells)
            rows.append(Row(line, dict(zip(head, read, strict=False))))
    except csv.Error as error:
        raise InputError(f"{path}:{start}: no CSV ({error})\nSave it again as CSV UTF-8.") from None
    if head is None:
        raise InputError(f"{path}: is empty\nSave the labels again, or take the file away.")
    return rows


def guarded(text: str) -> str:
    """The text as a spreadsheet leaves it alone: with an apostrophe before what would be a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Labels are ASCII; names and comments may not be, and Windows-1252 is what Excel writes them in.
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """Excel's own hint ("sep=;" on the first line), or what the head has most of: its names have none."""
    first = text.lstrip().split("\n", 1)[0].rstrip("\r")
    if first.lower().startswith("sep=") and first[4:5] in _DELIMITERS and first[4:5]:
        return first[4]
    return max(_DELIMITERS, key=first.count)


def _check_head(where: str, head: Sequence[str], needed: Sequence[str]) -> None:
    for name in needed:
        if name not in head:
            raise InputError(
                f"{where}: the column {name} is missing\nSave the file again from pack.csv or the page."
            )
        if head.count(name) > 1:
            raise InputError(f"{where}: the column {name} comes twice; take one away")
