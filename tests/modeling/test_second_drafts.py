"""A system that is asked again: real decoding on a tiny base, one random stream an item and attempt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import LoraConfig, get_peft_model
from sample_chats import chat
from transformers import AutoModelForCausalLM

from socratic_tutor.files import InputError
from socratic_tutor.modeling import second_drafts
from socratic_tutor.modeling.second_drafts import Request, SecondDrafts

REQUESTS = [Request(f"b{n}", "leak", 1 + n % 3, chat(n, words=n % 5)[:-1]) for n in range(9)]


@pytest.fixture(scope="module")
def adapter(tiny_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("second-drafts-adapter")
    torch.manual_seed(1)
    config = LoraConfig(r=4, target_modules="all-linear", init_lora_weights=False, task_type="CAUSAL_LM")
    get_peft_model(AutoModelForCausalLM.from_pretrained(tiny_base), config).save_pretrained(folder)
    return folder


def tutor(base: Path, folder: Path, **changes: Any) -> SecondDrafts:
    generation = {"max_new_tokens": 10, "batch_size": 4, "temperature": 1.0, "top_p": 0.9}
    return SecondDrafts(
        base_model={"source": str(base), "revision": None, "quantization": "none"},
        adapter=changes.pop("adapter", None),
        generation={**generation, **changes.pop("generation", {})},
        seed="root:filter",
        folder=folder,
        **changes,
    )


def test_a_reply_depends_on_neither_batch_nor_company(tiny_base: Path, adapter: Path, tmp_path: Path) -> None:
    whole = tutor(tiny_base, tmp_path / "a", adapter=adapter).ask(1, REQUESTS)
    one_by_one = tutor(tiny_base, tmp_path / "b", adapter=adapter, generation={"batch_size": 1})
    assert [one_by_one.ask(1, [request])[0] for request in reversed(REQUESTS)] == whole[::-1]
    assert any(whole)


def test_attempts_adapters_and_instructions_give_other_replies(
    tiny_base: Path, adapter: Path, tmp_path: Path
) -> None:
    plain = tutor(tiny_base, tmp_path / "a")
    said = [plain.ask(1, REQUESTS), plain.ask(2, REQUESTS)]
    said.append(tutor(tiny_base, tmp_path / "b", adapter=adapter).ask(1, REQUESTS))
    said.append(tutor(tiny_base, tmp_path / "c", instruction="Ask one question.").ask(1, REQUESTS))
    assert len({tuple(texts) for texts in said}) == 4
    assert plain.asked == 2 * len(REQUESTS)
    assert plain.seconds > 0


def test_the_instruction_joins_the_system_message() -> None:
    system, user = {"role": "system", "content": "Be kind."}, {"role": "user", "content": "?"}
    tutor_ = tutor(Path("unused"), Path("unused"), instruction="Ask.")
    assert tutor_._instructed([system, user]) == [{"role": "system", "content": "Be kind.\nAsk."}, user]
    assert tutor_._instructed([user]) == [{"role": "system", "content": "Ask."}, user]
    assert replace(tutor_, instruction="")._instructed([system, user]) == [system, user]


def test_what_was_said_is_kept_and_loads_no_model(
    tiny_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tutor(tiny_base, tmp_path).ask(1, REQUESTS)
    monkeypatch.setattr(second_drafts, "load_base", lambda _: pytest.fail("a model was loaded"))
    again = tutor(tiny_base, tmp_path)
    assert again.ask(1, REQUESTS[3:]) == said[3:]
    assert (again.asked, again.seconds) == (0, 0.0)


def test_other_chats_settings_or_code_are_asked_anew(tiny_base: Path, tmp_path: Path) -> None:
    tutor(tiny_base, tmp_path).ask(1, REQUESTS)
    changed = [replace(REQUESTS[0], messages=chat(30, words=3)[:-1]), *REQUESTS[1:]]
    other = tutor(tiny_base, tmp_path)
    other.ask(1, changed)
    assert other.asked == 1  # the same item, another chat
    for difference in ({"code": "other"}, {"generation": {"temperature": 0.5}}):
        other = tutor(tiny_base, tmp_path, **difference)
        other.ask(1, REQUESTS)
        assert other.asked == len(REQUESTS)


def test_a_kill_loses_nothing_finished(
    tiny_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calm = tutor(tiny_base, tmp_path / "calm").ask(1, REQUESTS)
    append, calls = second_drafts.append_replies, []

    def dies(*given: Any) -> None:
        if len(calls) == 1:
            raise KeyboardInterrupt
        calls.append(given)
        append(*given)

    with monkeypatch.context() as patched:
        patched.setattr(second_drafts, "append_replies", dies)
        with pytest.raises(KeyboardInterrupt):
            tutor(tiny_base, tmp_path / "killed").ask(1, REQUESTS)
    kept = tmp_path / "killed" / "attempt-1.jsonl"
    kept.write_bytes(kept.read_bytes() + b'{"id": "b5", "te')  # cut short by the kill
    after = tutor(tiny_base, tmp_path / "killed")
    assert after.ask(1, REQUESTS) == calm
    assert after.asked == len(REQUESTS) - 4


def test_a_chat_without_room_and_an_altered_adapter_are_refused(
    tiny_base: Path, adapter: Path, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"(?s)b0 has \d+ tokens .*shorten filter.instruction"):
        tutor(tiny_base, tmp_path, instruction="word " * 300).ask(1, REQUESTS[:1])
    with pytest.raises(InputError, match="its sha256 is not the one"):
        tutor(tiny_base, tmp_path, adapter=adapter, adapter_sha256="0" * 64).ask(1, REQUESTS[:1])
