"""Where a job shows something: progress bars on a terminal if there is one, else in the job's log.

A job's stderr goes to its log; `job` says here which stream the terminal is.
"""

from __future__ import annotations

import sys
from typing import IO

_terminal: IO[str] | None = None


def show_on(terminal: IO[str]) -> None:
    """Take this stream for the terminal from now on."""
    global _terminal
    _terminal = terminal


def terminal() -> IO[str]:
    """Where the user looks: the terminal, or what it is redirected to."""
    return sys.stderr if _terminal is None else _terminal


def bars_are_seen() -> bool:
    """Whether a progress bar reaches somebody: else a line now and then must do."""
    return terminal().isatty()


def bar_stream() -> IO[str]:
    """The stream for `tqdm(file=...)`."""
    return _terminal if _terminal is not None and _terminal.isatty() else sys.stderr
