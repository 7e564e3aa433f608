"""The real workflow on configs/smoke.yaml in a folder of its own, and digests of what is reproducible."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from socratic_tutor.files import sha256_of
from socratic_tutor.manifest import is_measured

ROOT = Path(__file__).resolve().parents[1]
SNAKEMAKE = Path(sys.executable).with_name("snakemake")


def start(
    folder: Path,
    *targets: str,
    environment: dict[str, str] | None = None,
    printed: IO[str] | int = subprocess.PIPE,
) -> subprocess.Popen[str]:
    """`snakemake --cores 1 all` (or other targets) on the smoke config, in a process group of its own.

    printed: where its output goes; a pipe must be read, for one that is full stops the run.
    """
    command = [SNAKEMAKE, "--cores", "1", *(targets or ["all"]), "--snakefile", ROOT / "Snakefile"]
    command += ["--configfile", ROOT / "configs" / "smoke.yaml", "--directory", folder]
    # A tracking server of the user's own is none of the test's business.
    clean = {k: v for k, v in os.environ.items() if k != "MLFLOW_TRACKING_URI"}
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**clean, **(environment or {})},
        stdout=printed,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def run(folder: Path, *targets: str, environment: dict[str, str] | None = None) -> str:
    """Run to the end and return what was printed; AssertionError with its tail when it fails."""
    process = start(folder, *targets, environment=environment)
    printed, _ = process.communicate(timeout=900)
    assert process.returncode == 0, printed[-4000:]
    return printed


def run_and_kill(
    folder: Path, when: Callable[[], bool], kill: Callable[[subprocess.Popen[str]], None]
) -> None:
    """Start, wait until `when` holds, kill, and wait until the process is gone."""
    with tempfile.TemporaryFile("w+") as printed:
        process = start(folder, printed=printed)
        deadline = time.monotonic() + 600
        while not when():
            if process.poll() is not None or time.monotonic() > deadline:
                printed.seek(0)
                raise AssertionError(f"ended or late before its kill:\n{printed.read()[-4000:]}")
            time.sleep(0.02)
        kill(process)
        process.wait(timeout=60)


def kill_group(process: subprocess.Popen[str]) -> None:
    os.killpg(process.pid, signal.SIGKILL)


def kill_snakemake_alone(process: subprocess.Popen[str]) -> None:
    process.kill()


def interrupt(process: subprocess.Popen[str]) -> None:
    os.killpg(process.pid, signal.SIGINT)


def reproducible_digests(folder: Path) -> dict[str, str]:
    """sha256 of every reproducible file under results/smoke, by its path there."""
    results = folder / "results" / "smoke"
    return {
        str(path.relative_to(results)): sha256_of(path)
        for path in sorted(results.rglob("*"))
        if path.is_file() and not is_measured(path.relative_to(results)) and not path.name.startswith(".")
    }
