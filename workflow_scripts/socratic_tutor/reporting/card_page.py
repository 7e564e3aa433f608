"""A card as one HTML page, much as the hub shows it: for a look at it before it is published.

PYTHONPATH=workflow_scripts python -m socratic_tutor.reporting.card_page README.md card.html
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from markdown_it import MarkdownIt

from socratic_tutor.files import write_text

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_STYLE = """
body { font: 16px/1.55 system-ui, sans-serif; color: #1c1e21; background: #fff; max-width: 60rem;
  margin: 2rem auto; padding: 0 1.25rem; }
h1, h2, h3 { line-height: 1.25; margin: 1.6em 0 .6em; }
h2 { border-bottom: 1px solid #d8dee4; padding-bottom: .3em; }
table { border-collapse: collapse; display: block; overflow-x: auto; font-size: .85rem; margin: 1rem 0; }
th, td { border: 1px solid #d8dee4; padding: .35rem .6rem; vertical-align: top; }
th { background: #f3f5f7; }
code { font: .9em ui-monospace, monospace; background: #f3f5f7; padding: .1em .3em; border-radius: 4px; }
pre { background: #f3f5f7; padding: .8rem 1rem; overflow-x: auto; border-radius: 6px; }
pre code { padding: 0; white-space: pre-wrap; }
blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: 4px solid #b9c3cd; background: #fafbfc; }
details { border: 1px solid #d8dee4; border-radius: 6px; padding: .4rem .9rem; margin: .8rem 0; }
summary { cursor: pointer; font-weight: 600; }
"""


def card_page(card: str) -> str:
    """The card's text after its front matter as HTML. The card is trusted to be escaped, as the hub does."""
    body = MarkdownIt("commonmark", {"html": True}).enable("table").render(_FRONT_MATTER.sub("", card))
    title = re.search(r"^# (.+)$", card, re.MULTILINE)
    name = title.group(1) if title else "Model card"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print("usage: python -m socratic_tutor.reporting.card_page CARD.md PAGE.html", file=sys.stderr)
        return 2
    write_text(Path(arguments[1]), card_page(Path(arguments[0]).read_text(encoding="utf-8")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
