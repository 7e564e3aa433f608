"""Are the numbers in the card, in metrics.json and in MLflow the same numbers? For any results folder.

As a command: PYTHONPATH=workflow_scripts python tests/reporting/consistency.py results/default
"""

from __future__ import annotations

import re
import sqlite3
import sys
from pathlib import Path
from typing import Any

import yaml

from socratic_tutor.files import read_json
from socratic_tutor.reporting.results import percent

Key = tuple[str, str]


def disagreements(results: Path) -> list[str]:
    """Every number of a tracked system that is not the same in all three places; empty when all agree.

    Raises AssertionError when there is nothing to compare.
    """
    tracked = sorted(Path(results).glob("systems/*/tracked.json"))
    assert tracked, f"{results}: no system was tracked"
    found: list[str] = []
    for path in tracked:
        found += _of_system(path.parent, read_json(path), Path(results) / "mlflow" / "mlflow.db")
    assert any((path.parent / "card" / "README.md").exists() for path in tracked), f"{results}: no card"
    return found


def _of_system(folder: Path, tracked: dict[str, Any], store: Path) -> list[str]:
    name = folder.name
    estimates = {
        (row["benchmark"], row["metric"]): row for row in read_json(folder / "metrics.json")["estimates"]
    }
    if tracked["state"] != "complete":
        return [f"{name}: not tracked ({tracked['reason']})"]
    found = _compare(f"{name}: MLflow", _in_mlflow(store, tracked["run_id"]), _expected_in_mlflow(estimates))
    card = folder / "card" / "README.md"
    for row in read_json(folder / "metrics.json").get("pairs", []):  # on the card, not in MLflow
        estimates[row["benchmark"], row["metric"]] = row
    if card.exists():
        text = card.read_text(encoding="utf-8")
        found += _compare(f"{name}: card metadata", _in_metadata(text), _expected_in_metadata(estimates))
        found += _compare(f"{name}: card table", _in_table(text), _expected_in_table(estimates))
        found += _compare(f"{name}: card training facts", _facts_in(text), _expected_facts(folder))
    return found


def _compare(where: str, seen: dict[Any, Any], wanted: dict[Any, Any]) -> list[str]:
    return [
        f"{where}: {key}: {seen.get(key)} instead of {wanted.get(key)}"
        for key in sorted(set(seen) | set(wanted))
        if seen.get(key) != wanted.get(key)
    ]


def _in_mlflow(store: Path, run_id: str) -> dict[str, float]:
    """The last value of each metric of a benchmark, curves and the machine's load aside; read with SQL, so
    that no MLflow code is trusted."""
    with sqlite3.connect(store) as database:
        query = "select key, value from latest_metrics where run_uuid = ?"
        rows = database.execute(query, (run_id,)).fetchall()
    return {key: value for key, value in rows if not key.startswith(("train/", "validation/", "system/"))}


def _expected_in_mlflow(estimates: dict[Key, dict]) -> dict[str, float]:
    expected = {}
    for (benchmark, metric), row in estimates.items():
        for ending, field in (("", "rate"), (".ci_low", "ci_low"), (".ci_high", "ci_high"), (".n", "n")):
            expected[f"{benchmark}/{metric}{ending}"] = row[field]
    return expected


def _in_metadata(text: str) -> dict[tuple[str, str, str], float]:
    seen = {}
    for result in yaml.safe_load(text.split("---\n")[1])["model-index"][0]["results"]:
        benchmark = result["dataset"]["type"].removeprefix("synthetic/")
        for metric in result["metrics"]:
            for field, value in {"rate": metric["value"], **metric["args"]}.items():
                seen[benchmark, metric["type"], field] = value
    return seen


def _expected_in_metadata(estimates: dict[Key, dict]) -> dict[tuple[str, str, str], float]:
    fields = ("rate", "k", "n", "ci_low", "ci_high", "level", "method")
    return {
        (*key, field): float(f"{row[field]:.6g}") if isinstance(row[field], float) else row[field]
        for key, row in estimates.items()
        for field in fields
    }


def _in_table(text: str) -> dict[Key, tuple[str, ...]]:
    block = text.split("<summary>All metrics", 1)[1].split("</details>", 1)[0]
    pattern = r"\| `(.+?)` \| `(.+?)`(?: ↓)? \| (\d+) \| (\d+) \| \d+ \| (.+?) \| \[(.+?), (.+?)\] \|"
    seen = {}
    for benchmark, metric, k, n, *shown in re.findall(pattern, block):
        seen[benchmark, metric] = (
            k,
            n,
            *(value.replace("&lt;", "<").replace("&gt;", ">") for value in shown),
        )
    return seen


def _expected_in_table(estimates: dict[Key, dict]) -> dict[Key, tuple[str, ...]]:
    return {
        key: (str(row["k"]), str(row["n"]), *(percent(row[f]) for f in ("rate", "ci_low", "ci_high")))
        for key, row in estimates.items()
    }


def _facts_in(text: str) -> dict[str, str]:
    pattern = r"\| (Optimizer steps|Final training loss|Tokens read)[^|]*\| ([^|]+?) \|"
    return dict(re.findall(pattern, text))


def _expected_facts(folder: Path) -> dict[str, str]:
    facts = read_json(folder / "training.json")
    return {
        "Optimizer steps": f"{facts['steps']:,}",
        "Final training loss": f"{facts['final_train_loss']:.6g}",
        "Tokens read": f"{facts['total_tokens']:,}",
    }


if __name__ == "__main__":
    problems = disagreements(Path(sys.argv[1]))
    print("\n".join(problems) or "card, metrics.json and MLflow agree")
    sys.exit(bool(problems))
