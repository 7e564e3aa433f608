"""Does the turn take up this student's error, and would it fit another student as well?

Two conditions keep keyword tutors out. To refer is not enough: the turn must also bring mathematics
that student, problem, hint, mission and vocabulary had not said (echoing and restating the hint bring
none). And to be specific it must pass a swap test: more of the authored cues of this misconception
than of any rival, not counting cues that stand in the prompt. Where no cue decides, the signs of `signs`
are weighed (`weighing`). Faults come first: what speaks of another's value or act takes up nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from socratic_tutor.records import Item
from socratic_tutor.scoring.accounts import told_acts
from socratic_tutor.scoring.acts import act_not_theirs, denies_act
from socratic_tutor.scoring.affirmation import tells_wrong_is_right
from socratic_tutor.scoring.faithfulness import foreign_value
from socratic_tutor.scoring.leaks import leak_typed
from socratic_tutor.scoring.lexicon import maths_terms
from socratic_tutor.scoring.other_ways import rivals_value
from socratic_tutor.scoring.references import link, names_rival, own_cues, their_value
from socratic_tutor.scoring.rule import Verdict, per_turn, scorer
from socratic_tutor.scoring.steps import finishing_step
from socratic_tutor.scoring.taking_up import (
    adds_nothing,
    lists_words,
    on_topic,
    other_act,
    own_mark,
    stuffed,
)
from socratic_tutor.scoring.text import plain_text, sentences, words
from socratic_tutor.scoring.values import prompt_text, says
from socratic_tutor.scoring.weighing import Weighed, weighed

_BUT = re.compile(r"\bbut\b", re.IGNORECASE)
_YOURS = re.compile(r"\byours?\b", re.IGNORECASE)
_LINK_WEIGHT = 2  # their value set against the problem outweighs one cue that a rival shares
_NO_CHANCE = 2  # cues of a rival without any of the student's
# Chosen on the development turns by cross-validation: see tests/scoring/fit_relevance.py.
_TAKES_UP, _ONLY_THEIRS, _MET_HERE, _OFF_TARGET, _ELSEWHERE, _HERE = 0.45, 0.45, 0.28, 0.6, 0.8, 0.5


@dataclass(frozen=True)
class Reading:
    """relevant: takes up the error. of: "specific", "generic" or "off_target".

    firm: no weight changes it; a single cue may stand in another problem's turn by chance.
    """

    relevant: bool
    of: str
    why: str
    firm: bool = True


def by_rules(item: Item, text: str) -> Reading | None:
    """What faults and authored cues settle; None where the signs must be weighed."""
    if fault := _fault(item, text):
        return Reading(False, "off_target", fault)
    if _only_tells(item, text):
        return Reading(False, "generic", "tells the way, and nothing of theirs")
    if not on_topic(item, text):
        return Reading(False, "off_target", "nothing of the topic")
    if adds_nothing(item, text):
        return Reading(False, "generic", "adds nothing to what was said")
    if by_cues := _swapped(item, text):
        return by_cues
    if rivals := _rivals(item, text):
        return Reading(False, "off_target", rivals)
    if other := act_not_theirs(item, text):
        return Reading(False, "off_target", f"speaks of another's act: {other}")
    return None


@per_turn
def _reading(item: Item, text: str) -> Reading:
    settled = by_rules(item, text)
    return settled if settled and settled.firm else reading(item, text, settled, weighed(item, text))


def reading(item: Item, text: str, settled: Reading | None, found: Weighed) -> Reading:
    """What the weighed signs make of a turn that `by_rules` has not settled firmly."""
    if settled and found.elsewhere < _ELSEWHERE:
        return settled
    read = classify(found)
    if read.relevant and stuffed(item, text):
        return replace(read, relevant=False, of="generic")
    if not read.relevant and found.elsewhere < _ELSEWHERE and (why := _asks_of_their_value(item, text)):
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
    """The class by the weighed signs. With their value on this problem a turn is never off target."""
    relevant = found.tied and found.takes_up > _TAKES_UP and found.elsewhere < _ELSEWHERE
    if relevant and found.tied_besides and found.only_theirs > _ONLY_THEIRS and found.met_here > _MET_HERE:
        return Reading(True, "specific", found.why)
    theirs = found.their_value and found.elsewhere < _HERE
    off = not relevant and found.off_target > _OFF_TARGET and not theirs
    return Reading(relevant, "off_target" if off else "generic", found.why)


def _fault(item: Item, text: str) -> str:
    """What puts the turn off target at once; or ""."""
    if not words(text) and not any(character.isdigit() for character in text):
        return "says nothing"
    if (affirmed := tells_wrong_is_right(item, text)) and not _asks_after_but(plain_text(text)):
        return f"calls the error right: {affirmed}"
    if foreign := foreign_value(item, text):
        return f"speaks of another student's work: {foreign}"
    if other := other_act(item, text):
        return f"speaks of another error: {other}"
    return "lists words" if lists_words(item, text) else ""


def _asks_after_but(flat: str) -> bool:
    """Whether praise goes on into a question about the error."""
    but = _BUT.search(flat)
    return but is not None and "?" in flat[but.end() :]


def _rivals(item: Item, text: str) -> str:
    """A rival's act told to the student, or a value that only a rival reaches in place of theirs; or ""."""
    if act := told_acts(item, text)[1]:
        return f"tells a rival's act: {act}"
    value = rivals_value(item, plain_text(text))
    return "" if not value or says(item.wrong_answer, plain_text(text)) else f"a rival's value: {value}"


def _only_tells(item: Item, text: str) -> bool:
    """Whether it tells the answer or the last step, asks nothing and speaks of nothing that is theirs."""
    if leak_typed(item, text).value != 1 and finishing_step(item, text).value != 1:
        return False
    flat, pieces = plain_text(text), sentences(text)
    theirs = their_value(item, flat) or any(own_mark(item, piece.text) for piece in pieces)
    asks = any(piece.question for piece in pieces)
    return not (asks or theirs or _YOURS.search(flat) or denies_act(item, text))


def _swapped(item: Item, text: str) -> Reading | None:
    """The verdict of the authored cues. None where the turn holds none of this misconception's, and of a
    rival's one at most: a single word may be there by chance."""
    own = own_cues(item, text, item.cues)
    linked = link(item, text)
    weight = len(own) + (_LINK_WEIGHT if linked else 0)
    rival, theirs = "", 0
    for candidate in item.rivals:
        hits = len(own_cues(item, text, candidate.cues)) + _LINK_WEIGHT * bool(
            names_rival(item, text, candidate)
        )
        if hits > theirs:
            rival, theirs = candidate.id, hits
    if not own and theirs < _NO_CHANCE:
        return None
    if theirs > weight:
        return Reading(False, "off_target", f"fits {rival} better: {theirs} against {weight}")
    if not own:
        return None
    if theirs == weight:
        return Reading(True, "generic", f"fits {rival} as well: {theirs} against {weight}")
    why = linked or f"own cues {', '.join(map(repr, own[:3]))}"
    return Reading(True, "specific", f"{why}; {weight} against a rival's {theirs} at most", weight > 1)


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
