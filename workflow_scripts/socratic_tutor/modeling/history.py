"""The live log of a training run (history.jsonl) and the facts that are derived from the trainer's own log.

history.jsonl carries times and is for a side process that feeds a tracking store; the reproducible facts are
computed from the trainer's log history, which a checkpoint stores and a resumed run continues.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

LogHistory = list[dict[str, Any]]


class HistoryFile:
    """Appends one JSON object a line, flushed at once.

    Fields: time (Unix seconds), step, split (train | validation), loss, learning_rate, tokens (all tokens
    read so far, without padding), and for training grad_norm.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def start(self, earlier: bytes = b"") -> None:
        """Begin with the rows of the checkpoint that is resumed, or empty."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_bytes(earlier)

    def append(self, **row: Any) -> None:
        with self.path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"time": round(time.time(), 3), **row}, allow_nan=False) + "\n")

    def content(self) -> bytes:
        return self.path.read_bytes()


def train_losses(log: LogHistory) -> list[tuple[int, float]]:
    """(step, mean loss over the steps since the previous entry) of every training entry."""
    return [(entry["step"], entry["loss"]) for entry in log if "loss" in entry]


def validation_losses(log: LogHistory) -> list[tuple[int, float]]:
    """(step, token-weighted validation loss) of every validation entry."""
    return [(entry["step"], entry["eval_loss"]) for entry in log if "eval_loss" in entry]


def best_step(log: LogHistory) -> int | None:
    """The first step with the lowest validation loss; None without validation."""
    losses = validation_losses(log)
    return min(losses, key=lambda pair: (pair[1], pair[0]))[0] if losses else None


def patience_spent(log: LogHistory, patience: int) -> bool:
    """Whether the last `patience` validations brought no new best; never with patience 0.

    Read from the log alone, so that a resumed run decides as the unbroken one.
    """
    if patience == 0 or (best := best_step(log)) is None:
        return False
    return sum(step > best for step, _ in validation_losses(log)) >= patience


def mean_train_loss(log: LogHistory) -> float:
    """Mean over all steps: each entry weighted with the steps it covers."""
    total, previous = 0.0, 0
    for step, loss in train_losses(log):
        total += loss * (step - previous)
        previous = step
    return total / previous
