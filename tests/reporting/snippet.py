"""Run the Python block that a card prints, as a reader would: in the adapter's folder, in a fresh process."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path


def code_of(card: Path) -> str:
    """The card's one Python block."""
    text = card.read_text(encoding="utf-8")
    ((_, block),) = re.findall(r"^(`{3,})python\n(.*?)^\1$", text, re.DOTALL | re.MULTILINE)
    return str(block)


def run_snippet(card: Path, adapter: Path, base: Path | None = None) -> str:
    """What the snippet prints. base: a folder to take instead of the one it names."""
    code = code_of(card)
    if base is not None:
        code, changed = re.subn(r"^BASE = .*$", f"BASE = {str(base)!r}", code, flags=re.MULTILINE)
        assert changed == 1
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=adapter,
        env=environment,
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
