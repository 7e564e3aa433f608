"""The code reads the same everywhere: linters, formatters and the type checker find nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent

CHECKS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "snakefmt": ["snakefmt", "--check", "Snakefile", "rules"],
    "mypy": ["mypy"],
    "snakemake lint": ["snakemake", "--lint"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_is_clean(check: str) -> None:
    program, *arguments = CHECKS[check]
    done = subprocess.run([BIN / program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{check}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}"


def test_snakefile_fits_on_a_screen() -> None:
    assert len((ROOT / "Snakefile").read_text().splitlines()) <= 45
