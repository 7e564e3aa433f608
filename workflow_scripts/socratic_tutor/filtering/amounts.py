"""Amounts as plain numbers in the answer's own unit: "2 m 40" is 240 for an answer in centimetres.

Money in dollars (coins and bills counted), times of day and hours in minutes, lengths, weights and volumes in the
unit in which the answer is given. Text is lower case with numerals (`numerals.numerals`).
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from socratic_tutor.curriculum.answers import UNITS, Answer
from socratic_tutor.curriculum.measures import unit_of
from socratic_tutor.records import Item
from socratic_tutor.scoring.values import answer_of

_NUMBER = r"(?<![\d.,/:])(-?\d{1,7}(?:\.\d{1,6})?(?: \d{1,3}/\d{1,3}|/\d{1,4})?)"
_COINS = {
    r"penn(?:y|ies)": Fraction(1, 100), r"nickels?": Fraction(1, 20), r"dimes?": Fraction(1, 10),
    r"quarters?(?! (?:of|to|past|hour))": Fraction(1, 4),
    r"cents?|¢|c": Fraction(1, 100), r"dollars?(?: bills?)?|bucks?|bills|ones|1-dollar bills?": Fraction(1),
}  # fmt: skip
_ARTICLE = re.compile(
    r"\b(?:an?|another) (?=(?:half[ -])?(?:dollar|penny|nickel|dime|quarter|hour|minute|meter|metre|foot|yard|pound|quarter[ -]hour)\b)"
)
_HALF_AN = re.compile(r"\b(?:half|1/2)(?: of)? an? |\b(?:half|1/2) (?=(?:hour|dollar|meter)s?\b)")


def in_own_unit(item: Item, text: str) -> str:
    """The text with its amounts as numbers in the answer's unit; as it is where the answer has none."""
    right = answer_of(item.correct_answer, item.answer_kind)
    if right is None:
        return text
    if right.kind == "money":
        text = re.sub(
            r"(?<![\d.,/:$])(\d{1,3}) (\d\d)(?![\d.,/:]| ?(?:cents?|dimes?|quarters?))", r"\1.\2", text
        )
        text = _QUARTERS.sub(r"\1 quarters", text)
        if _ANY_COIN.search(text):
            text = re.sub(r"\ban? (1|5|10|20|50|100)\b(?![ -](?:cent|dollar)|%)", r"\1 dollars", text)
        return _counted(_COINS_FIRST.sub(_worth_of_coins, _prepared(text)), _COIN_UNITS, Fraction(1), "")
    if right.kind == "percent":
        return _PART_OF_ALL.sub(_of_a_hundred, text)
    if right.kind == "time":
        return _as_minutes(_prepared(text))
    sizes = _sizes(right)
    if sizes is None:
        return text
    units, own, unit = sizes
    prepared = re.sub(
        r"(?<=\d) ?(?:dm|decimeters?)\b", "0 cm", _prepared(re.sub(r"(?<=\d) (?=000(?!\d))", "", text))
    )
    prepared = _SQUARE_MILLIMETERS.sub(lambda m: f"{written(Fraction(m[1]) / 100)} cm^2", prepared)
    prepared = re.sub(r"(\d+(?:\.\d+)?) ?([cd])l\b", _in_millilitres, prepared)
    if UNITS[unit][0] == UNITS["minutes"][0]:
        prepared = re.sub(r"(?<=\d) ?m\b", " min", prepared)
        prepared = _CLOCKED.sub(lambda m: f"{60 * int(m[1]) + int(m[2])} min", prepared)
    return _counted(prepared, units, own, unit)


def _prepared(text: str) -> str:
    text = re.sub(
        r"(?<=[a-z])(\w{0,5}metre|litre)",
        lambda m: m[0][:-2] + "er",
        re.sub(r"\b(\w{0,5}metre|litre)", lambda m: m[0][:-2] + "er", text),
    )
    text = re.sub(r"(?<![\d.,])(\d{1,4}),(\d{1,2})(?![\d,])", r"\1.\2", text)
    text = _HALF_AN.sub("1/2 ", re.sub(r"\b(?:a |1 )?quarter (?:of an )?hour", "15 minutes", text))
    return _ARTICLE.sub("1 ", text)


def _in_millilitres(match: re.Match[str]) -> str:
    return f"{written(Fraction(match[1]) * (10 if match[2] == 'c' else 100))} ml"


_CLOCKED = re.compile(r"(?<![\d.,:])(\d{1,2}):([0-5]\d)(?![\d:])")
_SQUARE_MILLIMETERS = re.compile(
    r"(?<![\d.,])(\d{1,7}) ?(?:mm ?\^ ?2|(?:square|sq\.?) (?:mm|millimeters?))(?!\w)"
)
_ANY_COIN = re.compile(r"\b(?:quarters?|dimes?|nickels?|pennies|penny|bills?|and 1/[24])\b")
# "Three quarters" among coins, which as a numeral is 3/4.
_QUARTERS = re.compile(
    r"(?<![\d./])([1-9])/4(?=,? (?:and |plus )?\d{1,2} (?:dimes?|nickels?|penn)|$|[.!])(?<=[a-z,+] \d/4)"
)
_COIN_UNITS = tuple((re.compile(rf"{_NUMBER} ?(?:{name})(?![\w])"), size) for name, size in _COINS.items())
_COINS_FIRST = re.compile(r"\b(\d{1,3}|an?) (\d{1,3})[ -](cent|dollar) (?:coin|piece|bill|note)s?\b")


def _worth_of_coins(match: re.Match[str]) -> str:
    count = int(match[1]) if match[1].isdigit() else 1
    return f"{count * int(match[2])} {match[3]}s"


@lru_cache(maxsize=256)
def _sizes(right: Answer) -> tuple[tuple[tuple[re.Pattern[str], Fraction], ...], Fraction, str] | None:
    """(patterns of the answer's dimension with their sizes, its own unit's size, that unit)."""
    unit = unit_of(right) if right.kind == "measure" else None
    if unit is None:
        return None
    base, own = UNITS[unit]
    by_size: dict[Fraction, list[str]] = {}
    for name, (of, size) in UNITS.items():
        if of == base:
            by_size.setdefault(Fraction(size), []).append(name.lower())
    patterns = []
    for size, names in by_size.items():
        name = "|".join(re.escape(one) for one in sorted(set(names), key=len, reverse=True))
        patterns.append((re.compile(rf"{_NUMBER}[ -]?(?:{name})(?![\w^])"), size))
    return tuple(patterns), Fraction(own), unit


def number(text: str) -> Fraction | None:
    """ "2 1/4", "3/4", "-1.5" -> its value."""
    whole, _, part = text.rpartition(" ")
    top, _, bottom = part.partition("/")
    if bottom and not int(bottom):
        return None
    return Fraction(whole or 0) + Fraction(top) / int(bottom or 1)


def written(value: Fraction) -> str:
    """As a numeral that every reading takes for this value."""
    if value.denominator == 1:
        return str(value)
    return f"{float(value):.6f}".rstrip("0") if (value * 10**6).denominator == 1 else str(value)


_JOINED = re.compile(r"<(-?[\d/]+)>(?:,? ?(?:and|plus|&|\+)? ?(?:with )?<(-?[\d/]+)>)+")
_ONE = re.compile(r"<(-?[\d/]+)>")
_TAIL = re.compile(r"<(\d+)> (\d{1,2})(?![\d/.:%]| ?[a-z])")


_TAKEN_OFF = re.compile(r" (?:less|short|fewer|off|shy|below|under)\b")


def _total(match: re.Match[str]) -> str:
    """Amounts that follow each other as their sum; "3 dollars, 5 cents less" as what is left."""
    first, *rest = map(Fraction, _ONE.findall(match[0]))
    off = _TAKEN_OFF.match(match.string, match.end())
    return written(first - sum(rest) if off else first + sum(rest))


def _counted(text: str, units: tuple[tuple[re.Pattern[str], Fraction], ...], own: Fraction, unit: str) -> str:
    """Each amount as a number of the own unit, and amounts that follow each other as their sum."""
    for pattern, size in units:

        def sized(match: re.Match[str], size: Fraction = size) -> str:
            value = number(match[1])
            return match[0] if value is None else f"<{value * size / own}>"

        text = pattern.sub(sized, text)
    if unit:  # "2 meters 40"
        text = _TAIL.sub(lambda m: f"<{int(m[1]) + int(m[2])}>", text)
    text = _JOINED.sub(_total, text)
    return _ONE.sub(lambda m: written(Fraction(m[1])), text)


_PART_OF_ALL = re.compile(r"(?<![\d.,/:])(?<!\d )(\d{1,2})/(\d{1,2})(?![\d/]| of (?:your|what)\b)")


def _of_a_hundred(match: re.Match[str]) -> str:
    top, bottom = int(match[1]), int(match[2])
    return written(Fraction(100 * top, bottom)) if 0 < top < bottom else match[0]


_CLOCK = re.compile(r"(?<![\d.,/:])(\d{1,2}):([0-5]\d)(?!\d)(?: ?[ap]\.?m\.?)?")
_OCLOCK = re.compile(
    r"(?<![\d.,/:])(\d{1,2})(?: ?o'?clock| ?[ap]\.?m\b\.?)"
    r"|(?<=\bto )(\d{1,2})(?![\d:/%.]| ?(?:minutes?|hours?|mins?)\b)|(?<=\bbefore )(\d{1,2})(?![\d:/%.]| ?(?:minutes?|hours?|mins?)\b)"
    r"|(?<=\bafter )(\d{1,2})(?![\d:/%.]| ?(?:minutes?|hours?|mins?)\b)|(?<=\bpast )(\d{1,2})(?![\d:/%.]| ?(?:minutes?|hours?|mins?)\b)"
    r"|(?<=\buntil )(\d{1,2})(?![\d:/%.]| ?(?:minutes?|hours?|mins?)\b)"
)
_HALF_PAST = re.compile(
    r"\b1/2 (?:past |after )?(\d{1,2})(?![\d:/%]|\.\d)(?! (?!minus|plus|in|and|or\b)[a-z])"
)
_TO_THE_HOUR = re.compile(
    r"\b(?:to|till|until) (?=\d{1,2}(?::\d\d)?(?![\d/%.]| ?(?:minutes?|hours?|mins?)\b))"
)
_FOUR_DIGITS = re.compile(r"(?<![\d.,:])([01]\d|2[0-4])([0-5]\d)(?![\d.,:/%])")
_QUARTER_OFF = re.compile(
    r"\b(?:a )?(?:1/4|quarter) (past|after|to|before|till|of) (\d{1,2})(?![\d:/%]|\.\d)"
)


def _quarter_off(match: re.Match[str]) -> str:
    hour = int(match[2])
    return f"{hour}:15" if match[1] in ("past", "after") else f"{(hour - 1) or 12}:45"


_BETWEEN_HOURS = re.compile(
    r"\b(?:half ?way|mid ?way|exactly|right|in the middle)[^.?!\d]{0,14}(?:between|from) (\d{1,2})(?: o'?clock)? (?:and|to) (\d{1,2})(?: o'?clock)?"
)
_HANDS = re.compile(r"[^.?!]*\bhand\b[^?!]*")


def _from_hands(match: re.Match[str]) -> str:
    """The time that a clock's hands show: the long one at 6 is 30 minutes, the short one near 10 or 11."""
    text = match[0]
    long = re.search(r"\b(?:long|minute|big) hand\b[^.?!\d]{0,24}(\d{1,2})(?![\d:])", text)
    short = re.search(r"\b(?:short|hour|little|small) hand\b[^.?!\d]{0,30}(\d{1,2})(?![\d:])", text)
    if not long or not short or int(long[1]) > 12:
        return text
    before = re.search(r"\b(?:before|almost|nearly|close to|not quite|approach\w*)\b", short[0])
    hour = int(short[1]) - (1 if before else 0)
    return f"{hour or 12}:{int(long[1]) % 12 * 5:02d}"


_NOON = re.compile(r"\b(?:noon|midday|midnight)\b")
_MINUTES = tuple(
    (re.compile(rf"{_NUMBER} ?(?:{name})(?!\w)"), Fraction(size))
    for name, size in ((r"hours?|hrs?|h", 60), (r"minutes?|mins?|min", 1))
)


def _as_minutes(text: str) -> str:
    """Times of day as minutes after midnight (of a clock with twelve hours), and durations in minutes."""
    text = _NOON.sub("12:00", text)
    text = _HALF_PAST.sub(lambda m: f"{m[1]}:30", text)
    text = _FOUR_DIGITS.sub(r"\1:\2", text)
    text = _BETWEEN_HOURS.sub(
        lambda m: f"{m[1]}:30" if int(m[2]) % 12 == (int(m[1]) + 1) % 12 else m[0], text
    )
    text = _HANDS.sub(_from_hands, text) if "hand" in text else text
    text = _QUARTER_OFF.sub(_quarter_off, text)
    text = _TO_THE_HOUR.sub("before ", text)
    text = _CLOCK.sub(lambda m: str(int(m[1]) % 12 * 60 + int(m[2])), text)
    text = _OCLOCK.sub(lambda m: str(int(next(filter(None, m.groups()))) % 12 * 60 or 720), text)
    return _counted(text, _MINUTES, Fraction(1), "")
