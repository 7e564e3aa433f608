"""What a turn says that the student did, and whether it is what this student did.

"You doubled the 4" speaks to a student who doubled; to one who added, it speaks of somebody else. The
student's acts are known from their own words, from the hint where it names their error, and from how the
curriculum names and explains the error.
"""

from __future__ import annotations

import re
from functools import lru_cache

from socratic_tutor.records import Item
from socratic_tutor.scoring.authored import account_of
from socratic_tutor.scoring.references import content_stems, stem, their_value
from socratic_tutor.scoring.rule import per_turn
from socratic_tutor.scoring.text import plain_text, words
from socratic_tutor.scoring.values import quantities_in, said_or_on_their_way, says

_READ = 4000  # characters of a turn that are looked at
_ASCRIBES = re.compile(
    r"\b(?:you (?:have |had |just |only |first |then )?(?!are|can|may|will|would|could|should|do|need|see)"
    r"[a-z]{2,14}(?:ed|ot|nt|ok|ut|ade|aid|ote|ave|ook|new|ept|eft|old)\b|did you\b(?: only| just)?)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:you (?:only |just )?(?:said|wrote|got|found|answered|gave|have written)"
    r"|you [^.?!,;]{1,60} and (?:got|found|wrote|said|get)) ",
    re.IGNORECASE,
)
# Past forms that endings do not tell.
_PRESENT = {
    "took": "take",
    "left": "leave",
    "forgot": "forget",
    "kept": "keep",
    "gave": "give",
    "drew": "draw",
    "began": "begin",
    "lost": "lose",
    "built": "build",
    "threw": "throw",
    "brought": "bring",
    "slid": "slide",
    "put": "put",
    "cut": "cut",
    "split": "split",
    "let": "let",
}
_ACT = re.compile(
    r"(?:^|[.!?;,:]\s|\band |\bbut |\bso |\bbecause )you "
    r"(?:(?:have|had|just|only|both|also|first|then|simply|did) )*"
    rf"([a-z]{{2,14}}ed|{'|'.join(_PRESENT)})\b",
    re.IGNORECASE,
)
_CLAUSE, _CLAUSE_END = 90, re.compile(r"[.?!;](?:\s|$)")  # characters that belong to an act
# What every student does: no act by which one would be known.
_ANYBODYS = frozenset(
    stem(word)
    for word in """
    want need notice look use stop pick work turn jump answer ask give try start check explain show solve
    realize remember finish
    """.split()  # noqa: SIM905 - reads as a list of words
)
_DENIED = re.compile(r"\b(?:not|don't|instead of|rather than|stop|never) ([a-z]{3,14})\b", re.IGNORECASE)


@lru_cache(maxsize=256)
def _acts_of(item: Item) -> frozenset[str]:
    hint = item.hint if item.hint_of in ("", item.misconception) else ""
    said = words(f"{item.student_said} {hint}")
    own = {stem(word) for word in said} | {stem(_PRESENT[word]) for word in said if word in _PRESENT}
    return frozenset(own) | account_of(item.misconception)


@per_turn
def act_not_theirs(item: Item, text: str) -> str:
    """The first act that the turn ascribes to the student and that they did not do; or "".

    With their value ("you took 2/7 of a pizza home") it may be a story: then only a rival's act is another's.
    """
    flat = plain_text(text[:_READ])
    for match in _ACT.finditer(flat):
        verb = match[1].lower()
        act = stem(_PRESENT.get(verb, verb))
        if act in _ANYBODYS or act in _acts_of(item):
            continue
        clause = _CLAUSE_END.split(flat[match.end() : match.end() + _CLAUSE])[0]
        rivals = frozenset[str]().union(*(account_of(rival.id) for rival in item.rivals))
        if act in rivals or not their_value(item, clause):
            return match.group().lstrip(".!?;,: \n")
    return ""


@per_turn
def denies_act(item: Item, text: str) -> bool:
    """Whether the turn tells the student not to do what they did: "instead of dividing it"."""
    denied = (stem(match[1].lower()) for match in _DENIED.finditer(plain_text(text[:_READ])))
    return any(act in _acts_of(item) and act not in _ANYBODYS for act in denied)


@per_turn
def other_act(item: Item, text: str) -> str:
    """An act or a result that the turn ascribes to the student and that a rival's student did; or ""."""
    flat = plain_text(text[:_READ])
    theirs = said_or_on_their_way(item)
    for match in _RESULT.finditer(flat):
        for quantity in quantities_in(flat[match.end() : match.end() + 40])[:1]:
            at_once = quantity.start <= 2 and not re.fullmatch(r"[A-Za-z ]+", quantity.text)
            if at_once and not says(quantity.text.strip(), theirs) and quantity.text.strip() not in theirs:
                return f"{match.group().strip()} {quantity.text.strip()}, which is not theirs"
    ascribed = list(_ASCRIBES.finditer(flat))
    if not ascribed:
        return ""
    own = content_stems(f"{item.student_said}\n{item.problem}")
    if item.hint_of == item.misconception:
        own |= content_stems(item.hint)
    acted = content_stems(f"{item.student_said}\n{item.hint}")
    for match in ascribed:
        clause = _CLAUSE_END.split(flat[match.start() : match.start() + _CLAUSE])[0]
        act = content_stems(clause)
        for rival in item.rivals:
            verb = stem(words(rival.name)[0]) if words(rival.name) else ""
            found = sorted((content_stems(rival.name) - own) & act)
            if found or (verb in act and verb not in acted):
                found = found or [verb]
                return f"{rival.name} ({found[0]})"
    return ""
