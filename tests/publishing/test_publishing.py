"""Exactly what should go to the hub goes there, and nothing without an explicit word and a token."""

from __future__ import annotations

import json
import logging
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from fake_hub import fake_hub

from reporting import fabricated
from socratic_tutor.files import InputError, read_json, write_json, write_text
from socratic_tutor.publishing.checks import check_publishable
from socratic_tutor.publishing.staging import stage
from socratic_tutor.publishing.upload import publish

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "hf_" + "t" * 24
RUN = "rank-16-seed1"
CARD = (
    "---\nlicense: apache-2.0\nlanguage:\n- en\nbase_model: resources/base_model\n---\n\n# Tutor\n\n"
    'BASE = "../../../../../resources/base_model"\n\n## Licence and citation\n\nApache-2.0\n'
)


@pytest.fixture
def results(tmp_path: Path) -> Path:
    folder = fabricated.build(tmp_path / "results" / "trial")
    system = folder / "systems" / RUN
    write_text(system / "card" / "README.md", CARD)
    write_json(
        system / "provenance.json",
        {"recorded": "2026", "hardware": {"cpus": 2}, "git": None, "software": {"python": "3.11"}},
    )
    for name in ("chat_template.jinja", "tokenizer.json", "tokenizer_config.json"):
        write_text(system / "adapter" / name, "{}")
    write_json(
        system / "adapter" / "adapter_config.json", {"base_model_name_or_path": "resources/base_model"}
    )
    for name in ("README.md", "validation.jsonl", "statistics.json", "figures/composition.png"):
        write_text(folder / "corpus" / name, "---\nlicense: apache-2.0\n---\n")
    (system / "checkpoints").mkdir()
    write_text(system / "checkpoints" / "optimizer.pt", "not to be published")
    return folder


def staged(results: Path, namespace: str | None = "me") -> Path:
    out = results / "publication" / "staged.json"
    stage(
        namespace=namespace,
        systems={RUN: results / "systems" / RUN},
        corpus=results / "corpus",
        embedded_base=True,
        out=out,
    )
    return out


def test_each_repository_holds_what_it_should(results: Path) -> None:
    out = staged(results)
    repositories = {repository["id"]: repository for repository in read_json(out)["repositories"]}
    assert set(repositories) == {f"me/socratic-math-tutor-{name}" for name in (RUN, "base", "corpus")}
    assert set(repositories[f"me/socratic-math-tutor-{RUN}"]["files"]) == {
        "README.md",
        "adapter_config.json",
        "adapter_model.safetensors",
        "chat_template.jinja",
        "tokenizer.json",
        "tokenizer_config.json",
    }
    corpus = repositories["me/socratic-math-tutor-corpus"]
    assert corpus["kind"] == "dataset"
    assert {"README.md", "train.jsonl", "benchmarks/leak.jsonl", "figures/composition.png"} <= set(
        corpus["files"]
    )


def test_the_card_names_hub_repositories_and_what_was_measured(results: Path) -> None:
    folder = staged(results).parent / f"socratic-math-tutor-{RUN}"
    card = (folder / "README.md").read_text()
    metadata = yaml.safe_load(card.split("---\n")[1])
    assert metadata["base_model"] == "me/socratic-math-tutor-base"
    assert metadata["datasets"] == ["me/socratic-math-tutor-corpus"]
    assert 'BASE = "me/socratic-math-tutor-base"' in card
    assert "wall_seconds: 61.25" in card
    assert read_json(folder / "adapter_config.json")["base_model_name_or_path"] == metadata["base_model"]


def test_the_staged_base_is_a_model_that_loads(results: Path) -> None:
    from transformers import AutoModelForCausalLM

    folder = staged(results).parent / "socratic-math-tutor-base"
    manifest = read_json(ROOT / "resources" / "base_model" / "manifest.json")
    model = AutoModelForCausalLM.from_pretrained(folder)
    assert model.num_parameters() == manifest["training"]["parameters"]
    assert f"{manifest['training']['tokens']}" in (folder / "README.md").read_text()


def test_staging_twice_gives_the_same_list(results: Path) -> None:
    first = staged(results).read_bytes()
    assert staged(results).read_bytes() == first


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("weights.bin", b"x", "files of this kind"),
        ("a.json", pickle.dumps([1]), "pickle"),
        ("a.md", b"see /home/someone/data", r"a\.md:1: holds a path of this machine"),
        ("a.json", b'\n{"token": "hf_' + b"a" * 20 + b'"}', r"a\.json:2: holds what looks like a credential"),
    ],
)
def test_what_must_not_leave_the_machine_is_named(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=said) as error:
        check_publishable(tmp_path)
    assert "a" * 20 not in str(error.value)


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to("/etc/hostname")
    with pytest.raises(InputError, match="is a link"):
        check_publishable(tmp_path)


def test_nothing_is_staged_when_something_is_refused_or_missing(results: Path) -> None:
    write_text(results / "corpus" / "train.jsonl", '{"text": "/home/someone/notes"}\n')
    with pytest.raises(InputError, match="path of this machine"):
        staged(results)
    assert not (results / "publication").exists()
    (results / "corpus" / "train.jsonl").unlink()
    with pytest.raises(InputError, match=r"train\.jsonl: no such file"):
        staged(results)
    with pytest.raises(InputError, match=r"publishing\.namespace"):
        staged(results, namespace=None)


def test_without_the_word_nothing_is_uploaded(
    results: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    with caplog.at_level(logging.INFO):
        publish(staged=staged(results), upload=False, private=True)
    assert "adapter_model.safetensors" in caplog.text
    assert "Nothing was uploaded" in caplog.text


def test_the_word_without_a_token_is_refused(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_TOKEN", raising=False)
    with pytest.raises(InputError, match="HF_TOKEN is not set"):
        publish(staged=staged(results), upload=True, private=True)


def upload(out: Path, address: str, token: str = TOKEN) -> subprocess.CompletedProcess[str]:
    """In a process of its own: huggingface_hub reads its address when it is imported."""
    code = (
        "import logging, sys; from pathlib import Path; logging.basicConfig(level='INFO')\n"
        "from socratic_tutor.publishing.upload import publish\n"
        "publish(staged=Path(sys.argv[1]), upload=True, private=True)"
    )
    environment = {**os.environ, "HF_ENDPOINT": address, "HF_TOKEN": token, "HF_HUB_OFFLINE": "0"}
    environment["HF_HUB_DISABLE_XET"] = "1"  # the fake hub takes large files by LFS alone
    environment["PYTHONPATH"] = str(ROOT / "workflow_scripts")
    return subprocess.run(
        [sys.executable, "-c", code, str(out)], capture_output=True, text=True, env=environment, check=False
    )


def test_the_hub_holds_exactly_what_was_staged(results: Path) -> None:
    out = staged(results)
    with fake_hub(TOKEN) as hub:
        done = upload(out, hub.address)
        assert done.returncode == 0, done.stderr
        for repository in read_json(out)["repositories"]:
            folder = out.parent / repository["folder"]
            received = hub.files[repository["id"]]
            assert set(received) - {".gitattributes"} == set(repository["files"])
            for name in repository["files"]:
                assert received[name] == (folder / name).read_bytes()
        assert all(
            asked["visibility"] == "private" if "visibility" in asked else asked["private"]
            for asked in hub.repositories.values()
        )
    assert TOKEN not in done.stdout + done.stderr


def test_a_refusing_hub_is_said_in_short_and_without_the_token(results: Path) -> None:
    out = staged(results)
    with fake_hub(TOKEN) as hub:
        hub.refuse = 403
        done = upload(out, hub.address)
        assert "was not uploaded" in done.stderr
        assert TOKEN not in done.stderr
        assert "InputError" in done.stderr.splitlines()[-1]
        assert upload(out, hub.address, token="hf_" + "w" * 24).returncode != 0
        assert hub.files == {}


def test_a_file_changed_after_staging_is_not_uploaded(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    out = staged(results)
    card = out.parent / f"socratic-math-tutor-{RUN}" / "README.md"
    card.write_text(card.read_text() + "more")
    with pytest.raises(InputError, match="was changed since it was staged"):
        publish(staged=out, upload=True, private=True)
    card.unlink()
    with pytest.raises(InputError, match="not as it was staged"):
        publish(staged=out, upload=True, private=True)
    assert json.loads(out.read_text())["repositories"]
