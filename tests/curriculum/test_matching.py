"""Where texts say answers: the table of forms and near misses over all kinds, and properties."""

import random
import time
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching_table import NOT_SAID, POINT, ROOTS, SAID, SEVEN_TWELFTHS, SQUARE, TIME, WORD_CHOICE

from socratic_tutor.curriculum import answers
from socratic_tutor.curriculum.matching import forms, mentions, parse, quantities


def case_id(case: tuple[answers.Answer, str]) -> str:
    return f"{case[0].kind}-{case[0].text}-{case[1]!a}"


@pytest.mark.parametrize("case", SAID, ids=case_id)
def test_the_answer_is_found(case):
    answer, text = case
    assert mentions(answer, text)


@pytest.mark.parametrize("case", NOT_SAID, ids=case_id)
def test_a_near_miss_is_not_found(case):
    answer, text = case
    assert mentions(answer, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$-4 or -$4", [("money", -4), ("money", -4)]),
        (
            "$3 + 4$ is maths, $5 and $6 are money",
            [("integer", 3), ("integer", 4), ("money", 5), ("money", 6)],
        ),
        ("3:45 and 7:5", [("time", 225), ("ratio", (7, 5))]),
        ("one hundred and one half", [("mixed", Fraction(201, 2))]),
        ("three twenty-fifths, twenty fifths", [("fraction", Fraction(3, 25)), ("fraction", 4)]),
        ("x2, 2nd, K-2, x^{2}, a_2, 2x", []),
        (r"0.\overline{3}", [("decimal", Fraction(1, 3))]),
        (
            "3x4=12 and 3\u00d74",
            [("integer", 3), ("integer", 4), ("integer", 12), ("integer", 3), ("integer", 4)],
        ),
        ("which one? one of the two", [("integer", 2)]),
        ("5/0", [("integer", 5), ("integer", 0)]),
        ("\u0667 and \uff15", [("integer", 7), ("integer", 5)]),
        ("9" * 31, []),
    ],
)
def test_quantities_are_typed_and_take_the_longest_reading(text, expected):
    assert [(q.kind, q.value) for q in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("**7/12**.", "fraction", Fraction(7, 12)),
        ("0.5", "fraction", Fraction(1, 2)),
        ("4.50", "money", Fraction(9, 2)),
        (".5", "decimal", Fraction(1, 2)),
        ("-.5", "decimal", Fraction(-1, 2)),
        ("58.3", "percent", Fraction(583, 10)),
        ("7:12", "ratio", (7, 12)),
        ("7:12", "time", 432),
        ("x = -8 or x = 1", "set", frozenset({-8, 1})),
        ("{-8, 1}", "set", frozenset({-8, 1})),
        ("x\u00b2 + 6x", "expression", "x**2 + 6*x"),
        ("$4x + 12$", "expression", "4*x + 12"),
        ("**y = 2x + 3**.", "equation", "2*x - y + 3"),
        ("4 = x", "equation", "x - 4"),
        ("x > 3", "inequality", ("x", 3, False, None, False)),
        ("$-2 < n \\le \\frac{1}{2}$", "inequality", ("n", -2, False, Fraction(1, 2), True)),
        ("t is at most 5.", "inequality", ("t", None, False, 5, True)),
        ("-5, -2 and 3", "list", (-5, -2, 3)),
        ("0.13 < 0.3 < 0.31", "list", (Fraction(13, 100), Fraction(3, 10), Fraction(31, 100))),
        ("[7, 11, 15]", "list", (7, 11, 15)),
        ("90 min", "measure", (90, "minute")),
        ("1 hour and 30 minutes", "measure", (90, "minute")),
        ("2 1/2 feet", "measure", (30, "inch")),
        ("45\u00b0", "measure", (45, "degree")),
        ("36 in\u00b2", "measure", (36, "square inch")),
    ],
)
def test_parse_reads_a_whole_string_as_its_kind(text, kind, value):
    parsed = parse(text, kind)
    assert parsed is not None
    assert (parsed.kind, parsed.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "integer"),
        ("3:45", "integer"),
        ("7/12", "integer"),
        ("7 and 12", "fraction"),
        ("it is 7/12", "fraction"),
        ("7:05", "ratio"),
        ("7:5", "time"),
        ("3%", "integer"),
        ("x +", "expression"),
        ("input()", "set"),
        ("7/12", "coordinate"),
        ("2x + 3", "equation"),
        ("y = 2x = 3", "equation"),
        ("the line y = 2x", "equation"),
        ("x", "inequality"),
        ("2x > 3", "inequality"),
        ("(3, 5)", "inequality"),
        ("x > 3 or so", "inequality"),
        ("7", "list"),
        ("7 + 11", "list"),
        ("x, y", "list"),
        ("90", "measure"),
        ("90 apples", "measure"),
        ("it takes 90 minutes", "measure"),
        ("90 minutes and 3 feet", "measure"),
    ],
)
def test_parse_refuses_what_is_not_of_the_kind(text, kind):
    assert parse(text, kind) is None


small = st.integers(-60, 60)
positive = st.integers(1, 60)
CHOICES = ["0.3", "the square", "7/12", "A", "yes", "<", "more red than blue"]
EQUATIONS = ["y = 2x + 3", "x = 4", "3x + 5 = 20", "y = -1/2x + 1", "y = x^2 - 4", "2a + 3b = 12"]
EQUATIONS += ["x = -4", "y = 2x - 3", "c = 5h + 20", "x + y = 10"]
UNITS = [
    "minutes",
    "hours",
    "meters",
    "cm",
    "feet",
    "inch",
    "square feet",
    "cm^2",
    "kg",
    "cups",
    "mL",
    "degrees",
]
SIGNS = ["<", ">", "<=", ">="]


def two_sided(low: int, first: str, size: int, second: str) -> answers.Answer:
    return answers.inequality(f"{low} {first} x {second} {low + size}")


EXPRESSIONS = ["x^2 + 6x", "4x + 12", "2x^2 - 8", "p/4", "x - 14", "5ab + 3", "(x + 2)(x - 7)", "42 - 7n"]
BY_KIND: dict[str, st.SearchStrategy[answers.Answer]] = {
    "integer": st.integers(-5000, 5000).map(answers.integer),
    "decimal": st.integers(-9999, 9999).map(lambda n: answers.decimal(Fraction(n, 100))),
    "fraction": st.builds(answers.fraction, small, positive),
    "mixed": st.one_of(
        st.builds(lambda w, n, d: answers.mixed(w, min(n, d), n + d), st.integers(1, 20), positive, positive),
        st.builds(answers.mixed, st.integers(-20, -1), st.just(1), st.integers(2, 9)),
    ),
    "percent": st.integers(0, 2000).map(lambda n: answers.percent(Fraction(n, 10))),
    "money": st.integers(-999, 9999).map(lambda n: answers.money(Fraction(n, 100))),
    "time": st.builds(answers.clock, st.integers(1, 12), st.integers(0, 59)),
    "ratio": st.builds(answers.ratio, positive, positive),
    "remainder": st.builds(answers.remainder, positive, st.integers(0, 30)),
    "coordinate": st.builds(answers.coordinate, small, small),
    "set": st.builds(answers.values, small, small),
    "expression": st.sampled_from(EXPRESSIONS).map(answers.expression),
    "equation": st.sampled_from(EQUATIONS).map(answers.equation),
    "inequality": st.one_of(
        st.builds("x {} {}".format, st.sampled_from(SIGNS), small).map(answers.inequality),
        st.builds(two_sided, small, st.sampled_from(["<", "<="]), positive, st.sampled_from(["<", "<="])),
    ),
    "list": st.lists(small, min_size=2, max_size=5).map(lambda xs: answers.listing(*xs)),
    "measure": st.builds(answers.measure, positive, st.sampled_from(UNITS)),
    "choice": st.sampled_from(CHOICES).map(answers.choice),
}
every_answer = st.sampled_from(answers.KINDS).flatmap(lambda kind: BY_KIND[kind])
two_of_a_kind = st.sampled_from(answers.KINDS).flatmap(lambda kind: st.tuples(BY_KIND[kind], BY_KIND[kind]))
SENTENCES = ["The answer is {}.", "so the answer is **{}**!", "Is the answer {} ?"]


@settings(max_examples=400, deadline=None)
@given(every_answer, st.sampled_from(SENTENCES))
def test_every_form_of_every_answer_is_found(answer, sentence):
    for form in forms(answer):
        assert mentions(answer, sentence.format(form)), form


@settings(max_examples=400, deadline=None)
@given(every_answer)
def test_parse_reads_back_what_an_answer_writes(answer):
    assert parse(str(answer), answer.kind) == answer


@settings(max_examples=600, deadline=None)
@given(two_of_a_kind)
def test_a_different_value_of_the_same_kind_is_not_found(pair):
    answer, other = pair
    part_of_it = answer.kind == "set" and answer.value <= other.value
    for form in [] if answers.same(answer, other) or part_of_it else forms(other):
        rounded = "." in form and answer.kind in ("fraction", "mixed")  # may round to both
        assert rounded or mentions(answer, f"The answer is {form}.") == [], form


MARKS = "0123456789/:.,$%-+*^(){}\\ xRr\u00bd\u00b2\u2077\u2044\u2081\u00b1<>=_\n"
WORDS = ["one", "half", "seven", "twelfths", "and", "a", "hundred", "point", "to", "R", "cents", "x"]
WORDS += ["7", "-", "/", ":", "(", ",", ")", "^2", "%", "$", r"\frac", r"\frac{1}{2}"]
ALPHABET = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=MARKS, max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
)


@settings(max_examples=500, deadline=None)
@given(ALPHABET, every_answer)
def test_nothing_raises_and_places_are_right(text, answer):
    found = quantities(text)
    for q in [*found, *mentions(answer, text)]:
        assert 0 <= q.start < q.end <= len(text)
        assert q.text == text[q.start : q.end]
    assert all(a.end <= b.start for a, b in pairwise(found))
    parse(text, answer.kind)


HOSTILE = [
    "1",
    "1,",
    "1/",
    "$",
    "$1",
    "(",
    "(1,",
    "((x",
    r"\frac{",
    "{",
    "-",
    "- ",
    "^",
    "1:",
    "x+",
    "**",
    "_",
]
HOSTILE += ["_", "1.1", ".", " ", "\u00bd", "\u2077", "1 1/2 ", "x^2+6x ", "1. ", "\n1. a"]
HOSTILE += ["one ", "a ", "and ", "twenty-", "one, ", "one thousand, "]


HOSTILE += ["x = ", "= ", "x is ", "x > ", "1 < x < ", "1 hour 1 ", "1 min ", "1 and ", "greater than "]
HOSTILE += [r"\text{", r"\text{a}", "[1, \u221e) ", "1 with 1 left ", "quotient 1 ", "is ", "-\u221e, "]
NEW_KINDS = (
    answers.equation("y = 2x + 3"),
    answers.inequality("-2 < x <= 5"),
    answers.listing(1, 2),
    answers.measure(90, "minutes"),
    answers.remainder(5, 2),
    answers.money("4.50"),
)


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_long_text_takes_bounded_time(unit):
    text = unit * (100_000 // len(unit))
    for answer in (SEVEN_TWELFTHS, ROOTS, TIME, POINT, SQUARE, WORD_CHOICE, *NEW_KINDS):
        started = time.process_time()
        mentions(answer, text)
        assert time.process_time() - started < 1


def test_expressions_in_any_form_on_request():
    assert mentions(SQUARE, "x(x + 6)") == []
    assert mentions(SQUARE, "x(x + 6)", any_form=True)


ODD = [
    "NaN",
    "None",
    "inf",
    "-inf",
    "1e9",
    "0x1F",
    "nan%",
    "null",
    "\x00",
    "\x1b[0m",
    "\u202e",
    "\ufeff",
    "\ud83d",
    "\U0001f600",
]
ODD += [
    "x",
    "y",
    "=",
    ">",
    "<=",
    "and",
    "or",
    "is",
    "at least",
    "minutes",
    "in\u00b2",
    "\u221e",
    "(",
    "]",
    "{",
    "\\frac{",
    "^",
]
ODD += [
    "\u0414\u0432\u0430",
    "\u4e09",
    "\u0663",
    "\u2167",
    "\u00be",
    "\n",
    " ",
    ", ",
    "$",
    "1" * 400,
    "7.",
    ".5",
    "-",
    "a" * 500,
]


def random_text(rng: random.Random) -> str:
    """Control characters, mixed scripts, names of no numbers and long runs."""
    pieces = []
    for _ in range(rng.randrange(12)):
        odd = rng.random() < 0.6
        pieces.append(
            rng.choice(ODD) if odd else chr(rng.choice((rng.randrange(0x250), rng.randrange(0x11000))))
        )
    return rng.choice(("", " ")).join(pieces)


def stands_nowhere(text: str) -> bool:
    """Whether the text holds no digit, number character, number word or letter of an answer."""
    return not any(char.isalnum() for char in text)


def test_ten_thousand_random_texts_neither_raise_nor_match_without_cause():
    rng = random.Random("random texts for the matcher")
    every = [SEVEN_TWELFTHS, ROOTS, TIME, POINT, SQUARE, WORD_CHOICE, *NEW_KINDS]
    for i in range(10_000):
        text = random_text(rng)
        answer = every[i % len(every)]
        found = mentions(answer, text)
        for q in found:
            assert q.text == text[q.start : q.end]
        assert not found or not stands_nowhere(text), (answer, text)
        if answer.kind not in ("choice", "expression", "inequality"):
            number = any(char.isnumeric() for char in text)
            assert number or not found, (answer, text)  # the texts hold no number words
        parsed = parse(text, answers.KINDS[i % len(answers.KINDS)])
        assert parsed is None or parsed.kind == answers.KINDS[i % len(answers.KINDS)]
