"""Every family's right answer, found again by another method (second_method/): 200 draws each."""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from socratic_tutor.curriculum import FAMILIES, family
from socratic_tutor.curriculum.catalogue import Parameters


def _answers() -> dict[str, Callable[[Parameters], Any]]:
    found: dict[str, Callable[[Parameters], Any]] = {}
    for path in sorted((Path(__file__).parent / "second_method").glob("*.py")):
        spec = spec_from_file_location(f"second_method_{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        assert not set(found) & set(module.ANSWERS), path.name
        found.update(module.ANSWERS)
    return found


ANSWERS = _answers()


def test_every_family_has_a_second_method() -> None:
    assert sorted(ANSWERS) == sorted(f.id for f in FAMILIES)


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_both_methods_agree(name: str) -> None:
    entry = family(name)
    rng = random.Random(f"second method:{name}")
    draws = [entry.sample(rng) for _ in range(200)] + [entry.larger(rng) for _ in range(30) if entry.larger]
    for draw in draws:
        parameters = Parameters(draw)
        assert ANSWERS[name](parameters) == entry.solve(parameters).value, dict(parameters)
