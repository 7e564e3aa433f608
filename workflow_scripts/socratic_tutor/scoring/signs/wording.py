"""Whose words the turn holds: the error's, the family's, the hint's, other families'."""

from __future__ import annotations

from functools import lru_cache

from socratic_tutor.records import Item
from socratic_tutor.scoring.authored import (
    families_with,
    like_error,
    like_family,
    words_of_error,
    words_of_family,
)
from socratic_tutor.scoring.empty_talk import STRATEGY
from socratic_tutor.scoring.references import account, content_stems, unquoted
from socratic_tutor.scoring.signs.kinds import Signs, within
from socratic_tutor.scoring.text import plain_text
from socratic_tutor.scoring.values import prompt_text

_EVERYWHERE = 30  # families; a word that more of them share ("first", "step") ties a turn to no error
_HARD = 7  # characters of a stem
_FEW = 3  # families that share a word which is nearly theirs alone


def wording(item: Item, flat: str, unseen: frozenset[str]) -> Signs:
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
    of_rival = item.hint_of not in ("", item.misconception)
    given = content_stems(item.hint) | content_stems(account(item.student_said)) | named
    return {
        "words of the error": min(len(of_error), 4),
        "own words of the error": any(families_with(word) <= _EVERYWHERE for word in of_error),
        "words of the family": min(len(of_family), 4),
        "words of other families": min(len(elsewhere), 5),
        "words of few families": min(sum(families_with(word) <= _FEW for word in elsewhere), 4),
        "words of no family": min(len(rest) - len(elsewhere), 4),
        "hard words of no family": min(sum(len(word) >= _HARD for word in rest - elsewhere), 4),
        "share of foreign words": len(rest) / max(1, len(new)),
        "like turns on the error": within(
            like_error(item.family, item.misconception, found - STRATEGY, unseen), -8, 8
        )
        / 4,
        "like the family": within(likeness, -4, 12) / 4,
        "nearer another family": within(lead, -8, 24) / 8,
        "rival words": min(len(found & (rivals - theirs)), 3),
        "words of the hint": min(len(found & content_stems(item.hint)), 4),
        "words of a rival's hint": min(len(found & content_stems(item.hint)), 4) if of_rival else 0,
        "words of strategy": min(len(found & STRATEGY), 4),
        "nothing but given words": not content_stems(unquoted(item, flat)) - STRATEGY - given,
    }


@lru_cache(maxsize=2048)
def _words_of_rival(rival: str, name: str, cues: tuple[str, ...]) -> frozenset[str]:
    stated = content_stems(" . ".join([name, *(cue.replace("*", "") for cue in cues)]))
    return words_of_error(rival) | stated
