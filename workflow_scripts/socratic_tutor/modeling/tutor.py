"""A loaded model that answers one conversation at a time, as `decoding` answers a whole benchmark."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from socratic_tutor.files import InputError
from socratic_tutor.modeling.adapter_files import adapter_digests, is_quantized, load_adapter
from socratic_tutor.modeling.chat_template import render_prompt
from socratic_tutor.modeling.determinism import make_deterministic
from socratic_tutor.modeling.loading import load_base
from socratic_tutor.modeling.quiet import quiet_libraries
from socratic_tutor.modeling.reply_batches import Prompt, decode
from socratic_tutor.modeling.settings import generation_settings
from socratic_tutor.records import Message


class Tutor:
    """The base, or the base with an adapter merged into it, ready to reply.

    base_model, generation: config sections. adapter: PEFT folder, None for the base itself; adapter_sha256:
    of the weights that training wrote, None checks nothing. Raises InputError for a base or adapter that is
    missing, damaged, altered or made for another base.
    """

    def __init__(
        self,
        *,
        base_model: dict[str, Any],
        adapter: Path | None,
        generation: dict[str, Any],
        adapter_sha256: str | None = None,
    ) -> None:
        self._settings = generation_settings(generation)
        quiet_libraries()
        make_deterministic(seed="tutor", threads=torch.get_num_threads())
        adapter_digests(adapter, adapter_sha256)
        self._model, self._tokenizer = load_base(base_model)
        if torch.cuda.is_available() and not is_quantized(self._model):
            self._model.to("cuda")
        if adapter is not None:
            self._model = load_adapter(self._model, adapter)
            if not is_quantized(self._model):
                self._model = self._model.merge_and_unload()

    def reply(self, messages: Sequence[Message], *, seed: str) -> str:
        """The tutor's next turn in a chat that ends with the student; `seed` decides where sampling is on.

        Raises InputError when the conversation has grown longer than the base reads.
        """
        ids = render_prompt(self._tokenizer, list(messages))
        room = self._model.config.max_position_embeddings - self._settings.max_new_tokens
        if len(ids) > room:
            raise InputError(f"the conversation has {len(ids)} tokens and the base reads {room}; begin anew")
        prompt = Prompt("chat", "chat", 1 + len(messages) // 2, ids)
        return decode(self._model, self._tokenizer, [prompt], self._settings, seed)[0]
