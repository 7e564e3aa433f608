"""The teacher against `transformers serve` with the embedded base, which answers, if seldom well."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from outcome import Outcome

from socratic_tutor.corpus.rows import Draft
from socratic_tutor.files import InputError

pytestmark = pytest.mark.slow  # the server takes 15 to 40 s to start
ROOT = Path(__file__).resolve().parents[3]
BASE = ROOT / "resources" / "base_model"
START_S = 180


@pytest.fixture
def real(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Address and process of a server that has loaded the base."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    program = [str(Path(sys.executable).with_name("transformers")), "serve", str(BASE)]
    with open(tmp_path / "server.log", "wb") as log:
        process = subprocess.Popen(
            [*program, "--host", "127.0.0.1", "--port", port, "--device", "cpu"],
            stdout=log,
            stderr=log,
            env={
                **os.environ,
                "HF_HOME": str(tmp_path),
                "HF_HUB_OFFLINE": "1",
                "OMP_NUM_THREADS": "1",
            },
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + START_S
        while not _healthy(f"http://127.0.0.1:{port}/health"):
            assert process.poll() is None, (tmp_path / "server.log").read_text()[-3000:]
            assert time.monotonic() < deadline, (tmp_path / "server.log").read_text()[-3000:]
            time.sleep(0.5)
        yield f"http://127.0.0.1:{port}/v1", process
    finally:
        _stop(process)


def _healthy(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as response:
            return response.status == 200
    except OSError:
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_a_real_server_is_asked_verified_and_remembered(
    real: tuple[str, subprocess.Popen[bytes]], run: Callable[..., Outcome], drafts: list[Draft]
) -> None:
    url, process = real
    some = drafts[::6]
    patient = dict(base_url=url, model=str(BASE), max_tokens=40, timeout_s=120, concurrency=2)
    with pytest.raises(InputError, match="pinned to") as caught:
        run(some[:1], **{**patient, "model": "another-model"})
    assert "HTTP 400" in str(caught.value)

    done = run(some, **patient)
    tally = done.report["train"]
    assert (done.calls, done.recalled, tally["asked"]) == (len(some), 0, len(some))
    assert tally["accepted"] == sum(bool(d.row.worded_by) for d in done.drafts)
    outcomes = tally["accepted"] + sum(tally["refused"].values()) + sum(tally["failed_calls"].values())
    assert outcomes == len(some)
    assert set(tally["failed_calls"]) <= {"cut off", "empty"}
    assert set(tally["failed_attempts"]) <= {"time-out"}
    assert tally["prompt_tokens"] > 100 * len(some)
    assert len(some) <= tally["completion_tokens"] <= 40 * len(some)
    assert 0 < tally["cost"] < 1
    assert [d.row.id for d in done.drafts if not d.row.worded_by] == [
        before.row.id for before, after in zip(some, done.drafts, strict=True) if not after.row.worded_by
    ]

    _stop(process)
    again = run(some, **patient)
    assert (again.calls, again.recalled) == (0, len(some))
    assert again.drafts == done.drafts
    assert again.report == done.report
    with pytest.raises(InputError, match="gave no reply in 1 attempts"):
        run(drafts[1:2], **patient, max_attempts=1)
