"""Signs that a turn meets this student's error, another's, another topic or any student.

Each is a yes (1) or no (0), or a small count; none knows a single text or family. `weighing` adds them up
with fitted weights where no authored cue decides.
"""

from __future__ import annotations

import re
from functools import lru_cache

from socratic_tutor.records import Item
from socratic_tutor.scoring.accounts import says_own, shared, told_acts
from socratic_tutor.scoring.authored import (
    families_with,
    like_error,
    like_family,
    words_of_error,
    words_of_family,
)
from socratic_tutor.scoring.lexicon import maths_terms
from socratic_tutor.scoring.other_ways import parts_theirs_alone, values_of, ways
from socratic_tutor.scoring.references import (
    account,
    content_stems,
    own_cues,
    their_step,
    their_value,
    unquoted,
)
from socratic_tutor.scoring.rule import per_turn
from socratic_tutor.scoring.steps import finishing_step
from socratic_tutor.scoring.taking_up import STRATEGY, applied, on_topic, own_mark, speaks_of_work
from socratic_tutor.scoring.text import plain_text, sentences, words
from socratic_tutor.scoring.values import number_of, numbers_in, prompt_text, quantities_in, says

_READ = 4000  # characters of a turn that are looked at
_DIGIT = re.compile(r"\d")
_LONG = 12  # words from which a turn is no longer short
_LONGEST = 60  # words beyond which length says nothing more
_EVERYWHERE = 30  # families; a word that more of them share ("first", "step") ties a turn to no error
_FEW = 3  # families that share a word which is nearly theirs alone
_DEFINITION = re.compile(
    r"^(?:\W*(?:what|which|how) (?:is|are|does|do|rule|formula|units?|kind|pattern|operation|strategy)\b"
    r"|how do you\b|which \w+ (?:do|can) you)",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    r"^\W*(?:(?:please|let's|try to|can you|could you) )?(?:draw|sketch|make|plot|set up|use|write|read"
    r"|look|find|estimate|think|check|line up|break|start|underline|graph|label|remember|recall|multiply"
    r"|divide|add|subtract|work|regroup|factor|put|count|show|compare)\b",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(
    r"(?:^|[.,;:!] |\band )(?:is|are|was|were|do|does|did|can|could|would|will|has|have|should)\b[^.?!]*\?",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"(?:^|[.?!] )([-$]?\d[\d./:,]*\d|\d)[^\s.?!]* (?:is|are|has|was|would|adds|makes|comes|in)\b"
)
# "Your way", "your 12", "your answer": what the turn calls the student's own.
_YOUR_WAY = re.compile(
    r"\b(?:your|that|this|the same) (?:own )?(?:way|rule|method|idea|thinking|trick|plan)\b|\bthe way you\b"
    r"|\byou(?:'d| would)\b",
    re.IGNORECASE,
)
_YOUR_NUMBER = re.compile(
    r"\byour (?:first |second |last |own |two )?[-($]?\.?\d"
    r"|\byour (?:answer|result|number|total|sum|product|work|pair|expression)\b",
    re.IGNORECASE,
)
# An answer put to the test, which a rival's answer would fail as well.
_CHECKS = re.compile(
    r"\b(?:check|test|put .{1,30} (?:back|together|into)|plug|comes? (?:out|to)|do you (?:get|arrive|land)"
    r"|arrive|agree|same (?:value|as)|equal|get (?:all|back|the same)|reasonable|make sense|possible"
    r"|let's say|could|can (?:it|that|you|they|every\w+))\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:more|less|fewer|bigger|larger|greater|smaller|longer|shorter|past|between|closer?|near|nearer"
    r"|thinner|thicker|grow|shrink|higher|lower|enough)\b",
    re.IGNORECASE,
)
_TOLD_TO = re.compile(
    r"(?:^|[.?!:] |\n(?:\d\. )?)(?:use|draw|show|write|build|try|make|find|look|think|count|cut|estimate"
    r"|check|multiply|add|list|start|choose|measure|set|line|break|tell)\b",
    re.IGNORECASE,
)

Signs = dict[str, float]


def signs(item: Item, text: str, unseen: frozenset[str] = frozenset()) -> Signs:
    """All signs of one turn, by name.

    unseen: stems of the authored wording that the turn is made of, lest it vouch for itself; for fitting.
    """
    flat = plain_text(text[:_READ])
    return {
        **_ties(item, flat),
        **_whose(item, flat, unseen),
        **_words(item, flat, unseen),
        **_numbers(item, flat),
        **_form(item, flat),
    }


def _ties(item: Item, flat: str) -> Signs:
    value = bool(their_value(item, flat))
    mark = any(own_mark(item, piece.text) for piece in sentences(flat))
    named = content_stems("\n".join([*item.vocabulary, item.topic]))
    things = (content_stems(item.problem) & content_stems(flat)) - named
    numbers = _values(flat) & (numbers_in(item.problem) - numbers_in(item.wrong_answer))
    return {
        "their value": value,
        "their work": mark,
        "their step": bool(their_step(item, flat)),
        "put to use": bool(applied(item, flat)),
        "things of the problem": min(len(things), 4),
        "numbers of the problem": min(len(numbers), 3),
        "apart from the problem": not things and not numbers,
        "instruction, no value": bool(_INSTRUCTION.search(flat)) and not value and not mark,
    }


def _whose(item: Item, flat: str, unseen: frozenset[str]) -> Signs:
    """Whose answer, account and way the turn speaks of: this student's, or a rival's as well."""
    values, account_of_theirs = values_of(flat), shared(item, flat)
    of_answer = values_of(item.wrong_answer)
    answer = their_value(item, flat).startswith("their answer")
    on_their_way = bool(values) and not values.isdisjoint(ways(item).own)
    named = values and values - values_of(item.problem) - of_answer
    named = named and named & values_of(item.student_said)
    acted, _ = told_acts(item, flat)
    way, number = bool(_YOUR_WAY.search(flat)), bool(_YOUR_NUMBER.search(flat))
    checks = bool(_CHECKS.search(flat))
    theirs = any(
        (answer, on_their_way, named, says_own(item, flat), acted, way, number, account_of_theirs.pair)
    )
    told = bool(_TOLD_TO.search(flat))
    return {
        "nothing of theirs": not theirs,
        "told to, nothing of theirs": told and not answer and not says_own(item, flat) and not acted,
        "your number": number,
        "their act": acted,
        "their pair of numbers": account_of_theirs.pair,
        "their numbers": min(len(named), 3),
        "checks": checks,
        "checks their answer": answer and checks,
        "answer and problem": answer and not values.isdisjoint(values_of(item.problem) - of_answer),
        "parts theirs alone": parts_theirs_alone(item, flat),
        "compares": bool(_COMPARES.search(flat)),
        "lead of their account": _within(account_of_theirs.lead, -2, 2),
        "rival's name": account_of_theirs.rivals_name,
        "like a rival's": _nearer_a_rival(item, content_stems(flat) - STRATEGY, unseen),
    }


def _nearer_a_rival(item: Item, found: frozenset[str], unseen: frozenset[str]) -> float:
    """By how much the turns on a rival's error are likelier to hold these stems than those on theirs."""
    rivals = (like_error(item.family, rival.id, found) for rival in item.rivals)
    lead = max(rivals, default=0.0) - like_error(item.family, item.misconception, found, unseen)
    return _within(lead, -8, 8) / 4


def _words(item: Item, flat: str, unseen: frozenset[str]) -> Signs:
    found = content_stems(flat)
    new = found - content_stems(plain_text(prompt_text(item))) - STRATEGY
    error = words_of_error(item.misconception, unseen)
    of_error = new & error
    of_family = (new & words_of_family(item.family, unseen)) - of_error
    rest = new - of_error - of_family
    elsewhere = {word for word in rest if families_with(word)}
    named = content_stems("\n".join([*item.vocabulary, item.mission, item.topic]))
    likeness, lead = like_family(item.family, found - STRATEGY, content_stems(item.problem) | named, unseen)
    rivals = frozenset[str]().union(*(_words_of_rival(r.id, r.name, tuple(r.cues)) for r in item.rivals))
    theirs = error | content_stems(item.student_said) | content_stems(item.problem)
    given = content_stems(item.hint) | content_stems(account(item.student_said)) | named
    return {
        "words of the error": min(len(of_error), 4),
        "own words of the error": any(families_with(word) <= _EVERYWHERE for word in of_error),
        "words of the family": min(len(of_family), 4),
        "words of other families": min(len(elsewhere), 5),
        "words of few families": min(sum(families_with(word) <= _FEW for word in elsewhere), 4),
        "words of no family": min(len(rest) - len(elsewhere), 4),
        "share of foreign words": len(rest) / max(1, len(new)),
        "like turns on the error": _within(
            like_error(item.family, item.misconception, found - STRATEGY, unseen), -8, 8
        )
        / 4,
        "like the family": _within(likeness, -4, 12) / 4,
        "nearer another family": _within(lead, -8, 24) / 8,
        "rival cues": min(max((len(own_cues(item, flat, r.cues)) for r in item.rivals), default=0), 3),
        "rival words": min(len(found & (rivals - theirs)), 3),
        "words of the hint": min(len(found & content_stems(item.hint)), 4),
        "words of strategy": min(len(found & STRATEGY), 4),
        "nothing but given words": not content_stems(unquoted(item, flat)) - STRATEGY - given,
    }


@lru_cache(maxsize=2048)
def _words_of_rival(rival: str, name: str, cues: tuple[str, ...]) -> frozenset[str]:
    stated = content_stems(" . ".join([name, *(cue.replace("*", "") for cue in cues)]))
    return words_of_error(rival) | stated


def _numbers(item: Item, flat: str) -> Signs:
    here = _values(flat)
    new = here - numbers_in(plain_text(prompt_text(item))) - numbers_in(item.wrong_answer)
    stated = [match[1].strip(",") for match in _STATED.finditer(flat)]
    known = "\n".join([prompt_text(item), item.wrong_answer, *item.wrong_trace])
    return {
        "no number": not here,
        "numbers": min(len(here), 5),
        "new numbers": min(len(new), 3),
        "another's value": any(not says(value, known) for value in stated),
    }


def _form(item: Item, flat: str) -> Signs:
    asked = [piece.text for piece in sentences(flat) if piece.question]
    return {
        "question": bool(asked),
        "yes or no": bool(_YES_OR_NO.search(flat)),
        "definition, no number": bool(asked and _DEFINITION.search(asked[-1])) and not _values(flat),
        "last step told": finishing_step(item, flat).value == 1,
        "off topic": not on_topic(item, flat),
        "no mathematics": not _DIGIT.search(flat) and not maths_terms(flat) and not speaks_of_work(flat),
        "length": min(len(words(flat)), _LONG) / _LONG,
        "words": min(len(words(flat)), _LONGEST) / 20,
    }


@per_turn
def _values(text: str) -> frozenset[object]:
    return frozenset(number_of(quantity) for quantity in quantities_in(text)) - {None}


def _within(value: float, low: float, high: float) -> float:
    return max(low, min(value, high))
