"""A merged model speaks like base + adapter, in a folder that plain transformers loads; or there is none."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from safetensors.torch import load_file, save_file
from sample_chats import chat, write_chats
from transformers import AutoModelForCausalLM, AutoTokenizer

from socratic_tutor.base_identity import base_fingerprint
from socratic_tutor.files import InputError, sha256_of
from socratic_tutor.modeling import merging
from socratic_tutor.modeling.chat_template import render_prompt
from socratic_tutor.modeling.loading import load_base

Make = Callable[..., Path]


@pytest.fixture(scope="module")
def base(tiny_base: Path) -> dict[str, Any]:
    return {"source": str(tiny_base), "revision": None, "quantization": "none"}


@pytest.fixture(scope="module")
def half_base(tiny_base: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The tiny base stored in bfloat16, as hub models are, for training in four bits."""
    folder = tmp_path_factory.mktemp("half") / "base"
    shutil.copytree(tiny_base, folder)
    AutoModelForCausalLM.from_pretrained(folder).to(torch.bfloat16).save_pretrained(folder)
    return {"source": str(folder), "revision": None, "quantization": "nf4"}


@pytest.fixture
def make_adapter(tmp_path: Path, base: dict[str, Any]) -> Make:
    """An adapter that changes the base; `scale` of its B matrices says how much."""

    def make(scale: float = 0.05, **config: Any) -> Path:
        model, tokenizer = load_base(base)
        torch.manual_seed(1)
        lora = LoraConfig(task_type="CAUSAL_LM", r=4, lora_alpha=8, target_modules="all-linear", **config)
        adapted = get_peft_model(model, lora)
        for name, weight in adapted.named_parameters():
            if "lora_B" in name:
                torch.nn.init.normal_(weight, std=scale)
        adapted.save_pretrained(tmp_path / "adapter", save_embedding_layers=False)
        tokenizer.save_pretrained(tmp_path / "adapter")
        return tmp_path / "adapter"

    return make


def merge(base: dict[str, Any], adapter: Path, chats: dict[str, Path]) -> Path:
    out = adapter.parent / "merged"
    merging.merge_adapter(base_model=base, adapter=adapter, validation=chats["validation"], out=out)
    return out


def report_of(out: Path) -> dict[str, Any]:
    return json.loads((out / merging.REPORT).read_text(encoding="utf-8"))


@pytest.mark.parametrize("config", [{}, {"use_rslora": True}, {"use_dora": True}], ids=str)
def test_the_folder_loads_plainly_and_speaks_like_base_and_adapter(
    config: dict[str, Any], base: dict[str, Any], make_adapter: Make, chats: dict[str, Path]
) -> None:
    adapter = make_adapter(**config)
    out = merge(base, adapter, chats)
    merged, tokenizer = AutoModelForCausalLM.from_pretrained(out), AutoTokenizer.from_pretrained(out)
    assert type(merged).__name__ == "LlamaForCausalLM"
    messages = chat(35)[:-1]
    encoded = tokenizer.apply_chat_template(messages, add_generation_prompt=True, return_tensors="pt")
    assert encoded["input_ids"][0].tolist() == render_prompt(tokenizer, messages)
    plain = AutoModelForCausalLM.from_pretrained(base["source"])
    with torch.no_grad():
        alone = plain(**encoded).logits
        wanted = PeftModel.from_pretrained(plain, adapter)(**encoded).logits
        found = merged(**encoded).logits
    assert (found - wanted).abs().max() < 1e-5
    assert (found - alone).abs().max() > 1e-3
    assert sorted(path.name for path in out.iterdir()) == sorted(merging.FILES)
    assert len({path.stat().st_mode for path in out.iterdir()}) == 1
    assert [path.name for path in out.parent.iterdir() if path.name.startswith(".")] == []


def test_the_report_says_what_was_compared(
    base: dict[str, Any], make_adapter: Make, chats: dict[str, Path], caplog: pytest.LogCaptureFixture
) -> None:
    adapter = make_adapter()
    with caplog.at_level(logging.INFO):
        out = merge(base, adapter, chats)
    report = report_of(out)
    assert report["base_fingerprint"] == base_fingerprint(base)
    assert report["adapter_sha256"] == sha256_of(adapter / "adapter_model.safetensors")
    assert report["merged_sha256"] == sha256_of(out / "model.safetensors")
    assert (report["dtype"], report["trained_on_quantization"]) == ("float32", "none")
    assert report["greedy_agreement"]["k"] == report["greedy_agreement"]["n"] > report["prompts"] == 7
    assert 0 <= report["relative_difference"] <= report["tolerance"] / 10
    assert report["relative_adapter_effect"] > 1000 * report["relative_difference"]
    assert report["max_abs_logit_difference"] >= report["mean_abs_logit_difference"]
    assert report["mean_abs_logit"] == pytest.approx(
        report["mean_abs_logit_difference"] / report["relative_difference"]
    )
    assert "merged" in caplog.text


def test_no_file_names_a_place_on_this_machine(
    base: dict[str, Any], make_adapter: Make, chats: dict[str, Path]
) -> None:
    out = merge(base, make_adapter(), chats)
    for path in out.iterdir():
        assert str(Path(base["source"]).parent).encode() not in path.read_bytes(), path.name
        assert str(out.parent).encode() not in path.read_bytes(), path.name


def test_an_adapter_trained_on_four_bits_is_merged_into_the_weights_as_they_were_published(
    half_base: dict[str, Any], make_adapter: Make, chats: dict[str, Path]
) -> None:
    out = merge(half_base, make_adapter(), chats)
    report = report_of(out)
    assert (report["dtype"], report["trained_on_quantization"]) == ("bfloat16", "nf4")
    assert report["base_fingerprint"]["quantization"] == "none"
    assert AutoModelForCausalLM.from_pretrained(out).dtype == torch.bfloat16
    assert report["relative_difference"] <= report["tolerance"] / 4


def test_two_merges_are_the_same(base: dict[str, Any], make_adapter: Make, chats: dict[str, Path]) -> None:
    adapter = make_adapter()
    first = {path.name: sha256_of(path) for path in merge(base, adapter, chats).iterdir()}
    assert {path.name: sha256_of(path) for path in merge(base, adapter, chats).iterdir()} == first


def tamper(monkeypatch: pytest.MonkeyPatch, change: Callable[[torch.Tensor], torch.Tensor]) -> None:
    """Let the written weights differ from the merged ones, in one matrix of the last layer."""
    write = merging._write

    def written(adapted: Any, adapter: Path, folder: Path) -> None:
        write(adapted, adapter, folder)
        tensors = load_file(folder / merging.WEIGHTS)
        name = "model.layers.1.self_attn.v_proj.weight"
        tensors[name] = change(tensors[name])
        save_file(tensors, folder / merging.WEIGHTS, metadata={"format": "pt"})

    monkeypatch.setattr(merging, "_write", written)


def merge_nothing(self: PeftModel, **_: Any) -> Any:
    return self.unload()


def merge_twice(self: PeftModel, **_: Any) -> Any:
    for name, weight in self.named_parameters():
        if "lora_B" in name:
            weight.data *= 2
    return type(self.base_model).merge_and_unload(self.base_model, safe_merge=True)


WRONG: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "a tampered file": lambda patched: tamper(patched, lambda tensor: tensor * 1.01),
    "a tensor of zeros": lambda patched: tamper(patched, torch.zeros_like),
    "not finite": lambda patched: tamper(patched, lambda tensor: tensor * float("nan")),
    "merged not at all": lambda patched: patched.setattr(
        PeftModel, "merge_and_unload", merge_nothing, raising=False
    ),
    "merged twice": lambda patched: patched.setattr(
        PeftModel, "merge_and_unload", merge_twice, raising=False
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_merge_is_refused_and_leaves_no_model(
    case: str,
    base: dict[str, Any],
    make_adapter: Make,
    chats: dict[str, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    adapter = make_adapter()
    out = merge(base, adapter, chats)
    WRONG[case](monkeypatch)
    with pytest.raises(InputError, match="does not speak like base \\+ adapter") as caught:
        merge(base, adapter, chats)
    assert len(str(caught.value).splitlines()) <= 5
    assert list(out.iterdir()) == []
    assert [path.name for path in out.parent.iterdir() if path.name.startswith(".")] == []


def test_a_weak_adapter_that_was_not_merged_is_noticed_below_the_tolerance(
    base: dict[str, Any], make_adapter: Make, chats: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    adapter = make_adapter(scale=5e-7)
    report = report_of(merge(base, adapter, chats))
    assert report["relative_adapter_effect"] < report["tolerance"]
    WRONG["merged not at all"](monkeypatch)
    with pytest.raises(InputError, match="of the adapter's effect"):
        merge(base, adapter, chats)


def test_an_adapter_that_changes_nothing_may_be_merged(
    base: dict[str, Any], make_adapter: Make, chats: dict[str, Path]
) -> None:
    report = report_of(merge(base, make_adapter(scale=0.0), chats))
    assert report["relative_adapter_effect"] == report["relative_difference"] == 0


def test_a_base_that_is_stored_in_four_bits_is_refused(
    base: dict[str, Any], make_adapter: Make, chats: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    adapter = make_adapter()
    monkeypatch.setattr(merging, "is_quantized", lambda model: True)
    with pytest.raises(InputError, match="stored quantized"):
        merge(base, adapter, chats)


def test_a_damaged_adapter_is_refused(
    base: dict[str, Any], make_adapter: Make, chats: dict[str, Path]
) -> None:
    adapter = make_adapter()
    weights = adapter / "adapter_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    with pytest.raises(InputError, match="damaged"):
        merge(base, adapter, chats)


def test_what_a_killed_merge_left_is_cleared(
    base: dict[str, Any], make_adapter: Make, chats: dict[str, Path]
) -> None:
    adapter = make_adapter()
    (adapter.parent / ".merged.abc").mkdir()
    (adapter.parent / ".merged.abc" / "model.safetensors").write_bytes(b"half")
    merge(base, adapter, chats)
    assert not (adapter.parent / ".merged.abc").exists()


def test_the_prompts_are_the_first_rows_up_to_the_tutors_last_turn(
    base: dict[str, Any], tmp_path: Path
) -> None:
    tokenizer = load_base(base)[1]
    chats = [chat(n, turns=1 + n % 2) for n in range(merging.PROMPTS + 3)]
    path = write_chats(tmp_path / "v.jsonl", [{"id": f"v{n}", "messages": c} for n, c in enumerate(chats)])
    wanted = [render_prompt(tokenizer, c[:-1]) for c in chats[: merging.PROMPTS]]
    assert merging._prompts(path, tokenizer) == wanted
