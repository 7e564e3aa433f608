"""What is looked for before a pattern runs stands in everything that the pattern matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socratic_tutor.scoring import arithmetic, operations, rearranged

_PATTERNS_OF = {
    rearranged._joined: (rearranged._BETWEEN, rearranged._BESIDE),
    rearranged._moved: (rearranged._POINT,),
    rearranged._turned: (rearranged._SWAP, rearranged._DROP_SIGN, rearranged._UNDER_ONE),
    rearranged._signed: (rearranged._CHANGE,),
    rearranged._listed: (rearranged._ORDER, rearranged._ALSO),
}
_OF_ONE = (*(pattern for pattern, _ in operations._ONE_NUMBER), operations._SQUARE, operations._ROOT)
LOOKED_FOR = [
    *((words, pattern) for words, way in rearranged._WAYS for pattern in _PATTERNS_OF[way]),
    *((operations._WORDS[sign], pattern) for sign, pattern in operations._NAMED.items()),
    *((operations._OF_ONE, pattern) for pattern in _OF_ONE),
]

LETTERS = st.characters(max_codepoint=126) | st.just("√")


@pytest.mark.parametrize(("words", "pattern"), LOOKED_FOR)
def test_every_match_holds_a_word(words, pattern):
    # without its word boundaries and look-aheads it matches more, and its texts are made at once
    looser = re.compile(re.sub(r"\\b|\(\?[=!][^()]*\)", "", pattern.pattern), pattern.flags)

    @settings(max_examples=60, deadline=None)
    @given(st.from_regex(looser, alphabet=LETTERS))
    def holds(text):
        assert any(word in text.lower() for word in words)

    holds()


PIECES = [
    *"+-*/x×÷^=<>()$%.:,",
    *(" ",) * 8,
    "3",
    "12",
    "1/2",
    "0.5",
    "٣",
    "minus",
    "plus",
    "times",
    "is",
    "this",
]


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_nothing_is_calculated_without_a_sign_after_a_number(text):
    if arithmetic._MAY_CALCULATE.search(text):
        return
    cached = (arithmetic._chains, arithmetic.calculations, arithmetic.equalities, arithmetic.relations)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arithmetic, "_MAY_CALCULATE", re.compile(""))
        for function in cached:
            function.cache_clear()
        found = [function(text) for function in cached[1:]]
    for function in cached:
        function.cache_clear()
    assert not any(found)
