"""Text from data into the Markdown of a card: whatever it holds, it stays text.

The templates' environment applies `finalize` to every value, so a template cannot forget to; what is Markdown
on purpose is made with `Markup` here or in the code that builds the value.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from socratic_tutor.files import InputError

_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def prose(text: str) -> Markup:
    """`text` on one line, without any Markdown, HTML or formula (GitHub reads $...$) in it."""
    text = re.sub(r"[&<>]", lambda match: _HTML[match.group()], text.strip())
    text = re.sub(r"([\\`*_\[\]|$~#])", r"\\\1", text)
    return Markup(re.sub(r"\s*[\r\n\u2028\u2029]+\s*", "<br>", text))


def code(text: str) -> Markup:
    """`text` as a code span on one line: no entity is read there, so only fences and cells matter."""
    flat = " ".join(text.split()).replace("|", "\\|")
    ticks = _longer_than_any_run(flat, 1)
    pad = " " if "`" in flat else ""
    return Markup(f"{ticks}{pad}{flat}{pad}{ticks}")


def fenced(text: str, language: str = "text") -> Markup:
    """`text` as a code block whose fence is longer than any run of backticks inside."""
    fence = _longer_than_any_run(text, 3)
    return Markup(f"{fence}{language}\n{text.rstrip()}\n{fence}")


def table(head: Sequence[Any], rows: Sequence[Sequence[Any]], *, left: int = 1) -> Markup:
    """A Markdown table; cells that are not Markup are escaped, columns after the first `left` centred."""
    lines = [head, [*["---"] * left, *[":---:"] * (len(head) - left)], *rows]
    return Markup("\n".join("| " + " | ".join(str(finalize(cell)) for cell in line) + " |" for line in lines))


def finalize(value: Any) -> Any:
    """What a template prints for a value; None and numbers that are not finite are refused."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        raise InputError(f"card: a value to print is {value}")
    if isinstance(value, float):
        return f"{value:.6g}"
    return value if isinstance(value, int) else prose(str(value))


def render(template: Path, context: dict[str, Any]) -> str:
    """The template's text; a name that the context lacks is an InputError."""
    try:
        return _environment(template.parent).get_template(template.name).render(context)
    except UndefinedError as error:
        raise InputError(f"{template.name}: {error}") from None


@lru_cache(maxsize=8)
def _environment(templates: Path) -> SandboxedEnvironment:
    return SandboxedEnvironment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _longer_than_any_run(text: str, least: int) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)
