"""The manifest names every harm to a file, and nothing else."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from socratic_tutor.files import InputError, read_json, write_json
from socratic_tutor.manifest import differences, is_measured, verify, write_manifest

FILES = {
    "corpus/train.jsonl": "a row\n",
    "systems/base/scores.jsonl": "scores\n",
    "comparison/c.csv": "k,n\n",
}


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    out = tmp_path / "manifest.json"
    write_manifest(files=[tmp_path / name for name in FILES], out=out)
    return out


def harm(path: Path, text: str) -> None:
    """Other bytes under the old time: what a power cut or a careful hand leaves."""
    before = path.stat()
    path.write_text(text)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_untouched_files_are_said_to_be_whole(manifest: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        verify(manifest)
    assert "all 3 files" in caplog.text


@pytest.mark.parametrize("name", FILES)
def test_a_cut_an_edited_and_a_lost_file_are_each_named(manifest: Path, name: str) -> None:
    path = manifest.parent / name
    text = FILES[name]
    harm(path, text[:-1])
    assert [(d.kind, d.path) for d in differences(manifest)] == [("cut", name)]
    harm(path, text.upper())
    assert [(d.kind, d.path) for d in differences(manifest)] == [("changed", name)]
    harm(path, text + "more")
    assert [(d.kind, d.path) for d in differences(manifest)] == [("changed", name)]
    path.unlink()
    assert [(d.kind, d.path) for d in differences(manifest)] == [("lost", name)]


def test_the_error_is_short_and_the_log_is_complete(manifest: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in FILES:
        (manifest.parent / name).unlink()
    with pytest.raises(InputError, match="3 of 3 files are not as they were made") as error:
        verify(manifest)
    assert len(str(error.value).splitlines()) <= 5
    assert all(f"lost {manifest.parent / name}" in caplog.text for name in FILES)


def test_the_manifest_does_not_depend_on_order_or_place(manifest: Path, tmp_path: Path) -> None:
    before = manifest.read_bytes()
    write_manifest(files=[tmp_path / name for name in reversed(FILES)], out=manifest)
    assert manifest.read_bytes() == before
    assert [entry["path"] for entry in read_json(manifest)["files"]] == sorted(FILES)
    assert str(tmp_path) not in before.decode()


def test_measured_and_foreign_files_are_refused(tmp_path: Path, manifest: Path) -> None:
    for name in ("systems/base/tracked.json", "logs/x.log", "mlflow/mlflow.db"):
        assert is_measured(Path(name))
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        with pytest.raises(InputError, match="measured anew"):
            write_manifest(files=[path], out=manifest)
    with pytest.raises(InputError, match="lies outside"):
        write_manifest(files=[Path(__file__)], out=manifest)


def test_no_manifest_and_an_edited_one_say_so(manifest: Path) -> None:
    document = read_json(manifest)
    document["files"].pop()
    write_json(manifest, document)
    with pytest.raises(InputError, match="was edited"):
        verify(manifest)
    write_json(manifest, {"files": [{"name": "x"}]})
    with pytest.raises(InputError, match="is no manifest"):
        verify(manifest)
    manifest.unlink()
    with pytest.raises(InputError, match="Run `all` first"):
        verify(manifest)
