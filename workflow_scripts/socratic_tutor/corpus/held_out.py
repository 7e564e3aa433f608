"""The identity of what is held out of every training text: ids and wordings."""

from __future__ import annotations

from socratic_tutor.curriculum import FAMILIES, held_out
from socratic_tutor.dialogue.pressure import ATTACKS
from socratic_tutor.dialogue.students import REWORDED
from socratic_tutor.files import digest_of


def held_out_digest() -> str:
    """sha256 of the hold-out list and of the wordings kept for benchmarks.

    It stands in the embedded base's manifest; where that is another, nothing is "unseen" to the base.
    """
    wordings = [[f.id, f.reworded, [m.reworded for m in f.misconceptions]] for f in FAMILIES]
    return digest_of([sorted(held_out()), wordings, REWORDED, ATTACKS])
