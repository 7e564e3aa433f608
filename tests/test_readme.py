"""What the README says is so: the DAG, the files it points to, the commands it gives."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from dag import ROOT, mermaid, rule_graph
from reference_table import table
from socratic_tutor.filtering.trial.evaluation import UNTUNED_FORMS

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_picture_of_the_dag_is_current() -> None:
    (block,) = re.findall(r"```mermaid\n(.*?)\n```", README, re.DOTALL)
    assert block == mermaid(), "print it anew with: .venv/bin/python tests/dag.py"


def test_dag_goes_from_corpus_to_card() -> None:
    assert {("synthesize_corpus", "train_adapter"), ("train_adapter", "generate_responses")} <= set(
        rule_graph().edges
    )


def test_table_is_that_of_the_reference_run() -> None:
    assert table() in README, "print it anew with: .venv/bin/python tests/reference_table.py"


def test_the_filters_page_has_the_figures_of_the_reference_run() -> None:
    card, page = ((ROOT / "docs" / name).read_text() for name in ("reference_run/card.md", "leak_filter.md"))
    on_trial = card.split("The filter itself on trial")[1].split("\n### ")[0]
    counts = re.findall(r"<br>([\d,]+)/([\d,]+)", on_trial)
    assert len(counts) == 4
    for k, n in counts:
        assert f"{k} of {n}" in page
    for half in ("development", "held back"):
        counted = json.loads(UNTUNED_FORMS.read_text())[half]
        row = next(line for line in page.splitlines() if line.startswith(f"| {half} |"))
        assert f"{counted['caught']} of {counted['leaks']}" in row
        assert f"{counted['held_back']} of {counted['harmless']}" in row


def test_links_lead_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert len(links) >= 3
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_rules_and_make_targets_exist() -> None:
    rules = "".join(path.read_text() for path in (ROOT / "rules").glob("*.smk"))
    rules += (ROOT / "Snakefile").read_text()
    for name in re.findall(r"^snakemake --cores \d (\w+)", README, re.MULTILINE):
        assert f"rule {name}:" in rules, name
    makefile = (ROOT / "Makefile").read_text()
    targets = re.findall(r"^make ([a-z-]+)", README, re.MULTILINE)
    assert {"all", "test", "ui"} <= set(targets)
    for name in targets:
        assert re.search(rf"^{name}:", makefile, re.MULTILINE), name


def test_example_paths_name_runs_of_the_default_config() -> None:
    config = yaml.safe_load((ROOT / "config.yaml").read_text())
    named = set(re.findall(r"results/default/systems/([\w-]+)-seed1", README))
    assert named
    assert named <= set(config["runs"])


@pytest.mark.parametrize("name", ["smoke", "full", "llama-3.1-8b"])
def test_overlays_are_mentioned(name: str) -> None:
    assert f"configs/{name}.yaml" in README
