"""What the machine does while a training is under way: MLflow's own monitors, and the trainer's process.

Samples go to a file in the store's folder as well, in the form of a training history (split `system`), so
that `snakemake track` can bring what a store that was away has missed.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import psutil

from socratic_tutor.files import stream_jsonl

SAMPLE_SECONDS = 10.0


class Machine:
    """Samples of CPU, memory and GPU, at most one in SAMPLE_SECONDS, as rows of a history.

    trainer: process id. step: seconds since the first sample of the training, also in one that was resumed.
    """

    def __init__(self, trainer: int) -> None:
        self._monitors = list(_monitors())
        self._trainer: psutil.Process | None = None
        with contextlib.suppress(psutil.Error):
            self._trainer = psutil.Process(trainer)
            self._trainer.cpu_percent()  # the first reading only sets the clock
        self._due = time.monotonic()

    def sample(self) -> dict[str, Any] | None:
        """A row without a step if one is due."""
        if time.monotonic() < self._due:
            return None
        self._due = time.monotonic() + SAMPLE_SECONDS
        row: dict[str, Any] = {"time": round(time.time(), 3), "split": "system"}
        for monitor in self._monitors:
            monitor.collect_metrics()
            row |= monitor.aggregate_metrics()
            monitor.clear_metrics()
        if self._trainer is not None:
            with contextlib.suppress(psutil.Error):
                row["trainer_cpu_percentage"] = self._trainer.cpu_percent()
                row["trainer_memory_megabytes"] = round(self._trainer.memory_info().rss / 1e6, 1)
        return row


def _monitors() -> Iterable[Any]:
    from mlflow.system_metrics.metrics.cpu_monitor import CPUMonitor
    from mlflow.system_metrics.metrics.gpu_monitor import GPUMonitor
    from mlflow.system_metrics.metrics.rocm_monitor import ROCMMonitor

    yield CPUMonitor()
    for gpu in (GPUMonitor, ROCMMonitor):
        with contextlib.suppress(Exception):  # each raises in its own way where there is no such GPU
            yield gpu()
            return


def begin_file(path: Path, *, resumed: bool) -> float | None:
    """Make room for a training's samples; the time of its first one if it is resumed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if resumed and path.is_file() and path.stat().st_size:
        return float(next(stream_jsonl(path))["time"])
    path.write_bytes(b"")
    return None
