"""Files as the workflow needs them: read with file:line errors, written whole or not at all.

A result appears under its name only when it is complete (temporary name, fsync, rename), so that a
kill at any moment leaves either the old file or the new one.
"""

from __future__ import annotations

import codecs
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import msgspec


class InputError(ValueError):
    """Bad input, worded for the user: what, where, what to do."""


def sha256_of(path: str | Path) -> str:
    """The file's sha256 as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    with open(path, "rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def digest_of(value: Any) -> str:
    """sha256 of a JSON-serialisable value, independent of key order."""
    return hashlib.sha256(canonical_json(value).encode()).hexdigest()


def canonical_json(value: Any) -> str:
    """Sorted keys, no spaces, no NaN."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


@contextmanager
def atomic_open(path: str | Path, mode: str = "w") -> Iterator[IO[Any]]:
    """Write to a temporary neighbour; sync and rename on success, remove it on any failure."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    text = {} if "b" in mode else {"encoding": "utf-8", "newline": "\n"}
    try:
        with open(temporary, mode, **text) as stream:  # type: ignore[call-overload]
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def move_into_place(source: Path, target: Path) -> None:
    """Sync a finished file and rename it, within one file system: `target` is the old file or the new one."""
    with open(source, "rb") as stream:
        os.fsync(stream.fileno())
    os.replace(source, target)


def write_text(path: str | Path, text: str) -> None:
    with atomic_open(path) as stream:
        stream.write(text)


def write_json(path: str | Path, value: Any) -> None:
    """Indented, keys as given, trailing newline; NaN and infinities are refused."""
    write_text(path, json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n")


def write_jsonl(path: str | Path, rows: Iterable[dict[str, Any]]) -> int:
    """One JSON object a line; returns the number of rows."""
    count = 0
    with atomic_open(path) as stream:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")
            count += 1
    return count


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number JSON allows")


def read_json(path: str | Path) -> Any:
    """Raises InputError that names file and line."""
    try:
        text = Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    text = text.removeprefix(codecs.BOM_UTF8)
    if not text.strip():
        raise InputError(f"{path}: is empty")
    try:
        return msgspec.json.decode(text)
    except (ValueError, RecursionError):
        pass  # read once more, for an error that names the line
    try:
        return json.loads(text.decode(), parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{error.lineno}: not JSON ({error.msg})") from None
    except RecursionError:
        raise InputError(f"{path}: lists and objects stand too deep in one another") from None
    except ValueError as error:
        raise InputError(f"{path}: {error}") from None


def lines_of(path: str | Path) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of every line that is not blank, without a byte order mark, which some programs write.

    InputError for a missing file, or one without any line.
    """
    empty = True
    try:
        with open(path, "rb") as stream:
            for number, line in enumerate(stream, start=1):
                if number == 1:
                    line = line.removeprefix(codecs.BOM_UTF8)
                if line.strip():
                    empty = False
                    yield number, line
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except OSError as error:
        if error.filename is None:  # a disk that fails while it is read does not say where
            error.filename = str(path)
        raise
    if empty:
        raise InputError(f"{path}: holds no rows")


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)  # json.loads would make one for each line


def json_object(line: bytes, path: str | Path, number: int) -> dict[str, Any]:
    """The object that is a file's line; InputError names file and line where it is none."""
    try:
        row = _DECODER.decode(line.decode().rstrip("\r\n"))
    except UnicodeDecodeError as error:
        raise InputError(f"{path}:{number}: not UTF-8 ({error.reason} at byte {error.start})") from None
    except json.JSONDecodeError as error:  # its own text counts lines as well, from this one
        what = f"{error.msg.removesuffix(' at')} at column {error.colno}"
        raise InputError(f"{path}:{number}: not a JSON object ({what})") from None
    except RecursionError:
        raise InputError(f"{path}:{number}: lists and objects stand too deep in one another") from None
    except ValueError as error:
        raise InputError(f"{path}:{number}: not a JSON object ({error})") from None
    if not isinstance(row, dict):
        raise InputError(f"{path}:{number}: a JSON object was expected")
    return row


def stream_jsonl(path: str | Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSONL file one at a time; an empty file, a broken or non-object line is an InputError."""
    for number, line in lines_of(path):
        yield json_object(line, path, number)


def read_jsonl(path: str | Path) -> list[dict[str, Any]]:
    """All rows of `stream_jsonl`."""
    return list(stream_jsonl(path))
