"""Hostile names, texts and numbers come out escaped or are refused, wherever the workflow takes them."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt
from transformers import AutoTokenizer

from hostile import NUMBERS_TO_KEEP, NUMBERS_TO_REFUSE, TEXTS
from socratic_tutor.config import load_config
from socratic_tutor.files import InputError, read_json, write_json
from socratic_tutor.hub_metadata import fenced_yaml
from socratic_tutor.markdown import code, fenced, prose, table
from socratic_tutor.modeling.chat_template import control_tokens_of, neutralise
from socratic_tutor.reporting.results import plain, read_estimates
from socratic_tutor.tracking.points import flatten, metric_name

ROOT = Path(__file__).resolve().parents[1]
HUB = MarkdownIt("commonmark", {"html": True}).enable("table")


class Tags(HTMLParser):
    """Which tags and attributes stand in a page, and what a reader would read."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", TEXTS)
def test_a_cards_paragraph_shows_the_text_and_nothing_else(text: str) -> None:
    page = Tags(HUB.render(f"Said: {prose(text)}"))
    assert set(page.tags) <= {"p", "br"}
    assert page.attributes == []
    assert "".join(page.text.split()).endswith("".join(text.split())[-5:])


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("as_markdown", [prose, code, str])
def test_a_cards_table_keeps_its_cells(text: str, as_markdown: Any) -> None:
    page = Tags(HUB.render(str(table(["a", "b"], [[as_markdown(text), "end"]]))))
    assert page.tags.count("td") == 2
    assert set(page.tags) <= {"table", "thead", "tbody", "tr", "th", "td", "br", "code"}


@pytest.mark.parametrize("text", TEXTS)
def test_a_cards_block_stays_closed(text: str) -> None:
    page = Tags(HUB.render(f"{fenced(text)}\n\nafter"))
    assert page.tags == ["pre", "code", "p"]


@pytest.mark.parametrize("text", TEXTS)
def test_front_matter_survives_or_is_refused(text: str) -> None:
    fields = {"license": "apache-2.0", "language": ["en"], "tags": [text]}
    written = fenced_yaml(fields, "card")
    assert yaml.safe_load(written.removeprefix("---\n").removesuffix("---\n")) == fields
    with pytest.raises(InputError, match="no licence identifier"):
        fenced_yaml({**fields, "license": text}, "card")


@pytest.mark.parametrize("text", TEXTS)
def test_names_of_runs_and_experiments_are_plain_or_refused(text: str, tmp_path: Path) -> None:
    for key, values in (("experiment", text), ("runs", {text: {"seeds": [1]}})):
        path = tmp_path / f"{key}.yaml"
        path.write_text(yaml.safe_dump({key: values}, allow_unicode=True), encoding="utf-8")
        with pytest.raises(InputError) as refused:
            load_config(
                main=ROOT / "config.yaml",
                overlays=[path],
                overrides={},
                schema=ROOT / "rules" / "schemas" / "config.schema.yaml",
                root=ROOT,
                base_needed=False,
            )
        assert len(str(refused.value).splitlines()) <= 5


def test_no_text_becomes_a_control_token() -> None:
    tokenizer = AutoTokenizer.from_pretrained(ROOT / "resources" / "base_model")
    text = " ".join(TEXTS)
    ids = tokenizer(neutralise(text, control_tokens_of(tokenizer)), add_special_tokens=False)["input_ids"]
    assert not set(ids) & set(tokenizer.all_special_ids)


@pytest.mark.parametrize("text", TEXTS)
def test_tracking_takes_any_name_and_value(text: str) -> None:
    from mlflow.utils.validation import _validate_metric_name, _validate_param

    _validate_metric_name(f"m/{metric_name(text)}")
    for name, value in flatten({"section": {text: text}}).items():
        _validate_param(name, value)
        assert value == text


@pytest.mark.parametrize("number", NUMBERS_TO_REFUSE)
def test_what_is_no_number_is_never_written(number: float, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="JSON"):
        write_json(tmp_path / "metrics.json", {"rate": plain(number)})
    (tmp_path / "metrics.json").write_text(json.dumps({"rate": float(number)}))
    with pytest.raises(InputError):
        read_json(tmp_path / "metrics.json")
    with pytest.raises(InputError, match="finite"):
        fenced_yaml({"license": "mit", "language": ["en"], "value": float(number)}, "card")


@pytest.mark.parametrize("number", NUMBERS_TO_KEEP)
def test_numpys_numbers_are_written_as_numbers(number: Any, tmp_path: Path) -> None:
    write_json(tmp_path / "metrics.json", {"rate": plain(number)})
    assert read_json(tmp_path / "metrics.json") == {"rate": number}


@pytest.mark.parametrize("text", TEXTS)
def test_metrics_of_another_system_are_refused(text: str, tmp_path: Path) -> None:
    write_json(tmp_path / "metrics.json", {"system": text, "estimates": []})
    with pytest.raises(InputError, match="no metrics of system"):
        read_estimates({"base": tmp_path / "metrics.json"})
