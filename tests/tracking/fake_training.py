"""A training that only writes its history, with the live feed beside it, as the rule's script runs it.

As a program: python fake_training.py RESULTS STEPS PAUSE [EARLIER]
EARLIER: rows of a checkpoint (a history file) from which it goes on. At the end it writes the adapter and
`took`, the seconds that the block around the training lasted.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import trial

from socratic_tutor import side_process
from socratic_tutor.files import read_jsonl
from socratic_tutor.modeling.history import HistoryFile
from socratic_tutor.side_process import beside

SCRIPTS = Path(side_process.__file__).parents[1]
STARTING = 60.0  # seconds that anything may take to come up on a busy machine


def main(results: Path, steps: int, pause: float, earlier: Path | None) -> None:
    folder = results / "systems" / trial.SYSTEM
    history = HistoryFile(folder / "history.jsonl")
    started = time.monotonic()
    live = {"config": trial.CONFIG, "system": trial.SYSTEM, "history": str(history.path)}
    with beside("tracking.live", live):
        rows = earlier.read_bytes() if earlier else b""
        history.start(rows)
        for step in range(rows.count(b"\n") + 1, steps + 1):
            time.sleep(pause)
            history.append(step=step, split="train", loss=2.0 / step, learning_rate=0.001)
        adapter = folder / "adapter" / "adapter_model.safetensors"
        adapter.parent.mkdir(exist_ok=True)
        adapter.write_text("weights", encoding="utf-8")
    (folder / "took").write_text(str(time.monotonic() - started), encoding="utf-8")


def start(
    results: Path, steps: int, pause: float, *, earlier: Path | None = None, uri: str | None = None
) -> subprocess.Popen[bytes]:
    """Run this file; uri: MLFLOW_TRACKING_URI."""
    paths = os.pathsep.join((str(SCRIPTS), str(Path(__file__).parent)))
    extra = {"MLFLOW_TRACKING_URI": uri} if uri else {}
    arguments = [str(results), str(steps), str(pause), *([str(earlier)] if earlier else [])]
    return subprocess.Popen(
        [sys.executable, __file__, *arguments],
        env={**os.environ, "PYTHONPATH": paths, **extra},
        start_new_session=True,
    )


def wait_for(what: Callable[[], object], seconds: float = STARTING) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def steps_done(results: Path) -> int:
    history = results / "systems" / trial.SYSTEM / "history.jsonl"
    return len(read_jsonl(history)) if history.is_file() and history.stat().st_size else 0


def end_normally(training: subprocess.Popen[bytes], results: Path, *, calm: float) -> None:
    """Wait for it; the adapter stands, and the block took no more than 5 s and 5% longer than a calm one."""
    assert training.wait(timeout=calm + 60) == 0
    folder = results / "systems" / trial.SYSTEM
    assert (folder / "adapter" / "adapter_model.safetensors").is_file()
    assert float((folder / "took").read_text()) <= calm * 1.05 + 5


def kill_group(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), Path(sys.argv[4]) if sys.argv[4:] else None)
