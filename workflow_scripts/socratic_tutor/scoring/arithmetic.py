"""Arithmetic in running text: which calculations and equalities a turn writes, and their exact values.

No `eval`: a scanner cuts the text into numbers, signs and brackets, neighbours are chained, and a small
recursive-descent parser computes each side with `Fraction`s. Numbers have at most 12 digits, chains at
most 40 tokens, exponents at most 12; anything beyond is left unread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

_MAX_TOKENS = 40

_TOKEN = re.compile(
    r"(?P<number>(?:(?<![\w.:,/])|(?<=\)/))(?:\d{1,6} \d{1,6}/\d{1,6}|\d{1,6}/\d{1,6}(?!/|\d|\.\d)"
    r"|\$?(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?:\.\d{1,9})?%?)(?![\w:]|,\d|/\d{7})"
    r"|(?<![\w.:,/])\d{1,12}(?=x ?\d))"
    r"|(?P<word>\b(?:plus|minus|times|multiplied by|divided by|equals|is equal to|makes|gives|is)\b)"
    r"|(?P<sign>\*\*|[-+×÷*·/^=–]|(?<=[\d )])x(?=[\d (])|<=|>=|!=|[<>≤≥≠])"
    r"|(?P<open>\()|(?P<close>\))",
    re.IGNORECASE,
)
_WORD_SIGNS = {
    "plus": "+",
    "minus": "-",
    "times": "×",
    "multiplied by": "×",
    "divided by": "÷",
    "equals": "=",
    "is equal to": "=",
    "makes": "=",
    "gives": "=",
    "is": "=",
}
_SAME_SIGN = {"*": "×", "·": "×", "x": "×", "X": "×", "–": "-", "**": "^"}
_RELATIONS = frozenset({"=", "<", ">", "<=", ">=", "!=", "≤", "≥", "≠"})


@dataclass(frozen=True)
class Token:
    """kind: number, sign, open or close; text: as read ("×" for every sign of multiplication)."""

    kind: str
    text: str
    value: Fraction | None
    start: int
    end: int


@dataclass(frozen=True)
class Calculation:
    """A side with an operation: where it stands, its exact value, its numbers as written, its signs."""

    start: int
    end: int
    text: str
    value: Fraction
    numbers: tuple[str, ...]
    signs: frozenset[str]


@dataclass(frozen=True)
class Equality:
    """Two neighbouring sides of "="; `calculated` tells whether either holds an operation."""

    start: int
    end: int
    text: str
    left: Fraction
    right: Fraction
    calculated: bool

    @property
    def holds(self) -> bool:
        return self.left == self.right


def number(text: str) -> Fraction:
    """ "1 1/2", "3/4", "1,250", "$0.50" and "50%" as exact values; ZeroDivisionError for "3/0"."""
    plain = text.replace(",", "").replace("$", "")
    if plain.endswith("%"):
        return Fraction(plain[:-1]) / 100
    if " " in plain:
        whole, rest = plain.split(" ")
        return int(whole) + Fraction(rest)
    return Fraction(plain)


def _tokens(text: str) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        written = match.group()
        value = None
        if kind == "number":
            try:
                value = number(written)
            except (ValueError, ZeroDivisionError):
                kind = "unread"
        elif kind == "word":
            kind, written = "sign", _WORD_SIGNS[written.lower()]
        found.append(Token(kind, _SAME_SIGN.get(written, written), value, match.start(), match.end()))
    return found


# In every chain that has a value a sign follows upon a number, a bracket or a minus. Begins with one set of
# characters, for such a pattern is looked for fastest.
_MAY_CALCULATE = re.compile(
    r"[\d%()sS–-] *(?:[-+×÷*·/^=–<>≤≥≠!xX]|(?i:plus|minus|times|multiplied|divided)"
    r"|(?<![A-Za-z] )(?i:equals|is|makes|gives))"
)


@lru_cache(maxsize=512)
def _chains(text: str) -> tuple[tuple[Token, ...], ...]:
    """Runs of tokens with nothing but blanks between them."""
    if not _MAY_CALCULATE.search(text):
        return ()
    chains: list[tuple[Token, ...]] = []
    current: list[Token] = []
    for token in _tokens(text):
        joined = bool(current) and not text[current[-1].end : token.start].strip(" ")
        two_numbers = bool(current) and current[-1].kind == token.kind == "number"
        if token.kind == "unread" or not joined or two_numbers:
            chains.append(tuple(current))
            current = []
        if token.kind != "unread":
            current.append(token)
    chains.append(tuple(current))
    return tuple(chain for chain in chains if 2 < len(chain) <= _MAX_TOKENS)


class _Parser:
    """expression = term (+|- term)*; term = power (×|÷|/ power | bracket)*; power = unit (^ unit)?"""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def value(self) -> Fraction:
        result = self._expression()
        if self.at != len(self.tokens):
            raise ValueError("trailing tokens")
        return result

    def _take(self, *signs: str) -> str:
        if self.at < len(self.tokens) and self.tokens[self.at].text in signs:
            self.at += 1
            return self.tokens[self.at - 1].text
        return ""

    def _expression(self) -> Fraction:
        result = self._term()
        while sign := self._take("+", "-"):
            result = result + self._term() if sign == "+" else result - self._term()
        return result

    def _term(self) -> Fraction:
        result = self._power()
        while sign := self._take("×", "÷", "/") or self._juxtaposed():
            other = self._power()
            result = result * other if sign == "×" else result / other
        return result

    def _juxtaposed(self) -> str:
        """The unwritten sign between brackets: (-7)(-13)."""
        pair = [token.kind for token in self.tokens[max(0, self.at - 1) : self.at + 1]]
        return "×" if self.at and pair == ["close", "open"] else ""

    def _power(self) -> Fraction:
        base = self._unit()
        if self._take("^"):
            exponent = self._unit()
            if exponent.denominator != 1 or abs(exponent) > 12:
                raise ValueError("exponent out of range")
            return Fraction(base ** int(exponent))
        return base

    def _unit(self) -> Fraction:
        if self._take("-"):
            return -self._unit()
        if self.at >= len(self.tokens):
            raise ValueError("a number is missing")
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == "open":
            result = self._expression()
            if not self._take(")"):
                raise ValueError("a bracket is not closed")
            return result
        if token.value is None:
            raise ValueError("a number is missing")
        return token.value


def _evaluate(tokens: list[Token]) -> Fraction | None:
    try:
        return _Parser(tokens).value()
    except (ValueError, ZeroDivisionError):
        return None


def _sides(chain: tuple[Token, ...]) -> list[tuple[str, list[Token]]]:
    """The chain cut at its relations: (relation before it, tokens)."""
    sides: list[tuple[str, list[Token]]] = [("", [])]
    for token in chain:
        if token.kind == "sign" and token.text in _RELATIONS:
            sides.append((token.text, []))
        else:
            sides[-1][1].append(token)
    return sides


def _signs(side: list[Token]) -> list[str]:
    return [token.text for token in side[1:] if token.kind == "sign"]


@lru_cache(maxsize=512)
def calculations(text: str) -> tuple[Calculation, ...]:
    """Every side that holds an operation and can be computed."""
    found = []
    for chain in _chains(text):
        for _, side in _sides(chain):
            # a sentence's dangling sign or bracket ("(3 + 4" or "7 -") must not hide the calculation
            trimmed = _trim(side)
            if len(trimmed) < 3 or not _signs(trimmed):
                continue
            value = _evaluate(trimmed)
            if value is not None:
                start, end = trimmed[0].start, trimmed[-1].end
                numbers = tuple(sorted(t.text for t in trimmed if t.value is not None))
                signs = frozenset(_signs(trimmed))
                found.append(Calculation(start, end, text[start:end], value, numbers, signs))
    return tuple(found)


def _trim(side: list[Token]) -> list[Token]:
    opened = sum(t.kind == "open" for t in side) - sum(t.kind == "close" for t in side)
    while side and (side[0].text in {"+", "×", "÷", "/", "^"} or (opened > 0 and side[0].kind == "open")):
        opened -= side[0].kind == "open"
        side = side[1:]
    while side and (side[-1].kind == "sign" or (opened < 0 and side[-1].kind == "close")):
        opened += side[-1].kind == "close"
        side = side[:-1]
    return side


# A remainder, not yet read: "27 divided by 5 is 5 with 2 left over".
_GOES_ON = re.compile(
    r" ?(?:R ?\d|r ?\d|remainder\b|rem\b)|,? (?:with|and) (?:a )?(?:\w+ ){1,3}(?:left|over|remain\w*)"
    r"|,? remainder\b"
)


def _complete(side: list[Token], text: str) -> bool:
    """Whether nothing was cut off the side: a letter ("2x + 3", "7 - y") or a remainder."""
    if not side or side[-1].kind == "sign" or side[0].text in {"+", "×", "÷", "/", "^"}:
        return False
    before = text[: side[0].start].rstrip(" ")[-1:]
    if side[0].text == "-" and (before.isalnum() or before == ")"):
        return False
    return not _GOES_ON.match(text, side[-1].end)


@lru_cache(maxsize=512)
def equalities(text: str) -> tuple[Equality, ...]:
    """Every pair of neighbouring sides joined by "=" (or "equals", "is", ...) that can be computed."""
    found = []
    for chain in _chains(text):
        sides = _sides(chain)
        for (_, left), (relation, right) in pairwise(sides):
            if relation != "=" or not (_complete(left, text) and _complete(right, text)):
                continue
            a, b = _evaluate(left), _evaluate(right)
            if a is not None and b is not None:
                start, end = left[0].start, right[-1].end
                calculated = bool(_signs(left) or _signs(right))
                found.append(Equality(start, end, text[start:end], a, b, calculated))
    return tuple(found)


@lru_cache(maxsize=512)
def relations(text: str) -> frozenset[str]:
    """Number relations as short canonical texts: calculations as written, comparisons by value."""
    if "\n" in text:  # no chain goes on in the next line
        return frozenset().union(*map(relations, text.split("\n")))
    found = set()
    for calculation in calculations(text):
        numbers = " ".join(calculation.numbers)
        found.add(f"{''.join(sorted(calculation.signs))} of {numbers}")
    for chain in _chains(text):
        sides = _sides(chain)
        for (_, left), (relation, right) in pairwise(sides):
            a, b = _evaluate(_trim(left)), _evaluate(_trim(right))
            if a is not None and b is not None:
                found.add(f"{a} {relation} {b}")
    return frozenset(found)
