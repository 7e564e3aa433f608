"""HTML pages that need no other file: one frame, one style sheet, one policy of what may run.

A page's Content-Security-Policy allows its own style and script by their hashes and nothing else, so that
text from a model can neither run nor load anything, even if an escape were forgotten.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError
from markupsafe import Markup

from socratic_tutor.files import InputError

TEMPLATES = Path(__file__).parent / "templates"
FRAME = "page.html.jinja"  # what a page's template extends
STYLE = TEMPLATES / "page.css"
THEME = TEMPLATES / "theme.js"

# What could end the script element or a line in it, and what UTF-8 cannot hold.
_UNSAFE_IN_JSON = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def render_page(
    template: Path,
    context: dict[str, Any],
    *,
    styles: Sequence[Path] = (),
    scripts: Sequence[Path] = (),
    data: Any = None,
) -> str:
    """The page of `template`, which extends "page.html.jinja"; every value of `context` is escaped.

    styles: style sheets after the common one. scripts: run one after the other at the end of the body, after
        the theme button's; without any, the page has no script at all.
    data: JSON-serialisable, for the scripts, in the element with the id "data"; None for none.
    Raises InputError for a name that the context lacks.
    """
    environment = Environment(
        loader=FileSystemLoader([template.parent, TEMPLATES]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = _joined([STYLE, *styles])
    script = _joined([THEME, *scripts]) if scripts else ""
    frame = {
        "frame": FRAME,
        "policy": _policy(style, script),
        "style": Markup(style),
        "script": Markup(script),
        "data": Markup("" if data is None else json_in_html(data)),
    }
    try:
        return environment.get_template(template.name).render({**context, **frame})
    except UndefinedError as error:
        raise InputError(f"{template.name}: {error}") from None


def json_in_html(value: Any) -> str:
    """`value` as JSON that stays data wherever it stands in a page: no tag, entity or line end in it."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _joined(paths: Sequence[Path]) -> str:
    return "\n" + "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _policy(style: str, script: str) -> str:
    allowed = f"script-src {_hash(script)}; " if script else ""
    return f"default-src 'none'; {allowed}style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
