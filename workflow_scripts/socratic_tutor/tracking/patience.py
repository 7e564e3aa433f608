"""How long a store may take: seconds for all systems of a workflow together, not for each.

One system that found the store away or slow leaves a note; the others do not ask again for RETRY_SECONDS, so
that an outage costs at most DEADLINE_SECONDS in each such span (under 5%). `snakemake track` does not hurry.
"""

from __future__ import annotations

import contextlib
import random
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from socratic_tutor.files import InputError, read_json, write_json
from socratic_tutor.tracking.store import StoreUnavailable, shown_uri, store_uri

NOTE = "unavailable.json"
RETRY_SECONDS = 120.0
DEADLINE_SECONDS = 5.0
# A local file is slow only where the machine is, or while another process holds it.
LOCAL_DEADLINE_SECONDS = 30.0
LOCKED = "database is locked"

Result = TypeVar("Result")


def deadline_of(store: Path) -> float:
    """Seconds that the store may take for one system."""
    return LOCAL_DEADLINE_SECONDS if store_uri(store).startswith("sqlite:") else DEADLINE_SECONDS


def check_note(store: Path) -> None:
    """Raise StoreUnavailable if this store was found unavailable less than RETRY_SECONDS ago."""
    if (reason := _noted(store)) is not None:
        raise StoreUnavailable(reason)


def leave_note(store: Path, reason: str) -> None:
    """Tell the systems to come that the store is unavailable; a note that still holds is not renewed."""
    if _noted(store) is None:
        with contextlib.suppress(OSError):  # a full disk takes no note: then the next system asks for itself
            write_json(Path(store) / NOTE, {"time": time.time(), "store": shown_uri(store), "reason": reason})


def _noted(store: Path) -> str | None:
    try:
        note = read_json(Path(store) / NOTE)
        recent = 0 <= time.time() - note["time"] < RETRY_SECONDS
        return str(note["reason"]) if recent and note["store"] == shown_uri(store) else None
    except (InputError, KeyError, TypeError, OSError):
        return None


def remove_note(store: Path) -> None:
    with contextlib.suppress(OSError):
        (Path(store) / NOTE).unlink(missing_ok=True)


def despite_locks(seconds: float, work: Callable[[], Result]) -> Result:
    """What `work` returns; tried again for so long while another process's write makes SQLite refuse ours.

    SQLite waits for a lock, but where two that read want to write it refuses one at once, since waiting would
    never end. `work` must be such that it may be done twice. The last error is raised as it came.
    """
    deadline = time.monotonic() + seconds
    while True:
        try:
            return work()
        except Exception as error:
            pause = random.uniform(0.05, 0.3)  # two that collided must not meet again
            if LOCKED not in str(error) or time.monotonic() + pause > deadline:
                raise
            time.sleep(pause)


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """What `work` returns or raises; StoreUnavailable if it takes longer.

    Work that is given up goes on in its thread until it or this process ends; whatever it still writes would
    have been written later. A call that a server leaves hanging cannot be ended in any other way.
    """
    results: list[Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # handed over to the caller
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not results:
        raise StoreUnavailable(f"the store is too slow: given up after {seconds:.0f} s")
    return results[0]
