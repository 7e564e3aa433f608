"""Replies of a teacher in SQLite, so that no call is made twice.

One transaction a reply: a kill at any moment leaves every reply that was written, and a sound file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, canonical_json, digest_of

# A full disk, a read-only one, a folder that may not be written: not the file's fault.
_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR)
_LAYOUT = 1  # PRAGMA user_version; raise it with any change to the table
_TABLE = """
CREATE TABLE replies (
    key TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    fault TEXT NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    seconds REAL NOT NULL,
    failed_attempts TEXT NOT NULL,
    server TEXT NOT NULL,
    model TEXT NOT NULL,
    revision TEXT NOT NULL,
    prompt_version TEXT NOT NULL,
    payload TEXT NOT NULL
)
"""


@dataclass(frozen=True)
class Reply:
    """What became of one request.

    text: of the reply; with a fault, what the server said instead, if anything.
    fault: "" when the server gave a text, else why there is none, as a short fixed phrase.
    prompt_tokens, completion_tokens: as the server counts them; 0 where it does not.
    seconds: of the last attempt. failed_attempts: those before it, by kind.
    """

    text: str
    fault: str = ""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0
    failed_attempts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Request:
    """Everything that a reply may depend on."""

    payload: Mapping[str, Any]
    model: str
    revision: str
    server: str
    prompt_version: str

    @property
    def key(self) -> str:
        """sha256, 64 hexadecimal digits, over all of it."""
        parts = [dict(self.payload), self.model, self.revision, self.server, self.prompt_version]
        return digest_of(parts)


class ReplyCache:
    """Requests and their replies in one file; close it, or use it in a `with`."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it. Raises InputError when it is something else or cannot be opened."""
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        except sqlite3.OperationalError as error:
            raise self._unwritten(error) from None
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")  # two first users must not both make the table
                (layout,) = self._connection.execute("PRAGMA user_version").fetchone()
                if not layout and not self._connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                    self._connection.execute(_TABLE)
                    self._connection.execute(f"PRAGMA user_version = {_LAYOUT}")
                    layout = _LAYOUT
            if layout != _LAYOUT:
                raise sqlite3.DatabaseError(f"layout {layout}, not {_LAYOUT}")
        except sqlite3.DatabaseError as error:
            self._connection.close()
            if getattr(error, "sqlite_errorcode", None) in _NO_ROOM:
                raise self._unwritten(error) from None
            raise InputError(
                f"{path}: no cache of teacher replies that this version can read ({error})\n"
                "Move it away; the teacher is then asked anew."
            ) from None

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> ReplyCache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, request: Request) -> Reply | None:
        """The reply, if it was written before."""
        row = self._connection.execute(
            "SELECT text, fault, prompt_tokens, completion_tokens, seconds, failed_attempts FROM replies"
            " WHERE key = ?",
            (request.key,),
        ).fetchone()
        if row is None:
            return None
        text, fault, prompt_tokens, completion_tokens, seconds, failed_attempts = row
        return Reply(text, fault, prompt_tokens, completion_tokens, seconds, json.loads(failed_attempts))

    def put(self, request: Request, reply: Reply) -> None:
        """Write the reply; on the disk when this returns. Raises InputError when it cannot be written."""
        row = (
            request.key,
            reply.text,
            reply.fault,
            reply.prompt_tokens,
            reply.completion_tokens,
            reply.seconds,
            canonical_json(reply.failed_attempts),
            request.server,
            request.model,
            request.revision,
            request.prompt_version,
            canonical_json(dict(request.payload)),
        )
        try:
            self._connection.execute(
                f"INSERT OR REPLACE INTO replies VALUES ({', '.join('?' * len(row))})", row
            )
        except sqlite3.OperationalError as error:
            raise self._unwritten(error) from None

    def _unwritten(self, error: sqlite3.Error) -> InputError:
        return InputError(
            f"{self.path}: a teacher's reply could not be kept ({error})\n"
            "Make room or make the folder writable, and run again: what was kept is not asked anew."
        )
