"""The README's pictures of the comparison page and of a card, from the results of a real run.

    .venv/bin/python tests/pictures.py results/default rank-16-seed1

MLflow's and the chat's come from their browser tests:

    RESULTS=results/default IMAGES=docs/images make test-browser
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "workflow_scripts"))

from chromium import chromium  # noqa: E402 - the path first
from socratic_tutor.reporting.card_page import main as write_card_page  # noqa: E402

IMAGES = ROOT / "docs" / "images"
# name -> width and height of the window, colour scheme
PAGES = {
    "comparison_desktop": (1280, 1500, "light"),
    "comparison_phone": (390, 1500, "light"),
    "comparison_dark": (1280, 1500, "dark"),
}


def main(results: Path, run: str) -> None:
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        card = Path(folder) / "card.html"
        write_card_page([str(results / "systems" / run / "card" / "README.md"), str(card)])
        shots = {name: (results / "comparison" / "index.html", *window) for name, window in PAGES.items()}
        shots["card"] = (card, 1100, 2300, "light")
        for name, (page_file, width, height, scheme) in shots.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(page_file.resolve().as_uri())
            page.wait_for_load_state("networkidle")
            page.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
