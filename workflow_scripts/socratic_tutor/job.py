"""How every job of the workflow runs: logged, alone on its outputs, gone when the workflow is gone.

A script is wiring only:

    def main(snakemake):
        from socratic_tutor.corpus.synthesis import write_corpus
        write_corpus(seed=snakemake.params.seed, ...)

    if __name__ == "__main__":
        run_job(snakemake, main)

The heavy imports stand inside `main`, because the settings made here must come before them.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import logging
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, NoReturn

from socratic_tutor.base_identity import locate
from socratic_tutor.disk import is_full_disk
from socratic_tutor.files import InputError
from socratic_tutor.progress import show_on
from socratic_tutor.side_process import signal_when_parent_dies
from socratic_tutor.workflow_lock import owner_of

LOCK_SECONDS = 30.0

log = logging.getLogger(__name__)


def run_job(snakemake: Any, main: Callable[[Any], None]) -> None:
    """Run `main(snakemake)`; on failure explain it in at most five lines and exit with 1.

    What the job and its libraries print goes to the rule's log; messages of `logging` also to the terminal.
    """
    _die_with_parent()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    terminal = _log_to(Path(snakemake.log[0]) if snakemake.log else None)
    try:
        set_environment(snakemake.threads, snakemake.params.get("base_model"))
        with alone_on([Path(path) for path in snakemake.output] or [Path(snakemake.rule)]):
            main(snakemake)
    except InputError as error:
        _fail(terminal, str(error) + _remedy(str(error), snakemake))
    except Stopped as stop:
        what = f"stopped by {signal.Signals(stop.number).name}"
        _fail(terminal, f"{snakemake.rule}: {what}; the same command goes on", code=128 + stop.number)
    except Exception as error:
        if is_full_disk(error):
            _fail(terminal, _no_room(snakemake))
        with contextlib.suppress(OSError):  # the log may stand on the disk that failed
            traceback.print_exc()
        if isinstance(error, OSError):
            _fail(terminal, f"{error.filename or snakemake.rule}: {error.strerror or error}")
        where = f"\nThe traceback is in {snakemake.log[0]}" if snakemake.log else ""
        _fail(terminal, f"{snakemake.rule}: {type(error).__name__}: {str(error)[:400]}{where}")


def _remedy(message: str, snakemake: Any) -> str:
    """What to do about a file that the workflow made itself, where the message does not say it already."""
    named = message.partition(":")[0]
    made = named in map(str, snakemake.input) and Path(named).parts[0] == "results"
    if not made or "\n" in message or "/annotation/labels/" in named:
        return ""
    return "\nThe workflow made this file: delete it, and the same command makes it anew."


def _no_room(snakemake: Any) -> str:
    folder = Path(snakemake.output[0]).parent if snakemake.output else Path()
    return (
        f"{snakemake.rule}: no space left on the disk of {folder}\n"
        "Half-written files are removed; what was finished before is whole.\n"
        "Free some space, then give the same command again: it goes on from there."
    )


def set_environment(threads: int, base_model: dict[str, Any] | None) -> None:
    """Threads as the rule declares them, no telemetry, and no network unless the base comes from a hub."""
    os.environ.update(
        OMP_NUM_THREADS=str(threads),
        MKL_NUM_THREADS=str(threads),
        TOKENIZERS_PARALLELISM="false",
        HF_HUB_DISABLE_TELEMETRY="1",
        MLFLOW_DISABLE_TELEMETRY="true",
        DO_NOT_TRACK="1",
        CUBLAS_WORKSPACE_CONFIG=":4096:8",  # torch asks for it when it is to be deterministic on a GPU
    )
    if not base_model or locate(base_model)[0] != "hub":
        os.environ["HF_HUB_OFFLINE"] = "1"


@contextlib.contextmanager
def alone_on(outputs: list[Path], seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the kernel's lock on these outputs, and remove temporary files of writers that were killed.

    Waits up to `seconds` for a killed run's last job to go. Raises InputError when it does not.
    """
    with _lock_file(outputs) as stream:
        deadline = time.monotonic() + seconds
        while not _locked(stream):
            if time.monotonic() > deadline:
                raise InputError(
                    f"{outputs[0]}: another process still writes this file\n"
                    f"Find it with `fuser {stream.name}`, let it end or stop it, then run again."
                )
            time.sleep(0.2)
        for output in outputs:
            for leftover in output.parent.glob(f".{output.name}.*.tmp"):
                leftover.unlink(missing_ok=True)
        yield


@contextlib.contextmanager
def _lock_file(outputs: list[Path]) -> Iterator[IO[str]]:
    name = hashlib.sha256("\0".join(map(str, outputs)).encode()).hexdigest()[:16]
    path = Path(".snakemake") / "job_locks" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as stream:
        yield stream


def _locked(stream: IO[str]) -> bool:
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _die_with_parent() -> None:
    """Have the kernel kill this process when Snakemake dies: an orphan would write on beside the next run.

    Snakemake itself is the parent, because `bash -c` hands its process over to the script. In a container it
    may well be process 1, to which orphans go too; then the owner file tells the two apart.
    """
    parent = os.getppid()
    signal_when_parent_dies(signal.SIGKILL)
    if os.getppid() != parent or (parent == 1 and owner_of(Path(".snakemake")) != parent):
        sys.exit("the workflow that started this job is gone")


def _log_to(path: Path | None) -> IO[str]:
    """Send stdout and stderr of this process to the log; returns the terminal as it was."""
    terminal = os.fdopen(os.dup(2), "w", encoding="utf-8", buffering=1)
    show_on(terminal)
    handlers: list[logging.Handler] = [logging.StreamHandler(terminal)]
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "wb") as stream:
            os.dup2(stream.fileno(), 1)
            os.dup2(stream.fileno(), 2)
        handlers.append(logging.StreamHandler(sys.stderr))
    logging.basicConfig(
        level=logging.INFO,
        handlers=handlers,
        force=True,
        format="%(asctime)s %(message)s",
        datefmt="%H:%M:%S",
    )
    logging.captureWarnings(capture=True)
    for library in ("httpx", "httpx2", "alembic", "datasets", "urllib3", "matplotlib"):
        logging.getLogger(library).setLevel(logging.WARNING)
    return terminal


class Stopped(BaseException):
    """A signal to end; `finally` clauses run. No Exception, so that no library takes it for a failure."""

    def __init__(self, number: int):
        super().__init__(number)
        self.number = number


def _stop(number: int, _frame: Any) -> NoReturn:
    """Raise Stopped once: another signal must not break the tidying up that the first one began."""
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signal_number, signal.SIG_IGN)
    raise Stopped(number)


def _fail(terminal: IO[str], message: str, code: int = 1) -> NoReturn:
    lines = message.strip().splitlines()[:5]
    for stream in (terminal, sys.stderr):
        with contextlib.suppress(OSError):  # a full disk takes no log, a closed terminal no text
            print(*lines, sep="\n", file=stream, flush=True)
    sys.exit(code)
