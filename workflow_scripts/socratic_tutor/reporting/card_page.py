"""A card as one HTML page, much as the hub shows it: for a look at it before it is published.

PYTHONPATH=workflow_scripts python -m socratic_tutor.reporting.card_page README.md card.html
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

from socratic_tutor.files import write_text
from socratic_tutor.pages import render_page

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
TEMPLATES = Path(__file__).parent / "templates"


def card_page(card: str) -> str:
    """The card's text after its front matter as HTML, in which no script runs and nothing is loaded.

    The card is trusted to be escaped, as the hub does.
    """
    body = MarkdownIt("commonmark", {"html": True}).enable("table").render(_FRONT_MATTER.sub("", card))
    title = re.search(r"^# (.+)$", card, re.MULTILINE)
    # the page's policy allows no styles in elements
    body = body.replace('style="text-align:center"', 'class="center"')
    return render_page(
        TEMPLATES / "card_page.html.jinja",
        {"title": title.group(1) if title else "Model card", "body": Markup(body)},
        styles=[TEMPLATES / "card_page.css"],
    )


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print("usage: python -m socratic_tutor.reporting.card_page CARD.md PAGE.html", file=sys.stderr)
        return 2
    write_text(Path(arguments[1]), card_page(Path(arguments[0]).read_text(encoding="utf-8")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
