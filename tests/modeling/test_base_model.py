"""The base is trained as its recipe says: it learns, goes on after a kill, and is written whole."""

import json
import math
import shutil
from itertools import pairwise
from types import SimpleNamespace

import numpy
import pytest
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from socratic_tutor.base_identity import verify_manifest
from socratic_tutor.files import InputError, sha256_of, write_jsonl
from socratic_tutor.modeling import base_documents, base_model, pretraining, token_kinds

SETTINGS = {
    "vocabulary": 320,
    "model": {
        "hidden_size": 32,
        "intermediate_size": 48,
        "layers": 2,
        "heads": 4,
        "key_value_heads": 2,
        "max_length": 160,
    },
    "steps": 24,
    "batch_size": 8,
    "micro_batch_tokens": 256,
    "learning_rate": 0.01,
    "warmup_steps": 4,
    "final_learning_rate_share": 0.1,
    "cooldown_steps": 8,
    "weight_decay": 0.1,
    "max_grad_norm": 1.0,
    "optimizer": "muon",
    "precision": "fp32",
    "processes": 1,
    "threads": 1,
    "holdout": 0.05,
    "log_every": 10,
    "validate_every": 8,
    "checkpoint_every": 5,
}


def chat(number):
    return {
        "kind": "direct_chat",
        "messages": [
            {"role": "user", "content": f"{number} + 1 <|eot_id|>"},
            {"role": "assistant", "content": f"It is {number + 1}."},
        ],
    }


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    path = tmp_path_factory.mktemp("documents") / "base.jsonl"
    rows = [
        chat(n) if n % 2 else {"kind": "note", "text": f"Ana has {n} shells. " * (1 + n % 3)}
        for n in range(80)
    ]
    write_jsonl(path, rows)
    return path


def train(documents, out, **changes):
    base_model.train_base_model(
        documents=documents,
        out=out,
        seed="t",
        settings=SETTINGS | changes,
        facts={"held_out_problems": "abc"},
    )


def tokens_of(ids):
    """A document of plain prose."""
    return base_documents.Tokens(ids.astype(numpy.int32), numpy.zeros(len(ids), dtype=numpy.uint8))


def digests(folder):
    return {path.name: sha256_of(path) for path in folder.iterdir()}


@pytest.fixture(scope="module")
def trained(documents, tmp_path_factory):
    out = tmp_path_factory.mktemp("trained") / "base_model"
    train(documents, out)
    return out


def test_learns_and_says_in_its_manifest_how(trained, documents):
    manifest = verify_manifest(trained)
    first, last = manifest["training"]["losses"][0][1], manifest["training"]["losses"][-1][1]
    assert first == pytest.approx(math.log(320), abs=0.5)
    assert last < first - 1.5
    validated = manifest["training"]["validation_losses"]
    assert [step for step, _ in validated] == [8, 16, 24]
    assert validated[-1][1]["all"] < first - 1.5
    assert set(validated[-1][1]) <= {"all", *token_kinds.NAMES}
    assert manifest["documents"] == {
        "sha256": sha256_of(documents),
        "count": 80,
        "kinds": {"direct_chat": 40, "note": 40},
        "held_back": 4,
        "truncated": 0,
        "tokens": manifest["documents"]["tokens"],
    }
    assert manifest["facts"] == {"held_out_problems": "abc"}
    assert manifest["recipe"] == SETTINGS
    assert manifest["machine"]["threads"] == 1


def test_loads_as_a_llama_that_stops_at_the_end_of_a_turn(trained):
    model, tokenizer = AutoModelForCausalLM.from_pretrained(trained), AutoTokenizer.from_pretrained(trained)
    assert model.config.model_type == "llama"
    assert model.dtype == torch.float32
    assert model.get_output_embeddings().weight is model.get_input_embeddings().weight
    stops = tokenizer.convert_ids_to_tokens(model.generation_config.eos_token_id)
    assert stops == ["<|eot_id|>", "<|end_of_text|>"]


def test_the_same_inputs_give_the_same_bytes_and_another_seed_others(trained, documents, tmp_path):
    train(documents, tmp_path / "again")
    assert digests(tmp_path / "again") == digests(trained)
    base_model.train_base_model(
        documents=documents, out=tmp_path / "other", seed="u", settings=SETTINGS, facts={}
    )
    assert digests(tmp_path / "other")["model.safetensors"] != digests(trained)["model.safetensors"]


def die_in_step_13(documents, out, monkeypatch, **changes):
    """A training that dies in step 13; a checkpoint of step 10 stays next to its folder-to-be."""
    real = pretraining.learning_rate

    def dies(step, settings):
        if step == 13:
            raise KeyboardInterrupt
        return real(step, settings)

    with monkeypatch.context() as patched:
        patched.setattr(pretraining, "learning_rate", dies)
        with pytest.raises(KeyboardInterrupt):
            train(documents, out, **changes)
    return out


@pytest.fixture
def killed(documents, tmp_path, monkeypatch):
    return die_in_step_13(documents, tmp_path / "base_model", monkeypatch)


def test_goes_on_after_a_kill_with_the_same_bytes(killed, trained, documents, monkeypatch):
    assert not killed.exists()
    steps = []
    real = pretraining.learning_rate
    monkeypatch.setattr(pretraining, "learning_rate", lambda step, s: steps.append(step) or real(step, s))
    train(documents, killed)
    assert steps[0] == 11
    assert digests(killed) == digests(trained)
    assert [path.name for path in killed.parent.iterdir()] == ["base_model"]


def test_another_recipe_does_not_go_on_from_the_checkpoint(killed, documents, monkeypatch):
    steps = []
    real = pretraining.learning_rate
    monkeypatch.setattr(pretraining, "learning_rate", lambda step, s: steps.append(step) or real(step, s))
    train(documents, killed, weight_decay=0.2)
    assert steps[0] == 1


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:1000]), "not a readable checkpoint"),
        (
            lambda path: torch.save(torch.load(path) | {"key": "0" * 64}, path),
            "another seed, recipe or corpus",
        ),
    ],
)
def test_refuses_a_spoilt_or_foreign_checkpoint(killed, documents, spoil, complaint):
    (checkpoint,) = killed.parent.glob(".base_model-checkpoints/*.pt")
    spoil(checkpoint)
    with pytest.raises(InputError, match=complaint):
        train(documents, killed)


def test_a_failed_training_leaves_the_old_base_alone(trained, documents, tmp_path):
    shutil.copytree(trained, tmp_path / "base_model")
    with pytest.raises(InputError, match="learning_rate"):
        train(documents, tmp_path / "base_model", learning_rate=1e30, max_grad_norm=1e30)
    assert digests(tmp_path / "base_model") == digests(trained)


def test_learning_rate_warms_up_stays_and_cools_down_to_its_final_share():
    rates = [pretraining.learning_rate(step, SETTINGS) for step in range(1, 25)]
    assert rates[:4] == pytest.approx([0.0025, 0.005, 0.0075, 0.01])
    assert set(rates[4:16]) == {0.01}
    falls = [before - after for before, after in pairwise(rates[15:])]
    assert falls == pytest.approx([falls[0]] * 8)
    assert rates[-1] == pytest.approx(0.001)


def test_a_longer_training_begins_like_a_shorter_one():
    longer = {**SETTINGS, "steps": 40}
    assert [pretraining.learning_rate(step, longer) for step in range(1, 17)] == [
        pretraining.learning_rate(step, SETTINGS) for step in range(1, 17)
    ]


def test_muon_takes_the_matrices_of_the_layers_and_adamw_all_else(trained):
    model = AutoModelForCausalLM.from_pretrained(trained)
    muon, adamw = pretraining.new_optimizers(model, SETTINGS)
    held = [{id(p) for g in o.param_groups for p in g["params"]} for o in (muon, adamw)]
    assert held[0] == {id(p) for p in model.model.layers.parameters() if p.ndim == 2}
    assert held[0] | held[1] == {id(p) for p in model.parameters()}
    assert not held[0] & held[1]
    (alone,) = pretraining.new_optimizers(model, SETTINGS | {"optimizer": "adamw"})
    assert {id(p) for g in alone.param_groups for p in g["params"]} == held[0] | held[1]


@pytest.fixture(scope="module")
def trained_by_two(documents, tmp_path_factory):
    out = tmp_path_factory.mktemp("by_two") / "base_model"
    train(documents, out, processes=2)
    return out


def test_two_processes_learn_what_one_learns(trained, trained_by_two):
    alone, together = (
        AutoModelForCausalLM.from_pretrained(folder).state_dict() for folder in (trained, trained_by_two)
    )
    for name, weight in alone.items():
        torch.testing.assert_close(together[name], weight, rtol=1e-2, atol=1e-2)


def test_two_processes_go_on_after_a_kill_with_the_same_bytes(
    trained_by_two, documents, tmp_path, monkeypatch
):
    killed = die_in_step_13(documents, tmp_path / "base_model", monkeypatch, processes=2)
    train(documents, killed, processes=2)
    assert digests(killed) == digests(trained_by_two)


def test_a_process_that_fails_is_the_reason_given(documents, tmp_path):
    with pytest.raises(InputError, match="learning_rate"):
        train(documents, tmp_path / "out", processes=2, learning_rate=1e30, max_grad_norm=1e30)


def test_an_epoch_reads_each_document_at_most_once_in_batches_of_like_lengths():
    lengths = [n % 50 + 1 for n in range(1003)]
    batches = base_documents.epoch_batches(lengths, seed="s", epoch=0, batch_size=10)
    read = [index for batch in batches for index in batch]
    assert len(batches) == 100
    assert len(set(read)) == len(read) == 1000
    spread = [max(lengths[i] for i in batch) - min(lengths[i] for i in batch) for batch in batches]
    assert sum(spread) / len(spread) < 3
    assert batches != base_documents.epoch_batches(lengths, seed="s", epoch=1, batch_size=10)


def test_padding_changes_neither_loss_nor_gradient(trained):
    model = AutoModelForCausalLM.from_pretrained(trained)
    sequences = [tokens_of(numpy.arange(length) + 7) for length in (5, 9, 30)]

    def loss_and_gradient(tokens):
        model.zero_grad()
        total = sum(
            pretraining._losses(model, inputs, labels, bf16=False).sum()
            for inputs, labels, _ in base_documents.micro_batches(sequences, pad=2, tokens=tokens)
        )
        total.backward()
        return total.item(), model.model.layers[0].mlp.up_proj.weight.grad.clone()

    together, apart = loss_and_gradient(1000), loss_and_gradient(1)
    assert together[0] == pytest.approx(apart[0], rel=1e-5)
    torch.testing.assert_close(together[1], apart[1], rtol=1e-3, atol=1e-4)
    reference = sum(
        model(input_ids=(ids := torch.from_numpy(s.ids).long()[None]), labels=ids).loss.item() * (len(s) - 1)
        for s in sequences
    )
    assert together[0] == pytest.approx(reference, rel=1e-5)


def test_micro_batches_keep_to_their_size():
    sequences = [tokens_of(numpy.ones(length)) for length in (3, 50, 20, 20, 4, 90)]
    shapes = [tuple(x.shape) for x, _, _ in base_documents.micro_batches(sequences, pad=0, tokens=60)]
    assert shapes == [(3, 20), (1, 20), (1, 50), (1, 90)]


@pytest.mark.parametrize(
    "row",
    [{"kind": "note"}, {"text": "a"}, {"kind": "note", "text": " "}, {"kind": "chat", "messages": []}],
)
def test_names_the_row_that_is_no_document(row, tmp_path):
    path = tmp_path / "base.jsonl"
    path.write_text(json.dumps(chat(1)) + "\n" + json.dumps(row) + "\n")
    with pytest.raises(InputError, match="row 2"):
        base_documents.read_documents(path)


def test_needs_a_document_to_learn_from_and_one_to_hold_back(tmp_path):
    write_jsonl(tmp_path / "one.jsonl", [chat(1)])
    with pytest.raises(InputError, match="at least two"):
        train(tmp_path / "one.jsonl", tmp_path / "out")


def test_documents_are_rendered_with_their_own_control_tokens_only():
    tokenizer = SimpleNamespace(apply_chat_template=lambda messages, tokenize: messages[0]["content"])
    row = {"kind": "note", "given": "c", "text": "a <|end_of_text|> b"}
    note = base_documents.rendered(tokenizer, row)
    assert note == "<|begin_of_text|>c\na < |end_of_text|> b<|end_of_text|>"
    assert base_documents.rendered(tokenizer, chat(3)) == "3 + 1 < |eot_id|>"


def test_long_documents_are_cut_and_counted(documents, tmp_path):
    train(documents, tmp_path / "out", steps=1, model=SETTINGS["model"] | {"max_length": 16})
    manifest = verify_manifest(tmp_path / "out")
    assert manifest["documents"]["truncated"] > 0
    assert manifest["documents"]["tokens"] <= 76 * 16
