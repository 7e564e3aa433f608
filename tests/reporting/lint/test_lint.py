"""The linter finds the published card's defects, nothing on ours, and each contradiction put into ours."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from socratic_tutor.reporting.lint import lint
from socratic_tutor.reporting.lint.claims import read_claims

ROOT = Path(__file__).resolve().parents[3]
# The claims and defects of the published card (its figures and code faults, in words of our own).
PUBLISHED = Path(__file__).with_name("published_card.md")


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in lint(text)]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            "contradiction",
            "74.5% and 28.0% both count turns specific to the error (Fisher's exact p = 3e-09)",
        ),
        ("complement", "avoidance (n = 200) and leak (n = 100) are counted on different turns"),
        ("absolute", "'never gives' beside a leak rate of 1.0%"),
        ("undefined", "are defined nowhere"),
        ("no-interval", "28.0% stands without interval"),
        ("no-interval", "68.0% stands without interval"),
        ("snippet", "add_generation_prompt is missing"),
        ("snippet", "fails on transformers 5"),
        ("snippet", "torch_dtype is deprecated"),
        ("snippet", "the default is fp4"),
        ("snippet", "without bnb_4bit_use_double_quant"),
        ("license", "apache-2.0 on a base under llama3.1"),
        ("metadata", "there is no model-index"),
        ("metadata", "there is no library_name"),
        ("missing-fact", "a seed"),
        ("missing-fact", "the adapter's rank"),
        ("missing-fact", "the learning rate"),
        ("missing-fact", "the number of training examples"),
        ("missing-fact", "the untuned base's results"),
        ("missing-fact", "results of a tutor that must lose"),
        ("missing-fact", "how items were kept apart from training"),
    ],
)
def test_the_published_cards_defects_are_found(rule: str, said: str) -> None:
    assert [message for name, message in found(PUBLISHED.read_text()) if name == rule and said in message]


def test_the_published_cards_five_intervals_are_not_blamed() -> None:
    assert "interval" not in {rule for rule, _ in found(PUBLISHED.read_text())}


def test_our_own_card_is_clean(render: Callable[..., str]) -> None:
    assert found(render()) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("license: apache-2.0", "license: apache2", "metadata"),
        ("library_name: peft\n", "", "metadata"),
        ("add_generation_prompt=True, ", "", "snippet"),
        ("import torch\n", "import torch as\n", "snippet"),
        ("## Training", "## Training\n\nTODO", "placeholder"),
        ("## Training", "## Training\n\nWe measured 83.4% on our own.\n", "no-interval"),
        ("dtype=torch.float32", "torch_dtype=torch.float32", "snippet"),
    ],
)
def test_a_fault_put_into_our_card_is_found(
    render: Callable[..., str], old: str, new: str, rule: str
) -> None:
    text = render()
    assert old in text
    assert rule in {name for name, _ in found(text.replace(old, new))}


def table(*rows: str) -> str:
    return "\n".join(["| Metric | Rate | 95% CI | n |", "|---|---|---|---|", *rows])


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("| Questions | 74.5% | [68%, 80%] | 200 |", None),
        ("| Questions | 74.5% | [70%, 79%] | 200 |", "interval"),
        ("| Questions | 74.5% | [75%, 80%] | 200 |", "interval"),
        ("| Questions | 74.5% | [68%, 80%] | 50 |", "interval"),
        ("| Questions | 74.5% | | 200 |", "no-interval"),
        ("| Questions | 74.5% | [68%, 80%] | |", "no-interval"),
        ("| Questions | **80.0%** (8/10) | [49.0, 94.3] | |", None),
        ("| Questions | **90.0%** (8/10) | [49.0, 94.3] | |", "rate"),
    ],
)
def test_rates_in_tables(row: str, rule: str | None) -> None:
    rules = {name for name, _ in found(table(row))} & {"interval", "rate", "no-interval"}
    assert rules == ({rule} if rule else set())


def test_leak_and_avoidance_of_the_same_turns_cannot_exceed_all() -> None:
    rows = ("| Answer avoidance | 99.0% | [94.6, 99.8] | 100 |", "| Answer leak | 5.0% | [2.2, 11.2] | 100 |")
    assert "complement" in {name for name, _ in found(table(*rows))}


def test_cells_of_our_own_tables_are_read() -> None:
    lines = [
        "| Metric | **run** | base |",
        "| --- | :---: | :---: |",
        "| Ideal turn<br>`leak` | **77.0**<br>[67.8, 84.2]<br>77/100 | **0.0**<br>[0.0, 3.7]<br>0/100 |",
    ]
    claim = read_claims(lines)[0]
    assert (claim.metric, claim.rate, claim.low, claim.high, claim.k, claim.n) == (
        "Ideal turn leak",
        77.0,
        67.8,
        84.2,
        77,
        100,
    )


def test_what_is_quoted_is_no_claim() -> None:
    assert read_claims(["> **Tutor:** What is 25% of 80?"]) == []


def test_any_text_is_linted_without_an_error() -> None:
    for text in ("", "---", "---\n- a\n---\n", "```python", "| a |", "|", "| % |\n|---|\n| 5% |", "100%"):
        assert Counter(rule for rule, _ in found(text))["metadata"] >= 1


def test_the_command_names_file_and_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "socratic_tutor.reporting.lint", PUBLISHED],
        capture_output=True,
        text=True,
        cwd=ROOT / "workflow_scripts",
        check=False,
    )
    assert done.returncode == 1
    assert f"{PUBLISHED}:30: contradiction: " in done.stdout
