"""Checkpoints that are used only when they are whole and belong to this very run.

Layout of the folder: key.json (what the run depends on) and checkpoint-N/ as the trainer writes them, each
with history.jsonl, progress.json and, written last, manifest.json: the sha256 of every file. Half-written,
damaged or incomplete checkpoints are never loaded, and a warning names each; the trainer alone would take a
missing optimizer for a fresh one.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from socratic_tutor.disk import refused_write
from socratic_tutor.files import InputError, read_json, sha256_of, write_json
from socratic_tutor.modeling.history import LogHistory, best_step

log = logging.getLogger(__name__)

KEY = "key.json"
MANIFEST = "manifest.json"
HISTORY = "history.jsonl"
PROGRESS = "progress.json"
ADAPTER = "adapter_model.safetensors"
ADAPTER_CONFIG = "adapter_config.json"
STATE = "trainer_state.json"
NEEDED = (
    ADAPTER,
    ADAPTER_CONFIG,
    "optimizer.pt",
    "scheduler.pt",
    "rng_state.pth",
    STATE,
    HISTORY,
    PROGRESS,
)


def checkpoint_folder(root: Path, step: int) -> Path:
    return root / f"checkpoint-{step}"


def step_of(folder: Path) -> int:
    return int(folder.name.removeprefix("checkpoint-"))


def _all(root: Path) -> list[Path]:
    """Every checkpoint folder, newest first."""
    return sorted((p for p in root.glob("checkpoint-*") if p.name[11:].isdigit()), key=step_of, reverse=True)


def open_folder(root: Path, key: dict[str, Any]) -> None:
    """Make `root` this run's folder: checkpoints of another key, or of none, are removed with a warning.

    Raises InputError if the folder holds files that no run of this workflow wrote.
    """
    root.mkdir(parents=True, exist_ok=True)
    ours = {path.name for path in _all(root)} | {KEY}
    strange = sorted(p.name for p in root.iterdir() if p.name not in ours and not p.name.startswith("."))
    if strange:
        raise InputError(f"{root}: holds {strange[0]!r}, which is no checkpoint; name a folder of its own")
    try:
        earlier = read_json(root / KEY)
    except InputError:
        earlier = None
    if earlier != key:
        if _all(root):
            known = isinstance(earlier, dict)
            why = ", ".join(_differing(earlier, key)) if known else f"{KEY} is not readable"
            log.warning("%s: of another training (%s), so removed; training begins anew", root, why)
        clear(root)
        write_json(root / KEY, key)


def _differing(old: dict[str, Any], new: dict[str, Any], prefix: str = "") -> list[str]:
    """Dotted names of the entries that differ."""
    names: list[str] = []
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name), new.get(name)
        if isinstance(was, dict) and isinstance(now, dict):
            names += _differing(was, now, f"{prefix}{name}.")
        elif was != now:
            names.append(f"{prefix}{name}")
    return names


def clear(root: Path) -> None:
    """Remove all checkpoints and the key; the key first, so that a kill cannot leave some under it."""
    (root / KEY).unlink(missing_ok=True)
    for folder in _all(root):
        shutil.rmtree(folder)


def seal(folder: Path) -> None:
    """Bring the folder's files to the disk and write the manifest over them: now the checkpoint counts."""
    digests = {}
    for path in sorted(folder.iterdir()):
        if path.name != MANIFEST:
            with path.open("rb") as stream:
                os.fsync(stream.fileno())
            digests[path.name] = sha256_of(path)
    write_json(folder / MANIFEST, digests)


@contextmanager
def sealed(folder: Path) -> Iterator[None]:
    """Seal the checkpoint that the body writes; a body that fails leaves no half of it behind.

    Raises the OSError that the disk gives when it takes nothing more: of a full disk, torch's own writer says
    no more than `iostream error`.
    """
    try:
        yield
        seal(folder)
    except Exception as error:
        refusal = refused_write(folder.parent)  # asked while the half that did not fit is still there
        shutil.rmtree(folder, ignore_errors=True)
        if refusal is not None:
            raise refusal from error
        raise


def flaw_of(folder: Path) -> str | None:
    """Why the checkpoint must not be used; None if all files are there and as they were sealed."""
    try:
        digests = read_json(folder / MANIFEST)
        present = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
        for name in sorted({*NEEDED, *digests}):
            if name not in digests or name not in present:
                return f"{name} is missing"
            if sha256_of(folder / name) != digests[name]:
                return f"{name} is not as it was written"
    except (InputError, OSError):
        return "it was never finished"
    unknown = sorted(present - digests.keys() - {MANIFEST})
    return f"{unknown[0]} does not belong there" if unknown else None


def log_of(folder: Path) -> LogHistory:
    """The trainer's log history up to this checkpoint."""
    return read_json(folder / STATE)["log_history"]


def newest_usable(root: Path) -> Path | None:
    """The newest whole checkpoint whose best step so far is whole too; the others that are not are removed.

    None when training has to begin anew. Warns of every flaw, and where no checkpoint is left for them.
    """
    flaws = {step_of(folder): flaw_of(folder) for folder in _all(root)}
    sound = [step for step, flaw in flaws.items() if flaw is None]
    chosen = None
    for step in sound:
        best = best_step(log_of(checkpoint_folder(root, step)))
        if best is None or best in sound:
            chosen = step
            break
        flaws[step] = f"the checkpoint of its best step, {best}, is not whole"
    for step, flaw in flaws.items():
        if flaw is not None:
            log.warning("%s: %s; removed", checkpoint_folder(root, step), flaw)
            shutil.rmtree(checkpoint_folder(root, step))
    if any(flaws.values()) and chosen is None:
        log.warning("training begins anew")
    return None if chosen is None else checkpoint_folder(root, chosen)


def prune(root: Path, *, keep: int) -> None:
    """Keep the newest `keep` checkpoints and the best one that each of them refers to.

    With `keep` 2 there is a whole one to fall back on when the newest turns out to be damaged.
    """
    newest = _all(root)[:keep]
    needed = {step_of(folder) for folder in newest} | {best_step(log_of(folder)) for folder in newest}
    for folder in _all(root):
        if step_of(folder) not in needed:
            shutil.rmtree(folder)
