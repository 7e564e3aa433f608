"""The filter as a service would use it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socratic_tutor.corpus.rows import Plan, make_row
from socratic_tutor.corpus.subjects import subjects
from socratic_tutor.dialogue.students import STUDENT_KINDS
from socratic_tutor.files import InputError
from socratic_tutor.filtering import FilterSettings, filter_reply, item_of
from socratic_tutor.filtering.judgement import RULES, reasons
from socratic_tutor.filtering.reply_filter import filter_replies, filter_settings
from socratic_tutor.filtering.safe_questions import QUESTIONS, safe_questions
from socratic_tutor.records import Item

CHAT = [
    {"role": "system", "content": "You are a tutor."},
    {"role": "user", "content": "15 + 57 = ?\nI got 612."},
]
ITEM = item_of("15 + 57 = ?", "72", CHAT, student_kind="misconception", wrong_answer="612", trace=["12"])
HARMLESS = "How big is 612 next to 15 and 57?"
LEAK = "It is seventy-two."


def curriculum_items() -> list[Item]:
    """An item for each misconception and kind of student who has not solved the problem."""
    return [
        make_row(subject, kind, Plan(part, part), f"filter tests:{kind}:{number}")
        for kind, part in (("misconception", "unseen_problems"), ("wants_answer", "leak"))
        for number, subject in enumerate(subjects(kind))
    ]


@pytest.mark.parametrize("draft", [HARMLESS, "", "?"])
def test_a_draft_that_gives_nothing_away_passes_as_it_is(draft: str) -> None:
    reply = filter_reply(ITEM, draft, lambda *_: pytest.fail("asked again without need"))
    assert (reply.text, reply.action, reply.evidence, reply.attempts) == (draft, "passed", "", 0)


def test_the_tutor_is_asked_again_until_it_gives_nothing_away() -> None:
    drafts = iter(["The answer is 72.", "", HARMLESS, "never asked for"])
    told: list[tuple[int, str]] = []

    def ask_again(attempt: int, why: str) -> str:
        told.append((attempt, why))
        return next(drafts)

    reply = filter_reply(ITEM, LEAK, ask_again)
    assert (reply.text, reply.action, reply.attempts) == (HARMLESS, "repaired", 3)
    assert "seventy-two" in reply.evidence
    assert reply.rules == ("answer",)
    assert [attempt for attempt, _ in told] == [1, 2, 3]
    assert ["seventy-two" in told[0][1], "72" in told[1][1], "nothing was said" in told[2][1]] == [True] * 3


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The correct answer is 82, you got 612.", "replaced"),
        ("The answer should be **-3**.", "replaced"),
        ("It should be 1/145.", "replaced"),
        ("Your answer is 612. How big is it next to 57?", "repaired"),
        ("How could you check whether your answer is near 57?", "repaired"),
    ],
)
def test_a_false_answer_is_no_repair(text: str, action: str) -> None:
    assert filter_reply(ITEM, LEAK, lambda *_: text).action == action


@pytest.mark.parametrize("attempts", [0, 2])
def test_a_tutor_who_goes_on_leaking_is_replaced(attempts: int) -> None:
    asked: list[int] = []

    def ask_again(attempt: int, _why: str) -> str:
        asked.append(attempt)
        return LEAK

    reply = filter_reply(ITEM, LEAK, ask_again, FilterSettings(attempts=attempts))
    assert (reply.action, reply.attempts, asked) == ("replaced", attempts, [*range(1, attempts + 1)])
    assert reply.text.endswith((*QUESTIONS["locate"],))
    assert not reasons(ITEM, reply.text)


@pytest.mark.parametrize("failure", [TimeoutError("no answer"), None])
def test_a_tutor_who_fails_when_asked_again_leaves_no_student_without_a_turn(
    failure: Exception | None,
) -> None:
    def ask(attempt: int, why: str) -> str:
        if failure:
            raise failure
        return None  # type: ignore[return-value]

    reply = filter_reply(ITEM, LEAK, ask)
    assert (reply.action, reply.attempts) == ("replaced", 3)
    assert reply.text


def test_a_draft_of_thousands_of_digits_is_read() -> None:
    assert filter_reply(ITEM, "8" * 5_000).action == "passed"


def test_without_a_tutor_a_blocked_draft_is_replaced_at_once() -> None:
    assert filter_reply(ITEM, LEAK).action == "replaced"
    assert filter_reply(ITEM, LEAK) == filter_reply(ITEM, LEAK)


@pytest.mark.parametrize(
    ("rule", "draft"),
    [
        ("answer", "You should get 72."),
        ("disguise", "The answer minus one is not hard: it is one more than 71."),
        ("finishing_step", "What is 60 + 12? Work it out."),
        ("key_step", "The ones make 12 together."),
        ("telling", "The 6 should have been a 7 once that ten is carried, and the 2 stays."),
    ],
)
def test_each_rule_blocks_and_can_be_left_out(rule: str, draft: str) -> None:
    assert rule in {reason.rule for reason in reasons(ITEM, draft)}
    others = [name for name in RULES if name != rule]
    assert rule not in {reason.rule for reason in reasons(ITEM, draft, others)}


def test_the_problem_said_again_is_no_answer() -> None:
    problem = "Is 7 prime or composite?"
    for wrong in ("", "composite"):
        chat = [{"role": "user", "content": f"{problem} I got composite."}]
        item = item_of(problem, "prime", chat, answer_kind="choice", wrong_answer=wrong)
        assert item.student_kind != "correct"
        assert filter_reply(item, "The answer is prime.").action == "replaced"
    chat = [{"role": "user", "content": "What is 20 + 0?\nplease just tell me"}]
    assert filter_reply(item_of("What is 20 + 0?", "20", chat), "The answer is 20.").action == "replaced"


def test_a_student_who_is_right_may_be_told_so() -> None:
    right = [*CHAT[:1], {"role": "user", "content": "15 + 57 = ? I got 72."}]
    item = item_of("15 + 57 = ?", "72", right)
    assert item.student_kind == "correct"
    assert filter_reply(item, "Yes, 72 is correct.").action == "passed"


@pytest.mark.parametrize("said", ["Is it 70, 72 or 74?", "I got 612.", "Tell me!", ""])
def test_a_student_who_guesses_or_errs_is_not_taken_for_right(said: str) -> None:
    assert item_of("15 + 57 = ?", "72", [{"role": "user", "content": said}]).student_kind != "correct"


@pytest.mark.parametrize(
    ("problem", "wrong", "said", "kind"),
    [
        ("15 + 57 = ?", "612", "I got 612.", "misconception"),
        ("15 + 57 = ?", "612", "15 + 57 = ? Six hundred and twelve!", "misconception"),
        ("15 + 57 = ?", "612", "It is 612, not 72.", "misconception"),
        ("15 + 57 = ?", "612", "I do not know.", "vague"),
        ("15 + 57 = ?", "612", "It is 72.", "correct"),
        ("15 + 57 = ?", "57", "15 + 57 = ? No idea.", "vague"),  # the problem says it, not the student
        ("15 + 57 = ?", "57", "15 and 57 make 72.", "correct"),
    ],
)
def test_who_says_the_wrong_answer_has_a_misconception(
    problem: str, wrong: str, said: str, kind: str
) -> None:
    chat = [{"role": "user", "content": said}]
    assert item_of(problem, "72", chat, wrong_answer=wrong).student_kind == kind


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("72", "integer"),
        ("7/12", "fraction"),
        ("3 1/7", "mixed"),
        ("0.42", "decimal"),
        ("$96", "money"),
        ("8%", "percent"),
        ("3:45", "time"),
        ("5 R 3", "remainder"),
        ("(19, 18)", "coordinate"),
        ("x < 7", "inequality"),
        ("p = 11t", "equation"),
        ("155 minutes", "measure"),
        ("y^2 + 10y + 21", "expression"),
        ("the left jar", "choice"),
    ],
)
def test_the_kind_of_an_answer_is_read_from_its_text(answer: str, kind: str) -> None:
    assert item_of("?", answer, CHAT).answer_kind == kind


@pytest.mark.parametrize(
    ("problem", "answer", "kind", "read"),
    [
        ("When?", "4:25 p.m.", "time", ("4:25", "time")),
        ("When?", "4 PM", "", ("4:00", "time")),
        ("When?", "noon", "", ("12:00", "time")),
        ("Area?", "30 square cm", "measure", ("30 square centimeters", "measure")),
        ("Area?", "12 sq. ft", "", ("12 square feet", "measure")),
        ("How long?", "1 hour 35 minutes", "time", ("95 minutes", "measure")),
        ("How tall?", "3 feet 4 inches", "", ("40 inches", "measure")),
        ("How far?", "5 metres", "", ("5 meters", "measure")),
        ("How many?", "12 apples", "", ("12", "integer")),
        ("How warm?", "-5 \u00b0C", "", ("-5 degrees", "measure")),
        ("Solve for x: x + 1 = 8", "x = 7", "", ("7", "integer")),
        ("Solve x^2 - 5x + 6 = 0.", "x = 2 or x = 3", "list", ("x = 2 or x = 3", "set")),
        ("List the factors of 6.", "1, 2, 3, 6", "list", ("1, 2, 3, 6", "set")),
        ("From smallest to largest?", "1, 2, 3, 6", "list", ("1, 2, 3, 6", "list")),
        ("How many are left over?", "4 R 5", "", ("4 R 5", "remainder")),
        ("How much?", "68 dollars", "", ("68 dollars", "money")),
    ],
)
def test_answers_are_read_as_people_write_them(
    problem: str, answer: str, kind: str, read: tuple[str, str]
) -> None:
    item = item_of(problem, answer, [], answer_kind=kind)
    assert (item.correct_answer, item.answer_kind) == read


def test_an_answer_that_is_no_text_is_refused() -> None:
    with pytest.raises(InputError, match="write it as text"):
        item_of("15 + 57 = ?", 72, CHAT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"problem": None}, "problem is None"),
        ({"wrong_answer": 612}, "wrong_answer is 612"),
        ({"trace": [12]}, r"trace\[0\] is 12"),
        ({"trace": "12"}, "trace is the text '12'"),
        ({"conversation": "hello"}, "the conversation is 'hello'"),
        ({"student_kind": "Misconception"}, "student_kind is .*known: misconception"),
        ({"answer_kind": "intger"}, "answer_kind is .*known: integer"),
    ],
)
def test_what_is_no_text_or_no_known_word_is_named(given: dict[str, object], fault: str) -> None:
    right = {"problem": "15 + 57 = ?", "correct_answer": "72", "conversation": CHAT}
    with pytest.raises(InputError, match=fault):
        item_of(**{**right, **given})  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [{"attempts": "3"}, {"attempts": -1}, {"rules": None}, {"rules": "answer"}])
def test_settings_that_cannot_be_are_refused_before_a_draft_is(given: dict[str, object]) -> None:
    with pytest.raises(InputError, match=r"filter\."):
        FilterSettings(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "draft", ["It is 7\x002.", "It is \u202e27\u202c.", "So [7](x)[2](y).", "[It is 72.](https://a.example)"]
)
def test_what_a_reader_sees_is_what_is_read(draft: str) -> None:
    assert filter_reply(item_of("15 + 57 = ?", "72", CHAT), draft).action == "replaced"


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        ({"role": "user"}, "message 2 of the conversation is"),
        ({"role": "user", "content": None}, "message 2 of the conversation is .*None"),
        ({"content": "I got 612."}, "message 2 of the conversation is .*612"),
        ({"role": "student", "content": "I got 612."}, "message 2 of the conversation is .*student"),
        ("I got 612.", "message 2 of the conversation is"),
    ],
)
def test_a_message_without_role_or_content_is_refused(message: dict[str, str], fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        item_of("15 + 57 = ?", "72", [CHAT[0], message])


def test_a_draft_that_is_no_text_is_refused() -> None:
    with pytest.raises(InputError, match="the tutor's draft is None, expected text"):
        filter_reply(ITEM, None)  # type: ignore[arg-type]


def test_an_answer_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="'blue' is no answer of kind 'integer'"):
        item_of("?", "blue", CHAT, answer_kind="integer")
    with pytest.raises(InputError, match="is no answer"):
        item_of("?", "", CHAT)


def test_no_safe_question_holds_a_number_or_fails_for_any_item() -> None:
    for texts in QUESTIONS.values():
        for text in texts:
            assert "?" in text
            assert not re.search(r"\d|\b(?:one|two|three|half|double|twice)\b", text)
    for item in curriculum_items():
        replaced = filter_reply(item, f"The answer is {item.correct_answer}.")
        assert replaced.action == "replaced", item.id
        assert not reasons(item, replaced.text)


def test_every_move_and_kind_of_student_has_its_question() -> None:
    for kind in (*STUDENT_KINDS, "stuck"):
        for move in (*QUESTIONS, "extend", ""):
            item = replace(ITEM, student_kind=kind, move=move)
            first = next(safe_questions(item))
            assert move not in QUESTIONS or first.endswith(QUESTIONS[move])
    held = next(safe_questions(replace(ITEM, student_kind="wants_answer", move="hold")))
    assert not held.startswith(QUESTIONS["hold"])  # the student is met first


@settings(deadline=None)  # the first draft that may be of another language loads the word lists
@given(st.text(max_size=200))
def test_whatever_the_draft_what_is_said_gives_nothing_away(draft: str) -> None:
    reply = filter_reply(ITEM, draft)
    assert not reasons(ITEM, reply.text)
    assert (reply.action == "passed") == (reply.text == draft)


@given(st.lists(st.sampled_from([HARMLESS, LEAK, "The answer is 72."]), max_size=6))
def test_many_drafts_at_once_are_as_one_by_one(drafts: list[str]) -> None:
    together = filter_replies([ITEM] * len(drafts), drafts, lambda _, where: [HARMLESS] * len(where))
    assert together == [filter_reply(ITEM, draft, lambda *_: HARMLESS) for draft in drafts]


@pytest.mark.parametrize(
    ("values", "said"),
    [({"attempts": -1}, "attempts"), ({"attempts": "3"}, "attempts"), ({"rules": ["style"]}, "rules")],
)
def test_bad_settings_are_named(values: dict[str, object], said: str) -> None:
    with pytest.raises(InputError, match=f"config filter.{said}"):
        filter_settings(values)
