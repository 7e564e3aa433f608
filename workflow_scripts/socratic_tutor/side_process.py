"""A process beside a job, which may fail, hang or come late without the job's noticing.

    with beside("tracking.live", {"history": "...", ...}):
        train(...)

starts `python -m socratic_tutor.tracking.live REQUEST` (the request as JSON) and goes on at once. Standard
input is the leash: when the block ends, the process reads how it ended (`finished`, `failed` or `killed`) and
has END_SECONDS left; when the job is killed, it reads the end of the file and nothing before it. `Leash` is
the other end. The module is named without its package, because what runs beside a job is no part of what the
job's results depend on (see code_digest).
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from select import select
from typing import Any

END_SECONDS = 3.0
FINISHED, FAILED, KILLED = "finished", "failed", "killed"

_PR_SET_PDEATHSIG = 1
_LOOK_SECONDS = 1.0
log = logging.getLogger(__name__)


@contextlib.contextmanager
def beside(module: str, request: dict[str, Any]) -> Iterator[None]:
    """Run socratic_tutor.`module` with `request` while the block runs; never raises on its account."""
    process = _start(module, request)
    word = KILLED
    try:
        yield
        word = FINISHED
    except Exception:
        word = FAILED
        raise
    finally:
        if process is not None:
            _end(process, word)


def _start(module: str, request: dict[str, Any]) -> subprocess.Popen[str] | None:
    package = Path(__file__).parent
    path = os.pathsep.join(filter(None, (str(package.parent), os.environ.get("PYTHONPATH"))))
    try:
        return subprocess.Popen(
            [sys.executable, "-m", f"{package.name}.{module}", json.dumps(request)],
            stdin=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,  # Ctrl-C is for the job, which says here how it ended
        )
    except (OSError, ValueError) as error:
        log.warning("%s does not run beside this job: %s", module, error)
        return None


def _end(process: subprocess.Popen[str], word: str) -> None:
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):  # it may be gone already
        process.communicate(word, timeout=END_SECONDS)
    process.kill()
    process.wait()


class Leash:
    """In the process beside a job: waits for the job's end, and sees that this process does not outlive it.

    `word` is None while the job runs, then how it ended. `seconds` later the process exits, whatever it does.
    """

    def __init__(self, seconds: float) -> None:
        self.word: str | None = None
        self._seconds = seconds
        self._ended = threading.Event()
        self._parent = os.getppid()
        signal.signal(signal.SIGTERM, lambda *_: self._end(KILLED))
        signal_when_parent_dies(signal.SIGTERM)
        threading.Thread(target=self._hold, daemon=True).start()

    def wait(self, seconds: float) -> str | None:
        """`word`, after `seconds` or as soon as the job has ended."""
        self._ended.wait(seconds)
        return self.word

    def _end(self, word: str) -> None:
        self.word = self.word or word
        self._ended.set()

    def _hold(self) -> None:
        # workers that the job forked hold the pipe open when it is killed: its process id is watched too
        while not self._ended.is_set() and os.getppid() == self._parent:
            if select([sys.stdin], [], [], _LOOK_SECONDS)[0]:
                self._end(sys.stdin.read().strip() or KILLED)
        self._end(KILLED)
        time.sleep(self._seconds)
        os._exit(1)


def signal_when_parent_dies(number: int) -> None:
    """Have the kernel send this process the signal when its parent dies (Linux; elsewhere nothing)."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0)
