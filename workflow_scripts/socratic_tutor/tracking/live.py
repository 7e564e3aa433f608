"""The live feed: a process beside a training that puts its loss curve into the store while it grows.

    python -m socratic_tutor.tracking.live '{"config": {...}, "system": "rank-16-seed1", "history": "..."}'

It reads what the trainer appends to history.jsonl and samples the machine. The trainer knows nothing of it
and waits for nothing; a store that is away gets later what it missed, from here or from `snakemake track`.
A training that is resumed goes on in its own run. See `side_process` for how it ends.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sys
import time
from pathlib import Path
from typing import Any

from socratic_tutor.config import known_base, system_sections, system_tags
from socratic_tutor.provenance import redacted
from socratic_tutor.side_process import END_SECONDS, Leash
from socratic_tutor.tracking.machine import Machine, begin_file
from socratic_tutor.tracking.points import Point, held_steps, not_held, points_of_row
from socratic_tutor.tracking.requests import base_tags, code_tags, machine_file, run_key_of
from socratic_tutor.tracking.runs import open_run, send
from socratic_tutor.tracking.store import StoreUnavailable, client, one_line

POLL_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0
NICENESS = 10

log = logging.getLogger(__name__)


class HistoryTail:
    """Rows as they are appended to a history.jsonl that may not be there yet."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read = 0

    def rows(self) -> list[dict[str, Any]]:
        """Those that came since the last call; half a line waits for its end, a broken one is left out."""
        try:
            with open(self._path, "rb") as stream:
                if os.fstat(stream.fileno()).st_size < self._read:
                    self._read = 0  # begun anew
                stream.seek(self._read)
                text = stream.read()
        except OSError:
            return []
        whole = text[: text.rfind(b"\n") + 1]
        self._read += len(whole)
        rows = []
        for line in whole.splitlines():
            with contextlib.suppress(ValueError):
                rows.append(json.loads(line))
        return [row for row in rows if isinstance(row, dict)]


class Feed:
    """What is still to be sent, and to which run."""

    def __init__(
        self, *, store: Path, experiment: str, system: str, sections: dict[str, Any], tags: dict[str, str]
    ) -> None:
        self._store = store
        self._run = {
            "experiment": experiment,
            "system": system,
            "run_key": run_key_of(system, sections),
            "sections": redacted(sections),
            "tags": tags,
            "started": round(time.time() * 1000),
        }
        self._curve: list[Point] = []
        self._waiting: list[Point] = []
        self._client: Any = None
        self._opened: Any = None
        self._held: dict[str, set[int]] = {}
        self._settled = False
        self._failures = 0
        self._next_try = 0.0

    def add(self, points: list[Point], *, curve: bool) -> None:
        """Points to be sent. curve: of the training itself, by which its run is told from others."""
        self._waiting += points
        if curve and not self._settled:
            self._curve += points

    def push(self, *, last: bool = False) -> None:
        """Send what is waiting; after a failure only when it is time for another try, or for the last."""
        if time.monotonic() < self._next_try and not last:
            return
        try:
            self._connect()
            if self._settled and self._waiting:
                send(self._client, self._opened, not_held(self._waiting, self._held))
                self._waiting = []
            self._failures = 0
        except Exception as error:  # whatever MLflow raises: `track` completes what is missing
            self._failed(error)

    def close(self, word: str) -> None:
        """Say in the store how the training ended."""
        if self._opened is None:
            return
        try:
            self._client.set_terminated(self._opened.info.run_id, status=word.upper())
        except Exception as error:
            self._failed(error)

    def _connect(self) -> None:
        if self._client is None:
            self._client = client(self._store, str(self._run["experiment"]))
        if self._opened is None or (self._curve and not self._settled):
            # once at the start, for people to see; once more when the first losses tell which training it is
            before = self._opened
            self._opened = open_run(self._client, curve=self._curve, **self._run)
            if before is not None and before.info.run_id != self._opened.info.run_id:
                self._client.set_terminated(before.info.run_id, status="KILLED")
        if self._curve and not self._settled:
            self._opened = self._client.get_run(self._opened.info.run_id)
            self._held = held_steps(self._client, self._opened, self._opened.data.metrics)
            self._settled = True

    def _failed(self, error: Exception) -> None:
        if not self._failures:
            said = str(error) if isinstance(error, StoreUnavailable) else one_line(error)
            log.warning("live tracking pauses: %s", said)
        self._failures += 1
        self._next_try = time.monotonic() + min(2.0**self._failures, LONGEST_PAUSE_SECONDS)
        self._client = None


def feed(*, config: dict[str, Any], system: str, history: Path, leash: Leash, trainer: int) -> None:
    """Feed the store until the training ends."""
    began = time.time()
    store = history.resolve().parents[2] / "mlflow"
    target = Feed(
        store=store,
        experiment=config["experiment"],
        system=system,
        sections=system_sections(config, system),
        tags=base_tags(known_base(config["base_model"], needed=False))
        | code_tags()
        | system_tags(config, system),
    )
    tail, machine, samples = HistoryTail(history), Machine(trainer), SampleFile(machine_file(store, system))
    word = None
    while word is None:
        word = leash.wait(POLL_SECONDS)
        rows = tail.rows()
        if rows and not samples.begun:
            samples.begin(resumed=float(rows[0]["time"]) < began)
        with contextlib.suppress(KeyError, TypeError, ValueError):  # `track` names a row that is none
            target.add([point for row in rows for point in points_of_row(row)], curve=True)
        if (sample := machine.sample()) is not None:
            samples.take(sample)
        target.add([point for row in samples.numbered() for point in points_of_row(row)], curve=False)
        target.push(last=word is not None)
    target.close(word)


class SampleFile:
    """Samples of the machine, held back until the first losses say whether the training is a resumed one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: list[dict[str, Any]] = []
        self._first: float | None = None
        self.begun = False

    def begin(self, *, resumed: bool) -> None:
        """From now on samples are written."""
        self.begun = True
        with contextlib.suppress(OSError, ValueError, KeyError):
            self._first = begin_file(self._path, resumed=resumed)

    def take(self, sample: dict[str, Any]) -> None:
        self._held.append(sample)

    def numbered(self) -> list[dict[str, Any]]:
        """The samples that have come, each with its step; written to the file as well."""
        if not self.begun or not self._held:
            return []
        first = self._held[0]["time"] if self._first is None else self._first
        self._first = first
        rows = [{"step": round(row["time"] - first), **row} for row in self._held]
        self._held = []
        with contextlib.suppress(OSError), open(self._path, "a", encoding="utf-8") as stream:
            stream.writelines(json.dumps(row) + "\n" for row in rows)
        return rows


def main() -> None:
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    logging.raiseExceptions = False  # a full disk takes no log
    trainer, leash = os.getppid(), Leash(END_SECONDS)
    os.nice(NICENESS)
    request = json.loads(sys.argv[1])
    try:
        feed(
            config=request["config"],
            system=request["system"],
            history=Path(request["history"]),
            leash=leash,
            trainer=trainer,
        )
    except Exception as error:  # the training's log is the training's: one line
        log.warning("live tracking ended early: %s; `snakemake track` completes the run", one_line(error))
    os._exit(0)  # not waiting for threads of a store that hangs


if __name__ == "__main__":
    main()
