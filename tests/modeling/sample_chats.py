"""Chats for the modeling tests, long and short, with one or more tutor turns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NAMES = ["Ava", "Ben", "Cy", "Dee", "Eli", "Fay"]


def chat(number: int, *, words: int = 0, turns: int = 1) -> list[dict[str, str]]:
    """A tutoring exchange that ends with the tutor; `words` lengthen the student's text."""
    name = NAMES[number % len(NAMES)]
    messages = [{"role": "system", "content": "You are a Socratic math tutor."}]
    for turn in range(turns):
        reasons = " because I counted" * (words + turn)
        messages += [
            {"role": "user", "content": f"{name} has {number} apples. I say {number + 1}{reasons}."},
            {"role": "assistant", "content": f"What did you do with the {number} apples?"},
        ]
    return messages


def write_chats(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path
