from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import torch
from datasets import Dataset
from peft import LoraConfig, PeftModel
from safetensors.torch import load_file
from sample_chats import write_chats
from torch.nn.functional import cross_entropy
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import SFTTrainer
from trl.trainer.sft_trainer import DataCollatorForLanguageModeling

from socratic_tutor.files import InputError, write_json
from socratic_tutor.modeling import checkpoints, trainer
from socratic_tutor.modeling.adapter import train_adapter
from socratic_tutor.modeling.adapter_files import load_adapter
from socratic_tutor.modeling.cost import Meter
from socratic_tutor.modeling.history import HistoryFile
from socratic_tutor.modeling.objective import fused_nll, supervised_nll, validation_loss
from socratic_tutor.modeling.settings import INITIALISATIONS, training_settings
from socratic_tutor.modeling.training_data import IGNORED, TokenCounts, read_examples

TRAINING: dict[str, Any] = {
    "lora": {"r": 4, "alpha": 8, "dropout": 0.1},
    "learning_rate": 1e-2,
    "warmup_steps": 2,
    "steps": 12,
    "batch_size": 4,
    "max_length": 256,
    "log_every": 2,
    "validate_every": 4,
    "save_every": 2,
}
FILES = [
    "adapter/adapter_config.json",
    "adapter/adapter_model.safetensors",
    "adapter/chat_template.jinja",
    "adapter/tokenizer.json",
    "adapter/tokenizer_config.json",
    "training.json",
]


def arguments(base: Path, chats: dict[str, Path], out: Path, **training: Any) -> dict[str, Any]:
    return {
        "base_model": {"source": str(base), "revision": None, "quantization": "none"},
        "training": {**TRAINING, **training},
        "seed": "root:rank-4:1",
        "train": chats["train"],
        "validation": chats["validation"],
        "adapter": out / "adapter",
        "facts": out / "training.json",
        "history": out / "history.jsonl",
        "timings": out / "training_time.json",
        "checkpoints": out / "checkpoints",
    }


def digests(out: Path) -> dict[str, str]:
    return {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.fixture(scope="module")
def unbroken(tiny_base: Path, chats: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("unbroken")
    train_adapter(**arguments(tiny_base, chats, out))
    return out


def test_two_trainings_give_the_same_bytes(
    unbroken: Path, tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    train_adapter(**arguments(tiny_base, chats, tmp_path))
    assert digests(tmp_path) == digests(unbroken)


def test_another_seed_gives_another_adapter(
    unbroken: Path, tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    train_adapter(**{**arguments(tiny_base, chats, tmp_path), "seed": "root:rank-4:2"})
    weights = "adapter/adapter_model.safetensors"
    assert digests(tmp_path)[weights] != digests(unbroken)[weights]


def test_the_adapter_folder_holds_the_declared_files_and_no_path(unbroken: Path, tiny_base: Path) -> None:
    assert sorted(f"adapter/{path.name}" for path in (unbroken / "adapter").iterdir()) == FILES[:5]
    config = json.loads((unbroken / FILES[0]).read_text())
    assert config["target_modules"] == sorted(config["target_modules"])
    assert config["base_model_name_or_path"] == tiny_base.name
    for name in FILES:
        if not name.endswith(".safetensors"):
            assert str(tiny_base.parent) not in (unbroken / name).read_text()
    assert not list((unbroken / "checkpoints").iterdir())


def test_the_facts_add_up(unbroken: Path) -> None:
    facts = json.loads((unbroken / "training.json").read_text())
    assert facts["steps"] == 12
    assert facts["epochs"] == pytest.approx(48 / 22, abs=1e-4)
    assert [step for step, _ in facts["loss_curve"]] == [2, 4, 6, 8, 10, 12]
    assert [step for step, _ in facts["validation_losses"]] == [4, 8, 12]
    assert facts["best_validation_loss"] == min(loss for _, loss in facts["validation_losses"])
    assert facts["mean_train_loss"] == pytest.approx(sum(loss for _, loss in facts["loss_curve"]) / 6)
    assert 0 < facts["supervised_tokens"] < facts["total_tokens"]
    # two layers of r * (inputs + outputs): q 32+32, k and v 32+16, o 32+32, gate and up 32+64, down 64+32
    assert facts["trainable_parameters"] == 2 * 4 * (64 + 48 + 48 + 64 + 96 + 96 + 96)
    assert facts["final_train_loss"] < facts["loss_curve"][0][1]
    assert facts["total_tokens"] < facts["padded_tokens"]
    lengths = facts["row_lengths"]
    assert sum(lengths["train"]) == 22
    assert lengths["all"] == [sum(pair) for pair in zip(lengths["train"], lengths["validation"], strict=True)]
    assert len(lengths["edges"]) == len(lengths["all"]) + 1
    history = rows(unbroken / "history.jsonl")
    assert [row["tokens"] for row in history][-1] == facts["total_tokens"]
    assert [(row["step"], row["loss"]) for row in history if row["split"] == "train"] == [
        tuple(pair) for pair in facts["loss_curve"]
    ]


def test_the_published_adapter_has_the_validation_loss_it_claims(
    unbroken: Path, tiny_base: Path, chats: dict[str, Path]
) -> None:
    model = AutoModelForCausalLM.from_pretrained(tiny_base)
    tokenizer = AutoTokenizer.from_pretrained(tiny_base)
    examples = read_examples(chats["validation"], model=model, tokenizer=tokenizer, max_length=256)
    adapted = PeftModel.from_pretrained(model, unbroken / "adapter").eval()
    total, count = 0.0, 0
    for example in examples:
        ids, labels = torch.tensor([example.input_ids]), torch.tensor(example.labels[1:])
        with torch.no_grad():
            logits = adapted(input_ids=ids).logits[0, :-1]
        total += cross_entropy(logits, labels, ignore_index=IGNORED, reduction="sum").item()
        count += int((labels != IGNORED).sum())
    facts = json.loads((unbroken / "training.json").read_text())
    assert facts["best_validation_loss"] == pytest.approx(total / count, abs=1e-5)
    losses = [validation_loss(adapted, examples, batch_size=size, pad_id=0) for size in (1, 3, 64)]
    losses.append(validation_loss(adapted, examples, batch_size=1, pad_id=0, budget=300))
    assert losses == pytest.approx([total / count] * 4, abs=1e-5)


class Killed(BaseException):
    """Stands for SIGKILL inside one process: no handler of the code under test catches it."""


def die_at_step(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    original = trainer.RunCallback.on_step_end

    def on_step_end(self: Any, args: Any, state: Any, control: Any, **rest: Any) -> Any:
        if state.global_step == step:
            raise Killed
        return original(self, args, state, control, **rest)

    monkeypatch.setattr(trainer.RunCallback, "on_step_end", on_step_end)


def die_before_sealing(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    original = checkpoints.seal

    def seal(folder: Path) -> None:
        if checkpoints.step_of(folder) == step:
            raise Killed
        original(folder)

    monkeypatch.setattr(checkpoints, "seal", seal)


def die_while_publishing(_: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def copy(source: Path, target: Path) -> None:
        raise Killed

    monkeypatch.setattr("socratic_tutor.modeling.adapter_files._copy", copy)


@pytest.mark.parametrize(
    ("die", "step"),
    [
        (die_at_step, 1),
        (die_at_step, 7),
        (die_before_sealing, 8),
        (die_before_sealing, 12),
        (die_while_publishing, 0),
    ],
)
def test_a_broken_run_goes_on_to_the_same_bytes(
    die: Callable[[int, pytest.MonkeyPatch], None],
    step: int,
    unbroken: Path,
    tiny_base: Path,
    chats: dict[str, Path],
    tmp_path: Path,
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        die(step, patched)
        with pytest.raises(Killed):
            train_adapter(**arguments(tiny_base, chats, tmp_path))
    (tmp_path / "history.jsonl").unlink()  # a workflow removes a failed job's outputs
    train_adapter(**arguments(tiny_base, chats, tmp_path))
    assert digests(tmp_path) == digests(unbroken)
    timeless = [
        [{key: value for key, value in row.items() if key != "time"} for row in rows(out / "history.jsonl")]
        for out in (tmp_path, unbroken)
    ]
    assert timeless[0] == timeless[1]


def test_a_broken_run_with_other_pieces_and_layers_goes_on_to_the_same_bytes(
    tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    plan = {"gradient_accumulation": 2, "micro_batch_tokens": 260, "gradient_checkpointing": 0.5}
    calls = [arguments(tiny_base, chats, tmp_path / name, **plan) for name in ("calm", "killed")]
    train_adapter(**calls[0])
    with pytest.MonkeyPatch.context() as patched:
        die_at_step(7, patched)
        with pytest.raises(Killed):
            train_adapter(**calls[1])
    train_adapter(**calls[1])
    assert digests(tmp_path / "calm") == digests(tmp_path / "killed")


def test_sigkill_and_another_process_s_hash_seed_change_no_byte(
    unbroken: Path, tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    program = """
import os, signal, sys
from pathlib import Path
from socratic_tutor.modeling import trainer
from test_adapter import arguments
from socratic_tutor.modeling.adapter import train_adapter
base, train, validation, out = map(Path, sys.argv[1:])
saved = trainer.TutorTrainer._save_checkpoint
def save(self, model, trial):
    saved(self, model, trial)
    if self.state.global_step == 6:
        os.kill(os.getpid(), signal.SIGKILL)
trainer.TutorTrainer._save_checkpoint = save
train_adapter(**arguments(base, {"train": train, "validation": validation}, out))
"""
    path = os.pathsep.join([str(Path(__file__).parent), *[p for p in sys.path if p]])
    command = [sys.executable, "-c", program, tiny_base, chats["train"], chats["validation"], tmp_path]
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "7", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr[-2000:]
    assert checkpoints.newest_usable(tmp_path / "checkpoints") is not None
    train_adapter(**arguments(tiny_base, chats, tmp_path))
    assert digests(tmp_path) == digests(unbroken)


def test_early_stopping_publishes_the_best_and_survives_a_kill(
    tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    losses = {2: 3.0, 4: 1.0, 6: 2.0, 8: 1.5, 10: 0.1}

    def scripted(self: Any, *_: Any, **__: Any) -> float:
        return losses[current[0]]

    current = [0]
    original = trainer.TutorTrainer.evaluate

    def evaluate(self: Any, *rest: Any, **named: Any) -> dict[str, float]:
        current[0] = self.state.global_step
        return original(self, *rest, **named)

    facts = []
    for name, killed in (("calm", False), ("killed", True)):
        call = arguments(tiny_base, chats, tmp_path / name, validate_every=2, early_stopping_patience=2)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(trainer, "validation_loss", scripted)
            patched.setattr(trainer.TutorTrainer, "evaluate", evaluate)
            if killed:
                with pytest.MonkeyPatch.context() as deadly:
                    die_at_step(7, deadly)
                    with pytest.raises(Killed):
                        train_adapter(**call)
            train_adapter(**call)
        facts.append(json.loads((tmp_path / name / "training.json").read_text()))
    assert facts[0]["steps"] == 8
    assert facts[0]["stopped_early"]
    assert facts[0]["published_step"] == 4
    assert facts[0] == facts[1]


def test_a_loss_that_is_no_number_stops_the_run(
    tiny_base: Path, chats: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(model: Any, ids: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return sum(p.sum() for p in model.parameters() if p.requires_grad) * float("nan")

    monkeypatch.setattr(trainer, "supervised_nll", broken)
    with pytest.raises(InputError, match="diverged"):
        train_adapter(**arguments(tiny_base, chats, tmp_path))
    assert not (tmp_path / "adapter").exists()


def test_an_end_before_the_last_step_publishes_nothing(
    tiny_base: Path, chats: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = trainer.RunCallback.on_step_end

    def stop(self: Any, args: Any, state: Any, control: Any, **rest: Any) -> Any:
        original(self, args, state, control, **rest)
        control.should_training_stop = state.global_step == 6
        return control

    monkeypatch.setattr(trainer.RunCallback, "on_step_end", stop)
    with pytest.raises(RuntimeError, match="before step 12"):
        train_adapter(**arguments(tiny_base, chats, tmp_path))
    assert not (tmp_path / "adapter").exists()


def test_our_loss_and_gradients_are_trl_s(tiny_base: Path, chats: dict[str, Path], tmp_path: Path) -> None:
    model = AutoModelForCausalLM.from_pretrained(tiny_base)
    tokenizer = AutoTokenizer.from_pretrained(tiny_base)
    examples = read_examples(chats["train"], model=model, tokenizer=tokenizer, max_length=256)
    settings = training_settings({**TRAINING, "lora": {"r": 4, "alpha": 8}})
    encoded = [{"input_ids": example.input_ids, "labels": example.labels} for example in examples]
    collator = DataCollatorForLanguageModeling(pad_token_id=tokenizer.pad_token_id)
    ours = trainer.TutorTrainer(
        model=model,
        args=trainer.trainer_arguments(settings, seed="s", folder=tmp_path, cuda=False),
        train_dataset=Dataset.from_list(encoded),
        data_collator=collator,
        processing_class=tokenizer,
        peft_config=LoraConfig(r=4, lora_alpha=8, target_modules="all-linear", init_lora_weights=False),
        run=trainer.RunCallback(settings, HistoryFile(tmp_path / "h"), TokenCounts([0], [0], [0]), Meter({})),
        validation=examples,
        pad_id=tokenizer.pad_token_id,
    )
    found = []
    for compute in (trainer.TutorTrainer.compute_loss, SFTTrainer.compute_loss):
        for count in (None, torch.tensor(500)):
            ours.model.zero_grad()
            loss = compute(ours, ours.model, collator(encoded[:7]), num_items_in_batch=count)
            loss.backward()
            gradients = [p.grad.flatten() for p in ours.model.parameters() if p.requires_grad]
            found.append((loss.item(), torch.cat(gradients)))
    for (loss, gradient), (expected, expected_gradient) in zip(found[:2], found[2:], strict=True):
        assert loss == pytest.approx(expected, abs=1e-6)
        assert torch.allclose(gradient, expected_gradient, atol=1e-6)
        assert expected_gradient.abs().max() > 1e-3
    ids, labels = (collator(encoded[:7])[name] for name in ("input_ids", "labels"))
    totals = [nll(ours.model, ids, labels).item() for nll in (supervised_nll, fused_nll)]
    assert totals[0] == pytest.approx(totals[1], rel=1e-6)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"steps": 0}, "training.steps"),
        ({"learning_rte": 1.0}, "training.learning_rte"),
        ({"lora": {"rank": 4}}, r"training\.lora\.rank"),
        ({"save_every": 3}, "multiple of log_every"),
        ({"validate_every": 0, "early_stopping_patience": 2}, "validate_every"),
        ({"schedule": "cosin"}, "training.schedule"),
        ({"schedule": "constant"}, "constant_with_warmup"),
        ({"micro_batch_tokens": 255}, "micro_batch_tokens.*max_length = 256"),
        ({"gradient_checkpointing": -0.1}, "training.gradient_checkpointing"),
        ({"lora": {"initialisation": "olora"}}, r"training\.lora\.initialisation"),
        ({"lora": {"r": 3, "initialisation": "orthogonal"}}, r"training\.lora\.r: 3.*even"),
    ],
)
def test_bad_settings_are_named(change: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        training_settings({**TRAINING, **change})


@pytest.mark.parametrize("targets", [["q_proj", "query"], ["lm_head"], "v"])
def test_a_layer_that_is_not_there_is_named(
    targets: Any, tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    lora = {**TRAINING["lora"], "target_modules": targets}
    with pytest.raises(InputError, match=r"target_modules.*\n.*q_proj"):
        train_adapter(**arguments(tiny_base, chats, tmp_path, lora=lora))


@pytest.mark.parametrize(
    "change",
    [
        {"lora": {"r": 2, "alpha": 4, "target_modules": ["q_proj", "v_proj"], "use_rslora": True}},
        {"lora": {"r": 2, "alpha": 4, "use_dora": True}, "gradient_checkpointing": 0.5},
        {"validate_every": 0, "schedule": "constant_with_warmup", "group_by_length": False},
    ],
)
def test_other_settings_train_and_publish(
    change: dict[str, Any], tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    train_adapter(**arguments(tiny_base, chats, tmp_path, **{**change, "steps": 4, "learning_rate": 0.03}))
    facts = json.loads((tmp_path / "training.json").read_text())
    assert facts["published_step"] in (facts["best_step"], 4)
    assert facts["final_train_loss"] < facts["loss_curve"][0][1]


def test_accumulated_batches_train_as_one(tiny_base: Path, chats: dict[str, Path], tmp_path: Path) -> None:
    """Same examples a step, in whichever batches: the loss is per token, not per batch."""
    curves = []
    for size, accumulation in ((4, 1), (2, 2), (1, 4)):
        out = tmp_path / str(size)
        plan = {"batch_size": size, "gradient_accumulation": accumulation, "group_by_length": False}
        plain = {"lora": {"r": 4, "alpha": 8}, "steps": 5, "log_every": 1, "save_every": 5}
        train_adapter(**arguments(tiny_base, chats, out, **plan, **plain))
        curves.append(json.loads((out / "training.json").read_text())["loss_curve"])
    for curve in curves[1:]:
        assert [loss for _, loss in curve] == pytest.approx([loss for _, loss in curves[0]], abs=2e-5)


def test_a_token_budget_changes_the_pieces_and_not_the_training(
    tiny_base: Path, chats: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shapes: list[tuple[int, ...]] = []

    def seen(model: Any, ids: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        shapes.append(tuple(ids.shape))
        return supervised_nll(model, ids, labels)

    monkeypatch.setattr(trainer, "supervised_nll", seen)
    found = []
    for budget in (None, 260, 10_000):
        out = tmp_path / str(budget)
        plan = {"batch_size": 4, "gradient_accumulation": 2, "micro_batch_tokens": budget}
        plain = {"lora": {"r": 4, "alpha": 8}, "steps": 5, "log_every": 1, "save_every": 5}
        shapes.clear()
        train_adapter(**arguments(tiny_base, chats, out, **plan, **plain))
        facts = json.loads((out / "training.json").read_text())
        assert facts["padded_tokens"] == sum(rows * length for rows, length in shapes)
        assert sum(rows for rows, _ in shapes) == facts["examples_read"] == 40
        if budget:
            assert max(rows * length for rows, length in shapes) <= budget
        found.append((len(shapes), facts, load_file(out / "adapter/adapter_model.safetensors")))
    (batches, expected, tensors), *others = found
    assert [batches] + [pieces for pieces, *_ in others] != [10, 10, 10]
    for _, facts, theirs in others:
        for curve in ("loss_curve", "validation_losses"):
            losses, wanted = ([loss for _, loss in of[curve]] for of in (facts, expected))
            assert losses == pytest.approx(wanted, rel=1e-6)
        for name, tensor in tensors.items():
            assert torch.allclose(theirs[name], tensor, atol=1e-5)


def logits(model: Any) -> torch.Tensor:
    with torch.no_grad():
        return model.eval()(input_ids=torch.arange(1, 60).reshape(1, -1)).logits


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The models that were trained, before (as logits) and after."""
    seen: list[Any] = []
    original = trainer.TutorTrainer.train

    def train(self: Any, **arguments: Any) -> None:
        seen.append(logits(self.model))
        original(self, **arguments)
        seen.append(self.model)

    monkeypatch.setattr(trainer.TutorTrainer, "train", train)
    return seen


@pytest.mark.parametrize("initialisation", INITIALISATIONS)
def test_base_and_reloaded_adapter_are_the_trained_model(
    initialisation: str, trained: list[Any], tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    """Read by PEFT, and summed by hand: an initialisation that alters the base's weights fails the latter."""
    lora = {"r": 4, "alpha": 8, "initialisation": initialisation}
    train_adapter(**arguments(tiny_base, chats, tmp_path, lora=lora, validate_every=0, steps=4))
    before, after = trained[0], logits(trained[1])
    base = AutoModelForCausalLM.from_pretrained(tiny_base)
    assert torch.allclose(logits(base), before, atol=1e-6)
    assert not torch.allclose(after, before, atol=1e-2)
    summed = deepcopy(base)
    tensors = load_file(tmp_path / "adapter/adapter_model.safetensors")
    for name in (name for name in tensors if "lora_A" in name):
        layer = summed.get_submodule(name.removeprefix("base_model.model.").removesuffix(".lora_A.weight"))
        layer.weight.data += 8 / 4 * tensors[name.replace("lora_A", "lora_B")] @ tensors[name]
    assert torch.allclose(logits(summed), after, atol=1e-5)
    assert torch.allclose(logits(load_adapter(base, tmp_path / "adapter")), after, atol=1e-5)
    published = json.loads((tmp_path / FILES[0]).read_text())
    assert published["init_lora_weights"] == INITIALISATIONS[initialisation]


def test_the_adapter_of_a_four_bit_base_is_float32_and_fits_it_after_reload(
    load_in_four_bits: Any,
    trained: list[Any],
    tiny_base: Path,
    chats: dict[str, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """TRL would round the adapter to bfloat16; nobody raises the base's embedding to float32."""
    base = {"source": str(tiny_base), "revision": None, "quantization": "nf4"}
    monkeypatch.setattr("socratic_tutor.modeling.adapter.load_base", load_in_four_bits)
    call = arguments(tiny_base, chats, tmp_path, steps=4, validate_every=2, micro_batch_tokens=512)
    train_adapter(**{**call, "base_model": base})
    before, model = trained
    kinds = {(p.requires_grad, p.dtype) for p in model.parameters() if p.dtype != torch.uint8}
    assert kinds == {(True, torch.float32), (False, torch.bfloat16)}
    tensors = load_file(tmp_path / "adapter/adapter_model.safetensors")
    assert {tensor.dtype for tensor in tensors.values()} == {torch.float32}
    facts = json.loads((tmp_path / "training.json").read_text())
    assert facts["final_train_loss"] < facts["loss_curve"][0][1]
    assert facts["best_step"] == 4
    assert not torch.equal(logits(model), before)
    assert torch.equal(logits(load_adapter(load_in_four_bits(base)[0], tmp_path / "adapter")), logits(model))


def test_a_resumed_training_adds_its_seconds(tiny_base: Path, chats: dict[str, Path], tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patched:
        die_at_step(7, patched)
        with pytest.raises(Killed):
            train_adapter(**arguments(tiny_base, chats, tmp_path))
    reading = tmp_path / "checkpoints" / "checkpoint-6" / checkpoints.PROGRESS
    spent = json.loads(reading.read_text())
    write_json(reading, {**spent, "wall_seconds": 1000.0, "validation_seconds": 900.0})
    checkpoints.seal(reading.parent)
    train_adapter(**arguments(tiny_base, chats, tmp_path))
    facts, times = (
        json.loads((tmp_path / f"{name}.json").read_text()) for name in ("training", "training_time")
    )
    assert 1000 < times["wall_seconds"] < 2000  # once, and not twice
    assert 900 < times["validation_seconds"] < 1800
    seconds = times["wall_seconds"] - times["validation_seconds"]
    for rate, amount in {
        "tokens_per_second": "total_tokens",
        "supervised_tokens_per_second": "supervised_tokens",
        "model_flops_per_second": "model_flops",
        "hardware_flops_per_second": "hardware_flops",
    }.items():
        assert times[rate] == pytest.approx(facts[amount] / seconds, rel=1e-2)
    assert times["peak_host_memory_bytes"] >= spent["peak_host_memory_bytes"] > 0


def test_changed_data_start_anew(tiny_base: Path, chats: dict[str, Path], tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patched:
        die_at_step(7, patched)
        with pytest.raises(Killed):
            train_adapter(**arguments(tiny_base, chats, tmp_path))
    changed = write_chats(tmp_path / "other.jsonl", rows(chats["train"])[1:])
    train_adapter(**{**arguments(tiny_base, chats, tmp_path), "train": changed})
    other = tmp_path / "calm"
    train_adapter(**{**arguments(tiny_base, chats, other), "train": changed})
    assert digests(tmp_path) == digests(other)
