"""Checkpoints that are used only when they are whole and belong to this very run.

Layout of the folder: key.json (what the run depends on) and checkpoint-N/ as the trainer writes them, each
with history.jsonl, progress.json and, written last, manifest.json: the sha256 of every file. Half-written,
damaged or incomplete checkpoints are never loaded; the trainer alone would take a missing optimizer for a
fresh one.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, read_json, sha256_of, write_json
from socratic_tutor.modeling.history import LogHistory, best_step

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
    """Make `root` this run's folder: checkpoints of another key (or of none) are removed.

    Raises InputError if the folder holds files that no run of this workflow wrote.
    """
    root.mkdir(parents=True, exist_ok=True)
    ours = {path.name for path in _all(root)} | {KEY}
    strange = sorted(p.name for p in root.iterdir() if p.name not in ours and not p.name.startswith("."))
    if strange:
        raise InputError(f"{root}: holds {strange[0]!r}, which is no checkpoint; name a folder of its own")
    try:
        same = read_json(root / KEY) == key
    except InputError:
        same = False
    if not same:
        clear(root)
        write_json(root / KEY, key)


def clear(root: Path) -> None:
    """Remove all checkpoints and the key; the key first, so that a kill cannot leave some under it."""
    (root / KEY).unlink(missing_ok=True)
    for folder in _all(root):
        shutil.rmtree(folder)


def seal(folder: Path) -> None:
    """Write the manifest over the folder's files: from now on the checkpoint counts."""
    digests = {path.name: sha256_of(path) for path in sorted(folder.iterdir()) if path.name != MANIFEST}
    write_json(folder / MANIFEST, digests)


def verified(folder: Path) -> bool:
    """Whether every needed file is there and every sealed file has the sha256 of its manifest."""
    try:
        digests = read_json(folder / MANIFEST)
        return all(name in digests for name in NEEDED) and all(
            sha256_of(folder / name) == digest for name, digest in digests.items()
        )
    except (InputError, OSError):
        return False


def log_of(folder: Path) -> LogHistory:
    """The trainer's log history up to this checkpoint."""
    return read_json(folder / STATE)["log_history"]


def newest_usable(root: Path) -> Path | None:
    """The newest verified checkpoint whose best step so far is verified too; everything else is removed.

    None when training has to begin anew.
    """
    sound = {step_of(folder): folder for folder in _all(root) if verified(folder)}
    chosen = None
    for step in sorted(sound, reverse=True):
        best = best_step(log_of(sound[step]))
        if best is None or best in sound:
            chosen = step
            break
    for folder in _all(root):
        if chosen is None or step_of(folder) > chosen or step_of(folder) not in sound:
            shutil.rmtree(folder)
    return None if chosen is None else sound[chosen]


def prune(root: Path, *, keep: int) -> None:
    """Keep the newest `keep` checkpoints and the best one that each of them refers to.

    With `keep` 2 there is a whole one to fall back on when the newest turns out to be damaged.
    """
    newest = _all(root)[:keep]
    needed = {step_of(folder) for folder in newest} | {best_step(log_of(folder)) for folder in newest}
    for folder in _all(root):
        if step_of(folder) not in needed:
            shutil.rmtree(folder)
