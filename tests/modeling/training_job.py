"""A training job as the workflow runs it, in a process of its own that is struck at a chosen moment.

The processes are forked from a server that has imported the heavy libraries once, so that a kill by a real
signal costs about a second.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from snakemake.iocontainers import InputFiles, Log, OutputFiles, Params, Wildcards
from test_adapter import FILES

Hook = Callable[[], None]

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["trl.trainer.sft_trainer", "peft", "datasets"])
PATIENCE = 300.0  # seconds for a job of one or two, on a busy machine
LOG, TERMINAL = "train_adapter.log", "terminal.txt"


class Job:
    """What Snakemake hands to the script of `train_adapter`: paths relative to the working folder."""

    rule = "train_adapter"
    threads = 1
    # No config, so that the live feed beside the training ends at once: no store is there to be fed.
    config: dict[str, Any] = {}

    def __init__(self, call: dict[str, Any]) -> None:
        self.input = InputFiles(fromdict={"train": str(call["train"]), "validation": str(call["validation"])})
        outputs = {"weights": FILES[1], "facts": FILES[-1]}
        outputs |= {"history": "history.jsonl", "timings": "training_time.json"}
        self.output = OutputFiles(fromdict=outputs)
        named = {name: call[name] for name in ("base_model", "training", "seed")}
        self.params = Params(fromdict={**named, "code": ""})
        self.wildcards = Wildcards(fromdict={"system": "trial-seed1"})
        self.log = Log([LOG])


def run_here(call: dict[str, Any], folder: Path, terminal: Path, hooks: Sequence[Hook] = ()) -> None:
    """Become the job in `folder` and exit as it does. `hooks` are called before, to arrange a fault.

    terminal: the file that stands for it.
    """
    import train_adapter
    from socratic_tutor.job import run_job

    folder.mkdir(parents=True, exist_ok=True)
    os.chdir(folder)
    os.dup2(os.open(terminal, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
    for hook in hooks:
        hook()
    run_job(Job(call), train_adapter.main)


def begin(call: dict[str, Any], folder: Path, *hooks: Hook) -> Any:
    """Start the job; returns its process."""
    process = PROCESSES.Process(target=run_here, args=(call, folder, folder / TERMINAL, hooks))
    process.start()
    return process


def run(call: dict[str, Any], folder: Path, *hooks: Hook) -> int:
    """Run the job to its end; its exit code, negative for the signal that killed it."""
    process = begin(call, folder, *hooks)
    process.join(timeout=PATIENCE)
    assert process.exitcode is not None, "the job goes on for ever"
    return process.exitcode


def before(owner: Any, name: str, act: Hook, when: Callable[..., bool] = lambda *_: True) -> None:
    """Have `act` called first whenever `owner.name` is called with arguments of which `when` holds."""
    original = getattr(owner, name)

    def first_act(*args: Any, **named: Any) -> Any:
        if when(*args):
            act()
        return original(*args, **named)

    setattr(owner, name, first_act)


def at_end_of_step(step: int, act: Hook) -> None:
    from socratic_tutor.modeling.trainer import RunCallback

    before(RunCallback, "on_step_end", act, lambda _callback, _args, state, *_: state.global_step == step)


def while_saving(step: int, act: Hook) -> None:
    """This checkpoint's adapter and optimizer are there; random state, trainer state and seal are not."""
    from socratic_tutor.modeling.trainer import Trainer

    before(Trainer, "_save_rng_state", act, lambda trainer, *_: trainer.state.global_step == step)


def before_publishing(act: Hook) -> None:
    from socratic_tutor.modeling import adapter

    before(adapter, "publish", act)


def while_publishing(act: Hook) -> None:
    """Everything but the weights is published."""
    from socratic_tutor.modeling import adapter_files

    before(adapter_files, "_copy", act, lambda source, _: source.name == adapter_files.WEIGHTS)


def _signal_myself(numbers: Sequence[int]) -> None:
    for number in numbers:
        os.kill(os.getpid(), number)


def signals(*numbers: int) -> Hook:
    """Sends these signals to the process that calls it, one after another."""
    return partial(_signal_myself, numbers)
