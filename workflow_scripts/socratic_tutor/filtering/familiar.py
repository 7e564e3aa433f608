"""Counts that everybody knows: "one more than the weeks in a year" tells 53."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socratic_tutor.curriculum.number_words import UNITS

# (how many, what, of what): "weeks in a year", "how many weeks does a year have", "a year has".
_PARTS_OF = tuple(
    (count, part, whole)
    for line in """
        12 months year; 7 days week; 52 weeks year; 365 days year; 24 hours day; 60 minutes hour; 60 seconds minute
        100 cents|pennies dollar; 4 quarters dollar; 10 dimes dollar; 20 nickels dollar; 25 cents quarter; 10 cents dime
        5 cents nickel; 5 fingers|toes hand|foot; 10 fingers|toes both.hands|two.hands|2.hands|both.feet|two.feet|2.feet
        3 sides|corners|angles triangle; 4 sides|corners|angles square|rectangle; 5 sides|corners|angles pentagon
        6 sides|corners|angles hexagon; 8 sides|corners|angles octagon|stop.sign; 10 sides|corners|angles decagon
        11 players soccer.team|football.team; 7 colou?rs rainbow; 6 strings guitar; 4 strings violin
        8 arms|legs octopus|spider; 6 legs insect|ant|bee; 4 legs dog|cat|horse|cow|chair|table; 4 wheels car
        2 wheels bicycle|bike; 3 wheels tricycle; 6 months half.a.year; 30 minutes half.an.hour; 4 seasons year
        15 minutes quarter.hour|quarter.of.an.hour; 6 faces cube|die; 12 edges cube; 26 letters alphabet; 5 vowels alphabet
        12 inches foot; 36 inches yard; 3 feet yard; 360 degrees circle|full.circle; 180 degrees triangle
        90 degrees right.angle; 100 years century; 10 years decade; 50 states usa?|america|united.states
        64 squares chess.?board; 88 keys piano; 12 eggs carton|dozen; 52 cards deck|deck.of.cards; 28 days february
    """.strip().splitlines()
    for count, part, whole in (entry.split() for entry in line.split(";"))
)  # fmt: skip
_COUNTS = tuple(
    (re.compile(rf"\b(?:{part}) (?:in|of|on|to) (?:(?:an?|the|one|1|each|your|english|full) )*(?:{whole.replace('.', ' ')})\b", re.IGNORECASE), count)
    for count, part, whole in _PARTS_OF
) + tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), count)
    for words, count in (
        (r"the only even prime", "2"), (r"(?:the )?(?:number of )?planets(?: in (?:the|our) solar system)?", "8"), (r"continents", "7"),
        (r"(?:the )?(?:smallest|least) (?:two|2)-digit number", "10"), (r"(?:the )?(?:smallest|least) (?:three|3)-digit number", "100"),
        (r"(?:the )?(?:largest|greatest|biggest) (?:one|1)-digit number", "9"),
        (r"(?:the )?(?:largest|greatest|biggest) (?:two|2)-digit number", "99"),
        (r"christmas(?: day)?(?: is)?(?: on)?(?: december)?", "25"), (r"(?:from )?monday to friday|school days in a week|weekdays", "5"),
        (r"(?:a )?(?:full )?deck of (?:playing )?cards", "52"), (r"(?:a|one) century", "100"), (r"(?:a|one) decade", "10"),
        (r"(?:a|the) right angle", "90"), (r"(?:the )?first (?:two|2) primes?(?: numbers?)?", "2 and 3"),
        (r"(?:the )?first (?:three|3) primes?(?: numbers?)?", "2, 3 and 5"), (r"(?:a )?handful of fingers", "5"),
        (r"water freezes\b[^.?!]{0,30}\bfahrenheit", "32"), (r"water boils\b[^.?!]{0,30}\bcelsius", "100"),
    )
)  # fmt: skip
_COUNTED_BY_ALL = re.compile(
    r"\b(?:there are|there is|(?:the )?number of|as many as|how many|the same (?:number )?as|like|count)\b",
    re.IGNORECASE,
)


# "How many legs does a spider have?" and "a spider has", as "legs of a spider".
_AS_PART = (
    re.compile(
        r"\b(?P<part>\w+) (?:does|do|is|are|there are (?:in|on)|that) (?P<whole>an? \w+|the \w+)(?: (?:have|has|make|worth))?",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<whole>an? \w+) has (?:this many |that many |so many )?(?P<part>\w+)", re.IGNORECASE),
)
# What makes a question of a count a way to tell it.
_THIS_MANY = re.compile(
    r"\b(?:(?:that|this|so|as|exactly (?:that|this)) many|that(?: is|'s) (?:also |just |exactly )?(?:it|the|your|what|how)"
    r"|same (?:number|as|many)|is your (?:answer|difference|sum|result|product))\b",
    re.IGNORECASE,
)


_EACH = {
    ("days", "weeks"): 7, ("months", "years"): 12, ("minutes", "hours"): 60, ("hours", "days"): 24,
    ("cents", "dollars"): 100, ("inches", "feet"): 12, ("seconds", "minutes"): 60, ("feet", "yards"): 3, ("eggs", "dozen"): 12,
}  # fmt: skip
_SCALED = re.compile(
    rf"\b(days|months|minutes|hours|cents|inches|seconds|feet|eggs) (?:are |is )?(?:in|of) (\d{{1,3}}|{'|'.join(list(UNITS)[2:])}) (weeks|years|hours|days|dollars|feet|minutes|yards|dozen)\b",
    re.IGNORECASE,
)


def _count(text: str) -> int:
    return int(text) if text.isdigit() else UNITS[text.lower()]


def known_counts(text: str) -> Iterator[str]:
    """ "One more than the weeks in a year": the count in place of what is counted, unless it is only asked for."""
    if ("?" in text and not _THIS_MANY.search(text)) or len(text) > 160:
        return
    told = text
    for pattern in _AS_PART:
        told = pattern.sub(r"\g<part> of \g<whole>", told)
    before = told
    told = _SCALED.sub(
        lambda m: (
            str(_count(m[2]) * _EACH[m[1].lower(), m[3].lower()])
            if (m[1].lower(), m[3].lower()) in _EACH
            else m[0]
        ),
        told,
    )
    for pattern, count in _COUNTS:
        told = pattern.sub(count, told)
    if told != before:
        yield _COUNTED_BY_ALL.sub(" ", re.sub(r"\b(?:the|as many) (?=\d)", " ", told))
