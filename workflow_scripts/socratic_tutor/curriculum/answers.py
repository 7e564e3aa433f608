"""Exact, typed answers: what a student wrote, what it is worth, and when two answers are the same.

An `Answer` keeps the text as it was written ("3/9") beside its exact value (1/3): students do not
simplify, and a scorer must still see that 3/9 and 1/3 are equal. Finding answers in running text is
`matching`'s task; this module only makes and compares them.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

import sympy
from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication_application,
    parse_expr,
    rationalize,
    standard_transformations,
)
from sympy.polys.polyerrors import BasePolynomialError

from socratic_tutor.curriculum.polynomials import polynomial, without_factor, written

KINDS = (
    "integer",
    "decimal",
    "fraction",
    "mixed",
    "percent",
    "money",
    "time",
    "ratio",
    "remainder",
    "coordinate",
    "expression",
    "equation",
    "inequality",
    "set",
    "list",
    "measure",
    "choice",
)

Number = int | str | Fraction


@dataclass(frozen=True)
class Answer:
    """One answer.

    kind: one of `KINDS`.
    value: exact and hashable: a `Fraction` for all number kinds (a percent as its number of
        percent, a time as minutes after 12:00), a tuple of `Fraction` for ratio (lowest terms),
        remainder, coordinate and list (in order), a frozenset of `Fraction` for set, a canonical
        string for expression and equation, (variable, low, low closed, high, high closed) for
        inequality with None for no bound, (amount, unit) in base units for measure, and for choice
        the chosen text.
    text: the answer as one would write it, in plain ASCII.
    """

    kind: str
    value: Any
    text: str

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        """Of the texts alone: a Fraction's costs more than most look-ups save."""
        return hash((self.kind, self.text))


def _exact(x: Number) -> Fraction:
    return Fraction(x)


def decimal_text(value: Fraction) -> str:
    """A terminating decimal without trailing zeros: Fraction(81, 100) -> "0.81".

    Raises ValueError when the expansion does not terminate.
    """
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        raise ValueError(f"{value} has no finite decimal expansion")
    places = 0
    scaled = value
    while scaled.denominator != 1:
        scaled *= 10
        places += 1
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}")


@lru_cache(maxsize=20_000)
def terminates(value: Fraction) -> bool:
    """Whether the decimal expansion is finite."""
    try:
        decimal_text(value)
    except ValueError:
        return False
    return True


def integer(n: int) -> Answer:
    return Answer("integer", Fraction(n), str(n))


def decimal(x: Number) -> Answer:
    """`x` exactly: a string ("0.18"), an int or a Fraction with a finite expansion."""
    return Answer("decimal", _exact(x), x if isinstance(x, str) else decimal_text(_exact(x)))


def fraction(numerator: int, denominator: int) -> Answer:
    """As written, not reduced: fraction(3, 9) reads "3/9" and is worth 1/3."""
    return Answer("fraction", Fraction(numerator, denominator), f"{numerator}/{denominator}")


def lowest(x: Fraction) -> Answer:
    """A fraction in lowest terms; a whole number stays whole ("4")."""
    text = str(x.numerator) if x.denominator == 1 else f"{x.numerator}/{x.denominator}"
    return Answer("fraction", x, text)


def mixed(whole: int, numerator: int, denominator: int) -> Answer:
    part = Fraction(numerator, denominator)
    value = whole - part if whole < 0 else whole + part  # -1 1/2 is -3/2
    return Answer("mixed", value, f"{whole} {numerator}/{denominator}")


def percent(x: Number) -> Answer:
    """`x` percent; the value is the number of percent (50% -> 50)."""
    return Answer("percent", _exact(x), f"{decimal_text(_exact(x))}%")


def money(dollars: Number) -> Answer:
    """An amount in dollars; ValueError when it has no finite decimal expansion."""
    exact = _exact(dollars)
    whole, _, cents = decimal_text(abs(exact)).partition(".")
    amount = f"{whole}.{cents.ljust(2, '0')}" if cents else whole
    return Answer("money", exact, ("-$" if exact < 0 else "$") + amount)


def clock(hour: int, minute: int) -> Answer:
    """A time on a 12-hour clock face; minutes past 59 are kept as a student might write them."""
    return Answer("time", Fraction((hour % 12) * 60 + minute), f"{hour}:{minute:02d}")


def ratio(a: int, b: int) -> Answer:
    return Answer("ratio", Fraction(a, b).as_integer_ratio(), f"{a}:{b}")


def remainder(quotient: int, rest: int) -> Answer:
    return Answer("remainder", (Fraction(quotient), Fraction(rest)), f"{quotient} R {rest}")


def coordinate(*xs: Number) -> Answer:
    exact = tuple(_exact(x) for x in xs)
    return Answer("coordinate", exact, "(" + ", ".join(str(x) for x in exact) + ")")


def expression(text: str) -> Answer:
    """A polynomial or rational expression in one-letter variables, `^` for powers: "x^2 + 6x"."""
    return Answer("expression", canonical_expression(text), text)


def values(*xs: Number) -> Answer:
    """An unordered collection of numbers, such as the two solutions of an equation."""
    exact = sorted({_exact(x) for x in xs})
    return Answer("set", frozenset(exact), " and ".join(str(x) for x in exact))


def listing(*xs: Number) -> Answer:
    """Numbers in an order that matters, such as "from least to greatest": "-5, -2, 3"."""
    exact = tuple(_exact(x) for x in xs)
    return Answer("list", exact, ", ".join(str(x) for x in exact))


def measure(amount: Number, unit: str) -> Answer:
    """An amount with a unit of `UNITS`: measure(90, "minutes"); equal to measure("1.5", "hours").

    Raises KeyError for a unit that is not in `UNITS`.
    """
    exact = _exact(amount)
    base, size = UNITS[unit]
    written = amount if isinstance(amount, str) else lowest(exact).text
    return Answer("measure", (exact * size, base), f"{written} {unit}")


def inequality(text: str) -> Answer:
    """The numbers on one side of a bound: "x > 3", "x <= -1/2", "-2 < x <= 5"; ValueError otherwise."""
    return Answer("inequality", canonical_inequality(text), text)


def equation(text: str) -> Answer:
    """An equation in one-letter variables, "y = 2x + 3"; the same when it differs by a factor."""
    return Answer("equation", canonical_equation(text), text)


def choice(text: str) -> Answer:
    """One of the options that stand in the problem ("Which is greater, 0.3 or 0.13?")."""
    return Answer("choice", text, text)


# Unit as written -> (base unit, how many of the base one of it is). Areas and volumes are units of their own.
_BASE_UNITS: dict[str, dict[str, int | Fraction]] = {
    "minute": {"second": Fraction(1, 60), "minute": 1, "hour": 60, "day": 1440, "week": 10080},
    "centimeter": {"millimeter": Fraction(1, 10), "centimeter": 1, "meter": 100, "kilometer": 100_000},
    "inch": {"inch": 1, "foot": 12, "yard": 36, "mile": 63_360},
    "gram": {"gram": 1, "kilogram": 1000},
    "ounce": {"ounce": 1, "pound": 16},
    "milliliter": {"milliliter": 1, "liter": 1000},
    "cup": {"cup": 1, "pint": 2, "quart": 4, "gallon": 16},
    "square centimeter": {"square centimeter": 1, "square meter": 10_000},
    "square inch": {"square inch": 1, "square foot": 144, "square yard": 1296},
    "cubic centimeter": {"cubic centimeter": 1, "cubic meter": 1_000_000},
    "cubic inch": {"cubic inch": 1, "cubic foot": 1728},
    "degree": {"degree": 1},
}
_ABBREVIATIONS = {
    "second": ("s", "sec"),
    "minute": ("min", "mins"),
    "hour": ("h", "hr", "hrs"),
    "millimeter": ("mm",),
    "centimeter": ("cm",),
    "meter": ("m",),
    "kilometer": ("km",),
    "inch": ("in", "inches"),
    "foot": ("ft", "feet"),
    "yard": ("yd",),
    "mile": ("mi",),
    "gram": ("g",),
    "kilogram": ("kg",),
    "ounce": ("oz",),
    "pound": ("lb", "lbs"),
    "milliliter": ("mL", "ml"),
    "liter": ("L", "l"),
    "cup": (),
    "pint": ("pt",),
    "quart": ("qt",),
    "gallon": ("gal",),
    "degree": ("\u00b0",),
    "square centimeter": ("cm^2", "sq cm", "cm\u00b2"),
    "square meter": ("m^2", "sq m", "m\u00b2"),
    "square inch": ("in^2", "sq in", "square inches"),
    "square foot": ("ft^2", "sq ft", "square feet"),
    "cubic centimeter": ("cm^3", "cu cm", "cm\u00b3"),
    "cubic inch": ("in^3", "cubic inches"),
    "cubic foot": ("ft^3", "cubic feet"),
}
UNITS: dict[str, tuple[str, Fraction]] = {
    written: (base, Fraction(size))
    for base, units in _BASE_UNITS.items()
    for unit, size in units.items()
    for written in (unit, f"{unit}s", *_ABBREVIATIONS.get(unit, ()))
}


_TRANSFORMATIONS = (*standard_transformations, rationalize, implicit_multiplication_application, convert_xor)
# Only one-letter variables and sqrt are names: parse_expr evaluates, and knows Python's builtins.
_NAMES: dict[str, Any] = {letter: sympy.Symbol(letter) for letter in string.ascii_letters}
_NAMES["sqrt"] = sympy.sqrt
_ALLOWED = set("0123456789abcdefghijklmnopqrstuvwxyz+-*/^() .=<>")
_FACTOR_END = re.compile(r"(?<=[0-9a-zA-Z])(?=[a-zA-Z])|(?<=[a-zA-Z])(?=[0-9])")
_EXPONENT = re.compile(
    r" ?(?:-? ?[0-9]{1,2}(?![0-9.])|[a-zA-Z]"
    r"|\( ?-?[0-9a-zA-Z]{1,3}(?: ?[-+/] ?[0-9a-zA-Z]{1,3})? ?\))(?! ?\^)"
)
_MAX_EXPONENT, _MAX_TERMS, _MAX_DIGITS = 99, 1000, 12


def _exponent_after(text: str, i: int) -> int:
    """The size of the exponent whose `^` stands at text[i]; ValueError when it is no small simple one."""
    match = _EXPONENT.match(text, i + 1)
    size = sum(int(digits) for digits in re.findall("[0-9]+", match[0])) if match else 0
    if match is None or size > _MAX_EXPONENT:
        raise ValueError(f"power too large: {text!r:.60}")
    return max(1, size)


def _check_size(text: str) -> None:
    """Refuse what sympy would take minutes to expand: towers, large powers, products of many sums."""
    if re.search(rf"[0-9]{{{_MAX_DIGITS + 1}}}|\.[0-9]*\.", text):
        raise ValueError(f"no number of school size: {text!r:.60}")
    terms, powers, opened = 1, 1, []
    for i, char in enumerate(text):
        if char == "(":
            opened.append(i)
        elif char == "^":
            _exponent_after(text, i)
        elif char == ")" and opened:
            inside = text[opened.pop() : i]
            after = text[i + 1 : i + 3].lstrip()
            power = _exponent_after(text, text.index("^", i)) if after.startswith("^") else 1
            powers *= power
            terms *= min(_MAX_TERMS + 1, 1 + inside.count("+") + inside.count("-")) ** min(power, 12)
        if terms > _MAX_TERMS or powers > _MAX_EXPONENT:
            raise ValueError(f"too many terms: {text!r:.60}")


def _explicit_products(text: str) -> str:
    """Letters and digits side by side as products: 2xy -> 2*x*y; sqrt stays a name."""
    pieces = text.split("sqrt")
    joined = "sqrt".join(_FACTOR_END.sub("*", piece) for piece in pieces)
    return re.sub(r"(?<=[0-9a-zA-Z)])sqrt", "*sqrt", joined)


@lru_cache(maxsize=50_000)
def canonical_expression(text: str) -> str:
    """The expanded form as text, so that x(x+6) and x^2 + 6x compare equal.

    Every letter is a variable, except in "sqrt". Raises ValueError when the text is not an expression in
    digits, letters and + - * / ^ ( ), or has powers or numbers beyond school size.
    """
    if not text.strip() or len(text) > 200 or not set(text.lower()) <= _ALLOWED or "**" in text:
        raise ValueError(f"not an expression: {text!r:.60}")
    _check_size(text)
    if (element := polynomial(text)) is not None:
        return written(element)
    return _by_sympy(text)


def _by_sympy(text: str) -> str:
    """`canonical_expression` of a checked text, for all that `polynomials` leaves out."""
    try:
        explicit = _explicit_products(text)
        parsed = parse_expr(explicit, local_dict=_NAMES, transformations=_TRANSFORMATIONS, evaluate=True)
        expanded = sympy.expand(parsed)
        finite = not expanded.has(sympy.zoo, sympy.nan, sympy.oo)
    except Exception as error:  # sympy raises many kinds for malformed text
        raise ValueError(f"not an expression: {text!r:.60}") from error
    if not finite:
        raise ValueError(f"division by zero: {text!r:.60}")
    return str(expanded)


_RELATION = re.compile(r"<=|>=|<|>|\u2264|\u2265")


@lru_cache(maxsize=20_000)
def canonical_inequality(text: str) -> tuple[str, Fraction | None, bool, Fraction | None, bool]:
    """(variable, low, low closed, high, high closed) of "x > 3" or "-2 < x <= 5"; None is no bound.

    Raises ValueError when the text is not a variable between one or two numbers.
    """
    parts = [part.strip() for part in _RELATION.split(text)]
    signs = [sign.replace("\u2264", "<=").replace("\u2265", ">=") for sign in _RELATION.findall(text)]
    where = [i for i, part in enumerate(parts) if re.fullmatch("[a-zA-Z]", part)]
    if len(where) != 1 or len(signs) not in (1, 2) or (len(signs) == 2 and where != [1]):
        raise ValueError(f"not an inequality: {text!r:.60}")
    low: Fraction | None = None
    high: Fraction | None = None
    low_closed = high_closed = False
    for i, sign in enumerate(signs):
        left = i == where[0]  # whether the variable stands on the left of this sign
        bound = Fraction(parts[i + 1] if left else parts[i])
        if (sign[0] == ">") == left:
            if low is not None:
                raise ValueError(f"two lower bounds: {text!r:.60}")
            low, low_closed = bound, "=" in sign
        else:
            if high is not None:
                raise ValueError(f"two upper bounds: {text!r:.60}")
            high, high_closed = bound, "=" in sign
    return parts[where[0]], low, low_closed, high, high_closed


@lru_cache(maxsize=20_000)
def canonical_equation(text: str) -> str:
    """One side minus the other, free of a common factor: y = 2x + 3 and 2y = 4x + 6 are the same.

    Raises ValueError when the text has not exactly one equals sign between two expressions.
    """
    left, equals, right = text.partition("=")
    if not equals or "=" in right:
        raise ValueError(f"not an equation: {text!r:.60}")
    difference = f"({left})-({right})"
    canonical = canonical_expression(difference)
    element = polynomial(difference)
    if element is not None and not element.is_ground:
        return written(without_factor(element))
    try:
        primitive = sympy.Poly(sympy.sympify(canonical, locals=_NAMES)).primitive()[1]
    except BasePolynomialError as error:
        raise ValueError(f"not an equation: {text!r:.60}") from error
    if primitive.LC() < 0:  # 4 = x is x = 4
        primitive = -primitive
    return str(sympy.expand(primitive.as_expr()))


def same(a: Answer, b: Answer) -> bool:
    """Whether two answers have the same value; numbers compare across kinds (0.5 and 1/2)."""
    if isinstance(a.value, Fraction) and isinstance(b.value, Fraction):
        if "time" in (a.kind, b.kind):
            return a.kind == b.kind and a.value == b.value
        return as_number(a) == as_number(b)
    return type(a.value) is type(b.value) and a.value == b.value


def as_number(answer: Answer) -> Fraction:
    """The plain number an answer is worth: 50% is 1/2 when compared with 0.5 or 1/2."""
    return answer.value / 100 if answer.kind == "percent" else answer.value
