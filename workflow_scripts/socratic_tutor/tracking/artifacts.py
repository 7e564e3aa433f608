"""Files that are shown with a run: uploaded to a server, or copied in place where the store is a local file.

MLflow's SQLite client refuses to write to `mlflow-artifacts:/`, which only a server resolves.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, atomic_open, digest_of, sha256_of
from socratic_tutor.tracking.store import PROXY, sqlite_path, store_uri

TAG = "artifacts_sha256"


def store_artifacts(
    client: Any, run: Any, store: Path, files: Mapping[str, Path | str], *, tag: str = TAG
) -> None:
    """Put files (name in the run -> a file, or a text to be one) into the run, unless it holds just these.

    tag: the run's tag by which it is known what a server holds of these.
    Raises InputError for a file that is not there.
    """
    with tempfile.TemporaryDirectory() as scratch:
        sources: dict[str, Path] = {}
        for number, (name, content) in enumerate(sorted(files.items())):
            if isinstance(content, str):
                sources[name] = Path(scratch) / str(number) / Path(name).name
                sources[name].parent.mkdir()
                sources[name].write_text(content, encoding="utf-8")
            elif content.is_file():
                sources[name] = content
            else:
                raise InputError(f"{content}: no such file, so it cannot be tracked")
        hashes = {name: sha256_of(path) for name, path in sources.items()}
        folder = _local_folder(run, store)
        if folder is not None:
            for name, path in sources.items():
                target = folder / name
                if not target.is_file() or sha256_of(target) != hashes[name]:
                    with path.open("rb") as stream, atomic_open(target, "wb") as copy:
                        shutil.copyfileobj(stream, copy)
        elif run.data.tags.get(tag) != digest_of(hashes):
            for name, path in sources.items():
                client.log_artifact(run.info.run_id, str(path), artifact_path=str(Path(name).parent))
            client.set_tag(run.info.run_id, tag, digest_of(hashes))


def _local_folder(run: Any, store: Path) -> Path | None:
    """Where the run's artifacts lie if the store is a file here; None where a server keeps them."""
    uri = store_uri(store)
    if not (uri.startswith("sqlite:") and run.info.artifact_uri.startswith(PROXY)):
        return None
    return sqlite_path(uri).parent / "artifacts" / run.info.artifact_uri.removeprefix(PROXY)
