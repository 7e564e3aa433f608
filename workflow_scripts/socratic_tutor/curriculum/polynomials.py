"""Polynomials read from school notation without sympy's parser, which takes milliseconds a text.

The grammar is the part of `answers.canonical_expression`'s that needs no care: numbers, one-letter
variables, + - * / by numbers, whole powers, brackets and products without a sign. Whatever lies outside
it is None here and left to sympy; what is read prints as sympy prints it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from sympy import QQ
from sympy.polys.rings import PolyRing

_TOKEN = re.compile(
    r" *(?:(?P<number>(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|\.[0-9]+)(?![0-9.])|(?P<other>[a-zA-Z()+\-*/^]))"
)
_MAX_POWER, _MAX_DEPTH = 20, 20


@lru_cache(maxsize=512)
def _ring(letters: str) -> PolyRing:
    # sympy sorts names, capitals first; the monomial order decides which coefficient is the leading one
    return PolyRing(tuple(letters), QQ, "lex")


class _OutOfGrammarError(Exception):
    """The text is not one that this module reads."""


class _Reader:
    """Recursive descent over the tokens of one text."""

    def __init__(self, text: str, ring: PolyRing) -> None:
        self.tokens = _tokens(text)
        self.ring = ring
        self.generators = dict(zip((str(s) for s in ring.symbols), ring.gens, strict=True))
        self.i = 0
        self.depth = 0

    def peek(self) -> str:
        return self.tokens[self.i] if self.i < len(self.tokens) else ""

    def take(self) -> str:
        self.i += 1
        return self.tokens[self.i - 1]

    def sum(self) -> Any:
        total = self.product()
        while self.peek() in ("+", "-"):
            total = total + self.product() if self.take() == "+" else total - self.product()
        return total

    def product(self) -> Any:
        result = self.signed()
        while (token := self.peek()) and token not in "+-)":
            if token == "*":
                self.take()
                result *= self.signed()
            elif token == "/":
                self.take()
                divisor = self.signed()
                if not divisor or not divisor.is_ground:
                    raise _OutOfGrammarError
                result = result.mul_ground(1 / divisor.LC)
            elif token.isalpha() or token == "(":
                result *= self.power()
            else:
                raise _OutOfGrammarError
        return result

    def signed(self) -> Any:
        if self.peek() in ("+", "-"):
            return self.signed() if self.take() == "+" else -self.signed()
        return self.power()

    def power(self) -> Any:
        base = self.base()
        if self.peek() != "^":
            return base
        self.take()
        exponent = self.peek()
        if not exponent.isdecimal() or int(exponent) > _MAX_POWER:
            raise _OutOfGrammarError
        self.take()
        if self.peek() == "^":
            raise _OutOfGrammarError
        if not base:
            raise _OutOfGrammarError
        return base ** int(exponent)

    def base(self) -> Any:
        token = self.peek()
        if not token or token in "+-*/^)":
            raise _OutOfGrammarError
        self.take()
        if token.isalpha():
            return self.generators[token]
        if token != "(":
            whole, _, places = token.partition(".")
            return self.ring.ground_new(QQ(int(whole + places), 10 ** len(places)))
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise _OutOfGrammarError
        inside = self.sum()
        if self.peek() != ")":
            raise _OutOfGrammarError
        self.take()
        self.depth -= 1
        return inside


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    position = 0
    text = text.rstrip(" ")
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise _OutOfGrammarError
        tokens.append(match["number"] or match["other"])
        position = match.end()
    return tokens


def polynomial(text: str) -> Any | None:
    """The text as an element of a ring over QQ in its letters, or None when it lies outside the grammar.

    The text must already be of bounded size (`answers.canonical_expression` checks it).
    """
    if "sqrt" in text:
        return None
    letters = "".join(sorted(set(re.findall("[a-zA-Z]", text))))
    if not letters:
        letters = "x"  # a ring needs a generator, numbers do not
    try:
        reader = _Reader(text, _ring(letters))
        element = reader.sum()
    except _OutOfGrammarError:
        return None
    return element if reader.i == len(reader.tokens) else None


def written(element: Any) -> str:
    """A ring element as sympy prints the expanded expression."""
    return str(element.as_expr())


def without_factor(element: Any) -> Any:
    """The element divided by the number that leaves whole coefficients, the first of them positive."""
    primitive = element.primitive()[1]
    return -primitive if primitive.LC < 0 else primitive
