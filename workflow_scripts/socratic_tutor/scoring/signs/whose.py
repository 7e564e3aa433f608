"""Whose answer, account and way the turn speaks of: this student's, or a rival's as well."""

from __future__ import annotations

import re

from socratic_tutor.records import Item
from socratic_tutor.scoring.accounts import says_own, shared, told_acts
from socratic_tutor.scoring.acts import act_not_theirs
from socratic_tutor.scoring.authored import like_error
from socratic_tutor.scoring.empty_talk import STRATEGY
from socratic_tutor.scoring.other_ways import parts_theirs_alone, values_of, ways
from socratic_tutor.scoring.references import content_stems, their_value
from socratic_tutor.scoring.signs.kinds import Signs, within

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


def whose(item: Item, flat: str, unseen: frozenset[str]) -> Signs:
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
        "another's act": bool(act_not_theirs(item, flat)),
        "their pair of numbers": account_of_theirs.pair,
        "their numbers": min(len(named), 3),
        "checks": checks,
        "checks their answer": answer and checks,
        "answer and problem": answer and not values.isdisjoint(values_of(item.problem) - of_answer),
        "parts theirs alone": parts_theirs_alone(item, flat),
        "compares": bool(_COMPARES.search(flat)),
        "lead of their account": within(account_of_theirs.lead, -2, 2),
        "rival's name": account_of_theirs.rivals_name,
        "like a rival's": _nearer_a_rival(item, content_stems(flat) - STRATEGY, unseen),
    }


def _nearer_a_rival(item: Item, found: frozenset[str], unseen: frozenset[str]) -> float:
    """By how much the turns on a rival's error are likelier to hold these stems than those on theirs."""
    rivals = (like_error(item.family, rival.id, found) for rival in item.rivals)
    lead = max(rivals, default=0.0) - like_error(item.family, item.misconception, found, unseen)
    return within(lead, -8, 8) / 4
