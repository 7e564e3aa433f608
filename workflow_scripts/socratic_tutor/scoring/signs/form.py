"""The form of the turn: what it asks or tells, and how much of it there is."""

from __future__ import annotations

import re

from socratic_tutor.records import Item
from socratic_tutor.scoring.acts import denies_act
from socratic_tutor.scoring.empty_talk import speaks_of_work
from socratic_tutor.scoring.last_steps import finishing_step
from socratic_tutor.scoring.leaks import leak_typed
from socratic_tutor.scoring.lexicon import maths_terms
from socratic_tutor.scoring.references import their_value
from socratic_tutor.scoring.signs.kinds import Signs
from socratic_tutor.scoring.taking_up import own_mark
from socratic_tutor.scoring.text import questions, sentences, words

_YOURS = re.compile(r"\byours?\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONG = 12  # words from which a turn is no longer short
_LONGEST = 60  # words beyond which length says nothing more
_DEFINITION = re.compile(
    r"^(?:\W*(?:what|which|how) (?:is|are|does|do|rule|formula|units?|kind|pattern|operation|strategy)\b"
    r"|how do you\b|which \w+ (?:do|can) you)",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(
    r"(?:^|[.,;:!] |\band )(?:is|are|was|were|do|does|did|can|could|would|will|has|have|should)\b[^.?!]*\?",
    re.IGNORECASE,
)


def form(item: Item, flat: str) -> Signs:
    asked, number = questions(flat), bool(_DIGIT.search(flat))
    defines = bool(asked and _DEFINITION.search(asked[-1].text))
    return {
        "question": bool(asked),
        "questions": min(len(asked), 3),
        "sentences": min(len(sentences(flat)), 4),
        "yes or no": bool(_YES_OR_NO.search(flat)),
        "definition, no number": defines and not number,
        "last step told": finishing_step(item, flat).value == 1,
        "tells the way alone": _only_tells(item, flat),
        "no mathematics": not number and not maths_terms(flat) and not speaks_of_work(flat),
        "length": min(len(words(flat)), _LONG) / _LONG,
        "words": min(len(words(flat)), _LONGEST) / 20,
    }


def _only_tells(item: Item, flat: str) -> bool:
    """Whether it tells the answer or the last step, asks nothing and speaks of nothing that is theirs."""
    if leak_typed(item, flat).value != 1 and finishing_step(item, flat).value != 1:
        return False
    theirs = their_value(item, flat) or any(own_mark(item, piece.text) for piece in sentences(flat))
    return not (questions(flat) or theirs or _YOURS.search(flat) or denies_act(item, flat))
