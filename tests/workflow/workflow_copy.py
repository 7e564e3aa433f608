"""A copy of the workflow whose results are made up, so that its plans can be read without running a job."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from socratic_tutor.files import write_json

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("Snakefile", "config.yaml", "configs", "envs", "profiles", "rules", "workflow_scripts")


@dataclass(frozen=True)
class Workflow:
    """A folder with a whole workflow in it."""

    folder: Path

    def snakemake(
        self, *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "snakemake", "--cores", "1", *map(str, arguments)],
            cwd=cwd or self.folder,
            env={**os.environ, **(env or {})},
            capture_output=True,
            text=True,
            timeout=400,
            check=False,
        )

    def plan(self, *arguments: str | Path, **options: Mapping[str, str]) -> dict[str, int]:
        """Rule -> number of jobs that a dry run would start, without `all`."""
        done = self.snakemake("-n", *arguments, **options)  # type: ignore[arg-type]
        assert done.returncode == 0, done.stdout + done.stderr
        return jobs_in(done.stdout + done.stderr)

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) >= 1, f"{name} holds no {old!r}"
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")

    def make_up_results(self, *arguments: str | Path) -> None:
        """Create every output and let Snakemake record it as made by the present code and config."""
        summary = self.snakemake("--summary", *arguments)
        assert summary.returncode == 0, summary.stderr
        for line in summary.stdout.splitlines():
            if line.startswith("results/"):
                path = self.folder / line.split("\t")[0]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(path.name, encoding="utf-8")
        touched = self.snakemake("--touch", "--forceall", "all", *arguments)
        assert touched.returncode == 0, touched.stdout + touched.stderr


def jobs_in(dry_run: str) -> dict[str, int]:
    """Rule -> number of jobs, from what a dry run prints; `all` is left out."""
    table = re.search(r"^job +count\n-+.*\n((?:.+\n)+?)total", dry_run, re.MULTILINE)
    if table is None:
        assert "Nothing to be done" in dry_run, dry_run
        return {}
    rows = (line.split() for line in table.group(1).splitlines())
    return {rule: int(count) for rule, count in rows if rule != "all"}


def copy_workflow(folder: Path) -> Workflow:
    """The repository's workflow in `folder`, with a base model that is only a name."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / part)
    base = folder / "resources" / "base_model"
    base.mkdir(parents=True)
    write_json(base / "config.json", {})
    write_json(base / "manifest.json", {"files": {}})
    return Workflow(folder)
