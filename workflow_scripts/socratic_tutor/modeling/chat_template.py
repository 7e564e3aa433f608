"""Messages become tokens: our Llama-3.1 chat template, and text that cannot pose as a control token.

The template (`templates/llama-3.1-training.jinja`) renders system, user and assistant turns byte for
byte as Llama 3.1's own does, and marks the assistant's words for training on them alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError

TEMPLATE = Path(__file__).parent / "templates" / "llama-3.1-training.jinja"
ROLES = ("system", "user", "assistant")


@cache
def training_template() -> str:
    """The chat template's text, with generation marks around what the assistant wrote."""
    return TEMPLATE.read_text(encoding="utf-8")


def template_digest() -> str:
    """sha256 of the template, 64 hexadecimal digits."""
    return hashlib.sha256(training_template().encode()).hexdigest()


def neutralise(text: str, control_tokens: Iterable[str] = ()) -> str:
    """`text` with every control token broken by a space, so that it tokenises as ordinary text.

    All of Llama's control tokens begin with "<|", which becomes "< |" wherever it stands; a control
    token of another form (of another base model) gets the space after its first character. Text
    without control tokens is returned as it is, and neutralising twice changes nothing more.
    """
    text = text.replace("<|", "< |")
    for token in sorted({token for token in control_tokens if len(token) > 1}):
        while token in text:
            text = text.replace(token, f"{token[0]} {token[1:]}")
    return text


def control_tokens_of(tokenizer: Any) -> list[str]:
    """The texts that the tokenizer turns into special tokens, in alphabetical order."""
    added = tokenizer.added_tokens_decoder.values()
    return sorted({*tokenizer.all_special_tokens, *(token.content for token in added if token.special)})


def neutralised(messages: Sequence[Any], control_tokens: Iterable[str] = ()) -> list[dict[str, str]]:
    """The chat as plain role and content, the contents neutralised.

    Raises InputError for a role the template does not know or a content that is no text.
    """
    control_tokens = list(control_tokens)
    chat = []
    for number, message in enumerate(messages):
        role, content = message.get("role"), message.get("content")
        if role not in ROLES or not isinstance(content, str):
            raise InputError(
                f"messages[{number}]: a role of {', '.join(ROLES)} and a text as content were expected, "
                f"not role {role!r} and a content of type {type(content).__name__}"
            )
        chat.append({"role": role, "content": neutralise(content, control_tokens)})
    return chat


def render_prompt(tokenizer: Any, messages: Sequence[Any]) -> list[int]:
    """Token ids of the chat, open for the assistant's answer (generation prompt on).

    `tokenizer` is a Hugging Face tokenizer; our template is used whatever template it carries.
    """
    encoded = tokenizer.apply_chat_template(
        neutralised(messages, control_tokens_of(tokenizer)),
        chat_template=training_template(),
        add_generation_prompt=True,
        tokenize=True,
        return_dict=True,
    )
    return list(encoded["input_ids"])
