"""The files that a system learnt from and was measured on, as MLflow's dataset inputs with their hashes."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, digest_of, sha256_of

DIGEST_LENGTH = 36  # MLflow takes no longer digest; the whole one stands in the profile

# name -> (file, MLflow's word for what it was used for: training, validation, evaluation)
Datasets = dict[str, tuple[Path, str]]


@cache
def _facts(path: Path, _size: int, _changed: int) -> tuple[str, int]:
    with open(path, "rb") as stream:
        return sha256_of(path), sum(1 for line in stream if line.strip())


def facts_of(path: Path) -> tuple[str, int]:
    """(sha256, rows) of a JSONL file; read once in a process, however many systems share it."""
    try:
        status = path.stat()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file, so it cannot be tracked") from None
    return _facts(path.resolve(), status.st_size, status.st_mtime_ns)


def benchmark_version(datasets: Datasets) -> str:
    """One digest over names and hashes of all benchmarks: 16 hexadecimal digits."""
    hashes = {name: facts_of(path)[0] for name, (path, use) in datasets.items() if use == "evaluation"}
    return digest_of(hashes)[:16]


def inputs_of(datasets: Datasets) -> list[Any]:
    """The datasets as MLflow logs them; their source is the path in the results folder, on any machine."""
    from mlflow.entities import Dataset, DatasetInput, InputTag

    inputs = []
    for name, (path, use) in datasets.items():
        sha256, rows = facts_of(path)
        dataset = Dataset(
            name=name,
            digest=sha256[:DIGEST_LENGTH],
            source_type="local",
            source=json.dumps({"uri": _portable(path)}),
            profile=json.dumps({"rows": rows, "sha256": sha256}),
        )
        inputs.append(DatasetInput(dataset, [InputTag("mlflow.data.context", use)]))
    return inputs


def _portable(path: Path) -> str:
    parts = path.resolve().parts
    return "/".join(parts[parts.index("corpus") :] if "corpus" in parts else parts[-1:])


def inputs_digest(datasets: Datasets) -> str:
    """Changes when a dataset does."""
    text = json.dumps({name: [facts_of(path)[0], use] for name, (path, use) in sorted(datasets.items())})
    return hashlib.sha256(text.encode()).hexdigest()[:16]
