"""A card taken apart: metadata, prose, code blocks, and the rates it claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from socratic_tutor.hub_metadata import read_yaml
from socratic_tutor.reporting.lint.claims import Claim, read_claims

_FENCE = re.compile(r"^(`{3,}|~{3,}) *(\w*)")


@dataclass(frozen=True)
class Finding:
    """line: from 1. rule: its short name. message: what contradicts what."""

    line: int
    rule: str
    message: str


@dataclass(frozen=True)
class Block:
    """A fenced code block: the line of its fence, its language in lower case, its text."""

    line: int
    language: str
    text: str


@dataclass(frozen=True)
class Card:
    """metadata: the front matter, {} without one. lines: of the whole card, code blocks blanked out."""

    metadata: dict[str, Any]
    metadata_error: str
    lines: list[str]
    blocks: list[Block]
    claims: list[Claim]

    @property
    def prose(self) -> str:
        return "\n".join(self.lines)


def read_card(text: str) -> Card:
    """The card's parts; a front matter that is no YAML mapping is noted in `metadata_error`."""
    lines = text.splitlines()
    metadata, error, start = _front_matter(lines)
    body, blocks = _without_code([""] * start + lines[start:])
    return Card(metadata, error, body, blocks, read_claims(body))


def _front_matter(lines: list[str]) -> tuple[dict[str, Any], str, int]:
    if not lines or lines[0].strip() != "---" or "---" not in lines[1:]:
        return {}, "there is no front matter", 0
    end = lines.index("---", 1)
    try:
        found = read_yaml("\n".join(lines[1:end]))
    except yaml.YAMLError as error:
        return {}, f"the front matter is not YAML ({str(error).splitlines()[0]})", end + 1
    if not isinstance(found, dict):
        return {}, "the front matter is no mapping", end + 1
    return found, "", end + 1


def _without_code(lines: list[str]) -> tuple[list[str], list[Block]]:
    body, blocks, open_at = list(lines), [], None
    for number, line in enumerate(lines):
        fence = _FENCE.match(line)
        if open_at is None and fence:
            open_at, mark, language = number, fence.group(1), fence.group(2).lower()
        elif open_at is not None and line.strip().startswith(mark) and not line.strip().strip(mark[0]):
            blocks.append(Block(open_at + 1, language, "\n".join(lines[open_at + 1 : number])))
            body[open_at : number + 1] = [""] * (number + 1 - open_at)
            open_at = None
    return body, blocks
