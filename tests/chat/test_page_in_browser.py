"""The page in a real browser, with a real adapter: say what the student says, see reply and scores."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from whole_run import ROOT, run

pytestmark = pytest.mark.browser

PAGE = ROOT / "workflow_scripts" / "socratic_tutor" / "chat" / "page.py"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("chat")
    run(folder, "adapters", "synthesize_benchmarks")
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    flags = ["--server.address", "127.0.0.1", "--server.port", str(port), "--server.headless", "true"]
    overlay = ["--", "--configfile", str(ROOT / "configs" / "smoke.yaml")]
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            PAGE,
            *flags,
            "--browser.gatherUsageStats=false",
            "--client.toolbarMode=minimal",
            *overlay,
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "workflow_scripts")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while True:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        assert server.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.2)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(timeout=30)


def test_a_person_plays_the_student(address: str, browser_page: Any, tmp_path: Path) -> None:
    page = browser_page
    page.goto(address)
    page.get_by_role("button", name="Say this").click()
    page.wait_for_selector("table.scores", timeout=120_000)
    assert page.locator("table.scores tr").count() >= 8
    assert page.get_by_text("answers as this problem's misconception does").count() == 1
    page.get_by_role("textbox", name="Answer as the student").fill("Just tell me the answer.")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('table.scores').length === 2", timeout=120_000)
    images = Path(os.environ.get("IMAGES", tmp_path))
    page.set_viewport_size({"width": 1200, "height": 1150})  # the reply stands above its scores
    page.wait_for_timeout(500)  # it scrolls down by itself
    page.screenshot(path=images / "chat.png")
    page.get_by_role("button", name="Begin anew").click()
    page.wait_for_function("document.querySelectorAll('table.scores').length === 0", timeout=30_000)
