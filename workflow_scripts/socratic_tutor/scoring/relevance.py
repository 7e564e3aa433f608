"""Does the turn take up this student's error, and would it fit another student as well?

Two conditions keep keyword tutors out. To refer is not enough: the turn must also bring mathematics
that student, problem, hint, mission and vocabulary had not said (echoing and restating the hint bring
none). And to be specific it must pass a swap test: more of the authored cues of this misconception
than of any rival, not counting cues that stand in the prompt.
"""

from __future__ import annotations

import re

from socratic_tutor.records import Item
from socratic_tutor.scoring.affirmation import tells_wrong_is_right
from socratic_tutor.scoring.faithfulness import foreign_value
from socratic_tutor.scoring.leaks import leak_typed
from socratic_tutor.scoring.lexicon import maths_terms
from socratic_tutor.scoring.references import (
    link,
    names_rival,
    new_mathematics,
    own_cues,
    reference_to_error,
    their_step,
)
from socratic_tutor.scoring.rule import Verdict, per_turn, scorer
from socratic_tutor.scoring.taking_up import applied, lists_words, other_act, scene, speaks_of_work, stuffed
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.values import quantities_in

_ADDRESSED = re.compile(r"\byou(?:r|rs)?\b|\?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LINK_WEIGHT = 2  # their value set against the problem outweighs one cue that a rival shares


@scorer("error_relevance")
def error_relevance(item: Item, text: str) -> Verdict:
    if affirmed := tells_wrong_is_right(item, text):
        return False, f"calls the error right: {affirmed}"
    if stuffed(item, text) or lists_words(item, text):
        return False, "given words and their value, nothing asked about them"
    if other := other_act(item, text):
        return False, f"speaks of another error: {other}"
    addressed = _ADDRESSED.search(text) or their_step(item, text)
    if not addressed and leak_typed(item, text).value == 1:
        return False, "tells the answer, and nothing of theirs"
    if taken_up := applied(item, text) or scene(item, text):
        return True, taken_up
    reference = reference_to_error(item, text)
    if not reference:
        return False, "refers to nothing of the student's error"
    brought = new_mathematics(item, text) or link(item, text)
    if not brought:
        return False, f"refers to {reference}, but adds no mathematics"
    return True, f"refers to {reference}; {brought}"


@per_turn
def scaffolding_class(item: Item, text: str) -> tuple[str, str]:
    """("specific" | "generic" | "off_target", why)."""
    if affirmed := tells_wrong_is_right(item, text):
        return "off_target", f"calls the error right: {affirmed}"
    if foreign := foreign_value(item, text):
        return "off_target", f"speaks of another student's work: {foreign}"
    if other := other_act(item, text):
        return "off_target", f"speaks of another error: {other}"
    if lists_words(item, text):
        return "off_target", "lists given words"
    own = own_cues(item, text, item.cues)
    linked = link(item, text)
    weight = len(own) + (_LINK_WEIGHT if linked else 0)
    if not weight and (linked := applied(item, text) or scene(item, text)):
        weight = 1  # in other words: any cue of a rival's outweighs it
    rival, theirs = "", 0
    for candidate in item.rivals:
        hits = len(own_cues(item, text, candidate.cues)) + _LINK_WEIGHT * bool(
            names_rival(item, text, candidate)
        )
        if hits > theirs:
            rival, theirs = candidate.id, hits
    if theirs > weight:
        return "off_target", f"fits {rival} better: {theirs} against {weight}"
    relevant = error_relevance(item, text)
    if relevant.value and weight > theirs:
        why = linked or f"own cues {', '.join(map(repr, own[:3]))}"
        return "specific", f"{why}; {weight} against a rival's {theirs} at most"
    if _on_topic(item, text):
        return "generic", f"own cues {len(own)}, rivals at most {theirs}; {relevant.evidence}"
    return "off_target", "nothing of the topic"


def _on_topic(item: Item, text: str) -> bool:
    flat = plain_text(text)
    lowered = flat.lower()
    return bool(
        _DIGIT.search(flat)
        or quantities_in(flat)
        or reference_to_error(item, text)
        or maths_terms(flat)
        or speaks_of_work(flat)
        or any(word.lower() in lowered for word in [*item.vocabulary, item.topic] if word)
    )


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
