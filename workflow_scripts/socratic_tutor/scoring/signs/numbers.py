"""Whose numbers the turn holds: the problem's, the student's, a rival's, or those of a case of its own."""

from __future__ import annotations

import re
from fractions import Fraction

from socratic_tutor.records import Item
from socratic_tutor.scoring.leaks import leak_typed
from socratic_tutor.scoring.other_ways import said_in, values_of, ways
from socratic_tutor.scoring.signs.kinds import Signs
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.values import number_of, numbers_in, prompt_text, quantities_in, says

_STATED = re.compile(
    r"(?:^|[.?!] )([-$]?\d[\d./:,]*\d|\d)[^\s.?!]* (?:is|are|has|was|would|adds|makes|comes|in)\b"
)
# A calculation with numbers, which a line for any task hardly holds: "7 and 23 make", "2 less than 10".
_RECKONS = re.compile(
    r"[\da-z)] ?(?:[+×*÷^=<>]|- (?=\d)|\b(?:times|plus|minus|less than|more than|divided by|of)\b)"
    r" ?[-($]{0,2}\d"
    r"|\d and [-$]?\d[\d.,/:]* (?:makes?|gives?|adds?|is|comes?)\b",
    re.IGNORECASE,
)
# Numbers on which anybody may be told to try a way.
_TRIED_ON_ANY: frozenset[object] = frozenset(map(Fraction, (1, 2, 10, 100, 1000)))


def numbers(item: Item, flat: str) -> Signs:
    here = frozenset(number_of(quantity) for quantity in quantities_in(flat)) - {None}
    new = here - numbers_in(plain_text(prompt_text(item))) - numbers_in(item.wrong_answer)
    stated = [match[1].strip(",") for match in _STATED.finditer(flat)]
    known = "\n".join([prompt_text(item), item.wrong_answer, *item.wrong_trace])
    return {
        "no number": not here,
        "numbers": min(len(here), 5),
        "new numbers": min(len(new), 3),
        "another's value": any(not says(value, known) for value in stated),
        "reckons": min(len(_RECKONS.findall(flat)), 2),
        "answer told": leak_typed(item, flat).value == 1,
        **_by_whose_way(item, flat),
    }


def _by_whose_way(item: Item, flat: str) -> Signs:
    values, way = values_of(flat), ways(item)
    given, said = said_in(item.problem), said_in(item.student_said)
    on_rivals = values & way.on_rivals
    known = way.right | way.on_rivals | way.theirs | given | said
    return {
        "values on a rival's way": min(len(on_rivals), 3),
        "values of a rival's": min(len(on_rivals - given - said), 3),
        "values of the right way": min(len((values & way.right) - given - said), 3),
        "values of a case": min(len(values - known - _TRIED_ON_ANY), 4),
        "share of the problem's values": len(values & given) / max(1, len(values)),
    }
