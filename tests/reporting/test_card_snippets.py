"""Every block of the card runs as it is printed, in the folder that the card names."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import fabricated
import pytest
from rendered import render_in
from snippet import block_with, blocks_of, environment, peft_block, run_bash, run_python

from socratic_tutor.files import read_json, sha256_of, write_json
from socratic_tutor.reporting.card_usage import PORT

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "resources" / "base_model"
SYSTEM = "rank-16-seed1"
START_S = 180


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A card in a folder laid out as the workflow does it, with a real adapter on the embedded base."""
    torch = pytest.importorskip("torch")
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM, AutoTokenizer

    root = tmp_path_factory.mktemp("project")
    (root / "resources").mkdir()
    (root / "resources" / "base_model").symlink_to(BASE)
    results = fabricated.build(root / "results" / "trial")
    adapter = results / "systems" / SYSTEM / "adapter"
    torch.manual_seed(0)
    model = get_peft_model(
        AutoModelForCausalLM.from_pretrained(BASE),
        LoraConfig(task_type="CAUSAL_LM", r=2, target_modules="all-linear"),
    )
    model.save_pretrained(adapter)
    AutoTokenizer.from_pretrained(BASE).save_pretrained(adapter)
    settings = read_json(adapter / "adapter_config.json")
    write_json(
        adapter / "adapter_config.json", {**settings, "base_model_name_or_path": "resources/base_model"}
    )
    facts = read_json(results / "systems" / SYSTEM / "training.json")
    facts["adapter_sha256"] = sha256_of(adapter / "adapter_model.safetensors")
    write_json(results / "systems" / SYSTEM / "training.json", facts)
    render_in(results)
    return results / "systems" / SYSTEM / "card" / "README.md"


def folder_of(card: Path, name: str) -> Path:
    return card.parents[1] / name


@pytest.fixture(scope="module")
def merged(printed: Path) -> Path:
    """What `export_merged` makes, without the workflow; the smoke test runs the printed command."""
    from peft import PeftModel
    from transformers import AutoModelForCausalLM, AutoTokenizer

    target = folder_of(printed, "merged")
    adapter = folder_of(printed, "adapter")
    model = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(BASE), adapter)
    model.merge_and_unload().save_pretrained(target)
    AutoTokenizer.from_pretrained(adapter).save_pretrained(target)
    return target


def test_these_are_all_the_blocks(printed: Path) -> None:
    """A block that is added to the card needs a test below."""
    known = [
        peft_block(printed),
        block_with(printed, "BitsAndBytesConfig("),
        block_with(printed, "export_merged"),
        block_with(printed, "MERGED ="),
        block_with(printed, "transformers serve"),
        block_with(printed, "OpenAI("),
    ]
    assert [code for _, code in blocks_of(printed)] == known


def test_with_peft(printed: Path) -> None:
    assert run_python(peft_block(printed), folder_of(printed, "adapter")).strip()


@pytest.mark.slow
def test_in_four_bits(printed: Path) -> None:
    code = block_with(printed, "BitsAndBytesConfig(")
    assert run_python(code, folder_of(printed, "adapter")).strip()


@pytest.mark.slow
def test_merged(printed: Path, merged: Path) -> None:
    code = block_with(printed, "MERGED =")
    assert "peft" not in code
    said = run_python(code, merged)
    assert said == run_python(peft_block(printed), folder_of(printed, "adapter"))


def test_the_merge_command_is_one_of_the_workflow(printed: Path, tmp_path: Path) -> None:
    """A dry run; what it makes is read in the smoke test."""
    command = block_with(printed, "export_merged").strip()
    done = run_bash(f"{command} -n --snakefile {ROOT / 'Snakefile'} --directory {tmp_path}", tmp_path)
    assert "merge_adapter" in done


@pytest.fixture
def served(printed: Path, merged: Path, tmp_path: Path) -> Iterator[None]:
    """The server as the card starts it."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", PORT)) == 0:
            pytest.skip(f"port {PORT} of the printed command is taken")
    with open(tmp_path / "server.log", "wb") as log:
        process = subprocess.Popen(
            ["bash", "-c", "exec " + block_with(printed, "transformers serve")],
            cwd=merged,
            stdout=log,
            stderr=log,
            env=environment() | {"HF_HOME": str(tmp_path)},
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + START_S
        while not _healthy():
            assert process.poll() is None, (tmp_path / "server.log").read_text()[-3000:]
            assert time.monotonic() < deadline, (tmp_path / "server.log").read_text()[-3000:]
            time.sleep(0.5)
        yield
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _healthy() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health", timeout=2) as response:
            return response.status == 200
    except OSError:
        return False


@pytest.mark.slow
@pytest.mark.usefixtures("served")
def test_as_a_server(printed: Path, tmp_path: Path) -> None:
    assert run_python(block_with(printed, "OpenAI("), tmp_path).strip()
