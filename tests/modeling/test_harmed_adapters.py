"""Adapters that were harmed after training: refused with their path before anything is generated."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from harms import empty, flip_a_bit, truncate
from safetensors.torch import load_file, save_file
from snakemake.iocontainers import InputFiles, OutputFiles, Params

import generate_responses
from socratic_tutor.files import InputError, read_json, sha256_of
from socratic_tutor.modeling.adapter_files import WEIGHTS
from socratic_tutor.modeling.decoding import write_responses


def without_a_tensor(weights: Path) -> None:
    tensors = load_file(weights)
    save_file({name: tensors[name] for name in sorted(tensors)[1:]}, weights)


def with_a_tensor_too_many(weights: Path) -> None:
    save_file({**load_file(weights), "base_model.model.stray.lora_A.weight": torch.zeros(2, 2)}, weights)


def with_a_nan(weights: Path) -> None:
    tensors = load_file(weights)
    tensors[min(tensors)][0, 0] = float("nan")
    save_file(tensors, weights)


def as_pickle(weights: Path) -> None:
    torch.save(load_file(weights), weights.with_suffix(".bin"))
    weights.unlink()


ALTERED = "its sha256 is not the one that training noted in training.json"
GONE = "the adapter's file is missing; train the adapter first"

# What is done to the weights, and what is said of it where their sha256 is known, and where it is not.
HARMS: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "missing tensor": (without_a_tensor, ALTERED, "is missing or unknown (1 such tensors)"),
    "extra tensor": (with_a_tensor_too_many, ALTERED, "stray.lora_A.weight is missing or unknown"),
    "not a number": (with_a_nan, ALTERED, "holds values that are not finite"),
    "truncated": (truncate, ALTERED, "damaged"),
    "empty": (empty, ALTERED, "damaged"),
    "pickle instead of safetensors": (as_pickle, GONE, GONE),
    "no weights": (Path.unlink, GONE, GONE),
}
CASES = [
    ("bit flip", flip_a_bit, True, ALTERED),  # the tensors alone cannot tell
    *((harm, act, True, known) for harm, (act, known, _) in HARMS.items()),
    *((harm, act, False, unknown) for harm, (act, _, unknown) in HARMS.items()),
]


@pytest.mark.parametrize(("harm", "act", "sha256_known", "said"), CASES)
def test_a_harmed_adapter_answers_nothing(
    harm: str,
    act: Callable[[Path], object],
    sha256_known: bool,
    said: str,
    calm: Path,
    tiny_base: Path,
    chats: dict[str, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    adapter = Path(shutil.copytree(calm / "adapter", tmp_path / "adapter"))
    act(adapter / WEIGHTS)
    monkeypatch.setattr("socratic_tutor.modeling.decoding.decode", None)  # an answer would be a TypeError
    with pytest.raises(InputError) as error:
        write_responses(
            base_model={"source": str(tiny_base), "revision": None, "quantization": "none"},
            adapter=adapter,
            generation={"max_new_tokens": 4, "batch_size": 5},
            seed="root:eval",
            benchmarks={"unseen": chats["benchmark"]},
            out=tmp_path / "responses.jsonl",
            merging=tmp_path / "merging.json",
            timings=tmp_path / "generation_time.json",
            partial=tmp_path / "partial.jsonl",
            adapter_sha256=read_json(calm / "training.json")["adapter_sha256"] if sha256_known else None,
        )
    assert said in str(error.value)
    assert str(adapter / WEIGHTS) in str(error.value)
    assert len(str(error.value).splitlines()) <= 5
    assert not (tmp_path / "responses.jsonl").exists()


def test_the_noted_sha256_is_that_of_the_weights(calm: Path) -> None:
    assert read_json(calm / "training.json")["adapter_sha256"] == sha256_of(calm / "adapter" / WEIGHTS)


@pytest.mark.parametrize("trained", [True, False])
def test_the_rule_s_script_hands_the_noted_sha256_over(
    trained: bool, calm: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: dict[str, Any] = {}
    monkeypatch.setattr(
        "socratic_tutor.modeling.decoding.write_responses", lambda **call: handed.update(call)
    )
    adapter = [str(calm / "adapter" / name) for name in ("adapter_config.json", WEIGHTS)]
    facts = [str(calm / "training.json")]
    snakemake = SimpleNamespace(
        input=InputFiles(fromdict={"adapter": adapter if trained else [], "facts": facts if trained else []}),
        output=OutputFiles(fromdict={"responses": "r.jsonl", "merging": "m.json", "timings": "t.json"}),
        params=Params(
            fromdict={"base_model": {}, "generation": {}, "seed": "s", "benchmarks": {}, "code": ""}
        ),
    )
    generate_responses.main(snakemake)
    assert handed["adapter"] == (calm / "adapter" if trained else None)
    assert handed["adapter_sha256"] == (sha256_of(calm / "adapter" / WEIGHTS) if trained else None)
