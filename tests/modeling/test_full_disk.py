"""A disk that fills up in training: nothing finished is lost, and with room the same command goes on."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import pytest
import small_disk
import torch
import training_job as job
from test_adapter import arguments, digests

from socratic_tutor.disk import is_full_disk, refused_write
from socratic_tutor.modeling import checkpoints, trainer
from socratic_tutor.modeling.adapter import train_adapter


def refuse(*_: Any) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def half_written(_: Any, path: str) -> NoReturn:
    """As torch's writer behaves on a full disk: a part of the file, and an error that names no cause."""
    Path(path).write_bytes(b"half")
    raise RuntimeError("basic_ios::clear: iostream error")


def full_at_a_checkpoint(patched: pytest.MonkeyPatch) -> None:
    save = trainer.Trainer._save_optimizer_and_scheduler

    def full(self: Any, folder: str) -> None:
        if self.state.global_step == 8:
            patched.setattr(torch, "save", half_written)
            patched.setattr(os, "fsync", refuse)
        save(self, folder)

    patched.setattr(trainer.Trainer, "_save_optimizer_and_scheduler", full)


def full_when_publishing(patched: pytest.MonkeyPatch) -> None:
    patched.setattr("socratic_tutor.modeling.adapter_files.shutil.copyfileobj", refuse)


def full_when_logging(patched: pytest.MonkeyPatch) -> None:
    def append(self: Any, **row: Any) -> None:
        with open("/dev/full", "a", encoding="utf-8") as stream:
            stream.write(str(row))

    patched.setattr(trainer.HistoryFile, "append", append)


@pytest.mark.parametrize("fill", [full_at_a_checkpoint, full_when_publishing, full_when_logging])
def test_what_was_finished_stays_and_what_was_half_goes(
    fill: Callable[[pytest.MonkeyPatch], None],
    calm: Path,
    tiny_base: Path,
    chats: dict[str, Path],
    tmp_path: Path,
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        fill(patched)
        with pytest.raises(OSError, match="No space left") as error:
            train_adapter(**arguments(tiny_base, chats, tmp_path))
    assert is_full_disk(error.value)
    assert not list(tmp_path.rglob(".*"))
    flaws = {path: checkpoints.flaw_of(path) for path in (tmp_path / "checkpoints").glob("checkpoint-*")}
    assert not any(flaws.values())
    assert not (tmp_path / "adapter" / checkpoints.ADAPTER).exists()
    train_adapter(**arguments(tiny_base, chats, tmp_path))
    assert digests(tmp_path) == digests(calm)


# When the disk fills up, and the newest checkpoint that has to stand then.
MOMENTS = {
    "before a log": (partial(job.at_end_of_step, 8), 6),
    "in a checkpoint": (partial(job.while_saving, 8), 6),
    "before publishing": (job.before_publishing, 12),
    "before the weights": (job.while_publishing, 12),
}


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disk")
    if not small_disk.is_permitted(folder):
        pytest.skip("the kernel lets no ordinary process mount a disk of its own")
    return folder


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_real_full_disk_is_named_and_with_room_the_same_command_goes_on(
    moment: str, disk: Path, calm: Path, tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    fill_up, newest = MOMENTS[moment]
    small_disk.full_then_free(arguments(tiny_base, chats, disk), disk, tmp_path, fill_up)
    said = (tmp_path / job.TERMINAL).read_text()
    found = [Path(name) for name in (tmp_path / "found.txt").read_text().splitlines()]
    lines = said.splitlines()
    message = lines[lines.index("train_adapter: no space left on the disk of adapter") :]
    assert len(message) <= 5
    assert "the same command again" in said
    assert not [path for path in found if path.suffix == ".tmp" or path.name.startswith(".tokenizer")]
    sealed = {int(path.parent.name[11:]) for path in found if path.name == checkpoints.MANIFEST}
    folders = {int(path.name[11:]) for path in found if path.name.startswith("checkpoint-")}
    assert folders == sealed
    assert max(sealed) == newest
    assert (tmp_path / "codes.txt").read_text() == "1 0"
    assert digests(tmp_path / "end") == digests(calm)


def test_only_a_disk_that_refuses_is_called_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused_write(tmp_path) is None
    monkeypatch.setattr(os, "fsync", refuse)
    refusal = refused_write(tmp_path)
    assert is_full_disk(refusal)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(errno.ENOSPC, "x"), True),
        (OSError(errno.EDQUOT, "x"), True),
        (OSError(errno.EACCES, "x"), False),
        (Exception("Error while serializing: I/O error: No space left on device (os error 28)"), True),
        (RuntimeError("basic_ios::clear: iostream error"), False),
    ],
)
def test_a_full_disk_is_known_by_its_error(error: Exception, full: bool) -> None:
    assert is_full_disk(error) is full
    wrapped = ValueError("x")
    wrapped.__cause__ = error
    assert is_full_disk(wrapped) is full
