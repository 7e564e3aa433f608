"""How a command that reads files of JSON lines ends: 0, or 1 with one message on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from socratic_tutor.files import InputError


def exit_status(work: Callable[[], None]) -> int:
    """Do the work; 0 also where nobody reads on ("| head").

    1 for an InputError or what the system refuses: a folder for a file, an unreadable file, a full disk.
    """
    if sys.stdout is None:  # as ">&-" leaves it
        print("standard output is closed", file=sys.stderr)
        return 1
    try:
        work()
        sys.stdout.flush()
    except InputError as error:
        print(error, file=sys.stderr)
        return 1
    except IsADirectoryError as error:
        print(f"{error.filename}: is a folder, expected a file of JSON lines", file=sys.stderr)
        return 1
    except BrokenPipeError:
        _forget_the_rest()
    except OSError as error:
        print(f"{error.filename or 'standard output'}: {error.strerror or error}", file=sys.stderr)
        if error.filename is None:
            _forget_the_rest()
        return 1
    return 0


def _forget_the_rest() -> None:
    """What is still to be written goes nowhere, lest Python complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
