"""Algebraic expressions in running text, compared with an expression answer.

A candidate is a maximal run of algebraic characters in the answer's own letters; it is compared by
`answers.canonical_expression`. Work per text is bounded: at most `MAX_SPANS` candidates of at most
`MAX_SPAN` characters, each distinct one parsed once per process.
"""

from __future__ import annotations

import re
from functools import lru_cache

from socratic_tutor.curriculum.answers import canonical_expression
from socratic_tutor.curriculum.atoms import VULGAR
from socratic_tutor.curriculum.number_words import TENS, UNITS
from socratic_tutor.curriculum.typography import plain_text

MAX_SPAN = 60
MAX_SPANS = 24

_SUPERSCRIPT = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
_RAISED = re.compile("[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{1,3}")
_VULGAR = re.compile(f"[{''.join(VULGAR)}]")
_SPOKEN = (
    (re.compile(r"\bsquared\b", re.I), "^2"),
    (re.compile(r"\bcubed\b", re.I), "^3"),
    (re.compile(r"\bplus\b", re.I), "+"),
    (re.compile(r"\b(?:minus|negative)\b", re.I), "-"),
    (re.compile(r"\btimes\b|\\cdot|\\times|[\u00d7\u00b7\u22c5]", re.I), "*"),
    (re.compile(r"\bover\b|\bdivided by\b|\\div|\u00f7", re.I), "/"),
    (re.compile(r"\\[dt]?frac ?\{([^{}]{1,30})\} ?\{([^{}]{1,30})\}"), r"((\1)/(\2))"),
    (re.compile(r"\\sqrt ?\{([^{}]{1,30})\}|\u221a\(?([0-9a-z]{1,9})\)?"), r"sqrt(\1\2)"),
    (re.compile(r"\\(?:left|right)\b"), ""),
    (re.compile(r"\^ ?\{([^{}]{1,6})\}"), r"^\1"),
)


@lru_cache(maxsize=512)
def _pattern(letters: str) -> re.Pattern[str]:
    """Runs made of numbers, operators, sqrt and products of these letters standing as words."""
    product = rf"(?<![A-Za-z])(?:sqrt|[{letters}]{{1,4}})(?![A-Za-z])" if letters else r"sqrt"
    spoken = r"squared|cubed|plus|minus|negative|times|over|divided by"
    symbols = r"[0-9.+\-*/^(){}<>=|\u00d7\u00b7\u22c5\u00f7\u221a\u00b2\u00b3\u00b9\u2070\u2074-\u2079"
    symbols += "".join(VULGAR) + "]"
    return re.compile(
        rf"(?:{product}|\b(?:{spoken})\b|(?:\\(?:cdot|times|div|[dt]?frac|sqrt|left|right))|{symbols}| )+",
        re.I,
    )


def equation_pattern(letters: str) -> re.Pattern[str]:
    """Runs that may hold an equation in these letters, with its equals signs."""
    return _pattern(letters)


_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join([*UNITS, *TENS])})\b", re.IGNORECASE)
_SPOKEN_OPERATION = re.compile(r"\b(?:plus|minus|times|squared|cubed)\b", re.IGNORECASE)


_CROSS = re.compile(r"(?<=[A-Za-z0-9)]) x (?=\$?[0-9])")


def digits_for_words(plain: str) -> str:
    """ "three x plus five" as "3     x plus 5   " and "2 x 3" as "2 * 3", every character in its place."""
    if " x " in plain:
        plain = _CROSS.sub(" * ", plain)
    if not _SPOKEN_OPERATION.search(plain):
        return plain
    values = UNITS | TENS
    return _NUMBER_WORD.sub(lambda match: str(values[match[0].lower()]).ljust(len(match[0])), plain)


_LETTER = r"(?:(?<![A-Za-z])[b-hj-zB-HJ-Z](?![A-Za-z]))"  # "a" and "I" are words
_TERM_BEFORE = re.compile(rf"(?<![A-Za-z])[0-9.]{{0,6}}{_LETTER}(?:\^[0-9])? ?(?P<joined>[*/^])? ?$")
_TERM_AFTER = re.compile(
    rf" ?[-+*/^] ?[0-9.]{{0,6}}(?:(?<=[0-9])[A-Za-z](?![A-Za-z])|{_LETTER})|(?<=[0-9A-Za-z)])[A-Za-z0-9]"
)


def cut_off(plain: str, start: int, end: int) -> bool:
    """Whether plain[start:end] goes on in another letter: "3x - 5" in "3x - 5y" or in "2y + 3x - 5"."""
    if _TERM_AFTER.match(plain, end):
        return True
    if start and plain[start].isalnum() and plain[start - 1].isalnum():
        return True
    before = _TERM_BEFORE.search(plain[max(0, start - 12) : start])
    return bool(before and (before["joined"] or plain[start] in "+-"))


@lru_cache(maxsize=50_000)
def canonical_or_none(text: str) -> str | None:
    """`canonical_expression`, or None where the text is not one."""
    try:
        return canonical_expression(text)
    except ValueError:
        return None


def plain_expression(span: str) -> str:
    """A span in calculator notation: x² -> x^2, \\frac{a}{b} -> ((a)/(b)), "x squared" -> x^2."""
    text = _RAISED.sub(lambda match: "^" + match[0].translate(_SUPERSCRIPT), span)
    text = _VULGAR.sub(lambda match: f"({VULGAR[match[0]]})", text)
    for pattern, written in _SPOKEN:
        text = pattern.sub(written, text)
    return text.replace("{", "(").replace("}", ")").strip()


def shape(expression: str) -> tuple[bool, int]:
    """(has a bracket with more than one term that is multiplied or raised, number of top-level terms)."""
    text = expression.replace(" ", "").replace("**", "^")
    while text.startswith("(") and _closing(text) == len(text) - 1:
        text = text[1:-1]
    depth, terms, product = 0, 1, False
    for i, char in enumerate(text):
        if char == "(":
            depth += 1
            end = _closing(text[i:]) + i
            inner = text[i + 1 : end]
            many = any(c in "+-" for c in inner[1:])
            beside = (i > 0 and text[i - 1] not in "+-(") or text[end + 1 : end + 2] not in (
                "",
                "+",
                "-",
                ")",
            )
            product = product or (many and beside and not text[:i].endswith("sqrt"))
        elif char == ")":
            depth -= 1
        elif char in "+-" and depth == 0 and i > 0 and text[i - 1] not in "*/^(+-":
            terms += 1
    return product, terms


def _closing(text: str) -> int:
    """Index of the bracket that closes text[0], or len(text)."""
    depth = 0
    for i, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return i
    return len(text)


_SPLIT = re.compile(r"<=|>=|[=<>]|\. ")
_EDGE = " .*/^|"


def expression_spans(text: str, letters: str, keep_relations: bool = False) -> list[tuple[int, int, str]]:
    """(start, end, calculator notation) of each candidate in the text."""
    plain = (
        plain_text(text.replace("**", "^ "))
        if "**" in text and re.search(r"\w\*\*\d", text)
        else plain_text(text)
    )
    plain = digits_for_words(plain)
    found: list[tuple[int, int, str]] = []
    for match in _pattern(letters).finditer(plain):
        cuts = [match.start()]
        if not keep_relations:
            for cut in _SPLIT.finditer(plain, match.start(), match.end()):
                cuts += [cut.start(), cut.end()]
        cuts.append(match.end())
        for start, end in zip(cuts[::2], cuts[1::2], strict=True):
            start += len(plain[start:end]) - len(plain[start:end].lstrip(_EDGE))
            end -= len(plain[start:end]) - len(plain[start:end].rstrip(_EDGE + "+-"))
            piece = plain[start:end]
            if (
                0 < end - start <= MAX_SPAN
                and any(char.isalnum() for char in piece)
                and not cut_off(plain, start, end)
            ):
                found.append((start, end, _balanced(plain_expression(piece))))
            if len(found) >= MAX_SPANS:
                return found
    return found


def _balanced(text: str) -> str:
    """Without brackets that open or close outside the span: "(4x + 12" -> "4x + 12"."""
    while text.count("(") > text.count(")") and text.startswith("("):
        text = text[1:].strip()
    while text.count(")") > text.count("(") and text.endswith(")"):
        text = text[:-1].strip()
    return text
