"""A digest of the code that a rule runs: its script, every library module it reaches, and their data files.

Snakemake compares scripts by time and imported modules not at all. This digest goes into each rule's params
instead: a touched file changes nothing, an edited scorer reruns scoring, and no more.
"""

from __future__ import annotations

import ast
import hashlib
from functools import cache
from pathlib import Path

PACKAGE = "socratic_tutor"
ROOT = Path(__file__).resolve().parent

# How a job is run, not what it writes.
_NOT_RESULTS = {f"{PACKAGE}.{name}" for name in ("job", "progress", "disk", "side_process")}
_CODE = (".py", ".pyc")


def code_digest(script: Path) -> str:
    """sha256 (16 hex digits) over names and contents of `reached_files(script)`."""
    digest = hashlib.sha256()
    for path in reached_files(script):
        name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
        digest.update(name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:16]


def reached_files(script: Path) -> list[Path]:
    """The script, the modules in its import closure (with the packages above them) and their data files."""
    reached: set[Path] = set()
    waiting = [script]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += _named_by(path)
    return [script, *sorted(reached - {script})]


@cache
def _named_by(path: Path) -> list[Path]:
    """Modules and data files that one file asks for; files do not change while a workflow is parsed."""
    if path.suffix != ".py":
        return _data_named_in(path, path.read_text(encoding="utf-8", errors="replace"), strict=True)
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    found: list[Path] = []
    texts: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                found += _module(alias.name)
        elif isinstance(node, ast.ImportFrom):
            name = _absolute(node, path)
            found += _module(name)
            for alias in node.names:
                found += _module(f"{name}.{alias.name}")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.append(node.value)
            if node.value.startswith(f"{PACKAGE}."):
                found += _module(node.value)
    if path.is_relative_to(ROOT):
        found += _data_named_in(path, "\n".join(texts), strict=False)
    return found


def _absolute(node: ast.ImportFrom, path: Path) -> str:
    """The module's full name, also of `from . import x`."""
    if not node.level:
        return node.module or ""
    above = path.relative_to(ROOT.parent).parts[: -node.level]
    return ".".join([*above, *([node.module] if node.module else [])])


@cache
def _module(name: str) -> tuple[Path, ...]:
    """The file of a module of this package with the `__init__` files above it; nothing for anything else."""
    parts = name.split(".")
    if parts[0] != PACKAGE or ".".join(parts[:2]) in _NOT_RESULTS:
        return ()
    found: list[Path] = []
    for length in range(1, len(parts) + 1):
        stem = ROOT.parent.joinpath(*parts[:length])
        found += [path for path in (stem / "__init__.py", stem.with_suffix(".py")) if path.is_file()][:1]
    return tuple(found)


def _data_named_in(path: Path, text: str, *, strict: bool) -> list[Path]:
    """Data files beside `path` (or in folders there that are no packages) that `text` names.

    A file that no module of its package names is taken to belong to all of them, unless `strict`.
    """
    package = path.parent
    while not (package / "__init__.py").is_file() and package != ROOT:
        package = package.parent
    named = {data for data in _data_files(package) if data.name in text}
    return sorted(named if strict else named | (_data_files(package) - _claimed(package)))


@cache
def _data_files(package: Path) -> frozenset[Path]:
    found: set[Path] = set()
    for path in package.iterdir():
        if path.is_dir() and not (path / "__init__.py").is_file():
            found.update(path.rglob("*"))
        else:
            found.add(path)
    return frozenset(path for path in found if path.is_file() and _is_data(path.relative_to(package)))


def _is_data(path: Path) -> bool:
    """Neither code nor what editors leave lying about: opening a template must change no card."""
    hidden = any(part.startswith((".", "#", "__pycache__")) for part in path.parts)
    return not hidden and path.suffix not in _CODE and not path.name.endswith(("~", ".orig", ".rej"))


@cache
def _claimed(package: Path) -> frozenset[Path]:
    """Data files that some module or other data file of the package names in its text."""
    sources = [*package.glob("*.py"), *_data_files(package)]
    texts = {source: source.read_text(encoding="utf-8", errors="replace") for source in sources}
    return frozenset(
        data
        for data in _data_files(package)
        if any(data.name in text for source, text in texts.items() if source != data)
    )
