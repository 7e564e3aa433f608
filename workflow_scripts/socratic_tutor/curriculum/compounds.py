"""Where a text says an answer that is more than a number: a measure, a list, an inequality, an equation."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from socratic_tutor.curriculum.answers import UNITS, Answer, canonical_equation, canonical_inequality
from socratic_tutor.curriculum.expressions import plain_expression
from socratic_tutor.curriculum.parsing import NUMBERS, members_in, number_of
from socratic_tutor.curriculum.quantities import Quantity, readings
from socratic_tutor.curriculum.typography import plain_text

_UNIT = re.compile(
    r"[ -]?(?P<unit>"
    + "|".join(re.escape(u) for u in sorted(UNITS, key=len, reverse=True))
    + r")(?![A-Za-z^])"
)


def unit_after(text: str, end: int) -> re.Match[str] | None:
    """The unit that follows a number which ends at `end`."""
    return _UNIT.match(text, end)


def measure_mentions(answer: Answer, text: str) -> list[Quantity]:
    """The amount in its own unit or without any, or the same amount in another unit of the kind."""
    unit = answer.text.split(" ", 1)[1]
    own = answer.value[0] / UNITS[unit][1]
    found: list[Quantity] = []
    for q, _ in readings(text):
        if q.kind not in NUMBERS or q.kind in ("percent", "money"):
            continue
        named = unit_after(text, q.end)
        if named:
            base, size = UNITS[named["unit"]]
            said = (number_of(q) * size, base) == answer.value
        else:
            said = number_of(q) == own and (own not in (0, 1, 2) or not q.text.isalpha())
        if said:
            found.append(q)
    return found


def list_mentions(answer: Answer, text: str) -> list[Quantity]:
    """All members in their order, side by side."""
    wanted = list(answer.value)
    members = [(q, number_of(q)) for q, _ in members_in(text)]
    found: list[Quantity] = []
    for i in range(len(members) - len(wanted) + 1):
        window = members[i : i + len(wanted)]
        gaps = [text[a.end : b.start] for (a, _), (b, _) in pairwise(window)]
        if [value for _, value in window] == wanted and all(len(gap) <= 8 for gap in gaps):
            start, end = window[0][0].start, window[-1][0].end
            found.append(Quantity(start, end, text[start:end], "list", answer.value))
    return found


_BOUND = r"-? ?(?:\d+(?:\.\d+)?(?: ?/ ?\d+)?)"
_SIGN = r" ?(?:<=|>=|=<|=>|<|>|\u2264|\u2265|\\leq?|\\geq?|\\lt|\\gt) ?"
_INEQUALITY = re.compile(
    rf"(?:{_BOUND}{_SIGN}[A-Za-z](?:{_SIGN}{_BOUND})?|(?<![A-Za-z])[A-Za-z]{_SIGN}{_BOUND})(?![\d/])"
)
_SPOKEN = (
    (r"(?:is )?(?:greater|more|larger|bigger) than or equal to|(?:is )?at least", ">="),
    (r"(?:is )?(?:less|smaller|fewer) than or equal to|(?:is )?at most", "<="),
    (r"(?:is )?(?:greater|more|larger|bigger) than", ">"),
    (r"(?:is )?(?:less|smaller|fewer) than", "<"),
)
_INTERVAL = re.compile(
    rf"(?P<open>[(\[]) ?(?P<low>{_BOUND}|-? ?(?:\u221e|\\infty|inf(?:inity)?)), ?"
    rf"(?P<high>{_BOUND}|\+?(?:\u221e|\\infty|inf(?:inity)?)) ?(?P<close>[)\]])"
)


def _symbols(text: str) -> str:
    for latex, sign in (
        ("\\leq", "<="),
        ("\\geq", ">="),
        ("\\le", "<="),
        ("\\ge", ">="),
        ("\\lt", "<"),
        ("\\gt", ">"),
    ):
        text = text.replace(latex, sign)
    return text.replace("=<", "<=").replace("=>", ">=").replace(" ", "")


def inequality_mentions(answer: Answer, text: str) -> list[Quantity]:
    """In signs, in words ("x is greater than 3") or as an interval ("(3, infinity)")."""
    variable = answer.value[0]
    plain = plain_text(text)
    found: list[Quantity] = []
    for match in _INEQUALITY.finditer(plain):
        if _same_inequality(_symbols(match[0]), answer):
            found.append(
                Quantity(*match.span(), text[match.start() : match.end()], "inequality", answer.value)
            )
    for words, sign in _SPOKEN:
        for match in re.finditer(rf"\b{variable} (?:{words}) (?P<bound>{_BOUND})(?![\d/])", plain, re.I):
            if _same_inequality(f"{variable}{sign}{match['bound']}".replace(" ", ""), answer):
                found.append(
                    Quantity(*match.span(), text[match.start() : match.end()], "inequality", answer.value)
                )
    for match in _INTERVAL.finditer(plain):
        low, high = (
            None if match[k].strip("-+ ")[0] in "\u221e\\i" else match[k].replace(" ", "")
            for k in ("low", "high")
        )
        said = (
            variable,
            None if low is None else Fraction(low),
            match["open"] == "[" and low is not None,
            None if high is None else Fraction(high),
            match["close"] == "]" and high is not None,
        )
        if said == answer.value and (low is None or high is None):
            found.append(
                Quantity(*match.span(), text[match.start() : match.end()], "inequality", answer.value)
            )
    return sorted(found, key=lambda q: (q.start, q.end))


def _same_inequality(text: str, answer: Answer) -> bool:
    try:
        return canonical_inequality(text) == answer.value
    except (ValueError, ZeroDivisionError):
        return False


_EQUATION = re.compile(r"[-+*/^(){}\\0-9A-Za-z. ]{1,60}=[-+*/^(){}\\0-9A-Za-z. ]{1,60}")
_WORDS = re.compile(r"(?<![A-Za-z\\])(?!sqrt)[A-Za-z]{2,}")


def equation_mentions(answer: Answer, text: str) -> list[Quantity]:
    """An equation that holds for the same numbers, sides and terms in any order."""
    plain = plain_text(text)
    letters = set(re.findall("[a-z]", answer.text.lower().replace("sqrt", "")))
    found: list[Quantity] = []
    for match in _EQUATION.finditer(plain):
        sign = match[0].index("=")
        left, right = match[0][:sign], match[0][sign + 1 :]
        words = list(_WORDS.finditer(left))
        left = left[words[-1].end() :] if words else left
        words = list(_WORDS.finditer(right))
        right = right[: words[0].start()] if words else right
        start = match.start() + sign - len(left)
        end = match.start() + sign + 1 + len(right)
        # a lone letter before or after may be a word of the sentence ("a", "I")
        for one, other in (
            (left, right),
            (re.sub(r"^ ?[aAI] ", "", left), right),
            (left, re.sub(r" [aI] ?$", "", right)),
        ):
            said = f"{plain_expression(one.strip(' .'))}={plain_expression(other.strip(' .'))}"
            if set(re.findall("[a-z]", said.lower().replace("sqrt", ""))) == letters and _same_equation(
                said, answer
            ):
                found.append(Quantity(start, end, text[start:end], "equation", answer.value))
                break
    return found


def _same_equation(text: str, answer: Answer) -> bool:
    try:
        return canonical_equation(text) == answer.value
    except ValueError:
        return False
