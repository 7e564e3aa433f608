"""Less noise from libraries in a job's log: no loading bars, no notices about their own deprecations."""

from __future__ import annotations

import warnings

from transformers.utils import logging


def quiet_libraries() -> None:
    """Errors only from transformers; PEFT's use of a renamed property is not the user's to fix."""
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    warnings.filterwarnings("ignore", message=".*gradient_checkpointing", category=FutureWarning)
