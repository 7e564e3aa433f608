"""Subjects: what a row can be about, and what is held out of every text that a model is trained on."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from functools import cache
from typing import Literal

from socratic_tutor.corpus.cases import case_of
from socratic_tutor.curriculum import FAMILIES, is_held_out
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters
from socratic_tutor.curriculum.matching import mentions

Subject = tuple[Family, Misconception | None]
# known: may be trained on. families, misconceptions: held out by curriculum/held_out.txt.
Which = Literal["known", "families", "misconceptions"]

WITH_MISCONCEPTION = ("misconception", "wants_answer", "stuck")  # students whose error has a rule


def name_of(subject: Subject) -> str:
    """The id of the misconception, or of the family where there is none."""
    family, misconception = subject
    return misconception.id if misconception else family.id


def subjects(
    student_kind: str,
    which: Which = "known",
    *,
    hides_answer: bool = False,
    larger: bool = False,
    has_rival: bool = False,
) -> list[Subject]:
    """What a student of this kind can be about: misconceptions, or families, in an order without meaning.

    hides_answer: leave out families whose problems name their answer ("Which is greater, ...").
    larger: leave out families without larger numbers. has_rival: leave out misconceptions that no rival
    can be mistaken for on one problem. A choice between options has no slip. The order is by hash, and comes
    to a family's second misconception only when every family had its first, so that the first few are as
    balanced over families and bands as can be.
    """
    found: list[Subject] = []
    for family in FAMILIES:
        held = is_held_out(family.id, "")
        if held != (which == "families"):
            continue
        if (hides_answer and not _hides_its_answer(family)) or (larger and family.larger is None):
            continue
        if student_kind in WITH_MISCONCEPTION:
            wanted = which == "misconceptions"
            found += [
                (family, m)
                for m in family.misconceptions
                if is_held_out("", m.id) == wanted and (not has_rival or _has_rival(family, m))
            ]
        elif student_kind != "slip" or has_slips(family):
            found.append((family, None))
    by_hash = sorted(found, key=lambda s: hashlib.sha256(f"{student_kind}:{name_of(s)}".encode()).digest())
    before: Counter[str] = Counter()
    rounds: list[tuple[int, Subject]] = []
    for subject in by_hash:
        rounds.append((before[subject[0].id], subject))
        before[subject[0].id] += 1
    return [subject for _, subject in sorted(rounds, key=lambda pair: pair[0])]


@cache
def has_slips(family: Family) -> bool:
    """Whether most of the family's answers can be off by a little without looking like a wrong rule's."""
    rng = random.Random(f"slips:{family.id}")
    cases = [case_of(family, None, Parameters(family.sample(rng)), rng, slips=True) for _ in range(20)]
    return sum(case is not None for case in cases) > 10


@cache
def _has_rival(family: Family, misconception: Misconception) -> bool:
    """Whether on most problems where the misconception shows, a rival applies as well."""
    rng = random.Random(f"rival:{misconception.id}")
    draws = [Parameters(family.sample(rng)) for _ in range(60)]
    shows = [p for p in draws if misconception.applies_if(p)]
    both = [p for p in shows if any(r.applies_if(p) for r in family.rivals(misconception.id))]
    return 2 * len(both) > len(shows)


@cache
def _hides_its_answer(family: Family) -> bool:
    """Whether most problems of the family do not show their answer (a median stands in its list)."""
    rng = random.Random(f"hides:{family.id}")
    hidden = 0
    for _ in range(20):
        parameters = Parameters(family.sample(rng))
        statement = family.statements[0].format(**parameters, name="Ada", friend="Ben")
        hidden += not mentions(family.solve(parameters), statement)
    return hidden > 10
