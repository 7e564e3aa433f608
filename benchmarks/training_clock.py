"""Time and tokens of a Hugging Face trainer's steps, without a change to the trainer."""

from __future__ import annotations

import time
from typing import Any

import torch
from transformers import TrainerCallback


class Clock(TrainerCallback):
    """`seconds` from the end of step `after` (0: from the beginning) to the end of the last step."""

    def __init__(self, after: int = 0) -> None:
        self.after = after
        self.began = self.seconds = 0.0

    def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self._reached(state)

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self._reached(state)

    def _reached(self, state: Any) -> None:
        if state.global_step not in (self.after, state.max_steps):
            return
        if torch.cuda.is_available():
            torch.cuda.synchronize()
        now = time.perf_counter()
        if state.global_step == self.after:
            self.began = now
        self.seconds = now - self.began


class Counted:
    """A data collator that counts what is in each batch; the trainer fetches one batch ahead."""

    def __init__(self, collator: Any) -> None:
        self.collator = collator
        self.batches: list[dict[str, int]] = []

    def __call__(self, examples: Any) -> Any:
        batch = self.collator(examples)
        self.batches.append(
            {
                "tokens": int(batch["attention_mask"].sum()),
                "supervised": int((batch["labels"][:, 1:] >= 0).sum()),
            }
        )
        return batch

    def total(self, of: str, start: int, until: int) -> int:
        """The sum over the batches from number `start`, counted from 0, up to number `until`, not with it."""
        return sum(batch[of] for batch in self.batches[start:until])
