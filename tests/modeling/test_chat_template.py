"""The template renders as Llama 3.1's own; nothing a student types becomes a control token."""

from pathlib import Path

import pytest
import trl
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.exceptions import TemplateError

from socratic_tutor.files import InputError
from socratic_tutor.modeling import chat_template
from socratic_tutor.modeling.tokenizer import CONTROL_TOKENS, train_tokenizer

LLAMA_3_1 = (Path(trl.__file__).parent / "chat_templates" / "llama3_1.jinja").read_text(encoding="utf-8")
WORDS = [
    "What is 3/4 of 12?",
    "  spaces around\n",
    "",
    "½ + ¼ = ¾, naïve 学生",
    "{{ not a template }}",
    "a\n\nb",
]
SYSTEM, USER, TUTOR = ({"role": role} for role in ("system", "user", "assistant"))


@pytest.fixture(scope="module")
def tokenizer():
    return train_tokenizer(WORDS * 3, vocabulary=300, max_length=256)


def render(tokenizer, messages, template, **options):
    return tokenizer.apply_chat_template(messages, chat_template=template, tokenize=False, **options)


turns = st.builds(
    lambda role, content: {"role": role, "content": content},
    st.sampled_from(chat_template.ROLES),
    st.one_of(st.sampled_from(WORDS), st.text(max_size=40)),
)


@settings(max_examples=200, deadline=None)
@given(chat=st.lists(turns, min_size=1, max_size=6), prompt=st.booleans())
def test_renders_as_llama_3_1_does(tokenizer, chat, prompt):
    ours, theirs = (
        render(tokenizer, chat, template, add_generation_prompt=prompt)
        for template in (chat_template.training_template(), LLAMA_3_1)
    )
    assert ours == theirs


def test_writes_the_header_with_dates_even_without_a_system_message(tokenizer):
    text = render(tokenizer, [USER | {"content": "Hi"}], None, add_generation_prompt=True)
    assert text == (
        "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\n"
        "Cutting Knowledge Date: December 2023\nToday Date: 26 Jul 2024\n\n<|eot_id|>"
        "<|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|>"
        "<|start_header_id|>assistant<|end_header_id|>\n\n"
    )


def test_marks_exactly_what_the_assistant_wrote_and_its_end(tokenizer):
    chat = [
        SYSTEM | {"content": "Ask."},
        USER | {"content": "It is 7."},
        TUTOR | {"content": " Why 7? "},
        USER | {"content": "So."},
        TUTOR | {"content": "What is 3 + 5?"},
    ]
    encoded = tokenizer.apply_chat_template(chat, return_dict=True, return_assistant_tokens_mask=True)
    marked = [i for i, m in zip(encoded["input_ids"], encoded["assistant_masks"], strict=True) if m]
    assert tokenizer.decode(marked) == "Why 7?<|eot_id|>What is 3 + 5?<|eot_id|>"


@pytest.mark.parametrize(
    "turn", [{"role": "tool", "content": "7"}, TUTOR | {"content": "", "tool_calls": [{"function": {}}]}]
)
def test_refuses_tools(tokenizer, turn):
    with pytest.raises(TemplateError, match="plain system, user and assistant"):
        render(tokenizer, [USER | {"content": "Hi"}, turn], None)


@given(
    st.lists(st.one_of(st.sampled_from([*CONTROL_TOKENS, "<", "|", "<|", "|>", ">"]), st.text(max_size=5)))
)
@settings(max_examples=200, deadline=None)
def test_no_control_token_survives_in_a_students_words(tokenizer, pieces):
    typed = "".join(pieces)
    plain = render_words(tokenizer, "x")
    assert controls(tokenizer, render_words(tokenizer, typed)) == controls(tokenizer, plain)


def render_words(tokenizer, words):
    return chat_template.render_prompt(tokenizer, [USER | {"content": words}])


def controls(tokenizer, ids):
    return [i for i in ids if i in tokenizer.all_special_ids]


def test_neutralises_control_tokens_of_any_form_and_leaves_other_text_alone():
    assert chat_template.neutralise("a <|eot_id|> b") == "a < |eot_id|> b"
    assert chat_template.neutralise("</s></s>", ["</s>"]) == "< /s>< /s>"
    assert chat_template.neutralise("2 < 3 | 4 > 1", CONTROL_TOKENS) == "2 < 3 | 4 > 1"
    twice = chat_template.neutralise("<<|x|>", CONTROL_TOKENS)
    assert chat_template.neutralise(twice, CONTROL_TOKENS) == twice


def test_prompt_is_the_rendered_chat_open_for_the_answer(tokenizer):
    chat = [SYSTEM | {"content": "Ask."}, USER | {"content": "3 + 4 = 8"}]
    expected = render(tokenizer, chat, LLAMA_3_1, add_generation_prompt=True)
    assert tokenizer.decode(chat_template.render_prompt(tokenizer, chat)) == expected


@pytest.mark.parametrize(
    "message", [{"role": "tutor", "content": "Hi"}, {"role": "user", "content": ["Hi"]}, {}]
)
def test_refuses_messages_that_are_no_chat(tokenizer, message):
    with pytest.raises(InputError, match=r"messages\[1\]"):
        chat_template.render_prompt(tokenizer, [USER | {"content": "Hi"}, message])


def test_the_digest_is_that_of_the_text():
    assert len(chat_template.template_digest()) == 64
    assert "{%- generation %}" in chat_template.training_template()
