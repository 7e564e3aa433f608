"""Any text comes back; digits stand alone; the same texts give the same tokenizer."""

import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from transformers import AutoTokenizer

from socratic_tutor.modeling.tokenizer import CONTROL_TOKENS, train_tokenizer

TEXTS = [f"Ana has {n} shells and {n * 7} coins. How many more coins? $1,{n}00.50" for n in range(60)]


@pytest.fixture(scope="module")
def tokenizer():
    return train_tokenizer(TEXTS, vocabulary=400, max_length=128)


@given(st.text(max_size=80).filter(lambda text: not any(token in text for token in CONTROL_TOKENS)))
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back(tokenizer, text):
    ids = tokenizer(text, add_special_tokens=False)["input_ids"]
    assert tokenizer.decode(ids) == text


def test_every_digit_is_one_token_and_no_token_holds_a_digit_and_more(tokenizer):
    tokens = tokenizer.tokenize("It is 1234, not 12.34 or 3/4.")
    assert [token for token in tokens if any(c.isdigit() for c in token)] == list("1234123434")
    mixed = [t for t in tokenizer.get_vocab() if len(t) > 1 and any(c in "0123456789" for c in t)]
    assert mixed == []


def test_control_tokens_are_single_and_play_llamas_parts(tokenizer):
    for token in CONTROL_TOKENS:
        assert len(tokenizer(token, add_special_tokens=False)["input_ids"]) == 1
    assert tokenizer.bos_token == "<|begin_of_text|>"
    assert tokenizer.eos_token == "<|eot_id|>"
    assert tokenizer.pad_token == "<|finetune_right_pad_id|>"
    assert tokenizer("Hi")["input_ids"][0] == tokenizer.bos_token_id


def test_learns_words_up_to_the_vocabulary_asked_for(tokenizer):
    assert 262 < len(tokenizer) <= 400
    assert len(tokenizer.tokenize("How many more coins?")) < 8


def test_comes_back_from_disk_with_its_template(tokenizer, tmp_path):
    tokenizer.save_pretrained(tmp_path)
    loaded = AutoTokenizer.from_pretrained(tmp_path)
    assert loaded.get_vocab() == tokenizer.get_vocab()
    assert loaded.chat_template == tokenizer.chat_template
    assert loaded.pad_token_id == tokenizer.pad_token_id
    assert loaded(TEXTS[3])["input_ids"] == tokenizer(TEXTS[3])["input_ids"]


def test_another_process_learns_the_same_bytes(tokenizer):
    script = (
        "import json, sys\n"
        "from socratic_tutor.modeling.tokenizer import train_tokenizer\n"
        "texts = json.load(sys.stdin)\n"
        "print(train_tokenizer(texts, vocabulary=400, max_length=128).backend_tokenizer.to_str())"
    )
    path = ":".join(sys.path)
    result = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(TEXTS),
        env={"PYTHONPATH": path, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.strip() == tokenizer.backend_tokenizer.to_str()
