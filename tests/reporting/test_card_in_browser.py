"""The reference card as a page in Debian's Chromium: `make test-browser`."""

from __future__ import annotations

from pathlib import Path

import pytest

from chromium import chromium
from socratic_tutor.reporting.card_page import main

CARD = Path(__file__).resolve().parents[2] / "docs" / "reference_run" / "card.md"
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1200, 390, 320])
def test_the_card_reads_well_and_asks_nobody(width: int, tmp_path: Path) -> None:
    page_file = tmp_path / "card.html"
    main([str(CARD), str(page_file)])
    headings = [line[3:] for line in CARD.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    asked: list[str] = []
    said: list[str] = []
    with chromium() as browser:
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(page_file.as_uri())
        assert page.locator("h2").all_inner_texts() == headings
        assert page.locator("table").count() >= 5
        assert "|--" not in page.inner_text("body")  # every table was read as one
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert asked == [page_file.as_uri()]
    assert said == []
