"""Rows are verified, distinct, stable, and never share numbers across parts."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import asdict, replace

import pytest

from socratic_tutor.corpus import subjects as subjects_module
from socratic_tutor.corpus.cases import case_of, draw_case, part_of
from socratic_tutor.corpus.rows import Plan, identity, make_row, make_rows
from socratic_tutor.corpus.subjects import subjects
from socratic_tutor.corpus.verification import LONGEST_SENTENCE, rejection
from socratic_tutor.curriculum import FAMILIES, family, is_held_out
from socratic_tutor.curriculum.catalogue import ERROR_MOVES, MOVES, Parameters
from socratic_tutor.dialogue.students import STUDENT_KINDS
from socratic_tutor.files import InputError
from socratic_tutor.records import Item, from_row

KINDS = {"misconception": 0.5, "slip": 0.1, "wants_answer": 0.1, "vague": 0.1, "hollow": 0.1, "correct": 0.1}
TRAIN = Plan(split="train", part="train", turns={1: 0.5, 2: 0.3, 3: 0.2}, context_dropout=0.2)
SINGLE = replace(TRAIN, turns={1: 1.0})


@pytest.fixture(scope="module")
def items() -> list[Item]:
    return list(make_rows(KINDS, 600, TRAIN, "test"))


def test_as_many_distinct_rows_as_asked_for(items: list[Item]) -> None:
    assert len(items) == 600
    assert len({item.id for item in items}) == 600
    assert len({identity(item) for item in items}) == 600


def test_shares_of_students_are_kept_in_single_turns() -> None:
    made = Counter(row.student_kind for row in make_rows(KINDS, 200, SINGLE, "shares"))
    assert made == {kind: round(200 * share) for kind, share in KINDS.items()}


def test_kinds_cover_every_student() -> None:
    assert set(KINDS) == set(STUDENT_KINDS)


def test_every_move_occurs(items: list[Item]) -> None:
    assert {item.move for item in items} == set(MOVES)


def test_conversations_have_up_to_three_turns_and_alternate(items: list[Item]) -> None:
    assert {item.turns for item in items} == {1, 2, 3}
    for item in items:
        roles = [message["role"] for message in item.messages]
        assert roles == ["system", *["user", "assistant"] * (item.turns - 1), "user"]
        assert item.messages[1]["content"].startswith(f"{item.problem}\n")
        assert item.messages[-1]["content"].endswith(item.student_said)


def test_no_tutor_repeats_a_question_while_there_are_others(items: list[Item]) -> None:
    for item in items:
        turns = [m["content"] for m in item.messages if m["role"] == "assistant"] + [item.reference]
        assert len(set(turns)) == len(turns)


def test_every_turn_asks_once_and_fills_its_placeholders(items: list[Item]) -> None:
    for item in items:
        tutor = [m["content"] for m in item.messages if m["role"] == "assistant"] + [item.reference]
        assert all(turn.count("?") == 1 for turn in tutor)
        assert not set("{}") & set("".join(m["content"] for m in item.messages) + item.reference)
        assert item.correct_answer not in item.trace


def test_a_student_with_a_misconception_gives_a_reason(items: list[Item]) -> None:
    for item in items:
        if item.student_kind == "misconception" and item.turns == 1:
            says = family(item.family).misconception(item.misconception).says
            anchors = [
                max(text.replace("{", "}").split("}")[::2], key=len).strip(" ,.").lower() for text in says
            ]
            assert any(anchor in item.student_said.lower() for anchor in anchors), item.student_said


def test_slips_are_wrong_and_no_rule_explains_them(items: list[Item]) -> None:
    slips = [item for item in items if item.student_kind == "slip"]
    assert slips
    assert all(item.wrong_answer and item.wrong_answer != item.correct_answer for item in slips)
    assert all(not item.misconception and item.move == "check" for item in slips)


def test_what_is_held_out_is_in_no_row(items: list[Item]) -> None:
    assert not [item.id for item in items if is_held_out(item.family, item.misconception)]


def test_rows_survive_the_file(items: list[Item]) -> None:
    for item in items[:20]:
        assert from_row(Item, json.loads(json.dumps(asdict(item))), "test") == item


def test_same_seed_same_rows_and_another_seed_shares_none() -> None:
    first, again, other = ({i.id for i in make_rows(KINDS, 300, TRAIN, seed)} for seed in ("a", "a", "b"))
    assert first == again
    assert len(first & other) <= 3  # small parameter spaces may meet by chance


def test_more_rows_keep_the_ones_there_are() -> None:
    few, more = ({i.id for i in make_rows({"misconception": 1.0}, n, SINGLE, "s")} for n in (60, 300))
    assert few < more


def test_another_family_leaves_the_items_of_the_others_unchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    def items_by_subject(families: tuple) -> dict[str, list[str]]:
        monkeypatch.setattr(subjects_module, "FAMILIES", families)
        found: dict[str, list[str]] = {}
        for item in make_rows({"misconception": 1.0}, 2 * len(subjects("misconception")), SINGLE, "grow"):
            found.setdefault(item.misconception, []).append(item.id)
        return found

    fewer, all_of_them = items_by_subject(FAMILIES[:-5]), items_by_subject(FAMILIES)
    assert {name: all_of_them[name] for name in fewer} == fewer


def test_a_small_space_passes_its_share_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (f for f, _ in subjects("vague")[:2])
    draws = [first.sample(random.Random(f"few{i}")) for i in range(2)]
    tiny = replace(first, sample=lambda rng: rng.choice(draws))
    part = part_of(tiny, Parameters(draws[0]))
    monkeypatch.setattr(subjects_module, "FAMILIES", (tiny, second))
    made = Counter(row.family for row in make_rows({"vague": 1.0}, 300, replace(SINGLE, part=part), "s"))
    assert sum(made.values()) == 300
    assert 0 < made[first.id] < 150 < made[second.id]


def test_too_many_rows_for_the_space_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    only = FAMILIES[0].sample(random.Random("the only problem"))
    tiny = replace(FAMILIES[0], sample=lambda rng: only)
    monkeypatch.setattr(subjects_module, "FAMILIES", (tiny,))
    plan = replace(SINGLE, part=part_of(tiny, Parameters(only)))
    with pytest.raises(InputError, match=r"only \d+ distinct 'vague' rows for train; 2000 asked for"):
        list(make_rows({"vague": 1.0}, 2000, plan, "s"))


def test_an_entry_that_always_leaks_is_named() -> None:
    entry, misconception = subjects("misconception")[0]
    assert misconception is not None
    telling = replace(misconception, turns={"locate": ("Is it {right}, perhaps, as you look at it now?",)})
    with pytest.raises(InputError, match=f"{misconception.id} gave no sound") as caught:
        make_row((entry, telling), "misconception", SINGLE, "s")
    assert "leaks the answer" in str(caught.value)
    assert len(str(caught.value).splitlines()) <= 5


# --- every reason of the verifier ------------------------------------------------------------------


@pytest.fixture(scope="module")
def sound() -> dict:
    """A case of adding fractions with a turn that passes, and what the verifier is told."""
    entry = family("fadd")
    misconception = entry.misconception("G35-FRA-01")
    parameters = Parameters({"a": 1, "b": 2, "c": 2, "d": 7})
    case = case_of(entry, misconception, parameters, random.Random("verifier"))
    assert case is not None
    for number in range(200):
        row = make_row((entry, misconception), "misconception", SINGLE, f"v{number}")
        if row.move in ERROR_MOVES:
            break
    return {"case": case, "entry": entry, "misconception": misconception}


def _verdict(sound: dict, turn: str) -> str | None:
    from socratic_tutor.corpus.conversation import Exchange

    case = sound["case"]
    said = "I got 3/9 because I added the tops and the bottoms."
    exchange = Exchange("misconception", said, "locate", turn, turn, about_error=True)
    return rejection(case, exchange, context=[case.family.mission], said=[case.problem, said])


def test_a_rows_own_turn_passes(sound: dict) -> None:
    misconception = sound["misconception"]
    wordings = [w for ws in misconception.turns.values() for w in ws]
    verdicts = [_verdict(sound, w.format(**sound["case"].values)) for w in wordings]
    assert verdicts.count(None) > len(wordings) // 2


@pytest.mark.parametrize(
    ("turn", "reason"),
    [
        ("Look at {b} again, please: what do you see there?", "unfilled placeholder"),
        ("Look at your two bottoms once more and tell me.", "not exactly one question"),
        ("What do you see? And what does that tell you about it?", "not exactly one question"),
        ("Why is that?", "length"),
        ("Could it be 11/14, when you look at the two parts once more?", "leaks the answer"),
        ("Could it be eleven fourteenths, when you look at the two parts once more?", "leaks the answer"),
        ("Could it be about 78.57% when you look at the two parts once more?", "leaks the answer"),
        ("What do you get when both parts are cut into 14 pieces of one size?", "leaks a step"),
        ("What do you think about that once you have read it again?", "fits a rival as well"),
    ],
)
def test_each_reason_is_given(sound: dict, turn: str, reason: str) -> None:
    assert _verdict(sound, turn) == reason


def test_a_sentence_too_long_for_the_band_is_refused(sound: dict) -> None:
    own = next(iter(sound["misconception"].turns.values()))[0].format(**sound["case"].values)
    long = " ".join(["and then"] * (LONGEST_SENTENCE["3-5"] // 2)) + " " + own
    assert _verdict(sound, long) == "beyond the grade band"


@pytest.mark.parametrize("seed", range(3))
def test_wrong_differs_from_right_and_one_rule_explains_it(seed: int) -> None:
    from socratic_tutor.corpus.cases import explained_by
    from socratic_tutor.curriculum.answers import same

    for entry, misconception in subjects("misconception"):
        case = draw_case(entry, misconception, "train", random.Random(f"{seed}:{entry.id}"))
        assert case.wrong is not None
        assert misconception is not None
        assert not same(case.right, case.wrong)
        assert explained_by(entry, case.parameters, case.wrong, misconception.id) == []
