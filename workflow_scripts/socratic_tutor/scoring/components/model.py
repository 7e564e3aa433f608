"""A component: its weights, its threshold, and how a reply's features become a yes or a no."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from socratic_tutor.files import InputError, read_json, write_json

WEIGHTS = Path(__file__).with_name("weights.json")
_SHOWN = 3


@dataclass(frozen=True)
class Component:
    """A logistic regression. name: "guidance.lenient", say. weights: log-odds for a unit of a feature.

    label: what people were asked. C: inverse strength of the L2 penalty. n: replies it was fitted to.
    """

    name: str
    label: str
    intercept: float
    threshold: float
    weights: dict[str, float]
    C: float
    n: int

    def probability(self, features: Mapping[str, float]) -> float:
        """Between 0 and 1. A feature that is absent is 0; KeyError for one of another version."""
        total = self.intercept
        for name, value in features.items():
            if value:
                total += self.weights[name] * value
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))

    def probability_of_known(self, features: Mapping[str, float]) -> float:
        """The same where some features have no weight: a turn's words, of which few are learnt."""
        return self.probability({name: features[name] for name in features if name in self.weights})

    def strongest(self, features: Mapping[str, float]) -> list[tuple[str, float]]:
        """The features that move this reply's log-odds most, with their contributions; one absent is 0."""
        present = ((name, value) for name, value in features.items() if value and name in self.weights)
        moved = [(name, self.weights[name] * value) for name, value in present]
        ranked = sorted(moved, key=lambda pair: (-abs(pair[1]), pair[0]))
        return [(name, by) for name, by in ranked[:_SHOWN] if by]


@cache
def component_of(path: Path) -> Component:
    """The only component of one of the repository's files."""
    (component,) = read_components(path)
    return component


@lru_cache(maxsize=1)
def shipped() -> tuple[Component, ...]:
    """The components of the repository."""
    return tuple(read_components(WEIGHTS))


@lru_cache(maxsize=1)
def seen_problems() -> frozenset[str]:
    """Digests of the problems that the shipped weights were fitted to (human_labels.problem_digest)."""
    return frozenset(read_json(WEIGHTS)["problems"])


def read_components(path: Path) -> list[Component]:
    """Raises InputError for a file of another form, or with a weight that is not finite."""
    document = read_json(path)
    try:
        found = [Component(**row) for row in document["components"]]
    except (KeyError, TypeError) as error:
        raise InputError(f"{path}: holds no components ({error}); fit them again") from None
    for component in found:
        numbers = [component.intercept, component.threshold, *component.weights.values()]
        if not all(math.isfinite(number) for number in numbers):
            raise InputError(f"{path}: {component.name} has a weight that is not finite; fit it again")
    return found


def write_components(path: Path, components: Sequence[Component], problems: Sequence[str]) -> None:
    """Write {"components", "problems"}; weights are rounded to six decimals, so that bytes are stable."""

    def rounded(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: rounded(inner) for key, inner in value.items()}
        return round(value, 6) if isinstance(value, float) else value

    rows = [rounded(asdict(component)) for component in components]
    write_json(path, {"components": rows, "problems": sorted(problems)})
