"""Debian's Chromium for the tests with the marker `browser`; CHROMIUM names another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
# A browser of root's in a container that asks nobody for anything of its own.
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@contextmanager
def chromium() -> Iterator[Any]:
    """Playwright's browser, closed in the end; skips the test where Playwright or Chromium is missing."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="envs/requirements-browser.txt is not installed"
    )
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not there")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS.split())
        yield browser
        browser.close()
