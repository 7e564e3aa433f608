"""Which base model is meant, and is it the one we know: paths, revisions and hashes, without torch.

The workflow asks this at parse time, so it must be quick to import and quick to answer.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, read_json, sha256_of

ROOT = Path(__file__).resolve().parents[2]
EMBEDDED = ROOT / "resources" / "base_model"
MANIFEST = "manifest.json"

# What makes up a model folder; anything else in it (notes, logs) changes no result.
MODEL_FILES = (".json", ".safetensors", ".jinja", ".model", ".txt")
# Larger files are known by their size and both ends: parsing must not read 16 GB.
READ_WHOLE = 64 << 20
END = 1 << 20

_HUB_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+")
_COMMIT = re.compile(r"[0-9a-f]{40}")


def locate(base_model: dict[str, Any]) -> tuple[str, Path | str]:
    """("embedded", folder), ("folder", folder) or ("hub", id) for the config section `base_model`.

    A relative folder counts from the repository's root. Raises InputError when the folder is not
    there, the id is no id, or the hub's revision is not a commit.
    """
    source = str(base_model.get("source") or "")
    if source == "embedded":
        if not (EMBEDDED / MANIFEST).is_file():
            raise InputError(
                f"base_model.source: embedded, but {EMBEDDED / MANIFEST} is not there\n"
                "restore it (`git checkout resources/base_model`), or make it anew:\n"
                "snakemake --cores 2 train_base_model && snakemake --cores 1 promote_base_model"
            )
        return "embedded", EMBEDDED
    folder = ROOT / Path(source).expanduser()
    if source and folder.is_dir():
        if not (folder / "config.json").is_file():
            raise InputError(f"base_model.source: {folder} holds no config.json, so it is no model folder")
        return "folder", folder
    if source.startswith((".", "/", "~")) or not _HUB_ID.fullmatch(source):
        raise InputError(
            f"base_model.source: {source!r} is neither `embedded`, nor a folder, nor a hub id (owner/name)"
        )
    revision = base_model.get("revision")
    if not (isinstance(revision, str) and _COMMIT.fullmatch(revision)):
        raise InputError(
            f"base_model.revision: {revision!r} for the hub model {source}\n"
            "give the commit (40 hexadecimal digits): a branch or a tag can move"
        )
    return "hub", source


def portable_name(base_model: dict[str, Any]) -> str:
    """The base's name as it goes into adapters and cards: the same in every checkout."""
    kind, where = locate(base_model)
    return where.relative_to(ROOT).as_posix() if kind == "embedded" else str(base_model["source"])  # type: ignore[union-attr]


def base_fingerprint(base_model: dict[str, Any]) -> dict[str, Any]:
    """What tells this base from any other: hashes or a commit, and the quantization; no paths, no dates."""
    kind, where = locate(base_model)
    known: dict[str, Any] = {"kind": kind, "quantization": base_model.get("quantization") or "none"}
    if kind == "hub":
        return {**known, "id": where, "revision": base_model["revision"]}
    folder = Path(where)
    if kind == "embedded":
        return {**known, "manifest": sha256_of(folder / MANIFEST)}
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix in MODEL_FILES)
    return {**known, "files": {path.name: _digest_of_file(path) for path in files}}


def _digest_of_file(path: Path) -> str:
    """sha256 of the file; of its size and both ends where it is large."""
    size = path.stat().st_size
    if size <= READ_WHOLE:
        return sha256_of(path)
    digest = hashlib.sha256(str(size).encode())
    with open(path, "rb") as stream:
        digest.update(stream.read(END))
        stream.seek(-END, os.SEEK_END)
        digest.update(stream.read())
    return f"ends:{digest.hexdigest()}"


def verify_manifest(folder: Path) -> dict[str, Any]:
    """The folder's manifest, after checking each file it names; InputError names the first that differs."""
    manifest = read_json(folder / MANIFEST)
    files = manifest.get("files") if isinstance(manifest, dict) else None
    if not isinstance(files, dict) or "model.safetensors" not in files:
        raise InputError(f"{folder / MANIFEST}: lists no model files")
    for name, expected in files.items():
        path = folder / name
        if not path.is_file():
            raise InputError(f"{path}: named in {MANIFEST}, but not there")
        if sha256_of(path) != expected:
            raise InputError(
                f"{path}: its sha256 is not the one in {MANIFEST}\n"
                "the file was changed or is incomplete; restore it (git checkout) or promote the base again"
            )
    return manifest


def promote_base_model(*, trained: Path, promoted: Path = EMBEDDED) -> None:
    """Copy a freshly trained base over the promoted one, verified before and after, manifest last."""
    manifest = verify_manifest(trained)
    promoted.mkdir(parents=True, exist_ok=True)
    (promoted / MANIFEST).unlink(missing_ok=True)
    for old in promoted.iterdir():
        if old.is_file() and old.suffix in MODEL_FILES and old.name not in manifest["files"]:
            old.unlink()
    for name in [*manifest["files"], MANIFEST]:
        temporary = promoted / f".{name}.{os.getpid()}.tmp"
        shutil.copyfile(trained / name, temporary)
        os.replace(temporary, promoted / name)
    verify_manifest(promoted)
