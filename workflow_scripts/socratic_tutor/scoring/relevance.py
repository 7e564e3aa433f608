"""Does the turn take up this student's error, and would it fit another student as well?

Two conditions keep keyword tutors out. To refer is not enough: the turn must also bring mathematics
that student, problem, hint, mission and vocabulary had not said (echoing and restating the hint bring
none). And to be specific it must pass a swap test: authored cues of this misconception, or its student's
value set against the problem, and no rival's as much; cues that stand in the prompt do not count. Where that
decides nothing, the signs of `signs` are weighed (`weighing`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from socratic_tutor.records import Item, Rival
from socratic_tutor.scoring.affirmation import tells_wrong_is_right
from socratic_tutor.scoring.empty_talk import adds_nothing, lists_words, on_topic, stuffed
from socratic_tutor.scoring.lexicon import maths_terms
from socratic_tutor.scoring.questions import asks_something
from socratic_tutor.scoring.references import link, names_rival, own_cues, their_value
from socratic_tutor.scoring.rule import Verdict, per_turn, scorer
from socratic_tutor.scoring.text import plain_text, sentences, words
from socratic_tutor.scoring.values import prompt_text
from socratic_tutor.scoring.weighing import Weighed, weighed

_DIGIT = re.compile(r"\d")
_BUT = re.compile(r"\bbut\b", re.IGNORECASE)
_LINK_WEIGHT = 2  # their value set against the problem outweighs one cue that a rival shares
_NO_CHANCE = 2  # cues; a single word may be there by chance
# Chances from which a turn is taken for somebody else's (in spite of a cue of this error, which may be there
# by chance), and for one that takes up the error. Chosen on the development turns by cross-validation: see
# tests/scoring/fit_relevance.py.
_SOMEBODY_ELSES, _ANYBODYS, _IN_SPITE_OF_A_CUE, _TAKES_UP = 0.8, 0.85, 0.9, 0.4
_CUED = 0.3  # the chance of a specific turn that is enough where it holds a cue of this error


@dataclass(frozen=True)
class Reading:
    """relevant: takes up the error. of: "specific", "generic" or "off_target"."""

    relevant: bool
    of: str
    why: str


def by_rules(item: Item, text: str) -> Reading | None:
    """What rules settle; None where the signs must be weighed."""
    if fault := _fault(item, text):
        return Reading(False, "off_target", fault)
    if not on_topic(item, text):
        of = "generic" if asks_something(text) else "off_target"
        return Reading(False, of, "nothing of topic, problem or mathematics")
    if adds_nothing(item, text):
        of = "generic" if _of_use(plain_text(text)) else "off_target"
        return Reading(False, of, "adds nothing to what was said")
    return _swapped(item, text)


def _of_use(flat: str) -> bool:
    """Whether what adds nothing is more than praise: it asks, or holds a number or a word of mathematics."""
    return "?" in flat or bool(_DIGIT.search(flat) or maths_terms(flat))


@per_turn
def _reading(item: Item, text: str) -> Reading:
    return by_rules(item, text) or reading(item, text, weighed(item, text))


def reading(item: Item, text: str, found: Weighed) -> Reading:
    """What the weighed signs make of a turn that `by_rules` has not settled."""
    read = classify(found)
    if read.relevant and stuffed(item, text):
        return replace(read, relevant=False, of="generic")
    here = found.chances["elsewhere"] < _SOMEBODY_ELSES
    if read.of == "generic" and here and not read.relevant and (why := _asks_of_their_value(item, text)):
        return Reading(True, "generic", f"{why}; {read.why}")
    return read


def _asks_of_their_value(item: Item, text: str) -> str:
    """Their value put into a mathematical question that serves any student; or ""."""
    flat = plain_text(text)
    if stuffed(item, text) or not (value := their_value(item, flat)):
        return ""
    named = maths_terms(flat) - maths_terms(plain_text(prompt_text(item)))
    asked = any(piece.question for piece in sentences(flat))
    return f"asks of {value}, for any student, with {min(named)!r}" if named and asked else ""


def classify(found: Weighed) -> Reading:
    """The class by the weighed signs: what is somebody else's takes nothing up."""
    chances, of = found.chances, found.likeliest.replace(" ", "_")
    anybodys = chances["anybody's"] >= _ANYBODYS and not found.cued and not found.strange
    elsewhere = chances["elsewhere"] >= (_IN_SPITE_OF_A_CUE if found.cued else _SOMEBODY_ELSES)
    if elsewhere or chances["a rival's"] >= _SOMEBODY_ELSES:
        rather_anybodys = anybodys and chances["anybody's"] > chances["elsewhere"]
        of = "generic" if rather_anybodys or of == "generic" else "off_target"
        whose = "another problem" if elsewhere else "a rival's student"
        return Reading(False, of, f"reads like a turn for {whose}: {found.why}")
    if of == "generic" and found.cued and not found.rivals and chances["specific"] > _CUED:
        of = "specific"
    relevant = of != "off_target" and chances["takes up"] > _TAKES_UP
    against = {
        "would fit any student": anybodys,
        "holds as many cues of a rival": found.rivals,
        "does not take up the error": not relevant,
        "nothing ties it to this error": not found.tied,
    }
    reasons = [reason for reason, holds in against.items() if holds]
    if of == "specific" and reasons:
        return Reading(relevant, "generic", f"{reasons[0]}: {found.why}")
    return Reading(relevant, of, found.why)


def _fault(item: Item, text: str) -> str:
    """What puts the turn off target at once; or ""."""
    if not words(text) and not any(character.isdigit() for character in text):
        return "says nothing"
    if (affirmed := tells_wrong_is_right(item, text)) and not _asks_after_but(plain_text(text)):
        return f"calls the error right: {affirmed}"
    return "lists words" if lists_words(item, text) else ""


def _asks_after_but(flat: str) -> bool:
    """Whether praise goes on into a question about the error."""
    but = _BUT.search(flat)
    return but is not None and "?" in flat[but.end() :]


def _swapped(item: Item, text: str) -> Reading | None:
    """Specific by several authored cues, or by one and their value set against the problem; else None."""
    own = own_cues(item, text, item.cues)
    linked = link(item, text) if own else ""
    weight = len(own) + (_LINK_WEIGHT if linked else 0)
    if weight < _NO_CHANCE:
        return None
    theirs = max((_rivals_weight(item, text, rival) for rival in item.rivals), default=0)
    if theirs >= weight:
        return None
    why = linked or f"own cues {', '.join(map(repr, own[:3]))}"
    return Reading(True, "specific", f"{why}; {weight} against a rival's {theirs} at most")


def _rivals_weight(item: Item, text: str, rival: Rival) -> int:
    return len(own_cues(item, text, rival.cues)) + _LINK_WEIGHT * bool(names_rival(item, text, rival))


@scorer("error_relevance")
def error_relevance(item: Item, text: str) -> Verdict:
    found = _reading(item, text)
    return found.relevant, found.why


@per_turn
def scaffolding_class(item: Item, text: str) -> tuple[str, str]:
    """("specific" | "generic" | "off_target", why)."""
    found = _reading(item, text)
    return found.of, found.why


@scorer("scaffolding.specific")
def scaffolding_specific(item: Item, text: str) -> Verdict:
    found, why = scaffolding_class(item, text)
    return found == "specific", why


@scorer("scaffolding.generic", empty=0)  # an empty reply is off target
def scaffolding_generic(item: Item, text: str) -> Verdict:
    found, why = scaffolding_class(item, text)
    return found == "generic", why


@scorer("scaffolding.off_target")
def scaffolding_off_target(item: Item, text: str) -> Verdict:
    found, why = scaffolding_class(item, text)
    return found == "off_target", why
