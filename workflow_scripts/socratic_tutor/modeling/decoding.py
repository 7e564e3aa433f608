"""A system's replies to every benchmark, in one job: the base or the base with an adapter.

Replies are decoded in batches of similar length and appended to a partial file as each batch ends; a killed
job goes on behind the last whole batch. A reply does not depend on its batch: full precision on CPU, left
padding with a mask, and one random stream for each item where sampling is on.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from tqdm import tqdm

from socratic_tutor.base_identity import base_fingerprint
from socratic_tutor.files import InputError, digest_of, read_jsonl, sha256_of, write_json, write_jsonl
from socratic_tutor.modeling.adapter_files import adapter_digests, is_quantized, load_adapter
from socratic_tutor.modeling.chat_template import render_prompt, template_digest
from socratic_tutor.modeling.chats import checked_messages
from socratic_tutor.modeling.determinism import (
    device_name,
    keep_freed_memory,
    machine_facts,
    make_deterministic,
)
from socratic_tutor.modeling.loading import load_base
from socratic_tutor.modeling.quiet import quiet_libraries
from socratic_tutor.modeling.reply_batches import Prompt, by_length, decode
from socratic_tutor.modeling.settings import GenerationSettings, generation_settings
from socratic_tutor.progress import bar_stream
from socratic_tutor.records import Message, Response

LIBRARIES = ("torch", "transformers", "peft")
SAMPLE = 16  # first turns to compare with and without merging


Replies = dict[tuple[str, str, int], str]  # benchmark, id, turn -> text


@dataclass(frozen=True)
class Conversation:
    """One item: the chat up to the first reply, and what the student says after each reply."""

    id: str
    benchmark: str
    where: str
    messages: list[Message]
    later: list[str]

    def until(self, turn: int, replies: Replies) -> list[Message]:
        """The chat that reply number `turn` answers, with the replies before it."""
        chat = list(self.messages)
        for number, said in enumerate(self.later[: turn - 1], 1):
            chat += [
                {"role": "assistant", "content": replies[self.benchmark, self.id, number]},
                {"role": "user", "content": said},
            ]
        return chat


def write_responses(
    *,
    base_model: dict[str, Any],
    adapter: Path | None,
    generation: dict[str, Any],
    seed: str,
    benchmarks: dict[str, Path],
    out: Path,
    merging: Path,
    partial: Path,
    timings: Path,
    code: str = "",
    adapter_sha256: str | None = None,
) -> None:
    """Answer every item of every benchmark; one Response row a turn, in the order of the items.

    Turn 1 of all items comes first, then turn 2 of those where the student goes on, and so forth.

    base_model, generation: config sections (settings.GenerationSettings holds the keys). adapter: PEFT
    folder, or None for the base itself. benchmarks: name -> JSONL of items whose messages end with the
    student. merging: JSON that tells what merging the adapter into the weights changed (see _merging).
    timings: generation_time.json (measured): {"wall_seconds", "replies", "device", "machine"} of this job;
    what an interrupted one had left counts in neither.
    partial: finished batches of an interrupted job; removed when `out` stands. code: a digest of the
    code at work; batches finished under other code are not kept. adapter_sha256: of the weights that
    training wrote; None checks nothing.

    Raises InputError for a bad item, an over-long prompt, or an adapter that is missing, damaged, altered or
    made for another base.
    """
    began = time.monotonic()
    settings = generation_settings(generation)
    quiet_libraries()
    keep_freed_memory()
    make_deterministic(seed=seed, threads=1)
    model, tokenizer = load_base(base_model)
    conversations = _conversations(benchmarks)
    room = _room_for_prompt(model, settings)
    first = [_prompt(c, 1, {}, tokenizer, room) for c in conversations]  # what is too long is said at once
    key = digest_of(
        {
            "base": base_fingerprint(base_model),
            "template": template_digest(),
            "adapter": adapter_digests(adapter, adapter_sha256),
            "generation": settings.as_dict(),
            "seed": seed,
            "benchmarks": {name: sha256_of(path) for name, path in benchmarks.items()},
            "versions": {name: version(name) for name in LIBRARIES},
            "machine": machine_facts(),
            "code": code,
        }
    )
    done = resume_partial(Path(partial), key)
    resumed = len(done)
    planned = [(c, turn) for c in conversations for turn in range(1, 2 + len(c.later))]
    if torch.cuda.is_available() and not is_quantized(model):
        model.to("cuda")
    unmerged: Replies | None = None
    if adapter is not None:
        model = load_adapter(model, Path(adapter))
        if not is_quantized(model):
            unmerged = decode_all(model, tokenizer, _sample(first), settings, seed)
            model = model.merge_and_unload()
    if len(done) < len(planned):
        with tqdm(
            total=len(planned),
            initial=len(done),
            desc="generating",
            unit="reply",
            mininterval=1.0,
            file=bar_stream(),
        ) as bar:

            def finished(batch: Sequence[Prompt], texts: Sequence[str]) -> None:
                append_replies(Path(partial), batch, texts)
                bar.update(len(batch))

            for turn in range(1, 1 + max(turn for _, turn in planned)):
                here = (
                    first
                    if turn == 1
                    else [_prompt(c, turn, done, tokenizer, room) for c, t in planned if t == turn]
                )
                missing = [p for p in here if (p.benchmark, p.id, p.turn) not in done]
                done.update(decode_all(model, tokenizer, missing, settings, seed, finished))
    rows = [Response(c.id, c.benchmark, turn, done[c.benchmark, c.id, turn]) for c, turn in planned]
    write_json(merging, _merging(unmerged, done))
    measured = {"wall_seconds": round(time.monotonic() - began, 3), "replies": len(planned) - resumed}
    write_json(timings, {**measured, "device": device_name(), "machine": machine_facts()})
    write_jsonl(out, (asdict(row) for row in rows))
    Path(partial).unlink(missing_ok=True)


def _room_for_prompt(model: Any, settings: GenerationSettings) -> int:
    return model.config.max_position_embeddings - settings.max_new_tokens


def _conversations(benchmarks: dict[str, Path]) -> list[Conversation]:
    """Every item of every benchmark, in file order; raises InputError with file and line."""
    found: dict[tuple[str, str], Conversation] = {}
    for benchmark, path in benchmarks.items():
        for line, row in enumerate(read_jsonl(path), 1):
            where = f"{path}:{line}"
            messages = checked_messages(row, where, last="user")
            if (benchmark, row["id"]) in found:
                raise InputError(f"{where}: the id {row['id']} occurs twice; give each item its own")
            later = [str(said) for said in row.get("later") or []]
            found[benchmark, row["id"]] = Conversation(row["id"], benchmark, where, messages, later)
    return list(found.values())


def _prompt(conversation: Conversation, turn: int, replies: Replies, tokenizer: Any, room: int) -> Prompt:
    """The prompt of one turn; InputError when it leaves no room for a reply."""
    ids = render_prompt(tokenizer, conversation.until(turn, replies))
    if len(ids) > room:
        raise InputError(
            f"{conversation.where}: {conversation.id} has {len(ids)} tokens at turn {turn}, "
            f"the base reads {room} before the reply;\n"
            "shorten the item or lower generation.max_new_tokens"
        )
    return Prompt(conversation.id, conversation.benchmark, turn, ids)


def resume_partial(partial: Path, key: str) -> Replies:
    """Replies of an interrupted job with the same key; the file is left ready to append to.

    The first line holds the key. A foreign file is begun anew; a line that a kill cut short is dropped.
    """
    lines: list[bytes] = []
    if partial.is_file():
        content = partial.read_bytes()
        lines = content[: content.rfind(b"\n") + 1].splitlines(keepends=True)
    head = json.dumps({"key": key}).encode() + b"\n"
    if not lines or lines[0] != head:
        lines = [head]
    rows = [json.loads(line) for line in lines[1:]]
    partial.parent.mkdir(parents=True, exist_ok=True)
    partial.write_bytes(b"".join(lines))
    return {(row["benchmark"], row["id"], row["turn"]): row["text"] for row in rows}


def _sample(prompts: Sequence[Prompt]) -> Sequence[Prompt]:
    """SAMPLE prompts (or all, if there are fewer), evenly spread."""
    size = min(SAMPLE, len(prompts))
    return [prompts[number * len(prompts) // size] for number in range(size)]


def _merging(unmerged: Replies | None, replies: Replies) -> dict[str, Any]:
    """`merged`, replies `compared` with the unmerged adapter's, and those `differing` as benchmark/id.

    None: there is no adapter, or it stays beside the weights of a quantized base.
    """
    compared = unmerged or {}
    differing = sorted(f"{key[0]}/{key[1]}" for key, text in compared.items() if replies[key] != text)
    return {"merged": unmerged is not None, "compared": len(compared), "differing": differing}


def append_replies(partial: Path, batch: Sequence[Prompt], texts: Sequence[str]) -> None:
    """Add finished replies to a partial file and have them on the disk before it returns."""
    rows = [asdict(Response(p.id, p.benchmark, p.turn, text)) for p, text in zip(batch, texts, strict=True)]
    with partial.open("a", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        stream.flush()
        os.fsync(stream.fileno())


def decode_all(
    model: Any,
    tokenizer: Any,
    prompts: Sequence[Prompt],
    settings: GenerationSettings,
    seed: str,
    finished: Callable[[Sequence[Prompt], Sequence[str]], None] = lambda *_: None,
) -> Replies:
    """Decode batch after batch; each is handed to `finished` before the next begins."""
    texts: Replies = {}
    for batch in by_length(prompts, settings.batch_size):
        replies = decode(model, tokenizer, batch, settings, seed)
        finished(batch, replies)
        texts.update(((p.benchmark, p.id, p.turn), text) for p, text in zip(batch, replies, strict=True))
    return texts
