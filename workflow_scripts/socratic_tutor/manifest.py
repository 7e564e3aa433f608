"""The manifest of an experiment: every reproducible file with its sha256, and the check against it.

Two classes of files: *reproducible* ones have the same bytes for the same inputs on one machine type and
stand in the manifest; *measured* ones (times, hardware, logs, the MLflow store) do not. Snakemake compares
times, so a file that was cut or edited with its old time kept looks finished to it; `snakemake verify` reads
the bytes.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from tqdm import tqdm

from socratic_tutor.files import InputError, digest_of, read_json, sha256_of, write_json
from socratic_tutor.progress import bar_stream

MEASURED = frozenset(
    {
        "history.jsonl",
        "training_time.json",
        "generation_time.json",
        "external_generation_time.json",
        "filtering_time.json",
        "provenance.json",
        "tracked.json",
        "registry.json",
    }
)
MEASURED_FOLDERS = frozenset({"mlflow", "logs", "checkpoints", "second_drafts"})
_NAMED_IN_THE_ERROR = 3

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """path: relative to the manifest's folder. bytes: size of the file."""

    path: str
    sha256: str
    bytes: int


@dataclass(frozen=True)
class Difference:
    """kind: lost (no such file), cut (shorter than it was) or changed."""

    kind: str
    path: str
    detail: str


def is_measured(path: Path) -> bool:
    """Whether a file, by its path under results/{experiment}, differs from run to run by its nature."""
    return path.name in MEASURED or not MEASURED_FOLDERS.isdisjoint(path.parts)


def write_manifest(*, files: Iterable[Path], out: Path) -> None:
    """Write {"files": [{"path", "sha256", "bytes"}], "sha256": of that list}, sorted by path.

    Raises InputError for a measured file, which no second run could match, and for one outside `out`'s
    folder.
    """
    folder = out.parent.resolve()
    entries = []
    for path in sorted(set(files)):
        if not path.resolve().is_relative_to(folder):
            raise InputError(f"{path}: lies outside {out.parent}, so {out.name} cannot list it")
        relative = path.resolve().relative_to(folder)
        if is_measured(relative):
            raise InputError(
                f"{path}: is measured anew in every run; {out.name} lists reproducible files only"
            )
        entries.append(asdict(Entry(relative.as_posix(), sha256_of(path), path.stat().st_size)))
    write_json(out, {"files": entries, "sha256": digest_of(entries)})


def read_manifest(path: Path) -> list[Entry]:
    """The entries; InputError when there is no manifest, or one that does not match its own digest."""
    if not path.is_file():
        raise InputError(f"{path}: no such file, so there is nothing to verify against.\nRun `all` first.")
    document = read_json(path)
    try:
        entries, digest = document["files"], document["sha256"]
        found = [Entry(**entry) for entry in entries]
    except (KeyError, TypeError):
        raise InputError(f"{path}: is no manifest.\nRemove it and run `all` again.") from None
    if digest_of(entries) != digest:
        raise InputError(
            f"{path}: was edited: its list does not match its own sha256.\nRemove it, run `all`."
        )
    return found


def differences(manifest: Path) -> list[Difference]:
    """Each file that is not as the manifest says, in its order; paths relative to the manifest's folder."""
    found = []
    for entry in tqdm(read_manifest(manifest), desc="Verify", unit="file", file=bar_stream()):
        path = manifest.parent / entry.path
        if not path.is_file():
            found.append(Difference("lost", entry.path, "no such file"))
        elif (size := path.stat().st_size) < entry.bytes:
            found.append(Difference("cut", entry.path, f"{size:,} of {entry.bytes:,} bytes"))
        elif sha256_of(path) != entry.sha256:
            found.append(Difference("changed", entry.path, "other bytes than were recorded"))
    return found


def verify(manifest: Path) -> None:
    """Check every file of the manifest; each difference is logged, and InputError names the first of them."""
    found, total = differences(manifest), len(read_manifest(manifest))
    if not found:
        log.info("%s: all %d files are as they were made", manifest, total)
        return
    for difference in found:
        log.warning("%s %s: %s", difference.kind, manifest.parent / difference.path, difference.detail)
    shown = ", ".join(f"{d.path} ({d.kind})" for d in found[:_NAMED_IN_THE_ERROR])
    more = f" and {len(found) - _NAMED_IN_THE_ERROR} more" if len(found) > _NAMED_IN_THE_ERROR else ""
    raise InputError(
        f"{manifest.parent}: {len(found)} of {total} files are not as they were made:\n"
        f"{shown}{more}.\n"
        "Remove the files named and run `all`: it makes them again.\n"
        "After a change that was meant, `all` alone records the new bytes."
    )
