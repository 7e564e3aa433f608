"""Every number-like thing in running text, typed, with its place.

Three passes, each linear in the text: `typography` replaces marks character by character, `atoms` finds
single numbers, and here neighbouring atoms are joined by what stands between them, the longest reading
first. Work is bounded: text beyond `MAX_TEXT` characters is not read, what joins two atoms is at most 24
characters long, and every pattern is a plain sequence of character classes without nested repetition.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from socratic_tutor.curriculum.atoms import Atom, read_atoms
from socratic_tutor.curriculum.number_words import begins_with_number_word, ends_in_number_word
from socratic_tutor.curriculum.typography import MAX_TEXT, plain_text


class Quantity(NamedTuple):
    """One number-like thing: text[start:end] read as `kind` (answers.KINDS) and `value`.

    value: as in `answers.Answer` of that kind, so a percent is its number of percent and a time
        minutes after 12:00.
    """

    start: int
    end: int
    text: str
    kind: str
    value: Any


_GAP = re.compile(
    r"(?P<slash>\ ?/\ ?)|(?P<minus_slash>\ ?/\ ?-)|(?P<over>\ over\ |\ out\ of\ )|(?P<colon>:|\ :\ )"
    r"|(?P<to>\ to\ )|(?P<every>\ for\ every\ )|(?P<with_>,?\ with\ )"
    r"|(?P<rest>,?\ {0,9}(?:with\ |and\ )?(?:a\ )?(?:remainder|rem\.?|R)(?:\ of)?\ {0,9}=?\ ?)"
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


_HALF_OF = re.compile(r" (?:of|an?) ", re.IGNORECASE)
_A_PLACE = re.compile(r"\b(?:first|second|last|latter|top|bottom) $", re.IGNORECASE)


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
        if a.kind == "part" and text[a.start : a.end].lower() == "half" and _HALF_OF.match(text, a.end):
            a = a if _A_PLACE.search(text[max(0, a.start - 8) : a.start]) else a._replace(kind="fraction")
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
_PERCENT = re.compile(r" ?%|[ -](?:(?:of )?(?:a|one) )?(?:percent|per cent)\b", re.ASCII | re.IGNORECASE)


# What stands right before a number that has a sign, and right after one that has a mark.
_BEFORE_A_SIGN, _BEFORE_A_BLANK = frozenset(" -$"), frozenset("-eEsS")  # as in "- 3", "negative 3", "minus 3"
_BEFORE_A_MARK = re.compile(r"[%cC\u00a2-]| [%oOaApPdDbBcC\u00a2]")


def _sign(text: str, atom: Atom) -> tuple[int, bool]:
    """(start, negative) of a number with the sign in front of it."""
    start = atom.start
    last = text[start - 1 : start]
    if last not in _BEFORE_A_SIGN or (last == " " and text[start - 2 : start - 1] not in _BEFORE_A_BLANK):
        return start, False
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
    if before[-1:] == " " and (match := _NEGATIVE.search(before)):
        return start - (len(before) - match.start()), True
    return atom.start, False


def _with_marks(text: str, atom: Atom) -> Atom:
    """The number with its sign, percent sign, currency or unit of money."""
    start, negative = _sign(text, atom)
    kind, end, parts = atom.kind, atom.end, atom.parts
    value = -atom.value if negative else atom.value
    marked = _BEFORE_A_MARK.match(text, end)
    if marked and (percent := _PERCENT.match(text, end)):
        return Atom(start, percent.end(), "percent", value)
    money = _MONEY.match(text, end) if marked else None
    dollar = "$" in text[max(0, start - 1) : atom.start]
    if dollar or money:
        start -= dollar and text[start] != "$" and "$" not in text[start : atom.start]
        cents = bool(money and money["cents"] and not dollar)
        return Atom(start, money.end() if money else end, "money", value / 100 if cents else value)
    return Atom(start, end, kind, value, parts, signed=True) if negative else atom


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


_LEFT_OVER = re.compile(r" (?:left[ -]?over|remaining)\b", re.ASCII | re.IGNORECASE)


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
    left_over = gap in ("with_", "and_") and _LEFT_OVER.match(text, b.end)
    if left_over and not a.signed:
        return Atom(a.start, left_over.end(), "remainder", (a.value, b.value))
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
    if "(" not in text:
        return atoms
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
            and text[atoms[last].end : atoms[last + 1].start].strip(" ") in (",", ";")
        ):
            last += 1
        closing = text[atoms[last].end : atoms[last].end + 9].lstrip(" ")
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
    atoms = read_atoms(text)
    if not atoms:
        return []
    numbers = [_with_marks(text, atom) for atom in _join_fractions(text, atoms)]
    return _coordinates(text, _joined_pairs(text, numbers)) if len(numbers) > 1 else numbers


_PRONOUN_BEFORE = re.compile(
    r"\b(?:which|this|that|the|these|those|each|every|any|no|another|other|first|second|third|last|next|right|left"
    r"|wrong|correct|same|bigger|smaller|larger|greater|only|whole|some|what|a|your|my|top|bottom|on) $",
    re.ASCII | re.IGNORECASE,
)
_PRONOUN_AFTER = re.compile(
    r" (?:of|more|another|way|thing|at|by|that|who|which|is|you|we|to|step|time|day|side|idea"
    r"|question|number|has)\b",
    re.ASCII | re.IGNORECASE,
)


def _is_pronoun(text: str, atom: Atom) -> bool:
    """Whether a spelled "one" stands for a thing: which one, one of the, one more step."""
    if atom.kind != "integer" or atom.value != 1 or text[atom.start : atom.end].lower() != "one":
        return False
    before = text[max(0, atom.start - 12) : atom.start]
    return bool(_PRONOUN_BEFORE.search(before) or _PRONOUN_AFTER.match(text, atom.end))


_Readings = tuple[tuple[Quantity, Atom], ...]
_SHORT = 2_000  # characters; longer texts are read as a whole, and only the last few remembered

_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!]) (?=[A-Z])")
_BETWEEN_PARTS = re.compile(r"[.?!] [A-Z]|\n")
# What is read otherwise after another part: a list's number, a minus.
_AFTER_A_PART = re.compile(r" {0,3}[0-9]{1,2}[.)] |minus ", re.ASCII | re.IGNORECASE)


@lru_cache(maxsize=8192)
def _sentences_apart(line: str) -> tuple[tuple[str, ...], bool]:
    """(the line's sentences if nothing around them changes what is read in each, else none; whether a number
    in words may go on in the next line)"""
    formula = "\\" in line or line.count("$") > 1  # may go on after a full stop
    parts = [line] if formula else _BETWEEN_SENTENCES.split(line)
    plain = [plain_text(part) for part in (line, *parts)]
    joined = any(part.endswith((" ", "rem.")) or _AFTER_A_PART.match(part) for part in plain)
    return () if joined else tuple(parts), ends_in_number_word(plain[-1])


@lru_cache(maxsize=2048)
def parts_apart(text: str) -> tuple[str, ...]:
    """Lines and sentences where each can be read for itself, else the whole text as the only part.

    One character stands between two parts. They come again: a prompt's lines in other prompts, a turn's
    sentences when they are looked at one by one.
    """
    if len(text) > _SHORT or not _BETWEEN_PARTS.search(text):
        return (text,)
    found: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        parts, may_go_on = _sentences_apart(line)
        if not parts or (goes_on and begins_with_number_word(plain_text(line))):
            return (text,)
        found += parts
        goes_on = may_go_on
    return tuple(found)


def _read_all(text: str) -> _Readings:
    parts = parts_apart(text)
    return _read_parts(parts) if len(parts) > 1 else _read_whole(text)


def _read_whole(text: str) -> _Readings:
    plain = plain_text(text)
    found = []
    for atom in read(plain):
        if not _is_pronoun(plain, atom):
            start, end, kind, value, _, _ = atom
            kind = "decimal" if kind == "repeating" else kind
            found.append((Quantity(start, end, text[start:end], kind, value), atom))
    return tuple(found)


def _read_parts(parts: tuple[str, ...]) -> _Readings:
    """The readings of each part, moved to its place in the text."""
    found = [*_short(parts[0])]
    start = len(parts[0]) + 1
    for part in parts[1:]:
        for (begin, end, *rest), atom in _short(part):
            found.append((Quantity(begin + start, end + start, *rest), _moved(atom, start)))
        start += len(part) + 1
    return tuple(found)


def _moved(atom: Atom, by: int) -> Atom:
    start, end, kind, value, parts, signed = atom
    return Atom(start + by, end + by, kind, value, tuple(_moved(part, by) for part in parts), signed)


_short, _long = lru_cache(maxsize=8192)(_read_all), lru_cache(maxsize=4)(_read_all)


def readings(text: str) -> _Readings:
    """Each quantity with the atom it was read from; short texts and the last long ones are remembered."""
    return _short(text) if len(text) <= _SHORT else _long(text[:MAX_TEXT])


def quantities(text: str) -> list[Quantity]:
    """Every number-like thing in the text, in order and without overlap, the longest reading first.

    Only the first `MAX_TEXT` characters are read. Never raises.
    """
    return [quantity for quantity, _ in readings(text)]
