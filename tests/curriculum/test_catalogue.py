"""Every entry of the curriculum holds what its record promises."""

from __future__ import annotations

import csv
import json
import random
import re
from collections import Counter
from pathlib import Path

import pytest

from socratic_tutor.corpus.cases import PARTS, case_of, draw_case, part_of
from socratic_tutor.curriculum import FAMILIES, family
from socratic_tutor.curriculum.__main__ import COLUMNS, rows
from socratic_tutor.curriculum.answers import KINDS, same
from socratic_tutor.curriculum.catalogue import ERROR_MOVES, GRADE_BANDS, Family, Misconception, Parameters

HERE = Path(__file__).parent
COMMON_CORE_CODE = re.compile(r"(K|\d|HS[A-Z]-[A-Z]+)(\.[A-Z]+)?\.[A-Z]\.\d+[a-z]?")  # 5.NF.A.1, HSA-APR.A.1
ENTRIES = [(f, m) for f in FAMILIES for m in f.misconceptions]
NAMES = [m.id for _, m in ENTRIES]
# Where on some problems no rival errs: each rule of rounding does on numbers of its own, the rivals may find
# the greatest of three negative numbers, and in 2 2/5 the sum and the product of the 2s are the same.
RIVALS_ON_OTHER_PROBLEMS = {"round100", "int_cmp", "fmixed"}
EXAMPLES = [
    row
    for path in sorted(HERE.glob("examples_*.csv"))
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
]


def test_curriculum_is_broad_enough() -> None:
    assert len(ENTRIES) >= 210
    assert len(FAMILIES) >= 148
    assert {f.grade_band for f in FAMILIES} == set(GRADE_BANDS)
    assert 3 * sum(bool(f.stories) for f in FAMILIES) >= len(FAMILIES)
    assert sum(f.larger is not None for f in FAMILIES) >= 50


def test_every_move_is_authored_often() -> None:
    moves = Counter(move for _, m in ENTRIES for move in m.turns)
    assert set(moves) == set(ERROR_MOVES)
    assert min(moves.values()) >= 40, moves


def test_no_tutor_question_is_written_twice() -> None:
    wordings = [w for _, m in ENTRIES for ws in m.turns.values() for w in ws]
    wordings += [w for f in FAMILIES for w in (*f.elicit, *f.extend, *f.check, *f.repair)]
    masked = Counter(re.sub(r"\{\w+\}|\d+", "#", w) for w in wordings)
    assert [w for w, count in masked.items() if count > 2] == []
    assert len(masked) >= 2500


def test_ids_are_unique() -> None:
    rules = [m.id for f in FAMILIES for m in (*f.misconceptions, *f.plausible)]
    assert len(set(rules)) == len(rules)
    assert len({f.id for f in FAMILIES}) == len(FAMILIES)


def test_listing_has_a_row_per_misconception() -> None:
    listed = rows()
    assert [row[0] for row in listed] == NAMES
    assert {len(row) for row in listed} == {len(COLUMNS)}


@pytest.mark.parametrize("entry", FAMILIES, ids=lambda f: f.id)
def test_family_is_complete(entry: Family) -> None:
    rng = random.Random(f"complete:{entry.id}")
    draws = [Parameters(entry.sample(rng)) for _ in range(600)]
    assert len({repr(sorted(d.items())) for d in draws}) >= 60
    assert {part_of(entry, d) for d in draws} == set(PARTS)
    assert len(set(entry.statements)) >= 2
    assert len(entry.stories) != 1
    assert entry.reworded
    for moves in (entry.elicit, entry.extend, entry.check, entry.repair):
        assert len(set(moves)) >= 4
        assert all(wording.count("?") == 1 for wording in moves)
    assert entry.vocabulary
    assert COMMON_CORE_CODE.fullmatch(entry.ccss)
    for draw in draws[:100]:
        assert entry.solve(draw).kind in KINDS


@pytest.mark.parametrize("entry", [f for f in FAMILIES if f.larger], ids=lambda f: f.id)
def test_larger_numbers_are_beyond_the_sampler(entry: Family) -> None:
    def numbers(draw: dict) -> dict[str, float]:
        """The largest number of each parameter that has one."""
        found = {key: re.findall(r"\d+(?:\.\d+)?", str(value)) for key, value in draw.items()}
        return {key: max(map(float, written)) for key, written in found.items() if written}

    assert entry.larger is not None
    rng = random.Random(f"larger:{entry.id}")
    usual: dict[str, float] = {}
    for _ in range(600):
        for key, number in numbers(entry.sample(rng)).items():
            usual[key] = max(number, usual.get(key, 0))
    for _ in range(100):
        assert any(number > usual.get(key, 0) for key, number in numbers(entry.larger(rng)).items())


@pytest.mark.parametrize(("entry", "misconception"), ENTRIES, ids=NAMES)
def test_misconception_errs_and_has_words_for_it(entry: Family, misconception: Misconception) -> None:
    assert len(set(misconception.says)) >= 3
    assert misconception.reworded
    assert misconception.source
    assert len(misconception.turns) >= 3
    assert set(misconception.turns) <= set(ERROR_MOVES)
    for wordings in misconception.turns.values():
        assert len(set(wordings)) >= 4
        assert all(wording.count("?") == 1 for wording in wordings)
    rng = random.Random(f"errs:{misconception.id}")
    for _ in range(25):
        case = draw_case(entry, misconception, "train", rng)
        assert case.wrong is not None
        assert not same(case.right, case.wrong)


@pytest.mark.parametrize(("entry", "misconception"), ENTRIES, ids=NAMES)
def test_rule_applies_only_where_it_errs(entry: Family, misconception: Misconception) -> None:
    rng = random.Random(f"applies:{misconception.id}")
    draws = [Parameters(entry.sample(rng)) for _ in range(200)]
    applies = [d for d in draws if misconception.applies_if(d)]
    assert len(applies) >= 30
    coincide = sum(same(misconception.rule(d), entry.solve(d)) for d in applies)
    assert coincide <= 0.03 * len(applies)


def test_every_misconception_has_rivals() -> None:
    assert [f.id for f in FAMILIES if len(f.misconceptions) + len(f.plausible) < 3] == []


def test_rivals_give_other_answers_on_the_same_problem() -> None:
    """Problems that show no clear error, as another rule gives the same wrong answer, are left out."""
    counts: list[int] = []
    without_any: set[str] = set()
    for entry in FAMILIES:
        rng = random.Random(f"rivals:{entry.id}")
        for draw in [Parameters(entry.sample(rng)) for _ in range(20)]:
            for misconception in entry.misconceptions:
                if case_of(entry, misconception, draw, rng) is None:
                    continue
                taken = [entry.solve(draw), misconception.rule(draw)]
                rules = [r.rule for r in entry.rivals(misconception.id) if r.applies_if(draw)]
                counts.append(sum(not any(same(rule(draw), t) for t in taken) for rule in rules))
                if not counts[-1]:
                    without_any.add(entry.id)
    assert without_any <= RIVALS_ON_OTHER_PROBLEMS
    assert sum(count >= 2 for count in counts) >= 0.8 * len(counts)


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
