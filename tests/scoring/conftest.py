"""Items to judge: one written by hand, and one for each misconception of the curriculum."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fractions_item import FRACTIONS

from socratic_tutor.corpus.rows import Plan, make_row
from socratic_tutor.corpus.subjects import subjects
from socratic_tutor.records import Item


@pytest.fixture
def item() -> Item:
    return Item(**FRACTIONS)


@pytest.fixture
def make_item() -> Callable[..., Item]:
    """The fractions item with fields replaced."""
    return lambda **changes: Item(**{**FRACTIONS, **changes})


@pytest.fixture(scope="session")
def curriculum_items() -> list[Item]:
    """An item for each misconception and kind of student with an error."""
    return [
        make_row(subject, kind, Plan(part, part), f"scoring tests:{kind}:{subject[0].id}:{number}")
        for kind, part in (("misconception", "unseen_problems"), ("wants_answer", "leak"))
        for number, subject in enumerate(subjects(kind))
    ]
