"""Real signals at every kind of moment: the same command goes on, to the bytes of a run left alone."""

from __future__ import annotations

import shutil
import signal
import time
from functools import partial
from pathlib import Path

import pytest
import training_job as job
from test_adapter import arguments, digests

from socratic_tutor.modeling.adapter import train_adapter

# the exit code that a shell reports for a process which a signal ended; a SIGKILL leaves no choice
EXIT_CODES = {signal.SIGTERM: 143, signal.SIGINT: 130, signal.SIGKILL: -9}

MOMENTS = {
    "before the first checkpoint": [partial(job.at_end_of_step, 1)],
    "between checkpoints": [partial(job.at_end_of_step, 7)],
    "during a save": [partial(job.while_saving, 8)],
    "before publishing": [job.before_publishing],
    "while publishing": [job.while_publishing],
    "twice in a row": [partial(job.at_end_of_step, 5), partial(job.while_saving, 10)],
}


# A SIGKILL everywhere; the two that can be handled where that matters, the other moments in slow tests.
HANDLED = ("between checkpoints", "while publishing")
CASES = [
    pytest.param(
        number,
        moment,
        id=f"{number.name} {moment}",
        marks=() if number == signal.SIGKILL or moment in HANDLED else pytest.mark.slow,
    )
    for number in EXIT_CODES
    for moment in MOMENTS
]


@pytest.mark.parametrize(("number", "moment"), CASES)
def test_the_same_command_goes_on_to_the_same_bytes(
    number: signal.Signals, moment: str, calm: Path, tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    call = arguments(tiny_base, chats, tmp_path)
    for strike in MOMENTS[moment]:
        code = job.run(call, tmp_path, partial(strike, job.signals(number)))
        assert code == EXIT_CODES[number], (tmp_path / job.LOG).read_text()
        assert not (tmp_path / "adapter" / "adapter_model.safetensors").exists()
    train_adapter(**call)
    assert digests(tmp_path) == digests(calm)
    assert not list((tmp_path / "checkpoints").iterdir())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_job_says_in_one_line_what_to_do(
    number: signal.Signals, tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    strike = partial(job.at_end_of_step, 3, job.signals(number))
    job.run(arguments(tiny_base, chats, tmp_path), tmp_path, strike)
    for name in (job.TERMINAL, job.LOG):
        assert (
            f"train_adapter: stopped by {number.name}; the same command goes on\n"
            in (tmp_path / name).read_text()
        )
    assert "Traceback" not in (tmp_path / job.LOG).read_text()


def strike_while_tidying(number: int) -> None:
    """The signal comes while a file is half written, and again while its temporary file is removed."""
    strike = job.signals(number)

    def first() -> None:
        job.before(Path, "unlink", strike, lambda path, *_: path.name.endswith(".tmp"))
        strike()

    job.before(shutil, "copyfileobj", first)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_does_not_disturb_the_tidying_of_the_first(
    number: signal.Signals, tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    code = job.run(arguments(tiny_base, chats, tmp_path), tmp_path, partial(strike_while_tidying, number))
    assert code == EXIT_CODES[number]
    assert not list((tmp_path / "adapter").iterdir())
    assert not list(tmp_path.glob(".tokenizer.*"))


def test_a_moved_folder_goes_on(calm: Path, tiny_base: Path, chats: dict[str, Path], tmp_path: Path) -> None:
    """No checkpoint holds a path of its own."""
    before, after = tmp_path / "before", tmp_path / "after"
    strike = partial(job.at_end_of_step, 7, job.signals(signal.SIGKILL))
    assert job.run(arguments(tiny_base, chats, before), before, strike) == -9
    before.rename(after)
    assert str(before) not in "".join(path.read_text() for path in after.rglob("trainer_state.json"))
    train_adapter(**arguments(tiny_base, chats, after))
    assert digests(after) == digests(calm)
    assert not before.exists()


def hold_until(go: Path) -> None:
    deadline = time.monotonic() + job.PATIENCE
    while not go.exists():
        assert time.monotonic() < deadline, f"{go} never came"
        time.sleep(0.02)


def be_impatient() -> None:
    from socratic_tutor import job as real

    real.alone_on = partial(real.alone_on, seconds=0.1)  # type: ignore[misc]


def test_a_second_job_on_the_same_outputs_refuses(
    calm: Path, tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    call = arguments(tiny_base, chats, tmp_path)
    first = job.begin(call, tmp_path, partial(job.at_end_of_step, 3, partial(hold_until, tmp_path / "go")))
    hold_until(tmp_path / "checkpoints" / "checkpoint-2" / "manifest.json")
    assert job.run(call, tmp_path, be_impatient) == 1
    assert "another process still writes this file" in (tmp_path / job.TERMINAL).read_text()
    (tmp_path / "go").touch()
    first.join(timeout=job.PATIENCE)
    assert first.exitcode == 0
    assert digests(tmp_path) == digests(calm)
