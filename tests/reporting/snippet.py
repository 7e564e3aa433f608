"""Run the code that a card prints, as a reader would: in the folder that it names, in a fresh process."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent


def blocks_of(card: Path) -> list[tuple[str, str]]:
    """(language, code) of every block that can be run, in the card's order."""
    text = card.read_text(encoding="utf-8")
    found = re.findall(r"^(`{3,})(python|bash)\n(.*?)^\1$", text, re.DOTALL | re.MULTILINE)
    return [(language, code) for _, language, code in found]


def block_with(card: Path, words: str, without: str | None = None) -> str:
    """The one block that holds these words, as printed."""
    (block,) = [code for _, code in blocks_of(card) if words in code and not (without and without in code)]
    return block


def peft_block(card: Path) -> str:
    return block_with(card, "PeftModel", without="BitsAndBytesConfig")


def environment() -> dict[str, str]:
    """No network, one thread, and the programs of this Python first."""
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    return os.environ | {"HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1", "PATH": path}


def run_python(code: str, folder: Path) -> str:
    """What a Python block prints in `folder`."""
    return _run([sys.executable, "-c", code], folder)


def run_bash(code: str, folder: Path) -> str:
    """What a shell block of one command prints in `folder`."""
    return _run(shlex.split(code), folder)


def run_snippet(card: Path, adapter: Path, base: Path | None = None) -> str:
    """What the PEFT block prints. base: a folder to take instead of the one it names."""
    code = peft_block(card)
    if base is not None:
        code, changed = re.subn(r"^BASE = .*$", f"BASE = {str(base)!r}", code, flags=re.MULTILINE)
        assert changed == 1
    return run_python(code, adapter)


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, text=True, timeout=400, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
