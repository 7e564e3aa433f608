"""The base the config names is the base that is loaded, or one clear error says why not."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch
import trl

from socratic_tutor import base_identity
from socratic_tutor.files import InputError, sha256_of, write_json
from socratic_tutor.modeling import loading
from socratic_tutor.modeling.chat_template import render_prompt, training_template
from socratic_tutor.modeling.training_data import read_examples

LLAMA = "meta-llama/Llama-3.1-8B-Instruct"
COMMIT = "0e9e39f249a16976918f6564b8830bc894c89659"


def config(source, *, revision=None, quantization="none"):
    return {"source": str(source), "revision": revision, "quantization": quantization}


@pytest.fixture
def embedded(tiny_base, tmp_path, monkeypatch):
    """A repository whose embedded base is the tiny one."""
    folder = tmp_path / "resources" / "base_model"
    shutil.copytree(tiny_base, folder)
    files = {path.name: sha256_of(path) for path in sorted(folder.iterdir())}
    write_json(folder / "manifest.json", {"files": files})
    monkeypatch.setattr(base_identity, "ROOT", tmp_path)
    monkeypatch.setattr(base_identity, "EMBEDDED", folder)
    return folder


def test_loads_the_embedded_base_under_a_name_that_no_checkout_changes(embedded):
    model, tokenizer = loading.load_base(config("embedded"))
    assert (model.dtype, model.training) == (torch.float32, False)
    assert model.name_or_path == model.config.name_or_path == "resources/base_model"
    assert tokenizer.chat_template == training_template()
    ids = torch.tensor([render_prompt(tokenizer, [{"role": "user", "content": "Hi"}])])
    assert model(input_ids=ids).logits.shape == (1, ids.shape[1], len(tokenizer))


def test_refuses_an_embedded_base_that_was_altered(embedded):
    with open(embedded / "config.json", "a", encoding="utf-8") as stream:
        stream.write(" ")
    with pytest.raises(InputError, match=r"config\.json: its sha256 is not the one"):
        loading.load_base(config("embedded"))


def test_loads_a_folder_that_counts_from_the_repository(embedded):
    shutil.copytree(embedded, base_identity.ROOT / "my_base")
    model, _ = loading.load_base(config("my_base"))
    assert model.name_or_path == "my_base"


def test_a_base_with_llamas_own_template_gets_the_one_that_marks_the_tutor(embedded, chats):
    shutil.copytree(embedded, base_identity.ROOT / "llama")
    own = (Path(trl.__file__).parent / "chat_templates" / "llama3_1.jinja").read_text(encoding="utf-8")
    (base_identity.ROOT / "llama" / "chat_template.jinja").write_text(own, encoding="utf-8")
    model, tokenizer = loading.load_base(config("llama"))
    assert read_examples(chats["train"], model=model, tokenizer=tokenizer, max_length=256)


def test_the_skeleton_has_the_bases_tokens_stops_and_lengths_and_no_weights(embedded):
    (embedded / "model.safetensors").unlink()
    shutil.copytree(embedded, base_identity.ROOT / "bare")
    write_json(base_identity.ROOT / "bare" / "generation_config.json", {"eos_token_id": [1, 5]})
    model, tokenizer = loading.load_skeleton(config("bare", quantization="nf4"))
    assert {parameter.device.type for parameter in model.parameters()} == {"meta"}
    assert model.generation_config.eos_token_id == [1, 5]
    assert (model.config.max_position_embeddings, model.name_or_path) == (256, "bare")
    assert tokenizer.chat_template == training_template()


def test_a_base_without_generation_settings_has_those_of_its_config(embedded):
    (embedded / "generation_config.json").unlink()
    shutil.copytree(embedded, base_identity.ROOT / "bare")
    (model, _), (skeleton, _) = loading.load_base(config("bare")), loading.load_skeleton(config("bare"))
    assert skeleton.generation_config.eos_token_id == model.generation_config.eos_token_id is not None


def test_auto_keeps_the_number_format_that_the_weights_are_stored_in(embedded):
    model, _ = loading.load_base(config("embedded"))
    model.to(torch.bfloat16).save_pretrained(base_identity.ROOT / "half")
    for path in embedded.glob("*token*"):
        shutil.copy(path, base_identity.ROOT / "half")
    assert loading.load_base(config("half"))[0].dtype == torch.float32
    assert loading.load_base(config("half"), dtype="auto")[0].dtype == torch.bfloat16


def test_refuses_a_base_without_llamas_chat_tokens(embedded):
    text = (embedded / "tokenizer.json").read_text(encoding="utf-8")
    (embedded / "tokenizer.json").write_text(text.replace("<|eot_id|>", "<|im_end|>"), encoding="utf-8")
    shutil.copytree(embedded, base_identity.ROOT / "other")
    path = base_identity.ROOT / "other" / "tokenizer_config.json"
    path.write_text(path.read_text(encoding="utf-8").replace("<|eot_id|>", "<|im_end|>"), encoding="utf-8")
    with pytest.raises(InputError, match="lacks <|eot_id|>".replace("|", r"\|")):
        loading.load_base(config("other"))


@pytest.mark.skipif(torch.cuda.is_available(), reason="tells what happens without a GPU")
def test_four_bits_without_a_gpu_are_refused_before_anything_is_looked_for():
    with pytest.raises(InputError, match="needs a CUDA GPU"):
        loading.load_base(config(LLAMA, revision=COMMIT, quantization="nf4"))


def test_four_bits_mean_nf4_with_double_quantization_and_bfloat16_arithmetic():
    four_bits = loading._precision("hub", "nf4")["quantization_config"]
    assert (four_bits.bnb_4bit_quant_type, four_bits.bnb_4bit_use_double_quant) == ("nf4", True)
    assert four_bits.bnb_4bit_compute_dtype == torch.bfloat16


@pytest.fixture
def in_four_bits(embedded, load_in_four_bits):
    return load_in_four_bits(config("embedded", quantization="nf4"))[0]


def test_a_base_in_four_bits_is_quantized_twice_and_holds_nothing_in_float32(in_four_bits):
    layers = [layer for layer in in_four_bits.modules() if hasattr(layer, "support_avx512bf16_for_cpu")]
    assert len(layers) == 7 * in_four_bits.config.num_hidden_layers
    for layer in layers:
        state = layer.weight.quant_state
        assert (state.quant_type, state.nested, layer.compute_dtype) == ("nf4", True, torch.bfloat16)
    kinds = {name: p.dtype for name, p in in_four_bits.named_parameters() if p.dtype != torch.uint8}
    assert set(kinds.values()) == {torch.bfloat16}
    assert "model.embed_tokens.weight" in kinds


def test_an_evaluation_changes_no_later_gradient_of_a_base_in_four_bits(in_four_bits):
    """bitsandbytes would repack the weights on CPUs with AVX-512 and bfloat16, and lose the gradient."""
    gradients = []
    for _ in range(2):
        embedded = torch.ones(2, 5, in_four_bits.config.hidden_size, dtype=torch.bfloat16, requires_grad=True)
        in_four_bits.train()(inputs_embeds=embedded).logits.float().sum().backward()
        gradients.append(embedded.grad)
        with torch.no_grad():
            in_four_bits.eval()(inputs_embeds=embedded.detach())
    assert gradients[0].abs().max() > 0
    assert torch.equal(*gradients)


def test_refuses_an_unknown_quantization(embedded):
    with pytest.raises(InputError, match="choose one of none, nf4"):
        loading.load_base(config("embedded", quantization="int8"))


def test_says_how_to_fetch_a_hub_model_that_is_not_there(tmp_path):
    """In a process of its own, because the libraries read their offline switch when imported."""
    script = (
        "import json, sys\n"
        "from socratic_tutor.modeling.loading import load_base\n"
        "from socratic_tutor.files import InputError\n"
        "try:\n    load_base(json.loads(sys.argv[1]))\n"
        "except InputError as error:\n    print(error)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, json.dumps(config(LLAMA, revision=COMMIT))],
        env={"PYTHONPATH": ":".join(sys.path), "HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"hf download {LLAMA} --revision {COMMIT}" in result.stdout
    assert len(result.stdout.strip().splitlines()) <= 5


@pytest.mark.parametrize(
    ("base_model", "complaint"),
    [
        (config("no/such/folder"), "neither `embedded`, nor a folder, nor a hub id"),
        (config("./missing"), "neither `embedded`"),
        (config(""), "neither `embedded`"),
        (config(LLAMA), "a branch or a tag can move"),
        (config(LLAMA, revision="main"), "'main'"),
    ],
)
def test_says_what_is_wrong_with_a_base_that_cannot_be_meant(base_model, complaint):
    with pytest.raises(InputError, match=complaint):
        base_identity.base_fingerprint(base_model)


def test_says_how_to_get_an_embedded_base_that_is_missing(embedded):
    shutil.rmtree(embedded)
    with pytest.raises(InputError, match="snakemake --cores 2 train_base_model"):
        base_identity.base_fingerprint(config("embedded"))


def test_the_fingerprint_changes_with_the_content_and_with_nothing_else(embedded, tmp_path):
    embedded_first = base_identity.base_fingerprint(config("embedded"))
    shutil.copytree(embedded, base_identity.ROOT / "a")
    shutil.copytree(embedded, base_identity.ROOT / "b")
    (base_identity.ROOT / "b" / "notes.log").write_text("no part of the model")
    first, second = (base_identity.base_fingerprint(config(name)) for name in "ab")
    assert first == second
    assert str(tmp_path) not in str(first)
    (base_identity.ROOT / "b" / "generation_config.json").write_text("{}")
    assert base_identity.base_fingerprint(config("b")) != first
    write_json(embedded / "manifest.json", {"files": {}})
    assert base_identity.base_fingerprint(config("embedded")) != embedded_first
    hub = config(LLAMA, revision=COMMIT)
    assert base_identity.base_fingerprint(hub)["revision"] == COMMIT
    assert base_identity.base_fingerprint(hub | {"quantization": "nf4"}) != base_identity.base_fingerprint(
        hub
    )


def test_a_large_file_is_known_by_its_size_and_both_ends(tmp_path, monkeypatch):
    monkeypatch.setattr(base_identity, "READ_WHOLE", 10)
    monkeypatch.setattr(base_identity, "END", 4)
    path = tmp_path / "model.safetensors"
    seen = set()
    for content in (b"headMMMMMMtail", b"HeadMMMMMMtail", b"headMMMMMMtaiL", b"headMMMMMMMtail"):
        path.write_bytes(content)
        seen.add(base_identity._digest_of_file(path))
    assert len(seen) == 4


def test_identity_is_known_without_importing_torch():
    script = "import sys; import socratic_tutor.base_identity; print('torch' in sys.modules)"
    env = {"PYTHONPATH": ":".join(sys.path)}
    result = subprocess.run(
        [sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "False"


def test_promotion_replaces_the_base_whole_or_not_at_all(embedded, tmp_path):
    promoted = tmp_path / "promoted"
    base_identity.promote_base_model(trained=embedded, promoted=promoted)
    assert {p.name for p in promoted.iterdir()} == {p.name for p in embedded.iterdir()}
    (promoted / "old.json").write_text("{}")
    base_identity.promote_base_model(trained=embedded, promoted=promoted)
    assert not (promoted / "old.json").exists()
    before = sha256_of(promoted / "manifest.json")
    (embedded / "model.safetensors").write_bytes(b"half")
    with pytest.raises(InputError, match=r"model\.safetensors"):
        base_identity.promote_base_model(trained=embedded, promoted=promoted)
    assert sha256_of(promoted / "manifest.json") == before
