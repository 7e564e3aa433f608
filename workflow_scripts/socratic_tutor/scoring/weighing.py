"""The signs of a turn added up: four logistic regressions, readable in `relevance_weights.json`.

*takes up*: this student's error is met in words of the turn's own. *only theirs*: among the turns that meet
it, no rival's student could use the turn as well. *elsewhere*: the turn belongs to other
problems, whatever value stands in it. *off target*: among the turns that meet no error, not for any student
on this task. Fitted by `tests/scoring/fit_relevance.py` to labelled and to authored turns; used as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from socratic_tutor.records import Item
from socratic_tutor.scoring.components.model import Component, read_components
from socratic_tutor.scoring.rule import per_turn
from socratic_tutor.scoring.signs import Signs, signs

WEIGHTS = Path(__file__).with_name("relevance_weights.json")
REGRESSIONS = ("takes up", "only theirs", "elsewhere", "off target")

# What ties a turn to this student's error: without any of it no weight makes it relevant.
_TIES = (
    "their value",
    "their work",
    "their step",
    "things of the problem",
    "numbers of the problem",
    "words of the error",
    "words of the family",
)
# Their value alone ties advice for any task to them ("Is your 24 close to your estimate?"); these tie it to
# the error or the problem as well.
_TIES_BESIDES = ("their step", "things of the problem", "numbers of the problem", "own words of the error")


@dataclass(frozen=True)
class Weighed:
    """Chances between 0 and 1. why: the signs that weighed most for and against taking up.

    tied: anything of the student, the problem or the error is named. their_value: their value is.
    tied_besides: something else than their value is.
    """

    takes_up: float
    only_theirs: float
    elsewhere: float
    off_target: float
    tied: bool
    their_value: bool
    tied_besides: bool
    why: str

    @property
    def met_here(self) -> float:
        """The chance that the turn takes up the error, and on this problem."""
        return self.takes_up * (1 - self.elsewhere)


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Component]:
    return {component.name: component for component in read_components(WEIGHTS)}


@per_turn
def weighed(item: Item, text: str) -> Weighed:
    return weigh(signs(item, text), _shipped())


def weigh(found: Signs, components: Mapping[str, Component]) -> Weighed:
    """The signs under these weights; KeyError where a regression is missing."""
    met, alone, foreign, off = (components[name].probability(found) for name in REGRESSIONS)
    signs_of_it = _for_and_against(components["takes up"].strongest(found))
    why = (
        f"meets this error {met:.0%} ({signs_of_it}), theirs alone {alone:.0%},"
        f" of another problem {foreign:.0%}, off target {off:.0%}"
    )
    tied, besides = (any(found[name] for name in names) for names in (_TIES, _TIES_BESIDES))
    theirs = bool(found["their value"])
    return Weighed(met, alone, foreign, off, tied=tied, their_value=theirs, tied_besides=besides, why=why)


def _for_and_against(moved: Sequence[tuple[str, float]]) -> str:
    """The signs that weigh most, in words: "for it: question; against it: rival cues"."""
    sides = {"for": [name for name, by in moved if by > 0], "against": [name for name, by in moved if by < 0]}
    return "; ".join(f"{side} it: {', '.join(names)}" for side, names in sides.items() if names)
