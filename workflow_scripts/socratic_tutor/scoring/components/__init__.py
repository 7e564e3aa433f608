"""What people judge in a tutor's turn, from the conversation and the reply alone.

Four components of MRBench's guideline (Maurya et al. 2025): is the student's error identified, is it located,
is there guidance, does the student know what to do next. And the four talk moves of MathDial (Macina et al.
2023). Each is a logistic regression over the features of `features.py`, its weights readable in
`weights.json`; fitted to human labels, used as they are everywhere, fitted anew only on request.

    score_components([{"role": "user", "content": "1/3 + 1/4 = 2/7"}], "Is 2/7 more than 1/3?")

Unlike the scorers of `scoring`, these know neither the right answer nor the misconception: they serve to
judge anybody's tutor as people would, not to decide `ideal_turn`.
"""

from __future__ import annotations

from collections.abc import Sequence

from socratic_tutor.records import Message
from socratic_tutor.scoring.components.model import Component, shipped
from socratic_tutor.scoring.rule import TurnScore

__all__ = ["score_components"]


def score_components(
    history: Sequence[Message], reply: str, components: Sequence[Component] | None = None
) -> list[TurnScore]:
    """Each component of one reply: 1 or 0, with the features that weighed most.

    history: the conversation so far, the student as "user" and the tutor as "assistant"; a system message is
    not read. components: others than the shipped ones. An empty reply has none of them, one that says nothing
    has none that takes content, and what is there strictly is there leniently (`verdicts.settled`).
    """
    from socratic_tutor.scoring.components.features import features
    from socratic_tutor.scoring.components.verdicts import settled

    tried = shipped() if components is None else components
    if not reply.strip():
        return [TurnScore(component.name, 0, "empty reply") for component in tried]
    found = features(history, reply)
    chances = {component.name: component.probability(found) for component in tried}
    over = {component.name: int(chances[component.name] > component.threshold) for component in tried}
    verdicts = settled(over, reply)
    scores = []
    for component in tried:
        value, rule = verdicts[component.name]
        why = ", ".join(f"{name} {weight:+.2f}" for name, weight in component.strongest(found))
        said = f"p = {chances[component.name]:.2f} against {component.threshold:.2f} ({why})"
        scores.append(TurnScore(component.name, value, f"{said}; {rule}" if rule else said))
    return scores
