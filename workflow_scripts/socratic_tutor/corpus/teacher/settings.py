"""The config section `corpus.teacher` as a record, and what its schema cannot say about it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class TeacherSettings:
    """Who words turns anew, how it is asked and how patiently.

    base_url: of the server, up to and with `/v1`. revision: commit of the model's weights; "" if unknown.
    share: of the rows, 0 to 1, that the teacher is asked to reword. max_tokens: of one reply.
    timeout_s: for one attempt at one reply. max_attempts: at one reply. concurrency: requests at once.
    api_key_variable: the environment variable that holds the key, if the server wants one.
    price_*: for a million tokens, in any currency.
    """

    base_url: str
    model: str
    revision: str
    share: float
    temperature: float
    max_tokens: int
    timeout_s: float
    max_attempts: int
    concurrency: int
    api_key_variable: str
    price_per_million_prompt_tokens: float
    price_per_million_completion_tokens: float

    @property
    def server(self) -> str:
        """The address, the same for each way to write it."""
        return self.base_url.rstrip("/")

    @property
    def name(self) -> str:
        """Who words the rows, as they note it."""
        return f"{self.model}@{self.revision}" if self.revision else self.model

    @property
    def api_key(self) -> str:
        """The key from the environment; "" when there is none. It is sent, and never kept or shown."""
        return os.environ.get(self.api_key_variable, "")


def settings_of(section: Mapping[str, Any]) -> TeacherSettings:
    """The config section, defaults filled in, as a record."""
    return TeacherSettings(**{**section, "revision": section["revision"] or ""})


def fault_of(section: Mapping[str, Any]) -> tuple[str, str] | None:
    """(key, what is wrong with it and what to do), or None; never shows a value that may be a credential."""
    try:
        parts = urlsplit(section["base_url"])
        port_is_one = parts.port is None or parts.port > 0
    except ValueError:
        return "base_url", "is no address; write one such as http://localhost:8000/v1"
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        return "base_url", (
            "holds more than an address (value not shown)\n"
            "The config ends up in logs and results. Leave out user, password and query; "
            f"a key belongs in the environment variable {_shown_variable(section)}."
        )
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_one:
        return "base_url", "is no address; write one such as http://localhost:8000/v1"
    if not section["model"]:
        return "model", "is missing; name the model as the server does (GET base_url/models lists it)"
    if not _is_variable(section["api_key_variable"]):
        return "api_key_variable", (
            "is not the name of an environment variable (value not shown)\n"
            "Name the variable here, such as OPENAI_API_KEY, and set the key in the environment."
        )
    return None


def _is_variable(name: str) -> bool:
    return re.fullmatch(r"[A-Z_][A-Z0-9_]{0,60}", name) is not None


def _shown_variable(section: Mapping[str, Any]) -> str:
    name = section["api_key_variable"]
    return name if _is_variable(name) else "OPENAI_API_KEY"
