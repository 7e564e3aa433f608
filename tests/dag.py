"""The README's picture of the DAG: Snakemake's own rule graph, without edges that another path implies.

Print it anew with: .venv/bin/python tests/dag.py
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import networkx

ROOT = Path(__file__).resolve().parents[1]


def rule_graph() -> networkx.DiGraph:
    """Rules of `all` as nodes, an edge for each file that passes between them, reduced transitively."""
    command = [Path(sys.executable).with_name("snakemake"), "--rulegraph", "mermaid-js", "all"]
    text = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = dict(re.findall(r"(id\d+)\[(\w+)\]", text))
    edges = re.findall(r"(id\d+) --> (id\d+)", text)
    return networkx.transitive_reduction(networkx.DiGraph((names[a], names[b]) for a, b in edges))


def mermaid() -> str:
    lines = sorted(f"    {source} --> {target}" for source, target in rule_graph().edges)
    return "\n".join(["flowchart LR", *lines])


if __name__ == "__main__":
    print(mermaid())
