"""The signs of a turn added up by seven logistic regressions, readable in `relevance_weights.json`.

Three ask whose turn it is: another problem's (*elsewhere*), a rival's student's (*a rival's*) or any
student's (*anybody's*). They learn from authored turns, of which there are as many as one likes. Four ask
what the turn does here: it *takes up* this student's error, and is *specific*, *generic* or *off target*.
They learn from labelled turns, and a little from authored ones. Fitted by `tests/scoring/fit_relevance.py`;
used as they are.
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
WHOSE = ("elsewhere", "a rival's", "anybody's")
CLASSES = ("specific", "generic", "off target")
REGRESSIONS = (*WHOSE, "takes up", *CLASSES)

# What ties a turn to this error or problem; their value alone may stand in advice for any task ("Is your 24
# close to your estimate?").
_TIES = (
    "own cues",
    "their step",
    "their act",
    "their pair of numbers",
    "things of the problem",
    "numbers of the problem",
    "values of a case",
    "words of the error",
    "words of the family",
)
_STRANGE = 3  # hard words of no family, of which advice for any task is not made


@dataclass(frozen=True)
class Weighed:
    """chances: between 0 and 1, by regression. likeliest: of CLASSES. tied: to more of error or problem than
    the student's value. cued: by words authored of this error. rivals: by as many of a rival's. strange: in
    words that the curriculum does not know. why: the chances, and what speaks for and against the likeliest.
    """

    chances: Mapping[str, float]
    likeliest: str
    tied: bool
    cued: bool
    rivals: bool
    strange: bool
    why: str


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Component]:
    return {component.name: component for component in read_components(WEIGHTS)}


@per_turn
def weighed(item: Item, text: str) -> Weighed:
    return weigh(signs(item, text), _shipped())


def weigh(found: Signs, components: Mapping[str, Component]) -> Weighed:
    """The signs under these weights; KeyError where a regression is missing."""
    present = {name: sign for name, sign in found.items() if sign}
    chances = {name: components[name].probability(present) for name in REGRESSIONS}
    likeliest = max(CLASSES, key=chances.__getitem__)
    shares = ", ".join(f"{name} {chances[name]:.0%}" for name in REGRESSIONS)
    why = f"{shares} ({_for_and_against(components[likeliest].strongest(present))})"
    tied, cued = any(found[name] for name in _TIES), found["own cues"] > 0
    rivals, strange = bool(found["as many cues of a rival"]), found["hard words of no family"] >= _STRANGE
    return Weighed(chances, likeliest, tied, cued, rivals, strange, why)


def _for_and_against(moved: Sequence[tuple[str, float]]) -> str:
    """The signs that weigh most, in words: "for it: question; against it: rival cues"."""
    sides = {"for": [name for name, by in moved if by > 0], "against": [name for name, by in moved if by < 0]}
    return "; ".join(f"{side} it: {', '.join(names)}" for side, names in sides.items() if names)
