"""Digits are told apart by where their number comes from."""

import pytest

from socratic_tutor.modeling.base_documents import encode_documents
from socratic_tutor.modeling.token_kinds import NAMES
from socratic_tutor.modeling.tokenizer import train_tokenizer


@pytest.fixture(scope="module")
def tokenizer():
    return train_tokenizer(["Add 12 and 30. It is 42, not 52."] * 3, vocabulary=300, max_length=200)


def marked(tokenizer, row):
    """The digits of the document, each behind the first letter of its kind."""
    encoded = encode_documents(
        tokenizer, [row, {"kind": "note", "text": "."}], seed="s", max_length=200, holdout=0.5
    )
    (document,) = (d for d in [*encoded.training, *encoded.held_back] if len(d) > 3)
    tokens = tokenizer.convert_ids_to_tokens(document.ids.tolist())
    pairs = zip(tokens, document.kinds, strict=True)
    return document, "".join(NAMES[kind][0] + token for token, kind in pairs if token.isdigit())


def test_in_a_chat_the_student_gives_and_the_tutor_copies_or_works(tokenizer):
    row = {
        "kind": "chat",
        "messages": [
            {"role": "system", "content": "Grade 3."},
            {"role": "user", "content": "Add 12 and 30. I got 52."},
            {"role": "assistant", "content": "It is 42, not 52."},
            {"role": "user", "content": "Is 42 more than 7?"},
        ],
    }
    document, digits = marked(tokenizer, row)
    assert digits.endswith("g3g1g2g3g0g5g2w4w2c5c2c4c2g7")
    assert document.targets == len(document) - 1 - digits.count("g")


def test_a_text_gives_the_problem_and_goes_on_from_it(tokenizer):
    row = {"kind": "note", "given": "Add 12 and 30.", "text": "It is 42. Is 42 more than 30?"}
    assert marked(tokenizer, row)[1] == "g1g2g3g0w4w2c4c2c3c0"


def test_part_of_a_number_is_no_copy_of_it(tokenizer):
    assert marked(tokenizer, {"kind": "note", "given": "120", "text": "12, 120"})[1] == "g1g2g0w1w2c1c2c0"
