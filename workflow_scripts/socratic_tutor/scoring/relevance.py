"""Does the turn take up this student's error, and would it fit another student as well?

Two conditions keep keyword tutors out. To refer is not enough: the turn must also bring mathematics
that student, problem, hint, mission and vocabulary had not said (echoing and restating the hint bring
none). And to be specific it must pass a swap test: more of the authored cues of this misconception
than of any rival, not counting cues that stand in the prompt.
"""

from __future__ import annotations

import re

from socratic_tutor.curriculum.cues import cues_in, plain
from socratic_tutor.records import Item
from socratic_tutor.scoring.arithmetic import relations
from socratic_tutor.scoring.lexicon import maths_terms
from socratic_tutor.scoring.rule import Verdict, scorer
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.values import prompt_text, said, says

_DIGIT = re.compile(r"\d")


def own_cues(item: Item, text: str, cues: list[str]) -> list[str]:
    """The cues that the turn holds and the prompt does not."""
    known = plain(prompt_text(item))
    return [cue for cue in cues_in(plain_text(text), cues) if plain(cue).rstrip("*") not in known]


def reference_to_error(item: Item, text: str) -> str:
    """What ties the turn to the student's error, "" if nothing does."""
    flat = plain_text(text)
    wrong = item.wrong_answer
    if wrong and (said(wrong, item.answer_kind, flat) or says(wrong, flat)):
        return f"their answer {wrong}"
    for value in item.wrong_trace:
        # a value that stands in the problem too says nothing about the student's way
        a_digit_of_it = len(value) == 1 and value in item.problem
        if not (a_digit_of_it or says(value, item.problem)) and says(value, flat):
            return f"their value {value}"
    cues = own_cues(item, text, item.cues)
    return f"cue {cues[0]!r}" if cues else ""


def new_mathematics(item: Item, text: str) -> str:
    """Mathematics of the turn that nobody had said: a cue, a lexicon word, a number relation; or ""."""
    cues = own_cues(item, text, item.cues)
    if cues:
        return f"cue {cues[0]!r}"
    prompt = prompt_text(item)
    terms = maths_terms(plain_text(text)) - maths_terms(plain_text(prompt))
    if terms:
        return f"names {sorted(terms)[0]!r}"
    new = relations(plain_text(text)) - relations(plain_text(prompt))
    return f"relates {sorted(new)[0]}" if new else ""


@scorer("error_relevance")
def error_relevance(item: Item, text: str) -> Verdict:
    reference = reference_to_error(item, text)
    if not reference:
        return False, "refers to nothing of the student's error"
    brought = new_mathematics(item, text)
    if not brought:
        return False, f"refers to {reference}, but adds no mathematics"
    return True, f"refers to {reference}; {brought}"


def scaffolding_class(item: Item, text: str) -> tuple[str, str]:
    """("specific" | "generic" | "off_target", why)."""
    own = own_cues(item, text, item.cues)
    rival, theirs = "", 0
    for candidate in item.rivals:
        hits = len(own_cues(item, text, candidate.cues))
        if hits > theirs:
            rival, theirs = candidate.id, hits
    if theirs > len(own):
        return "off_target", f"fits {rival} better: {theirs} cues against {len(own)}"
    relevant = error_relevance(item, text)
    if relevant.value and len(own) > theirs:
        return "specific", f"own cues {', '.join(map(repr, own[:3]))}; rivals at most {theirs}"
    if _on_topic(item, text):
        return "generic", f"own cues {len(own)}, rivals at most {theirs}; {relevant.evidence}"
    return "off_target", "nothing of the topic"


def _on_topic(item: Item, text: str) -> bool:
    flat = plain_text(text)
    lowered = flat.lower()
    return bool(
        _DIGIT.search(flat)
        or reference_to_error(item, text)
        or maths_terms(flat)
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
