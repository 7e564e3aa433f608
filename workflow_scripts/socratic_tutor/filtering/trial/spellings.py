"""An answer written in many ways, made from its text alone.

The filter is tried on leaks that were written down before its matcher was read, so nothing here may know
the matcher: the parsing and the number words are this module's own, plain and small, and a second opinion.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_PARTS = {
    2: "half",
    3: "third",
    4: "fourth",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
    11: "eleventh",
    12: "twelfth",
    13: "thirteenth",
    14: "fourteenth",
    15: "fifteenth",
    16: "sixteenth",
    17: "seventeenth",
    18: "eighteenth",
    19: "nineteenth",
    20: "twentieth",
}
_SIGNS = {"<=": "\u2264", ">=": "\u2265", "-": "\u2212"}
_SAID_SIGNS = {
    "<=": "is less than or equal to",
    ">=": "is greater than or equal to",
    "<": "is less than",
    ">": "is greater than",
}
_SUPERSCRIPTS = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_FULL_WIDTH = str.maketrans("0123456789", "".join(chr(0xFF10 + i) for i in range(10)))
_MATH_BOLD = str.maketrans("0123456789", "".join(chr(0x1D7CE + i) for i in range(10)))
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_NEARLY = (13, 7, 3, 2, 1)  # second parts of a sum that the answer is broken into; the first that fits

_WHOLE = re.compile(r"-?[0-9]+")
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
_FRACTION = re.compile(r"(-?[0-9]+)/([0-9]+)")
_MIXED = re.compile(r"([0-9]+) ([0-9]+)/([0-9]+)")


def spellings(kind: str, answer: str, wrong: str, problem: str, student: str) -> dict[str, str]:
    """Placeholder of a leak form -> how this answer is written there; what has no such form is left out.

    `kind` is one of the curriculum's answer kinds, `answer` and `wrong` are plain text as in an item
    ("7/12", "5 R 3", "x < 7"), `wrong` may be empty; `student` is all that the student has said.
    """
    found: dict[str, str | None] = {"a": answer, "wrong": wrong or None}
    amount = number(kind, answer)
    words = said(kind, answer)
    found["words"], found["Words"], found["WORDS"] = (
        words,
        words and words[0].upper() + words[1:],
        words and words.upper(),
    )
    found["latex"] = _latex(kind, answer)
    found["unicode"] = _unicode(kind, answer)
    if re.search("[0-9]", answer):
        found["fullwidth"] = answer.translate(_FULL_WIDTH)
        found["mathbold"] = answer.translate(_MATH_BOLD)
    found["other"] = _other(kind, answer)
    found["two_options"] = "" if kind == "choice" else None
    if kind in ("money", "percent", "measure"):
        found["bare"] = re.sub("[^0-9./-]", "", answer)
    if "= ?" in problem and problem.rstrip().endswith("?"):
        found["problem_solved"] = problem.rstrip().removesuffix("?") + answer + "."
    if amount is not None and kind not in ("choice", "time"):
        found |= _equal_numbers(kind, answer, amount)
        found |= _sums(kind, answer, amount, f"{problem} {student}")
    if amount is not None and _WHOLE.fullmatch(answer) and kind != "choice" and amount > 0:
        found |= _encodings(int(amount), wrong, words)
    return {name: text for name, text in found.items() if text is not None}


def number(kind: str, answer: str) -> Fraction | None:
    """The exact number an answer is (a percent as its number of percent), or None: "2 1/7" -> 15/7."""
    text = answer.removeprefix("$").removesuffix("%") if kind in ("money", "percent") else answer
    if mixed := _MIXED.fullmatch(text):
        return int(mixed[1]) + Fraction(int(mixed[2]), int(mixed[3]))
    if any(shape.fullmatch(text) for shape in (_WHOLE, _DECIMAL, _FRACTION)):
        return Fraction(text)
    return None


def _cardinal(n: int) -> str:
    if n < 0:
        return "negative " + _cardinal(-n)
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = f" {_cardinal(n % size)}" if n % size else ""
            return f"{_cardinal(n // size)} {name}{rest}"
    if n < 20:
        return _ONES[n]
    return _TENS[n // 10] + (f"-{_ONES[n % 10]}" if n % 10 else "")


def _number_said(text: str) -> str | None:
    """ "-6/5" -> "negative six fifths", "0.42" -> "zero point four two"; None for a rare denominator."""
    if _WHOLE.fullmatch(text):
        return _cardinal(int(text))
    if _DECIMAL.fullmatch(text):
        whole, _, places = text.partition(".")
        minus = "negative " if whole.startswith("-") else ""
        return f"{minus}{_cardinal(abs(int(whole)))} point {' '.join(_ONES[int(d)] for d in places)}"
    if mixed := _MIXED.fullmatch(text):
        part = _number_said(f"{mixed[2]}/{mixed[3]}")
        return part and f"{_cardinal(int(mixed[1]))} and {part}"
    if (fraction := _FRACTION.fullmatch(text)) and int(fraction[2]) in _PARTS:
        over = int(fraction[1])
        part = _PARTS[int(fraction[2])]
        many = part if abs(over) == 1 else ("halves" if part == "half" else part + "s")
        return f"{_cardinal(over)} {many}"
    return None


def said(kind: str, answer: str) -> str | None:
    """The answer as it is read aloud, or None where that is unclear."""
    match kind:
        case "money":
            dollars, _, cents = answer.removeprefix("$").partition(".")
            spoken = f"{_cardinal(int(dollars))} dollars"
            return f"{spoken} and {_cardinal(int(cents))} cents" if cents else spoken
        case "percent":
            amount = _number_said(answer.removesuffix("%"))
            return amount and f"{amount} percent"
        case "measure":
            amount, _, unit = answer.partition(" ")
            spoken_amount = _number_said(amount)
            return spoken_amount and f"{spoken_amount} {unit}"
        case "time":
            hour, minute = (int(part) for part in answer.split(":"))
            return f"{_cardinal(hour)} {_cardinal(minute)}" if minute >= 10 else None
        case "ratio":
            return " to ".join(_cardinal(int(part)) for part in answer.split(":"))
        case "remainder":
            return " remainder ".join(_cardinal(int(part)) for part in answer.split(" R "))
        case "coordinate" | "list" | "set":
            parts = re.split(r", | and ", answer.strip("()"))
            spoken_parts = [_number_said(part) for part in parts]
            if None in spoken_parts:
                return None
            return (" and " if kind == "set" else ", ").join(part for part in spoken_parts if part)
        case "inequality":
            variable, sign, bound = answer.split(" ")
            spoken_bound = _number_said(bound)
            return spoken_bound and f"{variable} {_SAID_SIGNS[sign]} {spoken_bound}"
        case "expression" | "equation":
            return _expression_said(answer)
    return _number_said(answer)


def _expression_said(text: str) -> str | None:
    """ "y^2 + 10y + 21" -> "y squared plus ten y plus twenty-one"; None with brackets and the like."""
    spoken = []
    for piece in text.split(" "):
        if piece in ("+", "-", "="):
            spoken.append({"+": "plus", "-": "minus", "=": "equals"}[piece])
        elif term := re.fullmatch(r"(-?)([0-9]*)([a-z]?)(\^2)?", piece):
            minus, factor, letter, square = term.groups()
            parts = ["negative"] if minus else []
            parts += [_cardinal(int(factor))] if factor else []
            parts += [letter] if letter else []
            parts += ["squared"] if square else []
            spoken.append(" ".join(parts))
        else:
            return None
    return " ".join(spoken)


def _latex(kind: str, answer: str) -> str:
    text = re.sub(r"(?<![0-9])([0-9]+)/([0-9]+)", r"\\frac{\1}{\2}", answer)
    if kind == "mixed":
        text = text.replace(" ", "")
    text = re.sub(r"\^([0-9]+)", r"^{\1}", text)
    for plain, command in (("<=", r"\leq"), (">=", r"\geq"), ("$", r"\$"), ("%", r"\%")):
        text = text.replace(plain, command)
    if kind == "remainder":
        text = text.replace(" R ", r"\text{ R }")
    if kind == "measure":
        text = re.sub(r" ([a-z ]+)", r"\\text{ \1}", text)
    if kind == "set":
        text = text.replace(" and ", r"\text{ and }")
    return text


def _unicode(kind: str, answer: str) -> str | None:
    """With the signs that a word processor puts in: a real minus, superscripts, one-character fractions."""
    text = answer
    for plain, sign in _SIGNS.items():
        text = text.replace(plain, sign)
    text = re.sub(r"\^([0-9]+)", lambda match: match[1].translate(_SUPERSCRIPTS), text)
    if kind in ("fraction", "mixed"):
        text = text.replace("/", "\u2044").replace(
            "1\u20442", "\u00bd" if text.endswith("1/2") else "1\u20442"
        )
        text = text.replace(" ", "\u00a0")
    if kind in ("ratio", "time"):
        text = text.replace(":", "\u2236")
    return None if text == answer else text


def _other(kind: str, answer: str) -> str | None:
    """The usual other way to write it."""
    match kind:
        case "money":
            return f"{answer.removeprefix('$')} dollars"
        case "percent":
            return f"{answer.removesuffix('%')} percent"
        case "time":
            hour, minute = (int(part) for part in answer.split(":"))
            if minute == 0:
                return f"{hour} o'clock"
            if minute in (15, 30):
                return f"{'quarter' if minute == 15 else 'half'} past {_cardinal(hour)}"
            if minute < 30:
                return f"{minute} minutes past {hour}"
            return f"{60 - minute} minutes to {hour % 12 + 1}"
        case "ratio":
            return answer.replace(":", " to ")
        case "remainder":
            return answer.replace(" R ", " remainder ")
        case "coordinate":
            x, y = answer.strip("()").split(", ")
            return f"x = {x} and y = {y}"
        case "set":
            return " and ".join(reversed(answer.split(" and ")))
        case "list":
            return " < ".join(answer.split(", "))
        case "inequality":
            variable, sign, bound = answer.split(" ")
            turned = sign.translate(str.maketrans("<>", "><"))
            return f"{bound} {turned} {variable}"
        case "equation":
            return " = ".join(reversed(answer.split(" = ")))
        case "expression" if re.fullmatch(r"[^()/-]+( \+ [^()/-]+)+", answer):
            return " + ".join(reversed(answer.split(" + ")))
    return None


def _finite(x: Fraction) -> str | None:
    """The decimal expansion when it ends within six places."""
    if (x * 10**6).denominator != 1:
        return None
    text = f"{float(x):.6f}".rstrip("0").rstrip(".")
    return text if Fraction(text) == x else None


def _equal_numbers(kind: str, answer: str, amount: Fraction) -> Mapping[str, str | None]:
    """Other numerals of equal worth."""
    over, under = amount.numerator, amount.denominator
    found: dict[str, str | None] = {}
    if kind in ("integer", "fraction", "decimal", "mixed"):
        found["number"] = answer
        found["latex_number"] = _latex(kind, answer)
        found["equal"] = f"{2 * over}/{2 * under}"
        found["latex_equal"] = rf"\frac{{{3 * over}}}{{{3 * under}}}"
    if kind == "percent":
        found["decimal"] = _finite(amount / 100)
    if under == 1 and kind in ("integer", "fraction"):
        found["over_one"] = f"{over}/1"
        found["zeros"] = f"{over}.0"
    if under != 1 and kind in ("fraction", "mixed"):
        found["decimal"] = _finite(amount)
        found["rounded"] = f"{float(amount):.3f}"
        found["percent"] = f"{float(amount * 100):.1f}%" if 0 < amount < 1 else None
    if under != 1 and kind == "decimal":
        found["zeros"] = answer + "00"
    if kind == "mixed":
        found["improper"] = f"{over}/{under}"
    elif kind == "fraction" and under != 1 and over > under:
        found["improper"] = f"{over // under} {over % under}/{under}"
    return found


def _sums(kind: str, answer: str, amount: Fraction, heard: str) -> Mapping[str, str | None]:
    """Two parts of which the answer is the sum, its neighbours, and a difference that it is."""
    if kind not in ("integer", "fraction", "decimal", "money") or amount <= 0:
        return {}
    sign = "$" if kind == "money" else ""
    places = len(answer.partition(".")[2])
    unit = Fraction(1, 10**places) if kind != "fraction" else Fraction(1, amount.denominator)

    def written(x: Fraction) -> str:
        if unit.denominator == 1:
            return f"{sign}{x}"
        if kind == "fraction":
            return f"{x / unit}/{unit.denominator}"
        return f"{sign}{float(x):.{places}f}"

    seen = set(re.findall(r"[0-9]+(?:[./][0-9]+)?", heard.replace("$", "")))
    found: dict[str, str | None] = {
        "near": written(amount + 3 * unit),
        "near2": written(amount - 2 * unit) if amount > 2 * unit else written(amount + 5 * unit),
    }
    for step in _NEARLY:
        rest = amount - step * unit
        parts = {written(rest), written(step * unit), written(amount + step * unit)}
        if rest > 0 and rest != step * unit and not seen & {part.removeprefix(sign) for part in parts}:
            found["p"], found["q"] = written(rest), written(step * unit)
            found["sum"] = written(amount + step * unit)
            break
    return found


def _roman(n: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        text += letters * (n // size)
        n %= size
    return text


def _encodings(n: int, wrong: str, words: str | None) -> Mapping[str, str | None]:
    """Ways to give away a whole number without writing it."""
    digits = str(n)
    found: dict[str, str | None] = {
        "count": digits if n > 1 else None,
        "less": str(n - 1),
        "more": str(n + 1),
        "double": str(2 * n),
        "half": str(n // 2) if n % 2 == 0 else None,
        "letters": "-".join(words) if words and words.isalpha() else None,
        "roman": _roman(n) if 4 <= n < 400 else None,
    }
    if _WHOLE.fullmatch(wrong) and int(wrong) != n:
        found["gap"] = str(abs(int(wrong) - n))
        found["direction"] = "large" if int(wrong) > n else "small"
    if len(digits) > 1:
        found["spaced"] = " ".join(digits)
        found["digits"] = ", ".join(_ONES[int(digit)] for digit in digits)
        found["first_digit"], found["other_digits"] = digits[0], digits[1:]
        found["backwards"] = digits[::-1] if digits != digits[::-1] else None
        found["zero_width"] = "\u200b".join(digits)
    if len(digits) == 2:
        found["place_value"] = f"{digits[0]} tens and {digits[1]} ones"
    return found
