"""FLOPs agree with torch's own counter on a real step; recomputation and micro-batches change no loss."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import LoraConfig, get_peft_model
from torch.utils.flop_counter import FlopCounterMode
from transformers import AutoModelForCausalLM, AutoTokenizer

from socratic_tutor.modeling.cost import Meter, hardware_flops, matmul_parameters, model_flops
from socratic_tutor.modeling.objective import right_padded, supervised_nll
from socratic_tutor.modeling.recomputation import recompute
from socratic_tutor.modeling.training_data import Example, read_examples

RANK = 4


@pytest.fixture
def base(tiny_base: Path) -> Any:
    return AutoModelForCausalLM.from_pretrained(tiny_base)


@pytest.fixture
def batch(tiny_base: Path, chats: dict[str, Path], base: Any) -> list[Example]:
    tokenizer = AutoTokenizer.from_pretrained(tiny_base)
    return read_examples(chats["train"], model=base, tokenizer=tokenizer, max_length=256)[:5]


def step(base: Any, batch: list[Example], *, dropout: float = 0.0) -> tuple[float, torch.Tensor, int]:
    """Loss, gradients and counted FLOPs (attention scores left out) of one step."""
    torch.manual_seed(1)
    lora = LoraConfig(
        r=RANK,
        target_modules="all-linear",
        lora_dropout=dropout,
        init_lora_weights=False,
        task_type="CAUSAL_LM",
    )
    model = get_peft_model(base, lora).train()
    ids, _, labels = right_padded(batch, 0)
    with FlopCounterMode(display=False) as counter:
        loss = supervised_nll(model, ids, labels)
        loss.backward()
    counted = counter.get_flop_counts()["Global"]
    gradients = torch.cat([p.grad.flatten() for p in model.parameters() if p.requires_grad])
    return loss.item(), gradients, sum(counted[op] for op in counted if "attention" not in str(op))


def unneeded(base: Any) -> int:
    """Parameters of the first attention projections: the gradient of their input is nobody's."""
    hidden, narrow = base.config.hidden_size, base.config.hidden_size // 2
    return hidden * (hidden + 2 * narrow) + 3 * RANK * hidden


@pytest.mark.parametrize("recomputed", [0.0, 0.5, 1.0])
def test_hardware_flops_are_those_that_torch_counts(
    base: Any, batch: list[Example], recomputed: float
) -> None:
    parameters = matmul_parameters(base)
    assert recompute(base, recomputed) == recomputed
    _, gradients, counted = step(base, batch)
    padded = len(batch) * max(len(example.input_ids) for example in batch)
    claimed = hardware_flops(
        replace(parameters, adapter=gradients.numel()),
        padded=padded,
        supervised=sum(example.supervised for example in batch),
        recomputed=recomputed,
    )
    # recomputation ends before a layer's last product, the adapter's; without any, the gradient of the first
    # layer's input is left out (PEFT asks for it where a layer recomputes)
    layers = round(recomputed * base.config.num_hidden_layers)
    spared = 2 * padded * (layers * RANK * base.config.hidden_size or unneeded(base))
    assert counted == claimed - spared


def test_model_flops_leave_out_padding_and_take_the_head_for_every_token(base: Any) -> None:
    parameters = replace(matmul_parameters(base), adapter=7)
    weights = {name: p.numel() for name, p in base.named_parameters() if p.ndim == 2}
    assert parameters.head == weights["model.embed_tokens.weight"]  # tied: the head alone multiplies
    assert parameters.layers + parameters.head == sum(weights.values())
    assert model_flops(parameters, 10) == 10 * (4 * sum(weights.values()) + 6 * 7)


def test_layers_that_recompute_change_no_loss_and_run_twice(base: Any, batch: list[Example]) -> None:
    found = {}
    for share, runs in ((0.0, [1, 1]), (0.5, [2, 1]), (1.0, [2, 2])):
        model = deepcopy(base)
        calls: Counter[int] = Counter()
        for number, layer in enumerate(model.model.layers):
            layer.mlp.register_forward_pre_hook(lambda *_, n=number, calls=calls: calls.update([n]))
        recompute(model, share)
        found[share] = step(model, batch, dropout=0.3)[:2]
        assert [calls[0], calls[1]] == runs
    loss, gradients = found.pop(0.0)
    for other, theirs in found.values():
        assert other == loss
        assert torch.equal(theirs, gradients)


def test_seconds_add_up_over_resumes_and_memory_takes_the_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("socratic_tutor.modeling.cost.time.monotonic", lambda: now[0])
    monkeypatch.setattr("socratic_tutor.modeling.cost.peak_memory", lambda: {"peak_host_memory_bytes": 5})
    meter = Meter({"wall_seconds": 7.0, "validation_seconds": 2.0, "peak_host_memory_bytes": 9})
    now[0] = 200.0  # the libraries' start is no training
    meter.start()
    now[0] += 3
    with meter.validating():
        now[0] += 1
    assert meter.reading() == {
        "wall_seconds": 11.0,
        "validation_seconds": 3.0,
        "peak_host_memory_bytes": 9,
    }
