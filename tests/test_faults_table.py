"""Every row of docs/faults.md that claims something names a test that exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROWS = [
    line
    for line in (ROOT / "docs" / "faults.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| fault |")
]


def functions_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_row_names_its_test() -> None:
    assert ROWS
    for row in ROWS:
        named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row)
        assert named, row
        for file, test in named:
            assert test in functions_in(ROOT / file), f"{file}::{test}"


def test_every_training_fault_has_a_row() -> None:
    text = "\n".join(ROWS)
    wanted = [f"T{n}" for n in range(1, 20)] + [f"R{n}" for n in (1, 2, 3, 4, 5, 7, 16, 17, 18)]
    assert [name for name in wanted if f"({name})" not in text] == []
