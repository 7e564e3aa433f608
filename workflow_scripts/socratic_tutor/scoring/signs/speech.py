"""Small words that tell what a turn is about to do: to plan, to try a case, to deny, to praise.

They know neither student nor problem. Who takes up an error sets one thing against another ("only", "still",
"really"); who tells the way says what comes first; who speaks of somebody else's error denies it.
"""

from __future__ import annotations

import re

from socratic_tutor.scoring.signs.kinds import Signs, within
from socratic_tutor.scoring.text import words
from socratic_tutor.scoring.word_order import word_order

_MOST = 3
_GROUPS = {
    name: frozenset(block.split())
    for name, block in {
        "words that deny": "not no never nothing nobody none without cannot instead",
        "words that set apart": "but so only just alone though",
        "words that try": "would too than really even still try something every",
        "words of a case": "if suppose imagine say pretend let let's now",
        "words of a plan": "first then next finally each into write read see tell work find begin",
        "words of how many": "many much how",
        "words of duty": "must should has have need needs",
        "words of praise": "like love great good nice super well wonderful proud fun",
        "words of people": "who somebody someone friend friends they he she",
        "words of time": "before after when once already",
        "words of looking again": "again look both sign numbers number",
        "words that say I": "i i'm i'd i've my me we",
        "words that say you": "you",
        "words that say your": "your",
        "words of being": "is are was were",
    }.items()
}
_WHAT_DOES = re.compile(r"\bwhat (?:do|does)\b", re.IGNORECASE)
_YOU_DID = re.compile(
    r"\b(?:did you|have you|you(?:'ve| have| had)? (?:\w+ )?(?:\w+ed|took|did|wrote|put|kept|made|left|got"
    r"|said|went|forgot|lost|read|saw|gave|used))\b",
    re.IGNORECASE,
)


def speech(flat: str) -> Signs:
    spoken = words(flat)
    counts = {name: min(sum(map(group.__contains__, spoken)), _MOST) for name, group in _GROUPS.items()}
    denied = counts["words that deny"] + sum(word.endswith("n't") for word in spoken)
    return {
        **counts,
        "words that deny": min(denied, _MOST),
        "asks what it does": bool(_WHAT_DOES.search(flat)),
        "tells what you did": bool(_YOU_DID.search(flat)),
        "exclamation": "!" in flat,
        "word order": within(word_order(flat).mean, -1, 2),
    }
