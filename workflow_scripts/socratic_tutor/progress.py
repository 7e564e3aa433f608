"""Where progress bars are drawn: on the terminal when there is one, else in the job's log.

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


def bar_stream() -> IO[str]:
    """The stream for `tqdm(file=...)`."""
    return _terminal if _terminal is not None and _terminal.isatty() else sys.stderr
