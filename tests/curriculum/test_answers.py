"""Exact answers: what they are worth, how they are written, and when two are the same."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socratic_tutor.curriculum import answers, polynomials


@pytest.mark.parametrize(
    ("answer", "value", "text"),
    [
        (answers.integer(-3), Fraction(-3), "-3"),
        (answers.decimal("0.80"), Fraction(4, 5), "0.80"),
        (answers.decimal(Fraction(81, 100)), Fraction(81, 100), "0.81"),
        (answers.fraction(3, 9), Fraction(1, 3), "3/9"),
        (answers.lowest(Fraction(8, 2)), Fraction(4), "4"),
        (answers.mixed(1, 1, 2), Fraction(3, 2), "1 1/2"),
        (answers.mixed(-1, 1, 2), Fraction(-3, 2), "-1 1/2"),
        (answers.percent("58.3"), Fraction(583, 10), "58.3%"),
        (answers.money("4.50"), Fraction(9, 2), "$4.50"),
        (answers.money(4), Fraction(4), "$4"),
        (answers.money("-4.5"), Fraction(-9, 2), "-$4.50"),
        (answers.money("4.125"), Fraction(33, 8), "$4.125"),
        (answers.clock(15, 5), Fraction(185), "15:05"),
        (answers.ratio(14, 24), (7, 12), "14:24"),
        (answers.remainder(5, 2), (5, 2), "5 R 2"),
        (answers.coordinate(3, -2), (3, -2), "(3, -2)"),
        (answers.values(1, -8, 1), frozenset({-8, 1}), "-8 and 1"),
        (answers.expression("x(x+6)"), "x**2 + 6*x", "x(x+6)"),
    ],
    ids=str,
)
def test_value_and_text(answer, value, text):
    assert (answer.value, str(answer)) == (value, text)
    assert answer.kind in answers.KINDS


def test_what_has_no_finite_decimal_is_refused():
    with pytest.raises(ValueError, match="no finite decimal"):
        answers.decimal_text(Fraction(1, 3))
    with pytest.raises(ValueError, match="no finite decimal"):
        answers.money(Fraction(1, 3))


@given(st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_decimal_text_is_exact(n, places):
    value = Fraction(n, 10**places)
    text = answers.decimal_text(value)
    assert Fraction(text) == value
    assert "." not in text or not text.endswith("0")


@pytest.mark.parametrize(
    ("a", "b", "equal"),
    [
        (answers.fraction(1, 2), answers.decimal("0.5"), True),
        (answers.percent(50), answers.fraction(2, 4), True),
        (answers.percent(50), answers.integer(50), False),
        (answers.clock(3, 45), answers.integer(225), False),
        (answers.clock(3, 45), answers.clock(15, 45), True),
        (answers.ratio(7, 12), answers.ratio(14, 24), True),
        (answers.ratio(7, 12), answers.ratio(12, 7), False),
        (answers.values(1, -8), answers.values(-8, 1), True),
        (answers.expression("4(x+3)"), answers.expression("12 + 4x"), True),
        (answers.expression("4x + 3"), answers.expression("4x + 12"), False),
    ],
    ids=str,
)
def test_same(a, b, equal):
    assert answers.same(a, b) is equal
    assert answers.same(b, a) is equal


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("0.5x", "x/2"),
        ("2xy", "2*x*y"),
        ("E + I", "E + I"),
        ("2*sqrt(10)", "2*sqrt(10)"),
        ("(x + 2)(x + 3)", "x**2 + 5*x + 6"),
        ("x > -2", "x > -2"),
    ],
)
def test_letters_are_variables(text, canonical):
    assert answers.canonical_expression(text) == canonical


NO_EXPRESSION = ["", "x +", "()", "input()", "exec()", "x/0", "x**2", "1.2.3", "x; y", "__import__", "1" * 13]
TOO_LARGE = [
    "9^9^9",
    "9^(9*9*9*9)",
    "((x+1)^8)^8",
    "x^999",
    "(a+b)(c+d)(e+f)(g+h)(i+j)(k+l)(m+n)(o+p)(q+r)(s+t)",
]


@pytest.mark.parametrize("text", NO_EXPRESSION + TOO_LARGE)
def test_what_is_no_school_expression_is_refused(text):
    with pytest.raises(ValueError, match="expression|power|terms|school size|zero"):
        answers.canonical_expression(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789xyab+-*/^(). =<>q", max_size=40))
def test_any_text_is_an_expression_or_a_value_error(text):
    try:
        canonical = answers.canonical_expression(text)
    except ValueError:
        return
    assert canonical == answers.canonical_expression.__wrapped__(text)


PIECES = [
    "x",
    "y",
    "2",
    "3x",
    "(x+1)",
    "(2-y)",
    "+",
    "-",
    "*",
    "/",
    "^2",
    "^3",
    " ",
    "0.5",
    "1/2",
    "(",
    "x)",
    "a",
    "E",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join))
def test_polynomials_are_read_as_sympy_reads_them(text):
    element = polynomials.polynomial(text)
    if element is None:
        return
    assert polynomials.written(element) == answers._by_sympy(text)


@pytest.mark.parametrize(
    "text", ["x^2 + 6x", "4(x+3)", "(x + 2)(x - 7)", "0.5x", "x/2 + 3", "-2y^3", "2(3-5)", "4 - x", "7"]
)
def test_usual_expressions_need_no_parser(text):
    assert polynomials.written(polynomials.polynomial(text)) == answers._by_sympy(text)


@pytest.mark.parametrize(
    "text", ["", "x +", "2 3", "x 2", "1/x", "x^y", "x^2^3", "sqrt(x)", "x > 2", "1/0", "007", "0^0"]
)
def test_what_is_no_plain_polynomial_is_left_to_sympy(text):
    assert polynomials.polynomial(text) is None


@pytest.mark.parametrize(
    ("a", "b", "equal"),
    [
        ("x = 4", "4 = x", True),
        ("y = 2x + 3", "2y - 4x = 6", True),
        ("x^2 + y^2 = 25", "25 = y^2 + x^2", True),
        ("y = 3/x", "3/x = y", True),
        ("y = 2x + 3", "y = 2x - 3", False),
    ],
)
def test_equations_are_the_same_up_to_order_and_factor(a, b, equal):
    assert (answers.canonical_equation(a) == answers.canonical_equation(b)) is equal


@pytest.mark.parametrize("text", ["2 = 2", "x = x", "x", "x = y = 2", "= 2"])
def test_what_says_nothing_about_a_variable_is_no_equation(text):
    with pytest.raises(ValueError, match="not an e"):
        answers.canonical_equation(text)
