"""What must not leave the machine: code that runs on loading, credentials, paths of this machine."""

from __future__ import annotations

import re
from pathlib import Path

from socratic_tutor.files import InputError
from socratic_tutor.provenance import REDACTED, redact

# Only what a repository of ours is made of; pickles (.bin, .pt, .pkl, ...) are not among them.
ALLOWED = frozenset({".safetensors", ".json", ".jinja", ".md", ".jsonl", ".png", ".svg"})
TEXT = frozenset({".json", ".jinja", ".md", ".jsonl", ".svg"})
_PICKLE = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05", b"PK\x03\x04")
# A home or a temporary folder; the folder at work is added when a check is made.
_HOMES = r"(?<![\w.:/~-])(?:/home/|/root/|/Users/|/tmp/|/var/folders/|[A-Za-z]:\\Users\\)[\w.@+~-]+"


def check_publishable(folder: Path) -> None:
    """Look at every file under `folder`; InputError names the first that must not be published, and why."""
    here = re.compile(f"{_HOMES}|{re.escape(str(Path.cwd()))}")
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            raise InputError(f"{path}: is a link; only plain files are published")
        if not path.is_file():
            continue
        if path.suffix not in ALLOWED:
            raise InputError(
                f"{path}: files of this kind are not published ({', '.join(sorted(ALLOWED))} are)"
            )
        content = path.read_bytes()
        if content.startswith(_PICKLE):
            raise InputError(f"{path}: holds a pickle or an archive, which can run code when it is loaded")
        if path.suffix in TEXT:
            _check_text(path, content.decode("utf-8", errors="replace"), here)


def _check_text(path: Path, text: str, here: re.Pattern[str]) -> None:
    for number, line in enumerate(text.splitlines(), start=1):
        if REDACTED in redact(line) and REDACTED not in line:
            raise InputError(f"{path}:{number}: holds what looks like a credential (not shown)")
        if found := here.search(line):
            raise InputError(f"{path}:{number}: holds a path of this machine ({found.group()})")
