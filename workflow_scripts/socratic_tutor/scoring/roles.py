"""Numbers of a turn that are in another role than an answer: the lesson's own counts, and what an example holds.

A number that happens to be worth the answer gives nothing away when it counts the problems of a page, tells the
time, belongs to a thing of the tutor's own ("a $48 pair of shoes"), or is the student's own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from socratic_tutor.curriculum.number_words import TENS, UNITS

# From "two" on: "one" is mostly a pronoun.
_WORD = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join([*UNITS][1:10])}))?|{'|'.join([*UNITS][2:])})"
_NUMBER = rf"(?:\$? ?-?\d[\d,.:/]*\d|\d|{_WORD})(?![\w%]|[.,:/]\d)"
_NO_THING = r"(?:more|less|than|from|back|off|extra|each|bills?|notes?|coins?)\b"
# What lessons are made of; a problem about such things keeps its numbers.
_LESSON = (
    r"problem|task|exercise|question|page|lesson|chapter|hint|worksheet|mistake|student|classmate|homework"
)
# What numbers themselves are counted in, or an answer may well be told in.
_MATHS = (
    r"one|ten|hundred|thousand|tenth|hundredth|thousandth|part|piece|time|unit|dot|cube|block|counter|digit|point|dollar|cent"
    r"|minute|hour|day|second|degree|group|row|set|side|step|item|thing|slice|penny|pennie|nickel|dime|quarter|buck|bill|coin|pair"
    r"|dozen|mile|meter|metre|centimeter|centimetre|inche|inch|feet|pound|ounce|gram|kilogram|liter|litre|percent|jump|hop|mark"
    r"|tally|tallie|finger|third|fourth|fifth|sixth|seventh|eighth|ninth|twelfth|half|halve|whole|zero|number|answer|square|bar|cup"
    r"|more|less|is|was|plus|minus|equal|make|give|leave|remain|goe|fit|follow|come|belong|need|seem|look|work|mean|sound"
)
_NUMBERED = (
    r"january|february|march|april|may|june|july|august|september|october|november|december|bus|house|seat|player|shirt|channel"
    r"|figure|table|example|section|level|volume"
)
_OWN_THINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "13 problems", "4 more tasks"
        rf"(?<![\w.,:/$-])(?P<number>{_NUMBER}) (?:(?:more|other|such|of the|of our) )?(?P<thing>{_LESSON})s?\b",
        # "task 23", "page 25"
        rf"\b(?P<thing>{_LESSON}|step|grade|room) (?:number )?(?P<number>{_NUMBER})",
        # "we have done 4 of these, and 5 are left for homework"
        rf"\b(?:we|you)(?:'ve| have)(?: already| now)? (?:done|solved|finished|worked on) (?P<number>{_NUMBER})",
        rf"(?<![\w.,:/$-])(?P<number>{_NUMBER})(?: are| is)?(?: left| more)? (?:for|as) (?P<thing>homework)\b",
        # "take 3 minutes", "it's 2:35 now"
        rf"\b(?:take|spend|wait|in|for) (?P<number>{_NUMBER}) (?:more )?(?P<thing>minute|second)s?\b",
        rf"\bit(?:'s| is) (?P<number>{_NUMBER}) (?:now|already)\b",
        # "a $48 pair of shoes"
        rf"\b(?:an?|another) (?P<number>\$ ?\d[\d,.]*\d) (?!{_NO_THING})(?P<thing>[a-z]{{3,}})\b",
        # "I have 13 cousins", "there are 13 chairs in this room"
        rf"\b(?:i|we|he|she|my [a-z]+|there)(?:'ve| have| has| had| are| were| saw| bought| read) (?P<number>{_NUMBER}) (?:more )?(?!(?:{_MATHS})s?\b)(?P<thing>[a-z]{{3,}}s)\b",
        # "May 13", "bus 13", "13 years old"
        rf"\b(?:{_NUMBERED}) (?P<number>{_NUMBER})(?! ?[-+*/=×÷])",
        rf"(?P<number>{_NUMBER}) years? (?:old|ago)\b(?![^.?!]*\bnumber\b)",
        # "ten-frame", "base-ten blocks", "a six-sided die", "8 o'clock"
        rf"(?<![\w.])(?P<number>{_NUMBER})[- ](?:frames?|sided|o'clock|sticks?)\b",
        rf"\bbase[- ](?P<number>{_NUMBER})\b",
        # "the run is 3"
        rf"\bthe (?P<thing>run|rise|base|exponent|divisor|dividend|radius|diameter|step|carry) (?:is|was|=) (?P<number>{_NUMBER})",
    )
)
# "You found 3 and 9": digits that the student wrote, if only inside a fraction or a point.
_THEIRS = re.compile(
    rf"\byou (?:found|got|wrote|said|used|saw) (?P<number>{_NUMBER})(?: and (?P<other>{_NUMBER}))?(?! more)",
    re.IGNORECASE,
)
# An example of the tutor's own: it opens with things that are not the problem's.
_EXAMPLE = re.compile(
    r"^(?:so |now |and )?(?:(?:in|for|with|look at|consider|suppose|if)"
    r" (?:an?\b|another\b|the (?:points?|numbers?|pair|sum|equation|expression)\b)"
    r"|(?:in|look at|consider|suppose) (?=[-(\u2212]?\d))",
    re.IGNORECASE,
)
_OF_THEIRS = re.compile(r"\b(?:you|your|yours|here|this|our)\b|\?", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\n.!?]*(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?\n]*")
_ANY_NUMBER = re.compile(rf"\d|\b{_WORD}\b", re.IGNORECASE)
_QUANTITY = re.compile(r"\d[\d.,:/]*\d|\d")
# "(1) Draw it. (2) Count."
_LIST_MARK = re.compile(r"(?:^|(?<=[.?!:;,] )|(?<=\n))\(\d\)(?= [A-Z])")
# Without a number beside a word there is nothing to look for.
_CUE = re.compile(rf"(?:\d|\b{_WORD}) [a-z]|[a-z.:] [-$(]?(?:\d|{_WORD}\b)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def without_other_roles(flat: str, known: str) -> str:
    """The turn with such numbers as "#", in their places; flat and known (what was said before) are plain text."""
    heard = known.lower()
    flat = _LIST_MARK.sub("(#)", flat)
    if not _CUE.search(flat):
        return flat
    for pattern in _OWN_THINGS:
        flat = pattern.sub(lambda match: _masked(match, heard), flat)
    flat = _THEIRS.sub(lambda match: _if_written(match, heard), flat)
    return _without_examples(flat, heard)


def _masked(match: re.Match[str], heard: str) -> str:
    thing = (match.groupdict().get("thing") or "").lower()
    if thing and thing in heard:
        return match[0]
    return _hidden(match[0], match.start("number") - match.start(), len(match["number"]))


def _if_written(match: re.Match[str], heard: str) -> str:
    out = match[0]
    for name in ("number", "other"):
        number = match[name]
        if number and re.search(rf"(?<![\d.]){re.escape(number)}(?!\d|\.\d)", heard):
            out = _hidden(out, match.start(name) - match.start(), len(number))
    return out


def _hidden(text: str, start: int, length: int) -> str:
    return text[:start] + "#" * length + text[start + length :]


def _without_examples(flat: str, heard: str) -> str:
    """Sentences of an example with two numbers of its own or more, and what follows until it is the student's turn."""
    inside, out = False, []
    known = set(_QUANTITY.findall(heard))
    for piece in _SENTENCE.findall(flat):
        lead = piece.strip()
        said = set(_QUANTITY.findall(lead))
        opens = _EXAMPLE.match(lead) and len(said - known) > 1
        inside = bool(opens or (inside and not _OF_THEIRS.search(lead)))
        out.append(_ANY_NUMBER.sub(lambda match: "#" * len(match[0]), piece) if inside else piece)
    return "".join(out)
