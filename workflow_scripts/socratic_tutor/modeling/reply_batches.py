"""The replies to a batch of prompts: padding with a mask, greedy or with one random stream an item.

A reply does not depend on its batch, on full precision; so a row leaves it as soon as its reply has ended,
and what all prompts begin with (the system's instructions) is read once for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from transformers import (
    DynamicCache,
    GenerationConfig,
    LogitsProcessor,
    LogitsProcessorList,
    TemperatureLogitsWarper,
    TopPLogitsWarper,
)

from socratic_tutor.modeling.chats import padding_id, stop_token_ids
from socratic_tutor.modeling.determinism import number_from
from socratic_tutor.modeling.settings import GenerationSettings

# Tokens between looks at who has finished. `generate` alone goes on with finished rows until the last one is,
# and a few long replies keep each batch alive: half of the default experiment's token-steps were such.
CHUNK = 8


@dataclass(frozen=True)
class Prompt:
    """One turn of an item to answer, as token ids that end where the tutor begins to speak."""

    id: str
    benchmark: str
    turn: int
    input_ids: list[int]


class ItemNoise(LogitsProcessor):
    """Tempered logits plus Gumbel noise, one stream an item: their argmax is a sample of the softmax.

    The Gumbel-max trick (Gumbel 1954; Maddison et al. 2014). Streams are drawn from string seeds, so that an
    item's reply is the same in any batch; all on the CPU, where the nucleus' running sum is deterministic.
    """

    def __init__(self, seeds: Sequence[str], *, temperature: float = 1.0, top_p: float = 1.0) -> None:
        self.streams = [torch.Generator().manual_seed(number_from(seed)) for seed in seeds]
        self.warpers: list[Any] = [TemperatureLogitsWarper(temperature)] if temperature != 1 else []
        self.warpers += [TopPLogitsWarper(top_p)] if top_p < 1 else []

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        warped = scores.float().cpu()
        for warper in self.warpers:
            warped = warper(input_ids, warped)
        uniform = torch.stack([torch.rand(warped.shape[-1], generator=stream) for stream in self.streams])
        noise = -torch.log(-torch.log(uniform.clamp(min=1e-20, max=1 - 1e-7)))
        return (warped + noise).to(scores.device)

    def keep(self, rows: Sequence[int]) -> None:
        """Go on with these rows of the batch alone."""
        self.streams = [self.streams[row] for row in rows]


def by_length(prompts: Sequence[Prompt], size: int) -> list[list[Prompt]]:
    """Batches of similar length, longest first: memory fails early, and padding is little."""
    ordered = sorted(prompts, key=lambda p: (-len(p.input_ids), p.benchmark, p.id))
    return [ordered[start : start + size] for start in range(0, len(ordered), size)]


def shared_beginning(batch: Sequence[Prompt]) -> int:
    """How many tokens all prompts begin with, without the last of any; a single prompt shares none."""
    if len(batch) < 2:
        return 0
    first, last = min(p.input_ids for p in batch), max(p.input_ids for p in batch)
    most = min(len(prompt.input_ids) for prompt in batch) - 1
    return next((at for at in range(most) if first[at] != last[at]), most)


def padded(batch: Sequence[Prompt], pad_id: int, shared: int = 0) -> tuple[torch.Tensor, torch.Tensor]:
    """Token ids and attention mask, each (batch, longest); the padding stands before what is not shared."""
    longest = max(len(prompt.input_ids) for prompt in batch)
    ids = torch.full((len(batch), longest), pad_id)
    mask = torch.ones((len(batch), longest), dtype=torch.long)
    for row, prompt in enumerate(batch):
        tokens, own = torch.tensor(prompt.input_ids), shared + longest - len(prompt.input_ids)
        ids[row, :shared], ids[row, own:] = tokens[:shared], tokens[shared:]
        mask[row, shared:own] = 0
    return ids, mask


def _read_once(model: Any, batch: Sequence[Prompt], shared: int) -> DynamicCache:
    """The keys and values of the first `shared` tokens, for every row of the batch."""
    cache = DynamicCache(config=model.config)
    if shared:
        model(
            input_ids=torch.tensor([batch[0].input_ids[:shared]], device=model.device),
            past_key_values=cache,
            logits_to_keep=1,
        )
        cache.batch_repeat_interleave(len(batch))
    return cache


@torch.inference_mode()
def decode(
    model: Any, tokenizer: Any, batch: Sequence[Prompt], settings: GenerationSettings, seed: str
) -> list[str]:
    """The replies to one batch, up to a stop token, without surrounding space.

    Every CHUNK tokens, rows that have ended leave the batch, the cache and the noise.
    """
    model.eval()
    pad_id, stops = padding_id(tokenizer), sorted(stop_token_ids(model, tokenizer))
    shared = shared_beginning(batch)
    ids, mask = (tensor.to(model.device) for tensor in padded(batch, pad_id, shared))
    noise = None
    if settings.temperature > 0:
        seeds = [f"{seed}:{p.benchmark}:{p.id}:{p.turn}" for p in batch]
        noise = ItemNoise(seeds, temperature=settings.temperature, top_p=settings.top_p)
    # a base may bring sampling defaults of its own: the config alone decides here
    model.generation_config = GenerationConfig(eos_token_id=stops, pad_token_id=pad_id)
    replies: list[list[int]] = [[] for _ in batch]
    live = list(range(len(batch)))
    cache = _read_once(model, batch, shared)
    for begun in range(0, settings.max_new_tokens, CHUNK):
        out = model.generate(
            input_ids=ids,
            attention_mask=mask,
            past_key_values=cache,
            max_new_tokens=min(CHUNK, settings.max_new_tokens - begun),
            do_sample=False,
            logits_processor=LogitsProcessorList([] if noise is None else [noise]),
        )
        said = out[:, ids.shape[1] :].tolist()
        for row, tokens in zip(live, said, strict=True):
            replies[row] += tokens
        going_on = [place for place, tokens in enumerate(said) if not set(stops) & set(tokens)]
        if not going_on:
            break
        ids, mask = out[going_on], torch.nn.functional.pad(mask[going_on], (0, len(said[0])), value=1)
        if len(going_on) < len(live):
            cache.batch_select_indices(torch.tensor(going_on, device=model.device))
            live = [live[place] for place in going_on]
            if noise is not None:
                noise.keep(going_on)
    return [_text(tokenizer, reply, set(stops)) for reply in replies]


def _text(tokenizer: Any, ids: list[int], stops: set[int]) -> str:
    end = next((position for position, token in enumerate(ids) if token in stops), len(ids))
    return tokenizer.decode(ids[:end], skip_special_tokens=True).strip()
