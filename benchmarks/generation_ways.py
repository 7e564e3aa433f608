"""One contestant of generation_throughput.py, in a process of its own: `python generation_ways.py JOB.json`.

- ours: modeling/decoding.py, batches of the config's size, adapter merged into the weights, with all that a
  generation job does (among it up to 16 replies of the unmerged adapter, to compare);
- card: the published card's usage code, one item after another with the adapter beside the weights. It is
  mended as far as transformers 5 and equal texts ask for it: apply_chat_template returns a dictionary, the
  generation prompt is added, decoding is greedy.

The clock covers loading the base and the adapter and all replies. Imports come before it, and so do two
replies that draw in what is imported late. With a `shape`, a Llama of that shape with random weights is in
memory already, and the clock covers the replies alone.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import torch
from measuring import EMBEDDED
from peft import PeftModel
from random_llama import random_adapter, random_llama
from transformers import AutoModelForCausalLM, AutoTokenizer

from socratic_tutor.base_identity import locate
from socratic_tutor.files import read_jsonl, write_json
from socratic_tutor.modeling.chat_template import render_prompt
from socratic_tutor.modeling.decoding import write_responses
from socratic_tutor.modeling.reply_batches import Prompt, by_length, decode
from socratic_tutor.modeling.settings import generation_settings

SEED = "benchmark"
BASE = str(locate(EMBEDDED)[1])
Texts = dict[str, str]


def ours(job: dict[str, Any], items: Path) -> Texts:
    with tempfile.TemporaryDirectory(dir=job["folder"]) as made:
        folder = Path(made)
        write_responses(
            base_model=EMBEDDED,
            adapter=Path(job["adapter"]),
            generation=job["generation"],
            seed=SEED,
            benchmarks={"unseen_problems": items},
            out=folder / "responses.jsonl",
            merging=folder / "merging.json",
            timings=folder / "generation_time.json",
            partial=folder / "partial.jsonl",
        )
        return {row["id"]: row["text"] for row in read_jsonl(folder / "responses.jsonl")}


def card(job: dict[str, Any], items: Path) -> Texts:
    tokenizer = AutoTokenizer.from_pretrained(job["adapter"])
    base = AutoModelForCausalLM.from_pretrained(BASE, dtype=torch.float32).to(job["device"])
    model = PeftModel.from_pretrained(base, job["adapter"]).eval()
    return one_at_a_time(model, tokenizer, job, items)


def one_at_a_time(model: Any, tokenizer: Any, job: dict[str, Any], items: Path) -> Texts:
    texts = {}
    for item in read_jsonl(items):
        inputs = tokenizer.apply_chat_template(
            item["messages"], add_generation_prompt=True, return_dict=True, return_tensors="pt"
        ).to(model.device)
        with torch.inference_mode():
            output = model.generate(
                **inputs, max_new_tokens=job["generation"]["max_new_tokens"], do_sample=False
            )
        reply = output[0, inputs["input_ids"].shape[1] :]
        texts[item["id"]] = tokenizer.decode(reply, skip_special_tokens=True).strip()
    return texts


def in_batches(model: Any, tokenizer: Any, job: dict[str, Any], items: Path) -> Texts:
    settings = generation_settings(job["generation"])
    prompts = [
        Prompt(item["id"], "unseen_problems", 1, render_prompt(tokenizer, item["messages"]))
        for item in read_jsonl(items)
    ]
    return {
        prompt.id: text
        for batch in by_length(prompts, settings.batch_size)
        for prompt, text in zip(batch, decode(model, tokenizer, batch, settings, SEED), strict=True)
    }


def in_memory(job: dict[str, Any]) -> Any:
    """A way to answer with a random model that is there already: merged for ours, unmerged for the card."""
    tokenizer = AutoTokenizer.from_pretrained(BASE)
    dtype = torch.bfloat16 if job["device"] == "cuda" else torch.float32
    model = random_adapter(random_llama(job["shape"], tokenizer, job["device"], dtype)[0])
    if job["way"] == "card":
        return lambda job, items: one_at_a_time(model, tokenizer, job, items)
    whole = model.merge_and_unload()
    return lambda job, items: in_batches(whole, tokenizer, job, items)


def main() -> None:
    job = json.loads(Path(sys.argv[1]).read_text())
    torch.set_num_threads(1)
    way = in_memory(job) if job.get("shape") else {"ours": ours, "card": card}[job["way"]]
    way(job, Path(job["warm_up"]))
    begin = time.perf_counter()
    texts = way(job, Path(job["items"]))
    seconds = time.perf_counter() - begin
    words = sum(len(text.split()) for text in texts.values()) / len(texts)
    found = {
        "items_per_second": round(len(texts) / seconds, 4),
        "seconds": round(seconds, 3),
        "words_a_reply": round(words, 1),
    }
    write_json(Path(job["out"]), {**found, "texts": texts})


if __name__ == "__main__":
    main()
