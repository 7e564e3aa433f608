"""The section of the config: what it takes, what it fills in, and that it holds no credential."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from socratic_tutor.config import load_config
from socratic_tutor.corpus.teacher.settings import settings_of
from socratic_tutor.files import InputError

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = ROOT / "rules" / "schemas" / "config.schema.yaml"


def load(*texts: str, folder: Path) -> Any:
    files = []
    for number, text in enumerate(texts):
        files.append(folder / f"{number}.yaml")
        files[-1].write_text(text, encoding="utf-8")
    main, *overlays = files
    config = load_config(
        main=main, overlays=overlays, overrides={}, schema=SCHEMA, root=folder, base_needed=False
    )
    return config["corpus"]["teacher"]


def teacher(inner: str) -> str:
    return f"runs: {{a: {{seeds: [1]}}}}\nexperiment: mine\ncorpus:\n  teacher: {inner}\n"


def test_there_is_none_unless_asked_for(tmp_path: Path) -> None:
    assert load("runs: {a: {seeds: [1]}}\n", folder=tmp_path) is None


def test_the_commented_example_is_valid_and_shows_the_defaults(tmp_path: Path) -> None:
    lines = (ROOT / "config.yaml").read_text(encoding="utf-8").splitlines()
    start, end = lines.index("  # teacher:"), lines.index("  teacher: null")
    block = "\n".join(line.replace("  # ", "  ", 1) for line in lines[start:end])
    given = yaml.safe_load(block)["teacher"]
    schema = yaml.safe_load(SCHEMA.read_text(encoding="utf-8"))
    rules = schema["properties"]["corpus"]["properties"]["teacher"]
    assert list(given) == list(rules["properties"])
    defaults = {key: rule["default"] for key, rule in rules["properties"].items()}
    assert given == defaults | {"model": given["model"]}
    loaded = load(teacher("{base_url: 'http://localhost:8000/v1', model: m}"), folder=tmp_path)
    assert loaded == defaults | {"model": "m"}
    assert settings_of(loaded).name == "m"
    assert settings_of(loaded | {"revision": "r1"}).name == "m@r1"


def test_an_overlay_changes_a_key_or_takes_the_teacher_away(tmp_path: Path) -> None:
    main = teacher("{base_url: 'http://a/v1/', model: m, share: 0.2}")
    changed = load(main, "experiment: b\ncorpus: {teacher: {model: n}}\n", folder=tmp_path)
    assert (changed["model"], changed["share"], changed["concurrency"]) == ("n", 0.2, 8)
    assert settings_of(changed).server == "http://a/v1"
    assert load(main, "experiment: b\ncorpus: {teacher: null}\n", folder=tmp_path) is None


@pytest.mark.parametrize(
    ("inner", "message"),
    [
        ("{base_url: 'http://a/v1'}", "0.yaml:4: corpus.teacher.model: is missing; name"),
        ("{}", "0.yaml:4: corpus.teacher.model: is missing; name"),
        ("{model: ''}", "0.yaml:4: corpus.teacher.model: '' is not allowed"),
        ("{base_url: 'http://a/v1', modle: m}", "corpus.teacher.modle: no such key"),
        ("vllm", "corpus.teacher: 'vllm' is text, but `key: value` pairs or null is needed"),
        ("{base_url: 'localhost:8000/v1', model: m}", "corpus.teacher.base_url: is no address; write one"),
        ("{base_url: 'ftp://a/v1', model: m}", "corpus.teacher.base_url: is no address"),
        ("{base_url: 'http://a:port/v1', model: m}", "corpus.teacher.base_url: is no address"),
        ("{base_url: 'http://[a/v1', model: m}", "corpus.teacher.base_url: is no address"),
        ("{base_url: 'http://a/v1', model: m, share: 0}", "corpus.teacher.share: 0 is not allowed"),
    ],
)
def test_a_bad_section_is_explained(inner: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load(teacher(inner), folder=tmp_path)
    assert message in str(caught.value)
    assert len(str(caught.value).splitlines()) <= 4


@pytest.mark.parametrize(
    "inner",
    [
        "{base_url: 'https://me:hushhush@a/v1', model: m}",
        "{base_url: 'https://hushhush@a/v1', model: m}",
        "{base_url: 'https://a/v1?key=hushhush', model: m}",
        "{base_url: 'https://a/v1#hushhush', model: m}",
        "{base_url: 'https://a/v1', model: m, api_key_variable: hushhush}",
        "{base_url: 'https://a/v1', model: m, api_key: hushhush}",
    ],
)
def test_credentials_are_refused_and_not_shown(inner: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load(teacher(inner), folder=tmp_path)
    message = str(caught.value)
    assert "0.yaml:4: corpus.teacher" in message
    assert "environment" in message
    assert "hushhush" not in message
