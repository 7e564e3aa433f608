"""Asks a system again for single replies: sampled, with a random stream for each item and attempt.

A reply depends on the model, the chat and the seed alone. So what was said is kept, one file an attempt, and
whoever asks again for the same (after a kill, or since other drafts are blocked now) loads no model for it.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch

from socratic_tutor.base_identity import base_fingerprint
from socratic_tutor.files import InputError, digest_of
from socratic_tutor.modeling.adapter_files import adapter_digests, is_quantized, load_adapter
from socratic_tutor.modeling.chat_template import render_prompt, template_digest
from socratic_tutor.modeling.decoding import LIBRARIES, append_replies, decode_all, resume_partial
from socratic_tutor.modeling.determinism import keep_freed_memory, machine_facts, make_deterministic
from socratic_tutor.modeling.loading import load_base
from socratic_tutor.modeling.quiet import quiet_libraries
from socratic_tutor.modeling.reply_batches import Prompt
from socratic_tutor.modeling.settings import generation_settings
from socratic_tutor.records import Message


@dataclass(frozen=True)
class Request:
    """One turn of an item to be said again; messages: the chat up to the student's last word."""

    id: str
    benchmark: str
    turn: int
    messages: list[Message]


@dataclass
class SecondDrafts:
    """The system that answers again.

    base_model: config section. adapter: PEFT folder, or None. generation: config section, with the
    temperature to sample at. seed: text; attempts and items get streams of their own. folder: where replies
    are kept. instruction: added to the chat's system message, or made one; "" adds nothing. code: a digest
    of the code at work. adapter_sha256: of the weights that training wrote; None checks nothing.
    """

    base_model: dict[str, Any]
    adapter: Path | None
    generation: dict[str, Any]
    seed: str
    folder: Path
    instruction: str = ""
    code: str = ""
    adapter_sha256: str | None = None
    asked: int = 0
    seconds: float = 0.0
    _loaded: tuple[Any, Any] | None = field(default=None, repr=False)

    def ask(self, attempt: int, requests: Sequence[Request]) -> list[str]:
        """One text for each request; `asked` and `seconds` count those that were not kept from before.

        Raises InputError for a chat that leaves no room for a reply, or an adapter that is missing, damaged
        or altered.
        """
        make_deterministic(seed=self.seed, threads=1)
        chats = {(r.benchmark, r.id, r.turn): self._instructed(r.messages) for r in requests}
        kept_in = self.folder / f"attempt-{attempt}.jsonl"
        # A reply is kept under what was asked, not under where: other chats have other ids here.
        ids = {key: f"{key[1]}:{digest_of(chat)[:16]}" for key, chat in chats.items()}
        kept = resume_partial(kept_in, self._key(attempt))
        missing = [r for r in requests if (r.benchmark, ids[r.benchmark, r.id, r.turn], r.turn) not in kept]
        if missing:
            began = time.perf_counter()
            model, tokenizer = self._system()
            settings = generation_settings(self.generation)
            room = model.config.max_position_embeddings - settings.max_new_tokens
            prompts = []
            for r in missing:
                key = (r.benchmark, r.id, r.turn)
                tokens = render_prompt(tokenizer, chats[key])
                if len(tokens) > room:
                    raise InputError(
                        f"{r.benchmark}: {r.id} has {len(tokens)} tokens at turn {r.turn} when asked again, "
                        f"the base reads {room} before the reply;\n"
                        "shorten filter.instruction or lower generation.max_new_tokens"
                    )
                prompts.append(Prompt(ids[key], r.benchmark, r.turn, tokens))
            kept |= decode_all(
                model,
                tokenizer,
                prompts,
                settings,
                f"{self.seed}:attempt {attempt}",
                lambda batch, texts: append_replies(kept_in, batch, texts),
            )
            self.asked += len(missing)
            self.seconds += time.perf_counter() - began
        return [kept[r.benchmark, ids[r.benchmark, r.id, r.turn], r.turn] for r in requests]

    def _instructed(self, messages: list[Message]) -> list[Message]:
        if not self.instruction:
            return messages
        if messages and messages[0]["role"] == "system":
            system = {**messages[0], "content": f"{messages[0]['content']}\n{self.instruction}"}
            return [system, *messages[1:]]
        return [{"role": "system", "content": self.instruction}, *messages]

    def _key(self, attempt: int) -> str:
        return digest_of(
            {
                "attempt": attempt,
                "base": base_fingerprint(self.base_model),
                "template": template_digest(),
                "adapter": adapter_digests(self.adapter, self.adapter_sha256),
                "generation": generation_settings(self.generation).as_dict(),
                "seed": self.seed,
                "versions": {name: version(name) for name in LIBRARIES},
                "machine": machine_facts(),
                "code": self.code,
            }
        )

    def _system(self) -> tuple[Any, Any]:
        """Model and tokenizer, loaded at the first need."""
        if self._loaded is None:
            quiet_libraries()
            keep_freed_memory()
            model, tokenizer = load_base(self.base_model)
            if torch.cuda.is_available() and not is_quantized(model):
                model.to("cuda")
            if self.adapter is not None:
                model = load_adapter(model, self.adapter)
                model = model if is_quantized(model) else model.merge_and_unload()
            self._loaded = model, tokenizer
        return self._loaded
