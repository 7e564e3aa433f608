"""A real MLflow server on a free loopback port, as `make ui` starts it."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def ui_command(store: Path, port: int) -> tuple[list[str], dict[str, str]]:
    """Arguments and environment of the Makefile's `ui`, for another store and port."""
    made = subprocess.run(
        ["make", "--dry-run", "ui", f"PORT={port}", f"STORE={store}", "PYTHON=true"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    text = made.stdout.replace("\\\n", " ")
    line = next(line for line in text.splitlines() if "mlflow server" in line)
    words = shlex.split(line)
    start = next(i for i, word in enumerate(words) if re.search(r"(^|/)mlflow$", word))
    environment = dict(word.split("=", 1) for word in words[:start])
    return [str(Path(sys.executable).with_name("mlflow")), *words[start + 1 :]], environment


class Server:
    """Started by `with` or `start`; `kill` is SIGKILL, and a new `start` is on the same port and store."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self.port = free_port()
        self.uri = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Server:
        command, environment = ui_command(self.store, self.port)
        with open(self.store / "server.log", "ab") as log:
            self._process = subprocess.Popen(
                command, env={**os.environ, **environment}, stdout=log, stderr=log, start_new_session=True
            )
        deadline = time.monotonic() + 120
        while not self._answers():
            assert self._process.poll() is None, (self.store / "server.log").read_text()[-3000:]
            assert time.monotonic() < deadline, "the server does not come up"
            time.sleep(0.2)
        return self

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.uri}/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def kill(self) -> None:
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.kill()
