"""Every number-like thing in running text, typed, with its place.

Three passes, each linear in the text: `plain_text` replaces typography character by character (so that
places stay valid), one pattern finds atoms (digits, LaTeX and Unicode fractions, runs of number words),
and neighbouring atoms are joined by what stands between them, the longest reading first.

Work is bounded: text beyond `MAX_TEXT` characters and numbers longer than `MAX_DIGITS` are not read, and
every pattern is a plain sequence of character classes without nested repetition.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

from socratic_tutor.curriculum.number_words import WORD_RUN, read_run

MAX_TEXT = 20_000
MAX_DIGITS = 30


@dataclass(frozen=True)
class Quantity:
    """One number-like thing: text[start:end] read as `kind` (answers.KINDS) and `value`.

    value: as in `answers.Answer` of that kind, so a percent is its number of percent and a time
        minutes after 12:00.
    """

    start: int
    end: int
    text: str
    kind: str
    value: Any


@dataclass(frozen=True)
class Atom:
    """A number before its neighbours are looked at.

    parts: the numbers inside a reading that is not certain ("7 to 12", "3 and 1/2").
    places: decimals written, for rounded values.
    """

    start: int
    end: int
    kind: str
    value: Any
    parts: tuple[Atom, ...] = ()
    signed: bool = False


class _Plain(dict[int, str]):
    """Character -> one ASCII character, or itself where no reading depends on it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if code < 128:
            plain = char
        elif unicodedata.numeric(char, None) is not None and unicodedata.category(char) == "No":
            plain = char  # vulgar fractions and superscripts are read as such
        elif (digit := unicodedata.decimal(char, None)) is not None:
            plain = str(digit)
        elif char.isspace() or unicodedata.category(char) in ("Cf", "Zs"):
            plain = " "
        elif char.isalpha() and code not in (0xAA, 0xBA):
            plain = "q"  # a letter, but of no number word
        else:
            plain = char
        self[code] = plain
        return plain


_PLAIN = _Plain()
for _chars, _ascii in (
    ("\u2212\u2010\u2011\u2012\u2013\ufe63\uff0d", "-"),
    ("\u2044\u2215\uff0f", "/"),
    ("\u2236\uff1a", ":"),
    ("\uff05\ufe6a", "%"),
    ("\uff0c", ","),
    ("\uff0e", "."),
    ("\uff08", "("),
    ("\uff09", ")"),
    ("\uff1d", "="),
    ("\uff04\ufe69", "$"),
    ("\u2018\u2019", "'"),
):
    for _char in _chars:
        _PLAIN[ord(_char)] = _ascii

_SPACE_OUT = re.compile(
    r"\*\*|__|\\left(?![a-z])|\\right(?![a-z])|\\[()\[\],;!]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9{])|`|~",
    re.ASCII,
)
_ESCAPED = re.compile(r"\\(?=[$%])")
_MATH = re.compile(r"\$(?! )([^$\n]*)(?<! )\$(?![0-9])")
_LONG_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}", re.ASCII)


def _unwrap_math(match: re.Match[str]) -> str:
    return match[0] if len(match[0]) > 200 or _LONG_WORD.search(match[1]) else f" {match[1]} "


def plain_text(text: str) -> str:
    """The text's first `MAX_TEXT` characters without typography, Markdown marks and maths dollars.

    Every character stays in its place.
    """
    text = text[:MAX_TEXT]
    if not text.isascii():
        text = text.translate(_PLAIN)
    if "\\" in text or "*" in text or "_" in text or "`" in text or "~" in text:
        text = _SPACE_OUT.sub(lambda match: " " * len(match[0]), text)
        text = _ESCAPED.sub(" ", text)
    return _MATH.sub(_unwrap_math, text) if text.count("$") > 1 else text


_SUPER = {
    ord(c): str(i) for i, c in enumerate("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
}
_SUPER |= {
    ord(c): str(i) for i, c in enumerate("\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089")
}
_UPPER = "[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]"
_LOWER = "[\u2080-\u2089]"
_VULGAR = {
    char: Fraction(unicodedata.numeric(char)).limit_denominator(10)
    for char in "\u00bc\u00bd\u00be\u2150\u2151\u2152\u2153\u2154\u2155\u2156\u2157\u2158\u2159\u215a\u215b\u215c\u215d\u215e"
}
_UNITS = "cm|mm|km|kg|mg|ml|ft|in|yd|lbs?|oz|hrs?|mins?|secs?|pm|am|deg"
_NOT_NUMBER = r"(?<![A-Za-z0-9_^])(?<!\^-)(?<!\^\{)(?<!\^\{-)(?<!_\{)(?<![A-Za-z]-)"
_ATOM = re.compile(
    rf"""
    (?P<latex> \\[dtc]?frac \ ?
        (?: \{{ \ ? (?P<lsign>-?) (?P<top>[0-9]{{1,12}}) \ ? \}} \ ? \{{ \ ? (?P<bottom>[0-9]{{1,12}}) \ ? \}}
          | (?P<short>[0-9] \ ?[0-9]) ) )
  | (?P<raised> {_UPPER}{{1,12}} / {_LOWER}{{1,12}} )
  | (?P<vulgar> [{"".join(_VULGAR)}] )
  | (?P<digits> (?: {_NOT_NUMBER} | (?<=[0-9][Rr]) | (?<=[0-9]\ [Rr]) | (?<=[0-9]x) )
        (?: [0-9]{{1,3}} (?: (?:,|\{{,\}}) [0-9]{{3}} )+ (?![0-9]) | [0-9]+ ) (?: \.[0-9]+ )* | (?<![A-Za-z0-9_.)]) \.[0-9]+ )
    (?P<repeat> \\overline\{{[0-9]{{1,6}}\}} )?
    (?: (?P<ths> ths?(?![A-Za-z0-9]) ) | (?=(?:{_UNITS})(?![A-Za-z0-9])) | (?=\ ?[Rr]\ ?[0-9]) | (?=x[0-9])
      | (?![A-Za-z0-9_]) )
  | (?<![A-Za-z0-9_]) (?P<words> {WORD_RUN} ) (?![A-Za-z0-9_])
    """.replace("[ \\n]", "[\\ \\n]"),
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:step|question|problem|grade|example|lesson|exercise|part|figure)s? #?$|#$",
    re.ASCII | re.IGNORECASE,
)
_ENUMERATOR = re.compile(r"^ {0,3}([0-9]{1,2})[.)] +(?=\S)", re.MULTILINE | re.ASCII)


def _digits_atom(match: re.Match[str], text: str) -> Atom | None:
    written = match["digits"].replace("{,}", "").replace(",", "")
    start = match.start()
    if written.count(".") > 1 or len(written) > MAX_DIGITS:
        return None
    if _LABEL.search(text, max(0, start - 12), start) or _LABEL.search(text[max(0, start - 12) : start]):
        return None
    if text[start - 1 : start] == "." and text[max(0, start - 2) : start - 1].isdigit():
        return None
    value = Fraction(written)
    if match["repeat"] and "." in written:
        cycle = match["repeat"][10:-1]
        places = len(written.partition(".")[2])
        value += Fraction(int(cycle), (10 ** len(cycle) - 1) * 10**places)
        return Atom(start, match.end(), "repeating", value)
    return Atom(start, match.end(), "decimal" if "." in written else "integer", value)


def _ratio_of(top: str, bottom: str) -> Fraction | None:
    return Fraction(int(top), int(bottom)) if int(bottom) else None


def _atoms(text: str) -> list[Atom]:
    counted = list(_ENUMERATOR.finditer(text))
    is_list = len(counted) > 1 and [int(m[1]) for m in counted] == list(range(1, len(counted) + 1))
    skip = {m.start(1) for m in counted} if is_list else set()
    found: list[Atom] = []
    for match in _ATOM.finditer(text):
        start, end = match.span()
        if match["words"]:
            found += [Atom(s.start, s.end, s.kind, s.value) for s in read_run(match["words"], start)]
            continue
        if match["digits"]:
            atom = None if start in skip else _digits_atom(match, text)
            if atom:
                found.append(atom)
                if match["ths"]:
                    found[-1] = replace(atom, kind="ths")
            continue
        value: Fraction | None
        if match["vulgar"]:
            value = _VULGAR[match["vulgar"]]
        elif match["raised"]:
            top, _, bottom = match["raised"].translate(_SUPER).partition("/")
            value = _ratio_of(top, bottom)
        elif match["short"]:
            value = _ratio_of(match["short"][0], match["short"][-1])
        else:
            value = _ratio_of((match["lsign"] or "") + match["top"], match["bottom"])
        if value is not None:
            found.append(Atom(start, end, "fraction", value))
    return found


_GAP = re.compile(
    r"(?P<slash>\ ?/\ ?)|(?P<minus_slash>\ ?/\ ?-)|(?P<over>\ over\ |\ out\ of\ )|(?P<colon>:|\ :\ )|(?P<to>\ to\ )"
    r"|(?P<every>\ for\ every\ )"
    r"|(?P<rest>,?\ ?(?:with\ |and\ )?(?:a\ )?(?:remainder|rem\.?|R)(?:\ of)?\ ?=?\ ?)"
    r"|(?P<space>\ {1,2}|-(?=$)|\ ?&\ )|(?P<none>)|(?P<and_>\ and\ )",
    re.ASCII | re.IGNORECASE,
)


def _gap(text: str, left: Atom, right: Atom) -> str:
    """The name of what stands between two atoms, or "" when it joins nothing."""
    between = right.start - left.end
    if between > 24:
        return ""
    match = _GAP.fullmatch(text, left.end, right.start)
    return (match.lastgroup or "") if match else ""


def _whole(atom: Atom) -> bool:
    return atom.kind == "integer"


def _join_fractions(text: str, atoms: list[Atom]) -> list[Atom]:
    """7 / 12, 7 over 12, 7 twelfths, 1 1/2, 1 and 1/2, 1½; what is no number by itself is dropped."""
    joined: list[Atom] = []
    i = 0
    while i < len(atoms):
        a = atoms[i]
        taken, made = 1, None
        b = atoms[i + 1] if i + 1 < len(atoms) else None
        gap = _gap(text, a, b) if b and _whole(a) else ""
        if b and gap:
            simple = _simple_fraction(text, atoms, i)
            if simple:
                made, taken = simple
            elif gap in ("space", "and_", "none"):
                if b.kind == "fraction" and 0 < b.value < 1:
                    part: tuple[Atom, int] | None = (b, 1)
                else:
                    part = _simple_fraction(text, atoms, i + 1) if gap != "none" else None
                if part and 0 < part[0].value < 1 and not part[0].parts:
                    parts = (a, part[0]) if gap == "and_" else ()
                    made = Atom(a.start, part[0].end, "mixed", a.value + part[0].value, parts)
                    taken = 1 + part[1]
        made = made or (a if a.kind not in ("part", "ths") else None)
        if made:
            joined.append(made)
        i += taken
    return joined


def _simple_fraction(text: str, atoms: list[Atom], i: int) -> tuple[Atom, int] | None:
    """a/b at atoms[i] and how many atoms it takes."""
    if i + 1 >= len(atoms):
        return None
    a, b = atoms[i], atoms[i + 1]
    gap = _gap(text, a, b)
    if gap in ("space", "and_") and b.kind == "part" and _whole(a) and gap == "space":
        return Atom(a.start, b.end, "fraction", a.value * b.value), 2
    if gap not in ("slash", "minus_slash", "over") or not _whole(a) or b.kind not in ("integer", "ths"):
        return None
    date = text[b.end : b.end + 1] == "/" or text[max(0, a.start - 1) : a.start] == "/"
    if not b.value or date:
        return None
    sign = -1 if gap == "minus_slash" else 1
    parts = (a, b) if gap == "over" else ()
    return Atom(a.start, b.end, "fraction", sign * a.value / b.value, parts), 2


_NEGATIVE = re.compile(
    r"(?:\bnegative |(?:(?<=is )|(?<=equals )|(?<=get )|(?<== )|(?<=or )|^)minus )$", re.ASCII | re.I
)
_MONEY = re.compile(r" (?:dollars?|bucks?)\b| ?(?P<cents>cents?\b|\u00a2)", re.ASCII | re.IGNORECASE)
_PERCENT = re.compile(r" ?%|[ -](?:percent|per cent)\b", re.ASCII | re.IGNORECASE)


def _sign(text: str, atom: Atom) -> tuple[int, bool]:
    """(start, negative) of a number with the sign in front of it."""
    start = atom.start
    before = text[max(0, start - 20) : start]
    if before[-1:] == "$":  # the sign of money stands before or after the dollar
        before = before[:-1]
        start -= 1
    if before[-1:] == "-":
        left = before[:-1]
        tail = left.rstrip(" ")
        binary = left[-1:].isalnum() or left[-1:] in (")", "}", "]") or (tail[-1:].isdigit() and left != tail)
        lone = re.search(r"(?:^|[^A-Za-z'])[b-hj-z] $", left, re.IGNORECASE)
        return (start - 1, True) if not binary and not lone and left[-1:] != "-" else (atom.start, False)
    if before[-2:] == "- " and before[:-2].rstrip(" ")[-1:] in ("=", "("):
        return start - 2, True
    if match := _NEGATIVE.search(before):
        return start - (len(before) - match.start()), True
    return atom.start, False


def _with_marks(text: str, atom: Atom) -> Atom:
    """The number with its sign, percent sign, currency or unit of money."""
    start, negative = _sign(text, atom)
    kind, end, parts = atom.kind, atom.end, atom.parts
    value = -atom.value if negative else atom.value
    if percent := _PERCENT.match(text, end):
        return Atom(start, percent.end(), "percent", value)
    lead = text[atom.start - 1 : atom.start] if atom.start else ""
    if lead == "$" or (money := _MONEY.match(text, end)):
        start = min(start, atom.start - 1) if lead == "$" else start
        money = _MONEY.match(text, end)
        cents = bool(money and money["cents"] and lead != "$")
        return Atom(start, money.end() if money else end, "money", value / 100 if cents else value)
    return Atom(start, end, kind, value, parts, signed=negative)


def _joined_pairs(text: str, atoms: list[Atom]) -> list[Atom]:
    """Times, ratios, quotients with remainder and dollars with cents."""
    joined: list[Atom] = []
    i = 0
    while i < len(atoms):
        a = atoms[i]
        b = atoms[i + 1] if i + 1 < len(atoms) else None
        made = _pair(text, a, b) if b else None
        if b and made and made.kind in ("time", "ratio") and text[b.end : b.end + 1] == ":":
            while i + 2 < len(atoms) and text[atoms[i + 1].end : atoms[i + 2].start] == ":":
                i += 1  # 1:2:3 is neither
            i += 2
            continue
        joined.append(made or a)
        i += 2 if made else 1
    return joined


def _pair(text: str, a: Atom, b: Atom) -> Atom | None:
    if a.kind == b.kind == "money":
        between = text[a.end : b.start]
        cents = b.value < 1 and "$" not in text[b.start : b.end]
        if cents and between in (" and ", " ", ", ") and a.value.denominator == 1 and a.value >= 0:
            return Atom(a.start, b.end, "money", a.value + b.value)
        return None
    if not (_whole(a) and _whole(b)) or b.signed:
        return None
    gap = _gap(text, a, b)
    if gap == "rest" and not a.signed:
        return Atom(a.start, b.end, "remainder", (a.value, b.value))
    if gap in ("colon", "to", "every") and not a.signed and (a.value or b.value):
        return _ratio_or_time(text, a, b, gap)
    return None


def _ratio_or_time(text: str, a: Atom, b: Atom, gap: str) -> Atom | None:
    minute = text[b.start : b.end]
    if gap == "colon" and len(minute) == 2 and minute.isdigit() and a.value <= 24 and b.value < 60:
        return Atom(a.start, b.end, "time", (a.value % 12) * 60 + b.value, (a, b))
    if not b.value:
        return None
    value = Fraction(a.value, b.value)
    pair = (Fraction(value.numerator), Fraction(value.denominator))
    return Atom(a.start, b.end, "ratio", pair, (a, b))


def _coordinates(text: str, atoms: list[Atom]) -> list[Atom]:
    """(3, -2): two to four numbers between parentheses, with nothing but commas between them."""
    joined: list[Atom] = []
    i = 0
    while i < len(atoms):
        last = i
        opened = (
            text[: atoms[i].start].endswith(("(", "( "))
            if atoms[i].start < 3
            else (text[atoms[i].start - 2 : atoms[i].start].rstrip(" ").endswith("("))
        )
        while (
            opened
            and last + 1 < len(atoms)
            and last - i < 3
            and atoms[last + 1].start - atoms[last].end <= 4
            and text[atoms[last].end : atoms[last + 1].start].strip(" ") == ","
        ):
            last += 1
        closing = text[atoms[last].end : atoms[last].end + 2].lstrip(" ")
        numbers = all(isinstance(atom.value, Fraction) for atom in atoms[i : last + 1])
        if last > i and closing.startswith(")") and numbers:
            start = text.rindex("(", max(0, atoms[i].start - 3), atoms[i].start)
            end = text.index(")", atoms[last].end) + 1
            values = tuple(atom.value for atom in atoms[i : last + 1])
            joined.append(Atom(start, end, "coordinate", values, tuple(atoms[i : last + 1])))
        else:
            joined += atoms[i : last + 1]
        i = last + 1
    return joined


def read(text: str) -> list[Atom]:
    """The atoms of a text after all joining; `quantities` without its pronouns left out."""
    numbers = [_with_marks(text, atom) for atom in _join_fractions(text, _atoms(text))]
    return _coordinates(text, _joined_pairs(text, numbers))


_PRONOUN_BEFORE = re.compile(
    r"\b(?:which|this|that|the|these|those|each|every|any|no|another|other|first|second|third|last|next|right|left"
    r"|wrong|correct|same|bigger|smaller|larger|greater|only|whole|some|what|a|your|my|top|bottom|on) $",
    re.ASCII | re.IGNORECASE,
)
_PRONOUN_AFTER = re.compile(
    r" (?:of|more|another|way|thing|at|by|that|who|which|is|you|we|to|step|time|day|side|idea|question|number|has)\b",
    re.ASCII | re.IGNORECASE,
)


def _is_pronoun(text: str, atom: Atom) -> bool:
    """Whether a spelled "one" stands for a thing: which one, one of the, one more step."""
    if atom.kind != "integer" or atom.value != 1 or text[atom.start : atom.end].lower() != "one":
        return False
    before = text[max(0, atom.start - 12) : atom.start]
    return bool(_PRONOUN_BEFORE.search(before) or _PRONOUN_AFTER.match(text, atom.end))


@lru_cache(maxsize=4096)
def _cached(text: str) -> tuple[tuple[Quantity, Atom], ...]:
    plain = plain_text(text)
    return tuple(
        (Quantity(a.start, a.end, text[a.start : a.end], a.kind.replace("repeating", "decimal"), a.value), a)
        for a in read(plain)
        if not _is_pronoun(plain, a)
    )


def readings(text: str) -> tuple[tuple[Quantity, Atom], ...]:
    """Each quantity with the atom it was read from; short texts are remembered."""
    return _cached(text) if len(text) <= 2_000 else _cached.__wrapped__(text[:MAX_TEXT])


def quantities(text: str) -> list[Quantity]:
    """Every number-like thing in the text, in order and without overlap, the longest reading first.

    Only the first `MAX_TEXT` characters are read. Never raises.
    """
    return [quantity for quantity, _ in readings(text)]
