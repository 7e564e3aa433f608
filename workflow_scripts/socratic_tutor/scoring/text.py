"""A tutor's reply as plain text: LaTeX and Markdown undone, sentences, questions, prose.

All patterns are linear in the text's length (no nested repeats; runs are guarded by a look-behind),
so that a reply of 100 kB of one character costs no more than prose of that size.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_TYPOGRAPHY = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2212": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\uff1f": "? ",  # in scripts without blanks none follows
        "\uff01": "! ",
        "\u3002": ". ",
        "\u061f": "?",
        "\uff1d": "=",
        "\u2044": "/",
    }
)
# A power inside braces, and a root, may hold braces of their own.
_FRACTION = re.compile(r"\\[dtc]?frac\s?(?:\{([^{}\\]{1,60})\}|(\d))\s?(?:\{([^{}\\]{1,60})\}|(\d))")
_POWER = re.compile(r"\^\{([\w.+-]{1,12})\}")
_ROOT = re.compile(r"\\sqrt\s?(?:\{([^{}\\]{1,40})\}|(\d))")
# What parts thousands where a comma would stand: thin blanks, in LaTeX also a comma in braces.
_THIN_THOUSANDS = re.compile(r"(?<=\d)[\u202f\u2009](?=\d{3}(?!\d))")
_LATEX_THOUSANDS = re.compile(r"(?<=\d)(?:\\,|\{,\})(?=\d{3}(?!\d))")
_WRAPPER = re.compile(r"\\(?:text|textbf|mathrm|mathbf|boxed|operatorname)\{([^{}]{0,200})\}")
_MATH_DOLLARS = re.compile(r"\$\$?(?![ $])([^$\n]{1,200})(?<![ $])\$\$?")
_OPERATORS = {
    "times": "×",
    "cdot": "×",
    "div": "÷",
    "leq": "<=",
    "le": "<=",
    "lt": "<",
    "geq": ">=",
    "ge": ">=",
    "gt": ">",
    "neq": "!=",
    "approx": "≈",
    "sqrt": "√",
}
_COMMAND = re.compile(r"\\([a-zA-Z]{1,20})")
_MARKS = re.compile(r"\*\*+|__+|`+|~~+|(?m:^ {0,3}#{1,6} )|(?m:^ {0,3}> ?)")
_STARS = re.compile(r"[*_](?=[A-Za-z])|(?<=[A-Za-z.!?,:])[*_]")
_BLANKS = re.compile(r"(?<![ \t\r\f\v])[ \t\r\f\v]+")
_NOT_SINGLE = ("  ", "\t", "\r", "\f", "\v")

# Sentence ends: stops with their closing quotes before a blank or the end; and list items or blank lines.
_STOP = re.compile(
    r"(?<![.?!])[.?!]+[\"')\]*_]{0,4}(?=\s|$)|\n(?=\s?\n)|\n(?= {0,4}(?:[-*•+] |\d{1,2}[.)] ))"
)
_BEFORE = re.compile(r"(?:^|[\s(\"'])([A-Za-z][A-Za-z.]{0,6}|\d{1,2})$")
_ABBREVIATIONS = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "vs", "etc", "e.g", "i.e", "eg", "ie", "approx", "fig", "lbs"]
)
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")


class Sentence(NamedTuple):
    """`text` with its closing mark; `question` when that mark holds a "?"."""

    text: str
    question: bool


@lru_cache(maxsize=512)
def plain_text(text: str) -> str:
    """LaTeX and Markdown as one would type them, straight quotes, single blanks; line ends kept."""
    out = text
    if not text.isascii():
        out = _THIN_THOUSANDS.sub(",", text).translate(_TYPOGRAPHY)
    if "&" in out:
        out = html.unescape(out)
    if "{" in out or "\\," in out:
        out = _LATEX_THOUSANDS.sub(",", out.replace("{.}", "."))
    out = out.replace("\\$", "$")
    if "\\" in out:
        out = _ROOT.sub(_as_root, _POWER.sub(r"^\1", _MATH_DOLLARS.sub(r"\1", out)))
        for _ in range(3):
            out = _FRACTION.sub(_as_slash, out)
            out = _WRAPPER.sub(r"\1", out)
        for delimiter in ("\\(", "\\)", "\\[", "\\]"):
            out = out.replace(delimiter, " ")
        out = out.replace("\\%", "%").replace("\\,", " ").replace("\\ ", " ")
        out = _COMMAND.sub(lambda m: _OPERATORS.get(m.group(1), " "), out)
    elif "$" in out:
        out = _MATH_DOLLARS.sub(_unwrap_if_formula, out)
    if "**" in out:
        out = _with_powers(out)
    if any(map(out.__contains__, "*_`~#>")):
        out = _STARS.sub("", _MARKS.sub("", out))
    return _BLANKS.sub(" ", out) if any(map(out.__contains__, _NOT_SINGLE)) else out


def _as_slash(match: re.Match[str]) -> str:
    """The fraction's parts, in parentheses unless each is one number or name; apart from a whole before."""
    first, digit, second, last = match.groups()
    top, bottom = _grouped(first or digit), _grouped(second or last)
    before = match.string[max(0, match.start() - 1) : match.start()]
    return f"{' ' if before.isalnum() else ''}{top}/{bottom}"


def _grouped(part: str) -> str:
    part = part.strip()
    return part if part.lstrip("√").isalnum() else f"({part})"


def _as_root(match: re.Match[str]) -> str:
    inside = (match[1] or match[2]).strip()
    return f"√{inside}" if inside.isalnum() else f"√({inside})"


def _with_powers(text: str) -> str:
    """2**3 as 2^3; the marks of **bold** are left as they are, also in **2**3."""
    first, *rest = text.split("**")
    joined, bold = [first], False
    for before, after in pairwise([first, *rest]):
        power = not bold and (before[-1:].isalnum() or before[-1:] == ")") and after.lstrip("-")[:1].isdigit()
        bold = bold if power else not bold
        joined += ["^" if power else "**", after]
    return "".join(joined)


def _unwrap_if_formula(match: re.Match[str]) -> str:
    inside = match.group(1)
    return inside if re.search(r"[=+^×÷/<>-]", inside) and " $" not in match.group(0) else match.group(0)


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a reply. A decimal point, "3." before a list item, "e.g." and "Mr." end none;
    a stop inside quotes ends none when the sentence goes on in lower case."""
    flat = plain_text(text)
    found: list[Sentence] = []
    start = 0
    for match in _STOP.finditer(flat):
        if not _ends(flat, start, match):
            continue
        _append(found, flat[start : match.end()])
        start = match.end()
    _append(found, flat[start:])
    return tuple(found)


def _ends(flat: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] == "\n" or mark in ("?", "!"):
        return True
    after = flat[match.end() : match.end() + 3].lstrip()
    quoted = len(mark) > 1 and mark[-1] in "\"')"
    if after[:1].islower() and (quoted or mark == "."):
        return False
    if mark == ".":
        before = _BEFORE.search(flat[max(start, match.start() - 9) : match.start()])
        if before:
            word = before.group(1)
            if word.isdigit():
                head = flat[start : match.start()].strip()
                return head != word  # "3." alone opens a list item
            if word.lower() in _ABBREVIATIONS:
                return not after
    return True


def _append(found: list[Sentence], piece: str) -> None:
    piece = piece.strip()
    if any(map(str.isalnum, piece)):
        found.append(Sentence(piece, "?" in piece[-6:]))


def questions(text: str) -> list[Sentence]:
    return [sentence for sentence in sentences(text) if sentence.question]


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[str, ...]:
    """Lower-case words of letters; "don't" and "two-digit" are one word each."""
    if text.isascii():  # elsewhere a letter's lower case may be another's
        return tuple(_WORD.findall(text.lower()))
    return tuple(word.lower() for word in _WORD.findall(text))


@lru_cache(maxsize=4096)
def word_set(text: str) -> frozenset[str]:
    """The different words of a text; the lines of a prompt come again in many others."""
    if "\n" in text:
        return frozenset().union(*map(word_set, set(text.split("\n"))))
    return frozenset(words(text))


_MATHS = re.compile(
    r"[$€£]?\d[\d,.:]*%?(?:st|nd|rd|th)?\b%?"  # numbers, money, times, percentages, ordinals
    r"|[+×÷=<>≤≥≈≠^*/·−]+|(?<=[\d\s])[-–](?=[\s\d])"  # signs
    r"|(?<![A-Za-z'’])(?![aAI](?![\w^]))[A-Za-z](?:\^?\d{1,3})?(?![A-Za-z'’])"  # variables, but not "a", "I"
    r"|[(){}\[\]|\\_~#]+|[\u00bc-\u00be\u2150-\u215e\u00b2\u00b3\u221a\u03c0]+"
)


@lru_cache(maxsize=512)
def prose(text: str) -> str:
    """The reply's sentences with the mathematics taken out, one sentence a line."""
    lines = []
    for sentence in sentences(text):
        line = " ".join(_MATHS.sub(" ", sentence.text).split())
        if _WORD.search(line):
            lines.append(line)
    return "\n".join(lines)
