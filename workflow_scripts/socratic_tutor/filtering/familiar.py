"""Counts that everybody knows: "one more than the weeks in a year" tells 53."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socratic_tutor.curriculum.number_words import UNITS

# What everybody knows the number of.
_COUNTS = tuple(
    (re.compile(rf"\b{words}\b", re.IGNORECASE), count)
    for words, count in (
        (r"months (?:in|of) (?:a|the|one) year", 12), (r"days (?:in|of) (?:a|the|one) week", 7),
        (r"weeks (?:in|of) (?:a|the|one) year", 52), (r"days (?:in|of) (?:a|the|one) year", 365),
        (r"hours (?:in|of) (?:a|the|one) day", 24), (r"minutes (?:in|of) (?:an|the|one) hour", 60),
        (r"seconds (?:in|of) (?:a|one) minute", 60), (r"(?:cents|pennies) (?:in|of|to) (?:a|the|one) dollar", 100),
        (r"(?:quarters) (?:in|to) (?:a|the|one) dollar", 4), (r"dimes (?:in|to) (?:a|the|one) dollar", 10),
        (r"nickels (?:in|to) (?:a|the|one) dollar", 20), (r"(?:a handful of )?(?:fingers|toes) (?:on|of) (?:a|one|your|each|1) (?:hand|foot)", 5),
        (r"(?:a )?handful of fingers", 5), (r"(?:fingers|toes) (?:on|of) (?:both|two|your|2) (?:hands|feet)", 10),
        (r"(?:sides|corners|angles) (?:of|in|on) a triangle", 3), (r"(?:sides|corners|angles) (?:of|in|on) a (?:square|rectangle)", 4),
        (r"(?:sides|corners|angles) (?:of|in|on) a pentagon", 5), (r"(?:sides|corners|angles) (?:of|in|on) a hexagon", 6),
        (r"(?:sides|corners|angles) (?:of|in|on) an? (?:octagon|stop sign)", 8), (r"(?:sides|corners|angles) (?:of|in|on) a decagon", 10),
        (r"cents (?:in|of|is|are) (?:a|one|1) quarter(?: worth)?", 25), (r"cents (?:in|of|is|are) (?:a|one|1) dime(?: worth)?", 10),
        (r"cents (?:in|of|is|are) (?:a|one|1) nickel(?: worth)?", 5), (r"christmas(?: day)?(?: is)?(?: on)?(?: december)?", 25),
        (r"(?:the )?only even prime", 2), (r"(?:the )?first (?:two|2) primes?(?: numbers?)?", "2 and 3"),
        (r"(?:the )?first (?:three|3) primes?(?: numbers?)?", "2, 3 and 5"), (r"water freezes\b[^.?!]{0,30}\bfahrenheit", 32),
        (r"water boils\b[^.?!]{0,30}\bfahrenheit", 212), (r"water boils\b[^.?!]{0,30}\bcelsius", 100),
        (r"players (?:in|of|on) a (?:soccer|football) team", 11), (r"colou?rs (?:in|of) (?:a|the) rainbow", 7),
        (r"strings (?:on|of) a guitar", 6), (r"strings (?:on|of) a violin", 4), (r"arms (?:on|of) an octopus", 8),
        (r"months (?:in|of) half a year", 6), (r"minutes (?:in|of) half an hour", 30), (r"seasons (?:in|of) (?:a|the) year", 4),
        (r"minutes (?:in|of) a quarter (?:of an )?hour", 15), (r"minutes (?:in|of) a (?:soccer|football) (?:match|game)", 90),
        (r"faces (?:of|on) a (?:cube|die)", 6), (r"edges (?:of|on) a cube", 12), (r"legs (?:of|on) a spider", 8),
        (r"legs (?:of|on) an? (?:insect|ant|bee)", 6), (r"legs (?:of|on) a (?:dog|cat|horse|cow|chair|table)", 4),
        (r"letters (?:in|of) the (?:english )?alphabet", 26), (r"vowels (?:in|of) the alphabet", 5), (r"(?:a|the) (?:full )?deck of (?:playing )?cards|cards in a deck", 52),
        (r"inches (?:in|to) a foot", 12), (r"inches (?:in|to) a yard", 36), (r"feet (?:in|to) a yard", 3), (r"(?:degrees (?:in|of) )?(?:a|the) right angle", 90),
        (r"degrees (?:in|of) a (?:full )?circle", 360), (r"degrees (?:in|of) a triangle", 180),
        (r"years (?:in|of) a century|(?:a|one) century", 100), (r"years (?:in|of) a decade|(?:a|one) decade", 10),
        (r"states (?:in|of) (?:the usa?|america|the united states)", 50), (r"squares (?:on|of) a chess ?board", 64),
        (r"keys (?:on|of) a piano", 88), (r"planets", 8), (r"eggs in a (?:carton|dozen)", 12), (r"continents", 7),
        (r"(?:days )?from monday to friday|school days in a week|weekdays", 5), (r"days in february", 28),
        (r"(?:the )?smallest (?:two|2)-digit number", 10), (r"(?:the )?(?:smallest|least) (?:three|3)-digit number", 100),
        (r"(?:the )?(?:largest|greatest|biggest) (?:one|1)-digit number", 9), (r"(?:the )?(?:largest|greatest|biggest) (?:two|2)-digit number", 99),
        (r"wheels (?:on|of) a (?:car)", 4), (r"wheels (?:on|of) a (?:bicycle|bike)", 2), (r"wheels (?:on|of) a tricycle", 3),
    )
)  # fmt: skip
_COUNTED_BY_ALL = re.compile(
    r"\b(?:there are|there is|(?:the )?number of|as many as|how many|the same (?:number )?as|like|count)\b",
    re.IGNORECASE,
)


# "How many legs does a spider have?" and "a spider has", as "legs of a spider".
_AS_PART = (
    re.compile(
        r"\b(?P<part>\w+) (?:does|do|there are (?:in|on)|that) (?P<whole>an? \w+|the \w+)(?: (?:have|has|make))?",
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
        told = pattern.sub(str(count), told)
    if told != before:
        yield _COUNTED_BY_ALL.sub(" ", re.sub(r"\b(?:the|as many) (?=\d)", " ", told))
