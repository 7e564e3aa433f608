from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from socratic_tutor.files import InputError
from socratic_tutor.modeling import checkpoints
from socratic_tutor.modeling.history import best_step, mean_train_loss, patience_spent


def log(*validated: tuple[int, float]) -> list[dict[str, float]]:
    entries: list[dict[str, float]] = []
    for step, loss in validated:
        entries += [{"step": step, "loss": loss + 1, "learning_rate": 0.1}, {"step": step, "eval_loss": loss}]
    return entries


def make(root: Path, step: int, history: list[dict[str, float]], *, sealed: bool = True) -> Path:
    folder = checkpoints.checkpoint_folder(root, step)
    folder.mkdir(parents=True)
    for name in checkpoints.NEEDED:
        (folder / name).write_text(f"{name} of {step}")
    (folder / checkpoints.STATE).write_text(json.dumps({"log_history": history}))
    if sealed:
        checkpoints.seal(folder)
    return folder


@pytest.mark.parametrize("name", checkpoints.NEEDED)
@pytest.mark.parametrize("harm", ["missing", "flipped", "empty", "never written"])
def test_a_harmed_checkpoint_is_never_used(tmp_path: Path, name: str, harm: str) -> None:
    earlier = make(tmp_path, 10, log((10, 2.0)))
    folder = make(tmp_path, 20, log((10, 2.0), (20, 1.0)), sealed=harm != "never written")
    content = (folder / name).read_bytes()
    if harm == "flipped":
        (folder / name).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    elif harm == "empty":
        (folder / name).write_bytes(b"")
    else:
        (folder / name).unlink()
        if harm == "never written":
            checkpoints.seal(folder)
    assert checkpoints.newest_usable(tmp_path) == earlier
    assert not folder.exists()


def test_a_seal_comes_to_the_disk_after_what_it_seals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make(tmp_path, 10, log((10, 2.0)), sealed=False)
    synced = []
    monkeypatch.setattr("os.fsync", lambda number: synced.append(os.fstat(number).st_ino))
    checkpoints.seal(folder)
    assert synced[:-1] == [(folder / name).stat().st_ino for name in sorted(checkpoints.NEEDED)]
    assert synced[-1] == (folder / checkpoints.MANIFEST).stat().st_ino


def test_an_unsealed_checkpoint_is_never_used(tmp_path: Path) -> None:
    make(tmp_path, 10, log((10, 2.0)), sealed=False)
    assert checkpoints.newest_usable(tmp_path) is None


def test_without_its_best_step_a_checkpoint_is_passed_over(tmp_path: Path) -> None:
    best = make(tmp_path, 10, log((10, 1.0)))
    make(tmp_path, 20, log((10, 1.0), (20, 2.0)))
    (best / checkpoints.ADAPTER).write_text("harmed")
    assert checkpoints.newest_usable(tmp_path) is None


def test_pruning_keeps_the_newest_and_their_best(tmp_path: Path) -> None:
    history = log((10, 3.0), (20, 1.0), (30, 2.0), (40, 2.0), (50, 0.5))
    for index, step in enumerate((10, 20, 30, 40, 50)):
        make(tmp_path, step, history[: 2 * index + 2])
    checkpoints.prune(tmp_path, keep=2)
    assert sorted(checkpoints.step_of(p) for p in tmp_path.glob("checkpoint-*")) == [20, 40, 50]
    newest = checkpoints.checkpoint_folder(tmp_path, 50)
    (newest / checkpoints.ADAPTER).unlink()
    assert checkpoints.newest_usable(tmp_path) == checkpoints.checkpoint_folder(tmp_path, 40)


def test_another_run_s_checkpoints_are_wiped_and_the_same_run_s_stay(tmp_path: Path) -> None:
    checkpoints.open_folder(tmp_path, {"seed": "a"})
    kept = make(tmp_path, 10, log((10, 1.0)))
    checkpoints.open_folder(tmp_path, {"seed": "a"})
    assert kept.exists()
    checkpoints.open_folder(tmp_path, {"seed": "b"})
    assert not kept.exists()


def test_checkpoints_without_a_key_are_wiped(tmp_path: Path) -> None:
    stray = make(tmp_path, 10, log((10, 1.0)))
    checkpoints.open_folder(tmp_path, {"seed": "a"})
    assert not stray.exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("x")
    stray = make(tmp_path, 10, log((10, 1.0)))
    with pytest.raises(InputError, match=r"thesis\.tex"):
        checkpoints.open_folder(tmp_path, {"seed": "a"})
    assert stray.exists()


def test_best_step_is_the_first_of_the_lowest() -> None:
    assert best_step(log((5, 2.0), (10, 1.0), (15, 1.0))) == 10
    assert best_step([{"step": 5, "loss": 1.0}]) is None


def test_patience_counts_validations_since_the_best() -> None:
    history = log((5, 1.0), (10, 1.5), (15, 1.2))
    assert patience_spent(history, 2)
    assert not patience_spent(history, 3)
    assert not patience_spent(history, 0)
    assert not patience_spent(history + log((20, 0.9)), 2)


def test_mean_loss_weights_entries_with_their_steps() -> None:
    assert mean_train_loss([{"step": 10, "loss": 2.0}, {"step": 15, "loss": 5.0}]) == pytest.approx(3.0)
