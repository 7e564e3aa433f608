"""A text read part by part says what it says when it is read as a whole."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from socratic_tutor.curriculum import quantities
from socratic_tutor.curriculum.answers import decimal, fraction, integer, money
from socratic_tutor.curriculum.matching import mentions
from socratic_tutor.scoring.values import says

# What may join numbers across a full stop or a line, or change how one is read.
PIECES = [
    "1. Add\n2. Look",
    "1. Add 5.\n2. Look.\n3. Check.",
    *"""
5|12|half|Half|one|One|two|five|Five|Minus 3|minus|negative|A third|thirds|and|point|which|Which|that is|R 2
rem.|Rem. 2|remainder|left over|$5|$|dollars|cents|%|(3|-2)|,|30|1.|2.|Step|May|x =|-|- 3|½|\\|\\text{Yes|No}
**|**hundred**|/|7/12|to|out of|for every|twenty|hundred|The answer is|of a|more|times|3:45|0.583|#|\u00a0five
five\u00a0|seven\u2011
""".strip()
    .replace("\n", "|")
    .split("|"),
]
GAPS = [" ", ". ", "? ", "! ", ".\n", "\n", " \n", ", ", "", ".  "]
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), min_size=2, max_size=12).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
ANSWERS = [integer(5), integer(30), fraction(7, 12), fraction(5, 2), decimal("0.583"), money(5)]


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
def test_reading_parts_is_reading_the_whole(text):
    parts = quantities.parts_apart(text)
    assert len("".join(parts)) + len(parts) - 1 == len(text)
    if len(parts) > 1:
        assert quantities._read_parts(parts) == quantities._read_whole(text)


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.sampled_from(ANSWERS))
def test_a_value_is_said_by_a_part_or_by_none(text, answer):
    assert says(answer.text, text, answer.kind) == bool(mentions(answer, text))


def test_a_prompt_is_read_in_lines_and_sentences():
    text = "You are a tutor. Ask one question.\nSam has 5 pens. How many are left?\nI think 12."
    assert quantities.parts_apart(text) == (
        "You are a tutor.",
        "Ask one question.",
        "Sam has 5 pens.",
        "How many are left?",
        "I think 12.",
    )


def test_a_number_in_words_goes_on_in_the_next_line():
    assert quantities.parts_apart("two\nhundred") == ("two\nhundred",)
    assert [quantity.value for quantity in quantities.quantities("two\nhundred")] == [200]


@settings(max_examples=100, deadline=None)
@given(st.from_regex(quantities._PERCENT) | st.from_regex(quantities._MONEY))
def test_a_mark_is_looked_for_where_one_begins(text):
    ends = [m.start() for pattern in (quantities._PERCENT, quantities._MONEY) for m in pattern.finditer(text)]
    assert all(quantities._BEFORE_A_MARK.match(text, end) for end in ends)
