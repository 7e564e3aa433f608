"""The provenance record: complete, and fit to be published."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version

import pytest

from socratic_tutor.files import InputError, read_json, write_json
from socratic_tutor.provenance import cpu_capability, record_provenance, redact, redacted


@pytest.fixture
def recorded(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "adapter").mkdir()
    (tmp_path / "adapter" / "b.bin").write_bytes(b"two")
    (tmp_path / "adapter" / "a.bin").write_bytes(b"one")
    write_json(tmp_path / "time.json", {"wall_seconds": 1.5})
    record_provenance(
        system="rank-16-seed1",
        config={"base_model": {"source": "/home/someone/models/base"}, "hf_token": "hf_" + "x" * 20, "n": 3},
        inputs={"train": tmp_path / "adapter" / "a.bin"},
        outputs={"adapter": tmp_path / "adapter"},
        timings={"training_time": tmp_path / "time.json"},
        out=tmp_path / "provenance.json",
    )
    return read_json(tmp_path / "provenance.json")


def test_files_are_named_with_hash_and_size(recorded):
    digest = hashlib.sha256(b"one").hexdigest()
    assert recorded["inputs"]["train"] == {"path": "adapter/a.bin", "sha256": digest, "bytes": 3}
    assert [row["path"] for row in recorded["outputs"]["adapter"]] == ["adapter/a.bin", "adapter/b.bin"]


def test_software_hardware_time_and_config_are_there(recorded):
    assert recorded["software"]["packages"]["jinja2".capitalize()] == version("jinja2")
    assert recorded["hardware"]["cpu_capability"] in ("DEFAULT", "AVX2", "AVX512", "unknown")
    assert recorded["timings"] == {"training_time": {"wall_seconds": 1.5}}
    assert recorded["config"] == {"base_model": {"source": "base"}, "hf_token": "[redacted]", "n": 3}
    assert recorded["git"] is None or len(recorded["git"]["commit"]) == 40


def test_no_absolute_path_and_no_secret_is_in_it(recorded, tmp_path):
    text = json.dumps(recorded)
    assert str(tmp_path) not in text
    assert "/home/" not in text
    assert "hf_xxx" not in text


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"gone\.json: no such file"):
        record_provenance(
            system="x",
            config={},
            inputs={"a": tmp_path / "gone.json"},
            outputs={},
            timings={},
            out=tmp_path / "o",
        )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http://me:hunter2@host:5000/x?token=abc&y=1", "http://[redacted]@host:5000/x?token=[redacted]&y=1"),
        ("key sk-" + "a" * 20 + " end", "key [redacted] end"),
        ("Bearer abc.def", "Bearer [redacted]"),
        ("unable to open /home/someone/results/mlflow.db", "unable to open mlflow.db"),
        ("1/2 + 3/4 and https://host/a/b and and/or", "1/2 + 3/4 and https://host/a/b and and/or"),
    ],
)
def test_redaction(text, expected):
    assert redact(text) == expected


def test_settings_that_only_sound_like_secrets_stay():
    config = {"max_new_tokens": 80, "pad_token": 3, "tokens": [1], "api_key": "abc", "wandb_token": "abc"}
    assert redacted(config) == {**config, "api_key": "[redacted]", "wandb_token": "[redacted]"}


def test_forced_cpu_capability_is_what_is_recorded(monkeypatch):
    monkeypatch.setenv("ATEN_CPU_CAPABILITY", "avx2")
    assert cpu_capability() == "AVX2"
