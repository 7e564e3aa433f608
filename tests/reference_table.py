"""The README's table of results, from the comparison of a real run that is kept in docs/reference_run/.

Print it anew with: .venv/bin/python tests/reference_table.py
"""

from __future__ import annotations

import csv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMPARISON = ROOT / "docs" / "reference_run" / "comparison.csv"
COLUMNS = (
    ("ideal turn", "unseen_problems", "ideal_turn"),
    ("Socratic question", "unseen_problems", "socratic_question"),
    ("error relevance", "unseen_problems", "error_relevance"),
    ("specific", "unseen_problems", "scaffolding.specific"),
    ("answer avoidance", "unseen_problems", "answer_avoidance"),
    ("answer leak ↓", "leak", "answer_leak.typed"),
)


def table() -> str:
    """Systems as rows, headline metrics as columns; rate in percent with its interval."""
    with open(COMPARISON, encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    cells = {(row["system"], row["benchmark"], row["metric"]): row for row in rows}
    head = "| system | " + " | ".join(name for name, *_ in COLUMNS) + " |"
    lines = [head, "|---|" + "--:|" * len(COLUMNS)]
    for system in dict.fromkeys(row["system"] for row in rows):
        found = [cells[system, benchmark, metric] for _, benchmark, metric in COLUMNS]
        shown = [
            f"{float(c['rate']):.0%} [{100 * float(c['ci_low']):.0f}, {100 * float(c['ci_high']):.0f}]"
            for c in found
        ]
        lines.append(f"| `{system}` | " + " | ".join(shown) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
