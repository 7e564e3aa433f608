"""What a system was made from and with: the measured record that no reproducible file depends on.

Paths are written relative to the working folder (or as a bare name outside it) and values that look like
credentials are replaced, so that the record can be published as it is.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, read_json, sha256_of, write_json

REDACTED = "[redacted]"

_SECRET_KEY = re.compile(
    r"(?:^|[_\-.])(?:secret|password|passwd|api_?key|credentials?|token|auth)$", re.IGNORECASE
)
_SECRET_VALUE = re.compile(
    r"(?<=://)[^/\s@]+(?=@)"  # user:password@ of a URI
    r"|\bhf_[A-Za-z0-9]{16,}|\bgh[pousr]_[A-Za-z0-9]{16,}|\bsk-[A-Za-z0-9_\-]{16,}|\bAKIA[A-Z0-9]{16}\b"
    r"|(?<=[?&]token=)[^&\s]+|(?<=Bearer )\S+"
)
_ABSOLUTE = re.compile(r"(?<![\w.:/~-])/(?:[\w.@+~-]+/)+(?=[\w.@+~-])")


def redact(text: str) -> str:
    """`text` without credentials, and with absolute paths cut down to their last part."""
    return _ABSOLUTE.sub("", _SECRET_VALUE.sub(REDACTED, text))


def redacted(value: Any) -> Any:
    """A JSON value without credentials (by key and by form) and without absolute paths."""
    if isinstance(value, Mapping):
        return {
            str(key): REDACTED if _SECRET_KEY.search(str(key)) and isinstance(inner, str) else redacted(inner)
            for key, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [redacted(inner) for inner in value]
    if isinstance(value, Path):
        return shown_path(value)
    return redact(value) if isinstance(value, str) else value


def shown_path(path: Path) -> str:
    """Relative to the working folder, or the bare name where it lies outside."""
    resolved, here = Path(path).resolve(), Path.cwd().resolve()
    return resolved.relative_to(here).as_posix() if resolved.is_relative_to(here) else resolved.name


def record_provenance(
    *,
    system: str,
    config: dict[str, Any],
    inputs: dict[str, Path],
    outputs: dict[str, Path],
    timings: dict[str, Path],
    out: Path,
) -> None:
    """Write `out` (JSON): config as resolved, files with sha256 and bytes, software, hardware, git, times.

    inputs, outputs: name -> file, or folder (then each file in it is listed).
    timings: name -> JSON of measured times (seconds), as training and generation wrote them; empty for a
        system that is no model.
    Raises InputError for a file that does not exist.
    """
    record = {
        "system": system,
        "recorded": datetime.now(UTC).isoformat(timespec="seconds"),
        "config": redacted(config),
        "inputs": {name: describe(path) for name, path in sorted(inputs.items())},
        "outputs": {name: describe(path) for name, path in sorted(outputs.items())},
        "timings": {name: redacted(read_json(path)) for name, path in sorted(timings.items())},
        "software": {"python": platform.python_version(), "packages": installed_versions()},
        "hardware": {
            "machine": platform.machine(),
            "system": platform.system(),
            "cpu_capability": cpu_capability(),
            "cpus": os.cpu_count(),
        },
        "git": git_state(Path(__file__).parent),
    }
    write_json(out, record)


def describe(path: Path) -> Any:
    """{"path", "sha256", "bytes"} of a file; a list of them, by name, for a folder."""
    path = Path(path)
    if path.is_dir():
        return [describe(inner) for inner in sorted(path.rglob("*")) if inner.is_file()]
    if not path.is_file():
        raise InputError(f"{path}: no such file, so its provenance cannot be recorded")
    return {"path": shown_path(path), "sha256": sha256_of(path), "bytes": path.stat().st_size}


def installed_versions() -> dict[str, str]:
    """Every installed distribution with its version, by name."""
    found = {d.metadata["Name"]: d.version for d in importlib.metadata.distributions() if d.metadata["Name"]}
    return dict(sorted(found.items(), key=lambda pair: pair[0].lower()))


def cpu_capability() -> str:
    """AVX512, AVX2 or DEFAULT: the vector code that torch picks, on which the adapter's bytes depend.

    Follows aten/src/ATen/native/DispatchStub.cpp; ATEN_CPU_CAPABILITY overrides it there and here.
    """
    forced = os.environ.get("ATEN_CPU_CAPABILITY", "").upper()
    if forced in ("DEFAULT", "AVX2", "AVX512"):
        return forced
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "unknown"
    line = re.search(r"^flags\s*:(.*)$", text, re.MULTILINE)
    flags = set(line.group(1).split()) if line else set()
    if {"avx512f", "avx512vl", "avx512bw", "avx512dq", "fma"} <= flags:
        return "AVX512"
    return "AVX2" if {"avx2", "fma"} <= flags else "DEFAULT"


def git_state(folder: Path) -> dict[str, Any] | None:
    """{"commit", "changed_files"} of the repository around `folder`; None where there is none."""

    def git(*arguments: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, text=True, timeout=20, check=True
        )
        return done.stdout.strip()

    try:
        return {
            "commit": git("rev-parse", "HEAD"),
            "changed_files": len(git("status", "--porcelain", "--untracked-files=no").splitlines()),
        }
    except (OSError, subprocess.SubprocessError):
        return None
