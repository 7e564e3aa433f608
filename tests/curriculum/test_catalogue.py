"""Every entry of the curriculum holds what its record promises."""

from __future__ import annotations

import csv
import json
import random
import re
from pathlib import Path

import pytest

from socratic_tutor.corpus.cases import PARTS, draw_case, part_of
from socratic_tutor.curriculum import FAMILIES, family
from socratic_tutor.curriculum.__main__ import COLUMNS, rows
from socratic_tutor.curriculum.answers import KINDS, same
from socratic_tutor.curriculum.catalogue import ERROR_MOVES, GRADE_BANDS, Family, Misconception, Parameters

HERE = Path(__file__).parent
COMMON_CORE_CODE = re.compile(r"(K|\d|HS[A-Z]-[A-Z]+)(\.[A-Z]+)?\.[A-Z]\.\d+[a-z]?")  # 5.NF.A.1, HSA-APR.A.1
ENTRIES = [(f, m) for f in FAMILIES for m in f.misconceptions]
NAMES = [m.id for _, m in ENTRIES]
EXAMPLES = [
    row
    for path in sorted(HERE.glob("examples_*.csv"))
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
]


def test_curriculum_is_broad_enough() -> None:
    assert len(ENTRIES) >= 40
    assert {f.grade_band for f in FAMILIES} == set(GRADE_BANDS)


def test_ids_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert len({f.id for f in FAMILIES}) == len(FAMILIES)


def test_listing_has_a_row_per_misconception() -> None:
    listed = rows()
    assert [row[0] for row in listed] == NAMES
    assert {len(row) for row in listed} == {len(COLUMNS)}


@pytest.mark.parametrize("entry", FAMILIES, ids=lambda f: f.id)
def test_family_is_complete(entry: Family) -> None:
    rng = random.Random(f"complete:{entry.id}")
    draws = [Parameters(entry.sample(rng)) for _ in range(400)]
    assert len({repr(sorted(d.items())) for d in draws}) >= 60
    assert {part_of(entry, d) for d in draws} == set(PARTS)
    assert len(entry.statements) >= 2
    assert len(entry.elicit) >= 3
    assert len(entry.extend) >= 3
    assert entry.vocabulary
    assert COMMON_CORE_CODE.fullmatch(entry.ccss)
    for draw in draws[:100]:
        assert entry.solve(draw).kind in KINDS


@pytest.mark.parametrize(("entry", "misconception"), ENTRIES, ids=NAMES)
def test_misconception_errs_and_has_words_for_it(entry: Family, misconception: Misconception) -> None:
    assert len(misconception.says) >= 3
    assert len(misconception.turns) >= 2
    assert set(misconception.turns) <= set(ERROR_MOVES)
    for wordings in misconception.turns.values():
        assert len(set(wordings)) >= 4
        assert all(wording.count("?") == 1 for wording in wordings)
    rng = random.Random(f"errs:{misconception.id}")
    for _ in range(25):
        case = draw_case(entry, misconception, "train", rng)
        assert case.wrong is not None
        assert not same(case.right, case.wrong)


def test_every_misconception_has_a_rival() -> None:
    assert [m.id for f, m in ENTRIES if not f.rivals(m.id)] == []


def test_every_misconception_has_a_worked_example() -> None:
    assert {row["id"] for row in EXAMPLES} >= set(NAMES)


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["id"])
def test_catalogue_example_is_reproduced(row: dict[str, str]) -> None:
    entry, misconception = next((f, m) for f, m in ENTRIES if m.id == row["id"])
    parameters = Parameters(json.loads(row["parameters"]))
    assert entry.solve(parameters).text == row["correct_answer"]
    assert misconception.rule(parameters).text == row["wrong_answer"]


def test_unknown_family_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        family("nonsense")
