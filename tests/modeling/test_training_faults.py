"""Checkpoints, settings and losses that went wrong: noticed and said, never silently another result."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
import torch
import training_job as job
from harms import empty, flip_a_bit, truncate
from safetensors.torch import load_file, save_file
from test_adapter import Killed, arguments, die_at_step, digests, rows

from socratic_tutor.files import read_json
from socratic_tutor.modeling import checkpoints
from socratic_tutor.modeling.adapter import train_adapter
from socratic_tutor.modeling.history import mean_train_loss


@pytest.fixture(scope="module")
def killed_run(tiny_base: Path, chats: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A training of 12 steps that was killed in step 7: checkpoints of steps 4 and 6 are there."""
    out = tmp_path_factory.mktemp("killed")
    with pytest.MonkeyPatch.context() as patched:
        die_at_step(7, patched)
        with pytest.raises(Killed):
            train_adapter(**arguments(tiny_base, chats, out))
    assert sorted(path.name for path in (out / "checkpoints").glob("checkpoint-*")) == [
        "checkpoint-4",
        "checkpoint-6",
    ]
    return out


@pytest.fixture
def killed(killed_run: Path, tmp_path: Path) -> Path:
    """A copy of the killed training, to be harmed."""
    return Path(shutil.copytree(killed_run, tmp_path / "killed"))


HARMS: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "adapter truncated": (truncate, checkpoints.ADAPTER, "is not as it was written"),
    "adapter empty": (empty, checkpoints.ADAPTER, "is not as it was written"),
    "adapter flipped": (flip_a_bit, checkpoints.ADAPTER, "is not as it was written"),
    "optimizer missing": (Path.unlink, "optimizer.pt", "is missing"),
    "optimizer truncated": (truncate, "optimizer.pt", "is not as it was written"),
    "scheduler missing": (Path.unlink, "scheduler.pt", "is missing"),
    "random state missing": (Path.unlink, "rng_state.pth", "is missing"),
    "trainer state missing": (Path.unlink, checkpoints.STATE, "is missing"),
    "trainer state truncated": (truncate, checkpoints.STATE, "is not as it was written"),
    "sentinel of an unfinished save": (Path.touch, "checkpoint-is-incomplete.txt", "does not belong there"),
    "seal missing": (Path.unlink, checkpoints.MANIFEST, "it was never finished"),
}


def resumed_from(caplog: pytest.LogCaptureFixture) -> str:
    """What was said about where training goes on."""
    (said,) = [text for text in caplog.messages if text.startswith("training ")]
    return said


@pytest.mark.parametrize("harm", HARMS)
def test_a_harmed_newest_checkpoint_is_named_and_the_one_before_it_is_used(
    harm: str,
    killed: Path,
    calm: Path,
    tiny_base: Path,
    chats: dict[str, Path],
    caplog: pytest.LogCaptureFixture,
) -> None:
    act, name, said = HARMS[harm]
    act(killed / "checkpoints" / "checkpoint-6" / name)
    caplog.set_level(logging.INFO)
    train_adapter(**arguments(tiny_base, chats, killed))
    assert f"checkpoint-6: {'' if said.startswith('it') else name + ' '}{said}; removed" in caplog.text
    assert resumed_from(caplog) == "training goes on from step 4"
    assert digests(killed) == digests(calm)


def test_with_all_checkpoints_harmed_training_begins_anew(
    killed: Path, calm: Path, tiny_base: Path, chats: dict[str, Path], caplog: pytest.LogCaptureFixture
) -> None:
    for folder in (killed / "checkpoints").glob("checkpoint-*"):
        flip_a_bit(folder / "optimizer.pt")
    train_adapter(**arguments(tiny_base, chats, killed))
    assert resumed_from(caplog) == "training begins anew"
    assert digests(killed) == digests(calm)


def test_of_whole_checkpoints_it_is_said_where_training_goes_on_and_no_more(
    killed: Path, calm: Path, tiny_base: Path, chats: dict[str, Path], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    train_adapter(**arguments(tiny_base, chats, killed))
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert resumed_from(caplog) == "training goes on from step 6"
    assert digests(killed) == digests(calm)


@pytest.mark.parametrize(("seen", "steps"), [(False, ["step 8 of 12", "step 12 of 12"]), (True, [])])
def test_where_no_bar_is_seen_each_validation_is_a_line(
    seen: bool,
    steps: list[str],
    killed: Path,
    tiny_base: Path,
    chats: dict[str, Path],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("socratic_tutor.progress.terminal", lambda: Mock(isatty=lambda: seen))
    caplog.set_level(logging.INFO)
    train_adapter(**arguments(tiny_base, chats, killed))
    lines = [text.split(": validation loss ") for text in caplog.messages if "validation loss" in text]
    assert [step for step, _ in lines] == steps
    assert all(0 < float(loss) < 20 for _, loss in lines)


@pytest.fixture(scope="module")
def other_base(tiny_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny base with other weights, under the same name."""
    folder = Path(shutil.copytree(tiny_base, tmp_path_factory.mktemp("other") / tiny_base.name))
    tensors = load_file(folder / "model.safetensors")
    save_file(
        {name: tensor * 1.01 for name, tensor in tensors.items()},
        folder / "model.safetensors",
        metadata={"format": "pt"},
    )
    return folder


@pytest.mark.parametrize(
    "differing", ["seed", "training.batch_size", "base_fingerprint.files.model.safetensors"]
)
def test_checkpoints_of_another_training_are_not_gone_on_from(
    differing: str,
    killed: Path,
    tiny_base: Path,
    other_base: Path,
    chats: dict[str, Path],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def call(out: Path) -> dict[str, Any]:
        base = other_base if differing.startswith("base") else tiny_base
        size = 3 if "batch_size" in differing else 4
        named = arguments(base, chats, out, batch_size=size)
        return {**named, "seed": "root:rank-4:2"} if differing == "seed" else named

    train_adapter(**call(killed))
    assert f"of another training ({differing}), so removed; training begins anew" in caplog.text
    train_adapter(**call(tmp_path / "calm"))
    assert digests(killed) == digests(tmp_path / "calm")


def test_checkpoints_of_an_unknown_training_are_not_gone_on_from(
    killed: Path, calm: Path, tiny_base: Path, chats: dict[str, Path], caplog: pytest.LogCaptureFixture
) -> None:
    truncate(killed / "checkpoints" / checkpoints.KEY)
    train_adapter(**arguments(tiny_base, chats, killed))
    assert "of another training (key.json is not readable), so removed; training begins anew" in caplog.text
    assert digests(killed) == digests(calm)


def test_figures_after_a_resume_are_those_of_the_whole_run(
    killed: Path, calm: Path, tiny_base: Path, chats: dict[str, Path]
) -> None:
    """The stock trainer's closing loss is the mean of the steps after the resume alone."""
    train_adapter(**arguments(tiny_base, chats, killed))
    facts, undisturbed = (read_json(out / "training.json") for out in (killed, calm))
    for name in ("final_train_loss", "mean_train_loss", "total_tokens", "supervised_tokens", "loss_curve"):
        assert facts[name] == undisturbed[name]
    curve = [{"step": step, "loss": loss} for step, loss in facts["loss_curve"]]
    after = [entry["loss"] for entry in curve if entry["step"] > 6]
    assert facts["mean_train_loss"] == mean_train_loss(curve) != pytest.approx(sum(after) / len(after))
    assert rows(killed / "history.jsonl")[-1]["tokens"] == facts["total_tokens"]


# Faults of the arithmetic, arranged in the job's own process.


def loss_is_nan_from(step: int) -> None:
    from socratic_tutor.modeling import trainer

    spoilt: list[bool] = []
    job.at_end_of_step(step - 1, lambda: spoilt.append(True))
    sound = trainer.supervised_nll
    trainer.supervised_nll = lambda *args: sound(*args) * (float("nan") if spoilt else 1.0)


class SpoiltGradient(torch.autograd.Function):
    """Hands a value on as it is, and its gradient as no number."""

    @staticmethod
    def forward(context: Any, value: torch.Tensor) -> torch.Tensor:
        return value.clone()

    @staticmethod
    def backward(context: Any, gradient: torch.Tensor) -> torch.Tensor:
        return gradient * float("nan")


def gradient_is_nan_at(step: int) -> None:
    from socratic_tutor.modeling import trainer

    spoilt: list[bool] = []
    job.at_end_of_step(step - 1, lambda: spoilt.append(True))
    job.at_end_of_step(step, spoilt.clear)
    sound = trainer.supervised_nll
    trainer.supervised_nll = lambda *args: SpoiltGradient.apply(sound(*args)) if spoilt else sound(*args)


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        (partial(loss_is_nan_from, 7), "train loss"),
        (partial(loss_is_nan_from, 8), "train loss"),
        (partial(gradient_is_nan_at, 7), "train loss"),
        (partial(gradient_is_nan_at, 8), "gradient"),  # a step that saves, and whose loss still is a number
    ],
)
def test_a_diverged_training_stops_at_the_next_log_and_keeps_the_last_good_checkpoint(
    fault: Callable[[], None], what: str, tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    call = arguments(tiny_base, chats, tmp_path, validate_every=0)
    assert job.run(call, tmp_path, fault) == 1
    said = (tmp_path / job.TERMINAL).read_text()
    assert f"training diverged: the {what} is nan at step 8;\nlower training.learning_rate (now 0.01)" in said
    assert "Traceback" not in (tmp_path / job.LOG).read_text()
    kept = checkpoints.newest_usable(tmp_path / "checkpoints")
    assert kept is not None
    assert checkpoints.step_of(kept) == 6
    assert all(tensor.isfinite().all() for tensor in load_file(kept / checkpoints.ADAPTER).values())
    assert not (tmp_path / "adapter").exists()
