"""A disk of a few megabytes in a mount namespace of the process's own: no privilege needed, nothing left."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import training_job as job

from own_disk import BALLAST, fill, mount


def _try(folder: Path) -> None:
    mount(folder, 1)


def is_permitted(folder: Path) -> bool:
    """Whether this kernel lets an ordinary process mount a disk of its own."""
    process = job.PROCESSES.Process(target=_try, args=(folder,))
    process.start()
    process.join(timeout=job.PATIENCE)
    return process.exitcode == 0


def _fork(act: Callable[[], None]) -> int:
    """Call `act` in a forked process; its exit code."""
    pid = os.fork()
    if pid == 0:
        try:
            act()
        except SystemExit as end:
            os._exit(int(end.code or 0))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _full_then_free(call: dict[str, Any], disk: Path, kept: Path, moment: Callable[..., None]) -> None:
    mount(disk, 8)
    said = kept / job.TERMINAL
    codes = [_fork(partial(job.run_here, call, disk, said, [partial(moment, partial(fill, disk))]))]
    found = sorted(str(path.relative_to(disk)) for path in disk.rglob("*"))
    (disk / BALLAST).unlink()
    (kept / "found.txt").write_text("\n".join(found))
    codes.append(_fork(partial(job.run_here, call, disk, kept / "later.txt")))
    (kept / "codes.txt").write_text(" ".join(map(str, codes)))
    shutil.copytree(disk, kept / "end", ignore=shutil.ignore_patterns(".snakemake"))


def full_then_free(call: dict[str, Any], disk: Path, kept: Path, moment: Callable[..., None]) -> None:
    """Run the job on a small disk that is full from `moment` on, free the disk, run the same job again.

    kept: a folder for found.txt (the files after the first run), terminal.txt (its words), codes.txt (both
    exit codes) and end/ (the disk after the second run).
    """
    kept.mkdir(exist_ok=True)
    process = job.PROCESSES.Process(target=_full_then_free, args=(call, disk, kept, moment))
    process.start()
    process.join(timeout=2 * job.PATIENCE)
    assert process.exitcode == 0
