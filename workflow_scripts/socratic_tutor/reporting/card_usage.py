"""How to run the adapter, in code that a test executes, and under which terms."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from socratic_tutor.dialogue.prompts import system_prompt
from socratic_tutor.markdown import code, fenced
from socratic_tutor.records import Message
from socratic_tutor.reporting.findings import BAND_ORDER

# from results/{experiment}/systems/{system}/adapter to the repository's root
_TO_ROOT = "../" * 5

_IMPORTS = """\
import torch
{peft}from transformers import AutoModelForCausalLM, AutoTokenizer{more}
"""

_ANSWER = """\

messages = {messages}
inputs = tokenizer.apply_chat_template(
    messages, add_generation_prompt=True, return_dict=True, return_tensors="pt"
).to(model.device)
with torch.inference_mode():
    output = model.generate(**inputs, {generation})
print(tokenizer.decode(output[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True))
"""

_PEFT = (
    _IMPORTS.replace("{peft}", "from peft import PeftModel\n").replace("{more}", "")
    + """
BASE = {base}
ADAPTER = "."

tokenizer = AutoTokenizer.from_pretrained(ADAPTER)
base = AutoModelForCausalLM.from_pretrained(BASE, dtype=torch.float32)
model = PeftModel.from_pretrained(base, ADAPTER).eval()
"""
    + _ANSWER
)

_FOUR_BIT = (
    _IMPORTS.replace("{peft}", "from peft import PeftModel\n").replace("{more}", ", BitsAndBytesConfig")
    + """
BASE = {base}
ADAPTER = "."

four_bit = BitsAndBytesConfig(
    load_in_4bit=True,
    bnb_4bit_quant_type="nf4",
    bnb_4bit_use_double_quant=True,
    bnb_4bit_compute_dtype=torch.bfloat16,
)
tokenizer = AutoTokenizer.from_pretrained(ADAPTER)
base = AutoModelForCausalLM.from_pretrained(
    BASE, quantization_config=four_bit, dtype=torch.bfloat16, device_map="auto"
)
model = PeftModel.from_pretrained(base, ADAPTER).eval()
"""
    + _ANSWER
)

_MERGED = (
    _IMPORTS.replace("{peft}", "").replace("{more}", "")
    + """
MERGED = "."

tokenizer = AutoTokenizer.from_pretrained(MERGED)
model = AutoModelForCausalLM.from_pretrained(MERGED, dtype=torch.float32).eval()
"""
    + _ANSWER
)

_CLIENT = """\
from openai import OpenAI

client = OpenAI(base_url="http://127.0.0.1:{port}/v1", api_key="none")
messages = {messages}
reply = client.chat.completions.create(model=".", messages=messages, {generation})
print(reply.choices[0].message.content)
"""

PORT = 8643  # not 8000, which other programs like to take
MERGE = "snakemake --cores 1 export_merged"
SERVE = f"transformers serve . --host 127.0.0.1 --port {PORT}"


def snippets(
    source: str, base_name: str, messages: list[Message], generation: dict[str, Any]
) -> dict[str, Markup]:
    """Blocks that run as they are and, the Python ones, print one tutor turn.

    peft, four_bit: in the adapter's folder. merge: in the workflow's repository. merged, serve: in the folder
    of the merged model. client: anywhere, while `serve` runs.
    """
    base = f"{_TO_ROOT}{base_name}" if source == "embedded" else base_name
    values = {
        "base": json.dumps(base),
        "messages": json.dumps(messages, indent=4, ensure_ascii=False),
        "generation": generate_arguments(generation),
    }
    asked = {**values, "generation": client_arguments(generation), "port": PORT}
    return {
        "peft": fenced(_PEFT.format(**values), "python"),
        "four_bit": fenced(_FOUR_BIT.format(**values), "python"),
        "merge": fenced(MERGE, "bash"),
        "merged": fenced(_MERGED.format(**values), "python"),
        "serve": fenced(SERVE, "bash"),
        "client": fenced(_CLIENT.format(**asked), "python"),
    }


def client_arguments(generation: dict[str, Any]) -> str:
    """The config's decoding settings as arguments of an OpenAI client."""
    settings = f"max_tokens={generation['max_new_tokens']}, temperature={generation['temperature']}"
    return f"{settings}, top_p={generation['top_p']}" if generation["temperature"] else settings


def prompts() -> list[dict[str, Any]]:
    """The system message for every grade band, with a word in braces where the lesson's own goes."""
    filled = {"mission": "{mission}", "vocabulary": ["{word}", "{word}"], "hint": "{what they may have done}"}
    return [
        {"band": band, "text": fenced(system_prompt(band, **filled))}  # type: ignore[arg-type]
        for band in BAND_ORDER
    ]


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
