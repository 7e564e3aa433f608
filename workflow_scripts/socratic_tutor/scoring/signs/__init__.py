"""Signs that a turn meets this student's error, another's, another topic or any student.

Each is a yes (1) or no (0), or a small count or share; none knows a single text or family. A sign may mean
another thing beside the student's value than without it, so there it counts once more, under a name of its
own. `weighing` adds them up with fitted weights where no authored cue decides.
"""

from __future__ import annotations

from socratic_tutor.records import Item
from socratic_tutor.scoring.signs.form import form
from socratic_tutor.scoring.signs.kinds import Signs
from socratic_tutor.scoring.signs.numbers import numbers
from socratic_tutor.scoring.signs.speech import speech
from socratic_tutor.scoring.signs.swap import swap
from socratic_tutor.scoring.signs.ties import ties
from socratic_tutor.scoring.signs.whose import whose
from socratic_tutor.scoring.signs.wording import wording
from socratic_tutor.scoring.text import plain_text

__all__ = ["Signs", "signs"]

_READ = 4000  # characters of a turn that are looked at
# What ties a turn to error or problem beyond numbers, which a canned line may hold as well.
_MORE = (
    "own cues",
    "their step",
    "their act",
    "things of the problem",
    "words of the error",
    "words of the family",
)


def signs(item: Item, text: str, unseen: frozenset[str] = frozenset()) -> Signs:
    """All signs of one turn, by name.

    unseen: stems of the authored wording that the turn is made of, lest it vouch for itself; for fitting.
    """
    flat = plain_text(text[:_READ])
    found = {
        **ties(item, flat),
        **swap(item, flat),
        **whose(item, flat, unseen),
        **wording(item, flat, unseen),
        **numbers(item, flat),
        **form(item, flat),
        **speech(flat),
    }
    found["answer and problem, nothing else"] = found["answer and problem"] and not any(map(found.get, _MORE))
    beside = bool(found["their value"])
    return found | {f"{name}, beside their value": sign if beside else 0 for name, sign in found.items()}
