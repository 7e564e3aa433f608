"""What the turn names of this student and this problem."""

from __future__ import annotations

import re

from socratic_tutor.records import Item
from socratic_tutor.scoring.references import content_stems, their_step, their_value
from socratic_tutor.scoring.signs.kinds import Signs
from socratic_tutor.scoring.taking_up import applied, own_mark
from socratic_tutor.scoring.text import questions, sentences
from socratic_tutor.scoring.values import number_of, numbers_in, quantities_in, said_or_on_their_way, says

_INSTRUCTION = re.compile(
    r"^\W*(?:(?:please|let's|try to|can you|could you) )?(?:draw|sketch|make|plot|set up|use|write|read"
    r"|look|find|estimate|think|check|line up|break|start|underline|graph|label|remember|recall|multiply"
    r"|divide|add|subtract|work|regroup|factor|put|count|show|compare)\b",
    re.IGNORECASE,
)
_YOUR_NUMBER = re.compile(
    r"\byour (?:first |second |last |own |two )?\$?(-?\d[\d.,/:]*\d|-?\d)", re.IGNORECASE
)


def ties(item: Item, flat: str) -> Signs:
    value = their_value(item, flat)
    mark = any(own_mark(item, piece.text) for piece in sentences(flat))
    named = content_stems("\n".join([*item.vocabulary, item.topic]))
    things = (content_stems(item.problem) & content_stems(flat)) - named
    here = {number_of(quantity) for quantity in quantities_in(flat)} - {None}
    given = here & (numbers_in(item.problem) - numbers_in(item.wrong_answer))
    asked = _is_answer(value) and any(_is_answer(their_value(item, p.text)) for p in questions(flat))
    return {
        "their value": bool(value),
        "their answer": _is_answer(value),
        "their answer asked after": asked,
        "their work": mark,
        "their step": bool(their_step(item, flat)),
        "put to use": bool(applied(item, flat)),
        "things of the problem": min(len(things), 4),
        "numbers of the problem": min(len(given), 3),
        "apart from the problem": not things and not given,
        "another's number as theirs": _anothers_as_theirs(item, flat),
        "instruction, no value": bool(_INSTRUCTION.search(flat)) and not value and not mark,
    }


def _is_answer(value: str) -> bool:
    return value.startswith("their answer")


def _anothers_as_theirs(item: Item, flat: str) -> bool:
    """ "Your 86", where they have said 95 and no 86."""
    theirs = said_or_on_their_way(item)
    return any(not says(match[1], theirs) and match[1] not in theirs for match in _YOUR_NUMBER.finditer(flat))
