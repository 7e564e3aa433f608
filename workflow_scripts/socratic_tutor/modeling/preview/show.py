"""Print a preview that was written before; quick, since nothing is encoded."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from rich.console import Console
from rich.text import Text


def show(text: Path, terminal: IO[str]) -> None:
    """The file's text, in colours where the terminal has them and NO_COLOR is not set."""
    console = Console(file=terminal, highlight=False, soft_wrap=True)
    console.print(Text.from_ansi(text.read_text(encoding="utf-8")))
