"""One running workflow per working folder, and a plain call that recovers after any kill.

Snakemake leaves its own lock behind when it is killed and then refuses to start. The kernel's lock (`flock`)
on an owner file ends with its process, so whoever gets it knows that no other run is alive and that locks
still lying there are stale.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from socratic_tutor.disk import is_full_disk, refused_write
from socratic_tutor.files import InputError

# Calls that only look (or only tidy up): they may go on beside a running workflow.
_LOOKING = (
    "--dag",
    "--rulegraph",
    "--filegraph",
    "--d3dag",
    "--lint",
    "--list",
    "--summary",
    "--detailed-summary",
    "--report",
    "--print-compilation",
    "--archive",
    "--containerize",
    "--generate-unit-tests",
    "--conda-create-envs-only",
)
_LOOKING_SHORT = ("-l", "-S", "-D")
OWNER = "owner"
_MAKES_BASE = {"synthesize_base_documents", "train_base_model", "promote_base_model"}
# None of these loads the base in four bits: previews read tokens, merging happens in full precision.
_WITHOUT_FOUR_BITS = {
    "preview_masks",
    "render_training_preview",
    "export_merged",
    "track",
    "verify",
    "publish",
    "stage_publication",
    "import_annotations",
}

_owner: IO[str] | None = None


def only_looks(arguments: Sequence[str]) -> bool:
    """Whether these command-line arguments of snakemake run no job."""
    if "--report-after-run" in arguments:
        return False
    return any(argument.startswith(_LOOKING) or argument in _LOOKING_SHORT for argument in arguments)


def may_lack_base(arguments: Sequence[str]) -> bool:
    """Whether this call makes the base model, or only looks."""
    return only_looks(arguments) or not _MAKES_BASE.isdisjoint(arguments)


def needs_accelerator(arguments: Sequence[str]) -> bool:
    """Whether this call may load the base in four bits; a job that does so after all says what it lacks."""
    return "all" in arguments or _WITHOUT_FOUR_BITS.isdisjoint(arguments)


def own_workflow(state: Path) -> None:
    """Own the working folder until this process ends, and clear locks of dead runs.

    state: Snakemake's folder (`.snakemake`). Raises InputError with the process id of the live owner, or if
    nothing can be written there: Snakemake itself would break off in the middle of its bookkeeping.
    """
    global _owner
    try:
        state.mkdir(parents=True, exist_ok=True)
        if (refusal := refused_write(state)) is not None:
            raise refusal
        stream = (state / OWNER).open("a+", encoding="utf-8")  # stays open: closing it gives the lock up
    except OSError as refusal:
        raise InputError(_unwritable(state, refusal)) from None
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        stream.close()
        owner = owner_of(state) or "unknown"
        raise InputError(
            f"{state.parent.resolve()}: a snakemake is already running here (process {owner})\n"
            "Wait for it, stop it (Ctrl-C there), or use another folder: --directory elsewhere."
        ) from None
    stream.truncate(0)
    stream.write(f"{os.getpid()}\n")
    stream.flush()
    _owner = stream
    for stale in (state / "locks").glob("*.lock"):
        stale.unlink(missing_ok=True)


def _unwritable(state: Path, refusal: OSError) -> str:
    if is_full_disk(refusal):
        advice = "Free some space, then give the same command again."
    elif refusal.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        advice = "Get the right to write there, or use another folder: --directory elsewhere."
    else:
        advice = "Mend that, or use another folder: --directory elsewhere."
    return f"{state.resolve()}: cannot be written to ({refusal.strerror})\nNo job was started. {advice}"


def owner_of(state: Path) -> int | None:
    """Process id of the last owner of the working folder; None where there was none."""
    try:
        return int((state / OWNER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
