"""An adapter merged into its base: a plain model, kept only if it speaks like base + adapter.

The base is always loaded as it was published. Merging into four-bit weights, above all into those of a
model that has answered on CPU, gives other weights without a word of warning. The written folder is
therefore loaded afresh, and its logits are compared with those of the unmerged adapter.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForCausalLM

from socratic_tutor.base_identity import base_fingerprint
from socratic_tutor.files import InputError, move_into_place, read_jsonl, sha256_of, write_json
from socratic_tutor.modeling.adapter_files import WEIGHTS as ADAPTER
from socratic_tutor.modeling.adapter_files import is_quantized, load_adapter
from socratic_tutor.modeling.chat_template import render_prompt
from socratic_tutor.modeling.chats import checked_messages
from socratic_tutor.modeling.determinism import make_deterministic
from socratic_tutor.modeling.loading import load_base
from socratic_tutor.modeling.quiet import quiet_libraries

log = logging.getLogger(__name__)

LIBRARIES = ("torch", "transformers", "peft")
WEIGHTS = "model.safetensors"
REPORT = "merge_report.json"
TOKENIZER = ("chat_template.jinja", "tokenizer.json", "tokenizer_config.json")
# the weights last: where they stand, everything else does
FILES = (REPORT, "config.json", "generation_config.json", *TOKENIZER, WEIGHTS)

PROMPTS = 8  # first rows of the validation split
# Largest mean |difference| of logits / mean |logit|: room for rounding in every layer. Two layers show 2e-7
# in float32 and 5e-3 in bfloat16.
TOLERANCE = {torch.float32: 1e-5, torch.float16: 1e-2, torch.bfloat16: 5e-2}
# ... and the largest share of what the adapter itself changes, so that a weak adapter cannot be lost unseen.
SHARE_OF_EFFECT = 0.5

Logits = list[torch.Tensor]  # one prompt each: (tokens, vocabulary), on CPU


def merge_adapter(*, base_model: dict[str, Any], adapter: Path, validation: Path, out: Path) -> None:
    """Merge the adapter into the full-precision base and write FILES into the folder `out`.

    base_model: the config section; its quantization is not applied, and the weights keep the number format
    that they are stored in. adapter: folder in PEFT format with its tokenizer. validation: JSONL of chats
    that end with the tutor; both models read the first PROMPTS of them, up to the last tutor turn.

    Raises InputError, and leaves none of FILES in `out`, when a file is damaged, the base is stored
    quantized, or the merged model's logits are too far from those of base + adapter.
    """
    quiet_libraries()
    make_deterministic(seed="merge", threads=1)
    for name in FILES:
        (out / name).unlink(missing_ok=True)
    for leftover in out.parent.glob(".merged.*"):  # of a job that was killed here
        shutil.rmtree(leftover)
    original = {**base_model, "quantization": "none"}
    model, tokenizer = load_base(original, dtype="auto")
    dtype = model.dtype
    if is_quantized(model) or dtype not in TOLERANCE:
        raise InputError(
            f"base_model.source: {base_model['source']} is stored quantized (or in {dtype})\n"
            "merging needs the original weights: name the model it was made from, with `quantization: nf4`"
        )
    prompts = _prompts(validation, tokenizer)
    adapted = _placed(load_adapter(model, adapter))
    wanted = _logits(adapted, prompts)
    with adapted.disable_adapter():
        without = _logits(adapted, prompts)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".merged.") as name:
        folder = Path(name)
        _write(adapted, adapter, folder)
        del model, adapted
        found = _logits(_placed(AutoModelForCausalLM.from_pretrained(folder)), prompts)
        report = {
            "base_fingerprint": base_fingerprint(original),
            "trained_on_quantization": base_model.get("quantization") or "none",
            "adapter_sha256": sha256_of(adapter / ADAPTER),
            "merged_sha256": sha256_of(folder / WEIGHTS),
            "dtype": str(dtype).removeprefix("torch."),
            **compare(wanted, found, without),
            "tolerance": TOLERANCE[dtype],
            "tolerated_share_of_adapter_effect": SHARE_OF_EFFECT,
            "versions": {library: version(library) for library in LIBRARIES},
        }
        check(report, adapter)
        write_json(folder / REPORT, report)
        for name in FILES:
            move_into_place(folder / name, out / name)
    log.info("%s: merged, logits differ by %.1e of their size", out, report["relative_difference"])


def _prompts(validation: Path, tokenizer: Any) -> list[list[int]]:
    """Token ids of the first PROMPTS chats, open for the tutor's last turn."""
    rows = read_jsonl(validation)[:PROMPTS]
    chats = [
        checked_messages(row, f"{validation}:{line}", last="assistant") for line, row in enumerate(rows, 1)
    ]
    return [render_prompt(tokenizer, chat[:-1]) for chat in chats]


def _placed(model: Any) -> Any:
    return model.eval().to("cuda" if torch.cuda.is_available() else "cpu")


@torch.inference_mode()
def _logits(model: Any, prompts: Sequence[list[int]]) -> Logits:
    """The logits at every position of each prompt, read one at a time: no padding, no effects of batches."""
    return [model(input_ids=torch.tensor([ids], device=model.device)).logits[0].cpu() for ids in prompts]


def _write(adapted: Any, adapter: Path, folder: Path) -> None:
    """The merged model as one weights file with its configs, and the adapter's tokenizer."""
    try:
        merged = adapted.merge_and_unload(safe_merge=True)
    except ValueError as error:  # weights that are no longer finite
        raise InputError(f"{adapter}: cannot be merged ({error}); train the adapter again") from None
    merged.save_pretrained(folder, max_shard_size="100TB")
    # safetensors writes for the owner alone; a server may be another user
    (folder / WEIGHTS).chmod((folder / "config.json").stat().st_mode)
    for name in TOKENIZER:
        shutil.copyfile(adapter / name, folder / name)


def compare(wanted: Logits, found: Logits, without: Logits) -> dict[str, Any]:
    """How far `found` (merged) is from `wanted` (base + adapter), beside what the adapter changes at all.

    Each is a list of (tokens, vocabulary), `without` the base's own. Relative numbers are means of absolute
    differences over the mean absolute logit; greedy_agreement counts positions where the most likely token
    is the same.
    """
    size = _mean_size(wanted)
    differences = [(a.float() - b.float()) for a, b in zip(wanted, found, strict=True)]
    effects = [(a.float() - b.float()) for a, b in zip(wanted, without, strict=True)]
    same = sum(int((a.argmax(-1) == b.argmax(-1)).sum()) for a, b in zip(wanted, found, strict=True))
    return {
        "prompts": len(wanted),
        "max_abs_logit_difference": max(d.abs().max().item() for d in differences),
        "mean_abs_logit_difference": _mean_size(differences),
        "mean_abs_logit": size,
        "relative_difference": _mean_size(differences) / size,
        "relative_adapter_effect": _mean_size(effects) / size,
        "greedy_agreement": {"k": same, "n": sum(len(a) for a in wanted)},
    }


def _mean_size(logits: Logits) -> float:
    """Mean absolute value over all entries."""
    total = sum(one.abs().sum(dtype=torch.float64).item() for one in logits)
    return total / sum(one.numel() for one in logits)


def check(report: dict[str, Any], adapter: Path) -> None:
    """Raise InputError when the report's difference is beyond what its number format explains."""
    difference, effect = report["relative_difference"], report["relative_adapter_effect"]
    same = "{k} of {n}".format_map(report["greedy_agreement"])
    if difference <= report["tolerance"] and difference <= SHARE_OF_EFFECT * effect:
        return
    raise InputError(
        f"{adapter}: the merged model does not speak like base + adapter, and was not kept\n"
        f"its logits differ by {difference:.2g} of their size (at most {report['tolerance']:g}, and at most "
        f"{SHARE_OF_EFFECT:.0%} of the adapter's effect, {effect:.2g});\n"
        f"the most likely token is the same at {same} positions, in {report['dtype']}\n"
        "Serve base and adapter unmerged; if the adapter's files were edited, train it again."
    )
