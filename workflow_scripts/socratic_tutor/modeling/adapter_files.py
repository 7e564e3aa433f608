"""The adapter's folder: published from a checkpoint file by file, and read back with every tensor checked."""

from __future__ import annotations

import shutil
import tempfile
from math import prod
from pathlib import Path, PurePath
from typing import Any

from peft import PeftConfig, PeftModel, get_peft_model_state_dict
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file

from socratic_tutor.base_identity import portable_name
from socratic_tutor.files import InputError, atomic_open, read_json, sha256_of, write_json
from socratic_tutor.modeling.checkpoints import ADAPTER as WEIGHTS
from socratic_tutor.modeling.checkpoints import ADAPTER_CONFIG as CONFIG


def portable_source(base_model: dict[str, Any]) -> str:
    """The base's name in every checkout; of a folder outside the repository its last part alone."""
    name = portable_name(base_model)
    return PurePath(name).name if name.startswith(("/", "~", "..")) else name


def publish(chosen: Path, adapter: Path, base_model: dict[str, Any], tokenizer: Any) -> None:
    """Copy the chosen checkpoint's weights, a config without local paths, and the tokenizer; each file whole.

    The weights come last: where they stand, everything else does.
    """
    adapter.mkdir(parents=True, exist_ok=True)
    for leftover in adapter.parent.glob(".tokenizer.*"):  # of a job that was killed here
        shutil.rmtree(leftover)
    with tempfile.TemporaryDirectory(dir=adapter.parent, prefix=".tokenizer.") as folder:
        tokenizer.save_pretrained(folder)
        _drop_origin(Path(folder) / "tokenizer_config.json")
        for path in sorted(Path(folder).iterdir()):
            _copy(path, adapter / path.name)
    config = read_json(chosen / CONFIG)
    # PEFT keeps a set, whose order depends on the hash seed
    config["target_modules"] = sorted(config["target_modules"])
    config["base_model_name_or_path"] = portable_source(base_model)
    config["revision"] = base_model.get("revision")
    config["inference_mode"] = True
    write_json(adapter / CONFIG, dict(sorted(config.items())))
    _copy(chosen / WEIGHTS, adapter / WEIGHTS)


def _drop_origin(tokenizer_config: Path) -> None:
    """Where a tokenizer was loaded from is no part of it."""
    config = read_json(tokenizer_config)
    write_json(
        tokenizer_config, {k: v for k, v in config.items() if k not in ("is_local", "local_files_only")}
    )


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as stream, atomic_open(target, "wb") as out:
        shutil.copyfileobj(stream, out)


def parameters_in(weights: Path) -> int:
    with safe_open(weights, framework="pt") as tensors:
        return sum(prod(tensors.get_slice(name).get_shape()) for name in tensors.keys())  # noqa: SIM118


def adapter_digests(adapter: Path | None, trained_sha256: str | None = None) -> dict[str, str]:
    """sha256 of the adapter's files; empty for the base.

    trained_sha256: of the weights as training wrote them, where that is known. Raises InputError when a file
    is missing or the weights are others: a flipped bit still loads, and changes what the tutor says.
    """
    if adapter is None:
        return {}
    for name in (CONFIG, WEIGHTS):
        if not (Path(adapter) / name).is_file():
            raise InputError(
                f"{Path(adapter) / name}: the adapter's file is missing; train the adapter first"
            )
    digests = {name: sha256_of(Path(adapter) / name) for name in (CONFIG, WEIGHTS)}
    if trained_sha256 not in (None, digests[WEIGHTS]):
        raise InputError(
            f"{Path(adapter) / WEIGHTS}: its sha256 is not the one that training noted in training.json\n"
            "it was altered or damaged since: delete this file and give the same command, which trains anew"
        )
    return digests


def is_quantized(model: Any) -> bool:
    return bool(getattr(model, "is_quantized", False))


def load_adapter(model: Any, adapter: Path) -> Any:
    """The model with the adapter beside its weights, as a PEFT model.

    PEFT only warns of missing tensors; here any that is missing, left over or not finite is an InputError.
    """
    weights = adapter / WEIGHTS
    try:
        tensors = load_file(weights)
    except SafetensorError as error:
        raise InputError(f"{weights}: damaged ({error}); train the adapter again") from None
    try:
        config = PeftConfig.from_pretrained(str(adapter))
        adapted = PeftModel.from_pretrained(model, str(adapter), config=config)
    except (RuntimeError, ValueError) as error:
        reason = str(error).strip().splitlines()[-1].strip()
        raise InputError(f"{adapter}: does not fit this base model ({reason:.200})") from None
    expected = set(get_peft_model_state_dict(adapted, save_embedding_layers=False))
    if differing := sorted(expected ^ set(tensors)):
        raise InputError(f"{weights}: {differing[0]} is missing or unknown ({len(differing)} such tensors)")
    for name, tensor in tensors.items():
        if not tensor.isfinite().all():
            raise InputError(f"{weights}: {name} holds values that are not finite; train the adapter again")
    return adapted
