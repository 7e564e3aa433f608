"""What training and decoding ask of chats and tokenizers alike: sound messages, stop and padding tokens."""

from __future__ import annotations

from typing import Any

from socratic_tutor.files import InputError
from socratic_tutor.modeling.chat_template import ROLES
from socratic_tutor.records import Message

# Llama 3.1's ends of a turn, of a text and of a tool call: each ends a reply
_STOP_TOKENS = ("<|eot_id|>", "<|end_of_text|>", "<|eom_id|>")


def checked_messages(row: dict[str, Any], where: str, *, last: str) -> list[Message]:
    """`row["messages"]`, known to be a chat that ends with role `last`; raises InputError at `where`."""
    if not isinstance(row.get("id"), str):
        raise InputError(f"{where}: the row has no id")
    messages = row.get("messages")
    if not isinstance(messages, list) or not messages:
        raise InputError(f"{where}: {row['id']} has no messages")
    for message in messages:
        if (
            not isinstance(message, dict)
            or message.get("role") not in ROLES
            or not isinstance(message.get("content"), str)
        ):
            raise InputError(f"{where}: {row['id']}: {message!r:.60} is not a message with role and content")
    if messages[-1]["role"] != last:
        raise InputError(f"{where}: {row['id']} ends with the {messages[-1]['role']}, not with the {last}")
    return messages


def stop_token_ids(model: Any, tokenizer: Any) -> set[int]:
    """Ids that end a reply: the tokenizer's, the model's, and Llama's ends of turn where they exist."""
    stops = {tokenizer.eos_token_id}
    configured = model.generation_config.eos_token_id
    stops.update(configured if isinstance(configured, list) else [configured])
    vocabulary = tokenizer.get_vocab()
    stops.update(vocabulary.get(token) for token in _STOP_TOKENS)
    stops.discard(None)
    if not stops:
        raise InputError("the base model's tokenizer names no stop token; set eos_token in its configuration")
    return stops


def padding_id(tokenizer: Any) -> int:
    """The id to pad with; masked everywhere, so a tokenizer without one may lend its end token."""
    return tokenizer.eos_token_id if tokenizer.pad_token_id is None else tokenizer.pad_token_id
