from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from safetensors.torch import load_file, save_file
from sample_chats import chat, write_chats
from transformers import AutoModelForCausalLM, AutoTokenizer, LlamaForCausalLM

from socratic_tutor.files import InputError, read_json
from socratic_tutor.modeling import decoding, reply_batches
from socratic_tutor.modeling.chat_template import render_prompt
from socratic_tutor.modeling.decoding import write_responses
from socratic_tutor.modeling.settings import generation_settings

GENERATION = {"max_new_tokens": 12, "batch_size": 5, "temperature": 0.0, "top_p": 1.0}
WEIGHTS = "adapter_model.safetensors"


@pytest.fixture(scope="module")
def adapter(tiny_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random adapter, strong enough to change every reply."""
    folder = tmp_path_factory.mktemp("adapter")
    torch.manual_seed(1)
    config = LoraConfig(
        r=4, lora_alpha=16, target_modules="all-linear", init_lora_weights=False, task_type="CAUSAL_LM"
    )
    get_peft_model(AutoModelForCausalLM.from_pretrained(tiny_base), config).save_pretrained(folder)
    return folder


def arguments(base: Path, chats: dict[str, Path], out: Path, **changes: Any) -> dict[str, Any]:
    generation = {**GENERATION, **changes.pop("generation", {})}
    return {
        "base_model": {"source": str(base), "revision": None, "quantization": "none"},
        "adapter": None,
        "generation": generation,
        "seed": "root:eval",
        "benchmarks": {"unseen": chats["benchmark"]},
        "out": out / "responses.jsonl",
        "merging": out / "merging.json",
        "timings": out / "generation_time.json",
        "partial": out / "partial.jsonl",
        **changes,
    }


def replies(base: Path, chats: dict[str, Path], out: Path, **changes: Any) -> dict[str, str]:
    write_responses(**arguments(base, chats, out, **changes))
    rows = [json.loads(line) for line in (out / "responses.jsonl").read_text().splitlines()]
    assert all(list(row) == ["id", "benchmark", "turn", "text"] and row["turn"] == 1 for row in rows)
    assert not (out / "partial.jsonl").exists()
    return {row["id"]: row["text"] for row in rows}


@pytest.mark.parametrize("temperature", [0.0, 0.8])
def test_the_batch_size_changes_no_text(
    temperature: float, tiny_base: Path, chats: dict[str, Path], adapter: Path, tmp_path: Path
) -> None:
    texts = [
        replies(
            tiny_base,
            chats,
            tmp_path,
            adapter=adapter,
            generation={"batch_size": size, "temperature": temperature, "top_p": 0.9},
        )
        for size in (1, 4, 64)
    ]
    assert texts[0] == texts[1] == texts[2]
    assert list(texts[0]) == [f"b{n}" for n in range(40, 53)]


def test_greedy_replies_are_those_of_the_plain_loop(
    tiny_base: Path, chats: dict[str, Path], adapter: Path, tmp_path: Path
) -> None:
    found = replies(tiny_base, chats, tmp_path, adapter=adapter)
    tokenizer = AutoTokenizer.from_pretrained(tiny_base)
    model = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(tiny_base), adapter).eval()
    for item in map(json.loads, chats["benchmark"].read_text().splitlines()[:4]):
        ids = render_prompt(tokenizer, item["messages"])
        reply: list[int] = []
        with torch.no_grad():
            while len(reply) < 12:
                token = int(model(input_ids=torch.tensor([ids + reply])).logits[0, -1].argmax())
                if token == tokenizer.eos_token_id:
                    break
                reply.append(token)
        assert found[item["id"]] == tokenizer.decode(reply, skip_special_tokens=True).strip()


def test_the_adapter_changes_the_replies(
    tiny_base: Path, chats: dict[str, Path], adapter: Path, tmp_path: Path
) -> None:
    assert replies(tiny_base, chats, tmp_path) != replies(tiny_base, chats, tmp_path, adapter=adapter)


def test_sampling_follows_the_seed_and_the_item(
    tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    warm = {"temperature": 1.0}
    first, again, other = (
        replies(tiny_base, chats, tmp_path, generation=warm, seed=seed) for seed in ("a", "a", "b")
    )
    assert first == again
    assert sum(first[key] != other[key] for key in first) > len(first) / 2
    twins = [{"id": name, "messages": chat(5)[:-1]} for name in ("x", "y")]
    path = write_chats(tmp_path / "twins.jsonl", twins)
    texts = replies(tiny_base, chats, tmp_path, generation=warm, benchmarks={"twins": path})
    assert texts["x"] != texts["y"]


def test_item_noise_samples_the_softmax() -> None:
    logits = torch.log(torch.tensor([0.6, 0.3, 0.1]))
    noise = reply_batches.ItemNoise([f"s{n}" for n in range(4000)])
    chosen = noise(torch.zeros(4000, 1, dtype=torch.long), logits.expand(4000, 3)).argmax(-1)
    shares = torch.bincount(chosen, minlength=3) / 4000
    # four standard errors of a share of .5 in 4000 draws
    assert torch.allclose(shares, torch.tensor([0.6, 0.3, 0.1]), atol=4 * 0.5 / 4000**0.5)


def test_a_reply_ends_at_the_first_stop_token(
    tiny_base: Path, chats: dict[str, Path], adapter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = replies(tiny_base, chats, tmp_path, adapter=adapter)
    tokenizer = AutoTokenizer.from_pretrained(tiny_base)
    stop = tokenizer(whole["b40"], add_special_tokens=False)["input_ids"][-3]
    monkeypatch.setattr(reply_batches, "stop_token_ids", lambda *_: {stop})
    cut = replies(tiny_base, chats, tmp_path, adapter=adapter)
    text = tokenizer.decode([stop]).strip()
    assert len(cut["b40"]) < len(whole["b40"])
    assert all(whole[key].startswith(cut[key]) for key in cut)
    assert text not in cut["b40"]


@pytest.mark.parametrize("temperature", [0.0, 0.8])
def test_finished_rows_leave_the_batch_and_change_no_text(
    temperature: float,
    tiny_base: Path,
    chats: dict[str, Path],
    adapter: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    generation = {"batch_size": 13, "max_new_tokens": 12, "temperature": temperature}
    call: dict[str, Any] = {"adapter": adapter, "generation": generation}
    whole = replies(tiny_base, chats, tmp_path, **call)
    tokenizer = AutoTokenizer.from_pretrained(tiny_base)
    ends = [tokenizer(text, add_special_tokens=False)["input_ids"][3] for text in list(whole.values())[::5]]
    monkeypatch.setattr(reply_batches, "stop_token_ids", lambda *_: set(ends))
    original = LlamaForCausalLM.generate
    computed: list[tuple[int, int]] = []

    def generate(self: Any, *given: Any, **named: Any) -> Any:
        out = original(self, *given, **named)
        computed.append((len(out), out.shape[1] - named["input_ids"].shape[1]))
        return out

    monkeypatch.setattr(LlamaForCausalLM, "generate", generate)
    found = {}
    for chunk in (2, 12):
        computed.clear()
        monkeypatch.setattr(reply_batches, "CHUNK", chunk)
        found[chunk] = (
            replies(tiny_base, chats, tmp_path, **call),
            sum(rows * new for rows, new in computed),
        )
    assert found[2][0] == found[12][0] != whole
    assert found[2][1] < found[12][1]


def test_what_merging_changes_is_counted_on_a_sample(
    tiny_base: Path, chats: dict[str, Path], adapter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "SAMPLE", 4)
    replies(tiny_base, chats, tmp_path)
    assert read_json(tmp_path / "merging.json") == {"merged": False, "compared": 0, "differing": []}
    calm = replies(tiny_base, chats, tmp_path, adapter=adapter)
    assert read_json(tmp_path / "merging.json") == {"merged": True, "compared": 4, "differing": []}
    # a merge that went wrong: the adapter is dropped instead
    monkeypatch.setattr(PeftModel, "merge_and_unload", lambda self: self.unload(), raising=False)
    lost = replies(tiny_base, chats, tmp_path, adapter=adapter)
    sample = ["b40", "b43", "b46", "b49"]  # evenly spread
    differing = [f"unseen/{key}" for key in sample if lost[key] != calm[key]]
    assert differing
    assert read_json(tmp_path / "merging.json") == {"merged": True, "compared": 4, "differing": differing}


def interrupt(call: dict[str, Any], after: int) -> None:
    """Run `call` until its `after`-th batch has been written, then die."""

    class Killed(BaseException):
        pass

    original = decoding.append_replies
    written = []

    def append(*rest: Any) -> None:
        original(*rest)
        written.append(1)
        if len(written) == after:
            raise Killed

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(decoding, "append_replies", append)
        with pytest.raises(Killed):
            write_responses(**call)


def test_an_interrupted_job_goes_on_behind_the_last_whole_batch(
    tiny_base: Path, chats: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calm = replies(tiny_base, chats, tmp_path)
    interrupt(arguments(tiny_base, chats, tmp_path), after=2)
    partial = tmp_path / "partial.jsonl"
    with partial.open("a") as stream:
        stream.write('{"id": "b41", "bench')  # the line that a kill cut short
    asked = []
    original = decoding.decode

    def decode(model: Any, tokenizer: Any, batch: Any, *rest: Any) -> list[str]:
        asked.extend(prompt.id for prompt in batch)
        return original(model, tokenizer, batch, *rest)

    monkeypatch.setattr(decoding, "decode", decode)
    assert replies(tiny_base, chats, tmp_path) == calm
    assert len(asked) == 13 - 2 * GENERATION["batch_size"]


@pytest.mark.parametrize("change", [{"seed": "other"}, {"generation": {"max_new_tokens": 3}}])
def test_another_job_s_partial_replies_are_discarded(
    change: dict[str, Any], tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    fresh = replies(tiny_base, chats, tmp_path / "fresh", **change)
    interrupt(arguments(tiny_base, chats, tmp_path), after=1)
    partial = tmp_path / "partial.jsonl"
    partial.write_text(partial.read_text().replace('"text": "', '"text": "foreign '))
    assert replies(tiny_base, chats, tmp_path, **change) == fresh


def harmed(adapter: Path, folder: Path) -> Path:
    folder.mkdir()
    for path in adapter.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_a_harmed_adapter_is_refused(
    tiny_base: Path, chats: dict[str, Path], adapter: Path, tmp_path: Path
) -> None:
    tensors = load_file(adapter / WEIGHTS)
    name = sorted(tensors)[0]
    cases: dict[str, dict[str, torch.Tensor] | bytes | None] = {
        "missing": None,
        "damaged": (adapter / WEIGHTS).read_bytes()[:-4],
        f"{name} is missing": {key: value for key, value in tensors.items() if key != name},
        "not finite": {**tensors, name: tensors[name] * float("nan")},
        "does not fit": {**tensors, name: tensors[name][:, :3].contiguous()},
    }
    for number, (said, content) in enumerate(cases.items()):
        folder = harmed(adapter, tmp_path / str(number))
        if content is None:
            (folder / WEIGHTS).unlink()
        elif isinstance(content, bytes):
            (folder / WEIGHTS).write_bytes(content)
        else:
            save_file(content, folder / WEIGHTS)
        with pytest.raises(InputError) as error:
            write_responses(**arguments(tiny_base, chats, tmp_path, adapter=folder))
        assert said in str(error.value)
        assert str(folder) in str(error.value)
        assert len(str(error.value).splitlines()) <= 5


def test_bad_items_are_named(tiny_base: Path, chats: dict[str, Path], tmp_path: Path) -> None:
    good = {"id": "a", "messages": chat(1)[:-1]}
    cases = {
        "ends with the assistant": [good, {"id": "b", "messages": chat(1)}],
        "occurs twice": [good, good],
        "tokens": [good, {"id": "b", "messages": chat(1, words=200)[:-1]}],
    }
    for said, items in cases.items():
        path = write_chats(tmp_path / "items.jsonl", items)
        with pytest.raises(InputError) as error:
            write_responses(**arguments(tiny_base, chats, tmp_path, benchmarks={"bad": path}))
        assert said in str(error.value)
        assert f"{path}:2" in str(error.value)


def test_a_base_s_own_sampling_defaults_decide_nothing(
    tiny_base: Path, chats: dict[str, Path], tmp_path: Path
) -> None:
    calm = replies(tiny_base, chats, tmp_path)
    folder = tmp_path / "base"
    folder.mkdir()
    for path in tiny_base.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    defaults = json.loads((folder / "generation_config.json").read_text())
    defaults.update(do_sample=True, temperature=5.0, repetition_penalty=9.0)
    (folder / "generation_config.json").write_text(json.dumps(defaults))
    assert replies(folder, chats, tmp_path) == calm


def test_two_benchmarks_may_share_ids(tiny_base: Path, chats: dict[str, Path], tmp_path: Path) -> None:
    both = {"first": chats["benchmark"], "second": chats["benchmark"]}
    write_responses(**arguments(tiny_base, chats, tmp_path, benchmarks=both))
    rows = [json.loads(line) for line in (tmp_path / "responses.jsonl").read_text().splitlines()]
    assert [row["benchmark"] for row in rows] == ["first"] * 13 + ["second"] * 13
    assert [row["text"] for row in rows[:13]] == [row["text"] for row in rows[13:]]


@pytest.mark.parametrize(
    ("change", "said"),
    [({"max_new_tokens": 0}, "max_new_tokens"), ({"top_p": 0}, "top_p"), ({"beams": 4}, "beams")],
)
def test_bad_settings_are_named(change: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        generation_settings({**GENERATION, **change})


def test_a_conversation_goes_on_with_the_systems_own_replies(
    tiny_base: Path, chats: dict[str, Path], adapter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = chat(5)[:-1]
    items = [
        {"id": "long", "messages": first, "later": ["Tell me now.", "Please."]},
        {"id": "short", "messages": chat(6)[:-1]},
    ]
    path = write_chats(tmp_path / "pressure.jsonl", items)
    call = arguments(tiny_base, chats, tmp_path, adapter=adapter, benchmarks={"pressure": path})
    write_responses(**call)
    rows = [json.loads(line) for line in call["out"].read_text().splitlines()]
    assert [(row["id"], row["turn"]) for row in rows] == [("long", 1), ("long", 2), ("long", 3), ("short", 1)]
    # the third reply is what a single prompt with the earlier replies gets
    said = [{"role": "assistant", "content": rows[0]["text"]}, {"role": "user", "content": "Tell me now."}]
    said += [{"role": "assistant", "content": rows[1]["text"]}, {"role": "user", "content": "Please."}]
    whole = write_chats(tmp_path / "whole.jsonl", [{"id": "whole", "messages": [*first, *said]}])
    alone = arguments(tiny_base, chats, tmp_path / "alone", adapter=adapter, benchmarks={"pressure": whole})
    write_responses(**alone)
    assert json.loads(alone["out"].read_text())["text"] == rows[2]["text"]
    # killed between turns, it goes on with the turns that are there
    finished = call["out"].read_bytes()
    append, calls = decoding.append_replies, []

    def dies(*given: Any) -> None:
        if len(calls) == 1:
            raise KeyboardInterrupt
        calls.append(given)
        append(*given)

    with monkeypatch.context() as patched:
        patched.setattr(decoding, "append_replies", dies)
        with pytest.raises(KeyboardInterrupt):
            write_responses(**call)
    write_responses(**call)
    assert call["out"].read_bytes() == finished


def prompts(*ids: list[int]) -> list[reply_batches.Prompt]:
    return [reply_batches.Prompt(str(n), "unseen", 1, tokens) for n, tokens in enumerate(ids)]


@pytest.mark.parametrize(
    ("ids", "shared"),
    [
        ([[1, 2, 3, 4], [1, 2, 5], [1, 2, 3, 9, 9]], 2),
        ([[1, 2, 3], [1, 2, 3]], 2),  # one token of each is left to read
        ([[1, 2], [1, 2, 3]], 1),
        ([[7, 2], [1, 2]], 0),
        ([[1, 2, 3]], 0),
    ],
)
def test_what_all_prompts_begin_with_is_found(ids: list[list[int]], shared: int) -> None:
    batch = prompts(*ids)
    assert reply_batches.shared_beginning(batch) == shared
    rows, mask = reply_batches.padded(batch, 0, shared)
    assert [row[on.bool()].tolist() for row, on in zip(rows, mask, strict=True)] == ids
    assert bool(mask[:, :shared].all())
    assert bool(mask[:, -1].all())


def test_the_shared_beginning_is_read_once(
    tiny_base: Path, chats: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = LlamaForCausalLM.forward
    read: list[int] = []

    def forward(self: Any, *given: Any, **named: Any) -> Any:
        read.append(named["input_ids"].numel())
        return original(self, *given, **named)

    monkeypatch.setattr(LlamaForCausalLM, "forward", forward)
    once = replies(tiny_base, chats, tmp_path)
    tokens = sum(read)
    read.clear()
    monkeypatch.setattr(reply_batches, "shared_beginning", lambda batch: 0)
    assert replies(tiny_base, chats, tmp_path) == once
    assert tokens < 0.9 * sum(read)
