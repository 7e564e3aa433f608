"""How to run the adapter, in code that a test executes, and under which terms."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from socratic_tutor.markdown import code, fenced
from socratic_tutor.records import Message

# from results/{experiment}/systems/{system}/adapter to the repository's root
_TO_ROOT = "../" * 5

_SNIPPET = """\
import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

BASE = {base}
ADAPTER = "."

tokenizer = AutoTokenizer.from_pretrained(ADAPTER)
base = AutoModelForCausalLM.from_pretrained(BASE, dtype=torch.float32)
model = PeftModel.from_pretrained(base, ADAPTER).eval()

messages = {messages}
inputs = tokenizer.apply_chat_template(
    messages, add_generation_prompt=True, return_dict=True, return_tensors="pt"
).to(model.device)
with torch.inference_mode():
    output = model.generate(**inputs, {generation})
print(tokenizer.decode(output[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True))
"""


def snippet(source: str, base_name: str, messages: list[Message], generation: dict[str, Any]) -> Markup:
    """A Python block that runs as it is in the adapter's folder and prints one tutor turn."""
    base = f"{_TO_ROOT}{base_name}" if source == "embedded" else base_name
    text = _SNIPPET.format(
        base=json.dumps(base),
        messages=json.dumps(messages, indent=4, ensure_ascii=False),
        generation=generate_arguments(generation),
    )
    return fenced(text, "python")


def generate_arguments(generation: dict[str, Any]) -> str:
    """The config's decoding settings as arguments of `generate`."""
    arguments = f"max_new_tokens={generation['max_new_tokens']}"
    if not generation["temperature"]:
        return f"{arguments}, do_sample=False"
    sampling = f"do_sample=True, temperature={generation['temperature']}, top_p={generation['top_p']}"
    return f"{arguments}, {sampling}"


def base_description(source: str, base_name: str, parameters: int) -> Markup:
    if source == "embedded":
        return Markup(
            f"this workflow's own base model ({parameters:,} parameters, Llama architecture, trained from "
            f"scratch; {code(base_name)} in its repository)"
        )
    return Markup(f"{code(base_name)} ({parameters:,} parameters)")


def license_text(fields: dict[str, str], base_name: str) -> str:
    if fields["license"] == "apache-2.0":
        return "The adapter and its base are released under Apache-2.0."
    if fields["license"] == "other":
        return f"The terms of the base model, {base_name}, apply to this adapter; read them before use."
    return f"The adapter is a derivative of {base_name} and falls under its licence ({fields['license']})."


def citation(system: str, adapter_sha256: str) -> Markup:
    key = f"socratic-math-tutor-{system}"
    return fenced(
        f"@misc{{{key},\n"
        f"  title = {{Socratic math tutor, adapter {system}}},\n"
        "  author = {{The Socratic Math Tutor Workflow contributors}},\n"
        f"  note = {{LoRA adapter, sha256 {adapter_sha256[:16]}}}\n"
        "}",
        "bibtex",
    )
