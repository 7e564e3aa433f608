"""The model card: true, whole, safe to show, the same bytes each time, and its code runs."""

from __future__ import annotations

import ast
import re

import fabricated
import pytest
import yaml
from huggingface_hub import ModelCard, ModelCardData
from snippet import blocks_of

from socratic_tutor.files import InputError, read_json, read_jsonl, write_json, write_jsonl
from socratic_tutor.reporting.card import card_digest, with_measured
from socratic_tutor.reporting.results import percent


def test_hub_library_reads_the_metadata_back(card_text):
    data = ModelCard(card_text).data.to_dict()
    assert data["license"] == "apache-2.0"
    assert (data["language"], data["library_name"], data["pipeline_tag"]) == (
        ["en"],
        "peft",
        "text-generation",
    )
    assert data["base_model"] == "resources/base_model"
    assert {"education", "math-tutoring", "socratic", "peft", "lora", "k12"} <= set(data["tags"])
    metric = data["model-index"][0]["results"][0]["metrics"][0]
    assert set(metric["args"]) == {"k", "n", "ci_low", "ci_high", "level", "method"}


def test_hub_library_parses_every_result_and_writes_the_same(card_text, results):
    parsed = ModelCardData(**yaml.safe_load(card_text.split("---\n")[1]))
    found = {
        (one.dataset_type, one.metric_type): (one.metric_value, one.metric_args["k"], one.metric_args["n"])
        for one in parsed.eval_results
    }
    metrics = read_json(results / "systems" / "rank-16-seed1" / "metrics.json")
    rows = [*metrics["estimates"], *metrics["pairs"]]
    assert found == {
        (f"synthetic/{row['benchmark']}", row["metric"]): (float(f"{row['rate']:.6g}"), row["k"], row["n"])
        for row in rows
    }
    assert "datasets" not in parsed.to_dict()
    again = yaml.safe_load(parsed.to_yaml())
    assert again["model-index"] == yaml.safe_load(card_text.split("---\n")[1])["model-index"]


def test_a_reader_on_a_phone_can_read_it(card_text):
    """Long tables are folded; what is open is short, and its tables narrow."""
    body = card_text.split("---\n", 2)[2]
    assert body.count("<details>") == body.count("</details>") > 5
    opened = re.sub(r"<details>.*?</details>\n", "", body, flags=re.DOTALL)
    assert len(opened.splitlines()) <= 350
    assert max(line.count(" | ") for line in opened.splitlines() if line.startswith("| Metric")) <= 6


def test_without_filter_and_breakdowns_their_sections_are_left_out(render, results):
    alone = [name for name in fabricated.ON_A_CARD if name != fabricated.BEHIND]
    metrics, scores = (
        fabricated.paths(results, name, tuple(alone)) for name in ("metrics.json", "scores.jsonl")
    )
    text = render(metrics=metrics, scores=scores, leak_filter=None, breakdowns=None)
    assert "ehind the" not in text
    assert "By topic" not in text
    assert "turn by turn" in text


def test_filter_report_of_another_run_is_refused(render, results):
    path = results / "systems" / fabricated.BEHIND / "filtering.json"
    write_json(path, read_json(path) | {"drafts_of": "rank-4-seed1"})
    with pytest.raises(InputError, match="not 'rank-16-seed1'"):
        render()


def test_sections_and_rows_are_there(card_text):
    for title in (
        "Results",
        "By grade band",
        "How it works",
        "Behind the leak filter",
        "Under pressure, turn by turn",
        "Scorer validity",
        "Usage",
        "System prompt",
        "Training",
        "Evaluation",
        "Limitations",
        "Intended use",
        "Provenance",
        "Licence and citation",
    ):
        assert re.search(rf"^##+ {title}$", card_text, re.MULTILINE), title
    assert "| Metric | **rank-16-seed1** | behind the filter | base | gold | best control |" in card_text
    assert (
        "| Metric | **rank-16-seed1** | behind the filter | base | constant | echo | hint | gold |"
        in card_text
    )
    assert "rank-4-seed1" not in card_text
    for band in ("K-2", "3-5", "6-8", "9-12"):
        assert f"Grades {band}" in card_text


def test_same_inputs_give_the_same_bytes_wherever_they_lie(render, results, tmp_path_factory):
    first = render()
    assert render() == first
    assert str(results.parent) not in first
    moved = tmp_path_factory.mktemp("elsewhere") / "adapter"
    (results / "systems" / "rank-16-seed1" / "adapter").rename(moved)
    assert render(adapter=moved) == first


def test_measured_values_stand_in_one_block_that_the_digest_leaves_out(render, results):
    folder = results / "systems" / "rank-16-seed1"
    card = folder / "card" / "README.md"
    plain, digest = render(), card_digest(card)
    write_json(
        folder / "provenance.json",
        {
            "recorded": "2026-01-01T00:00:00+00:00",
            "hardware": {"cpu_capability": "AVX2"},
            "git": None,
            "software": {"python": "3.11.7"},
        },
    )
    files = {name: folder / f"{name}.json" for name in ("training_time", "provenance")}
    behind = folder.with_name("rank-16-seed1-filtered") / "filtering_time.json"

    def published(card: str) -> str:
        return with_measured(
            card,
            timings=files["training_time"],
            provenance=files["provenance"],
            filter_timings=behind,
        )

    measured = published(plain)
    card.write_text(measured, encoding="utf-8")
    assert card_digest(card) == digest
    assert "wall_seconds: 61.25" in measured
    assert "hardware.cpu_capability: AVX2" in measured
    assert "61.25" not in plain
    assert "leak_filter.milliseconds_per_turn: 7.5" in measured
    assert "milliseconds_per_turn" not in plain
    unfiltered = published(plain.replace("### Behind the leak filter", "### Another"))
    assert "milliseconds_per_turn" not in unfiltered
    card.write_text(measured.replace("Optimizer steps | 40", "Optimizer steps | 41"), encoding="utf-8")
    assert card_digest(card) != digest


def test_examples_follow_the_stated_rule(render, results):
    import hashlib

    folder = results / "systems" / "rank-16-seed1"
    verdicts = {
        row["id"]: row["value"]
        for row in read_jsonl(folder / "scores.jsonl")
        if row["metric"] == "ideal_turn" and row["benchmark"] == "unseen_problems"
    }
    order = sorted(verdicts, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    expected = [next(name for name in order if verdicts[name] == wanted) for wanted in (1, 0)]
    items = {row["id"]: row for row in read_jsonl(results / "corpus/benchmarks/unseen_problems.jsonl")}
    shown = re.findall(r"Problem and student\*\* \(grades (.+?), .+?\): (.+?)<br>", render())
    assert shown == [(items[name]["grade_band"], items[name]["problem"]) for name in expected]


def test_an_example_names_only_conditions_of_an_ideal_turn(render, results):
    path = results / "systems" / "rank-16-seed1" / "scores.jsonl"
    failing = {"ideal_turn", "faithful", "scaffolding.specific", "asks_question"}
    rows = [row | {"value": 0} if row["metric"] in failing else row for row in read_jsonl(path)]
    passing = {
        "socratic_question",
        "error_relevance",
        "answer_avoidance",
        "grade_language",
        "scaffolding.generic",
    }
    write_jsonl(path, [row | {"value": 1} if row["metric"] in passing else row for row in rows])
    assert render().count("*Not an ideal turn; fails `scaffolding.specific`, `faithful`.*") == 2


HOSTILE = (
    "a|b\n<script>alert(1)</script> [x](javascript:alert(1)) `c` ``` $x$ {{ 7*7 }} <!-- measured: begin; -->"
)


def test_hostile_text_stays_text(render, results):
    path = results / "systems" / "rank-16-seed1" / "responses.jsonl"
    write_jsonl(path, [row | {"text": HOSTILE} for row in read_jsonl(path)])
    items = results / "corpus" / "benchmarks" / "unseen_problems.jsonl"
    rows = read_jsonl(items)
    for row in rows:
        row["messages"][0]["content"] = "Rules.\n```\n</details><script>x</script>"
        row["topic"] = HOSTILE
    write_jsonl(items, rows)
    text = render()
    assert ModelCard(text).data.license == "apache-2.0"
    prose = re.sub(r"^(`{3,})\w*\n.*?^\1$", "", text, flags=re.DOTALL | re.MULTILINE)
    assert "<script>" not in prose
    assert not re.search(r"(?<!\\)\]\(javascript:", prose)
    assert "{{ 7\\*7 }}" in prose
    assert "<!-- measured: begin" not in prose
    blocks = blocks_of(results / "systems" / "rank-16-seed1" / "card" / "README.md")
    for language, code in blocks:
        if language == "python":
            ast.parse(code)


def test_pairs_count_on_the_card_where_both_turns_fit(card_text, results):
    (pairs,) = read_json(results / "systems" / "rank-16-seed1" / "metrics.json")["pairs"]
    (line, *_) = [
        line for line in card_text.splitlines() if line.startswith("| Ideal turn (both of a pair)<br>")
    ]
    shown = f"<br>[{percent(pairs['ci_low'])}, {percent(pairs['ci_high'])}]<br>{pairs['k']}/{pairs['n']} |"
    assert f"| **{percent(pairs['rate'])}**{shown}" in line
    assert "| `ideal_turn.both` | is of two students at one problem whose turns both count" in card_text
    differences = card_text.split("minus base")[1]
    assert "| Ideal turn (both of a pair)<br>`contrast_pairs` | **" in differences.split("<details>")[0]


def test_limitations_come_from_the_numbers(render, results):
    before = render()
    after = _with_leaks(render, results, 9)
    assert "9 of 90 turns gave the answer away" in after
    assert "Answer avoidance (unseen\\_problems) alone says little" in before
    assert "reaches or beats this adapter on: Answer avoidance (unseen\\_problems)" in before
    assert "Ideal turn (unseen\\_problems) alone says little" not in before


def _with_leaks(render, results, k: int) -> str:
    from scipy.stats import binomtest

    path = results / "systems" / "rank-16-seed1" / "metrics.json"
    document = read_json(path)
    for row in document["estimates"]:
        if row["benchmark"] == "leak":
            share = k if row["metric"] == "answer_leak.typed" else 90 - k
            low, high = binomtest(share, 90).proportion_ci(0.95, "wilson")
            row |= {"k": share, "rate": share / 90, "ci_low": float(low), "ci_high": float(high)}
    write_json(path, document)
    return render()


@pytest.mark.parametrize(
    ("source", "base", "expected"),
    [
        ("meta-llama/Llama-3.1-8B-Instruct", "meta-llama/Llama-3.1-8B-Instruct", "llama3.1"),
        ("somebody/unknown-model", "somebody/unknown-model", "other"),
    ],
)
def test_licence_follows_the_base(render, results, source, base, expected):
    config = results / "systems" / "rank-16-seed1" / "adapter" / "adapter_config.json"
    write_json(config, read_json(config) | {"base_model_name_or_path": base})
    text = render(base_model={"source": source})
    fields = yaml.safe_load(text.split("---\n")[1])
    assert (fields["license"], fields["base_model"]) == (expected, base)
    assert f'BASE = "{base}"' in text
    assert "read only synthetic classroom text" not in text


def test_files_that_do_not_belong_together_are_refused(render, results):
    folder = results / "systems" / "rank-16-seed1"
    report = results / "corpus" / "report.json"
    other = read_json(report) | {"train": {"sha256": "0" * 64, "misconception": {}}}
    write_json(results / "other.json", other)
    with pytest.raises(InputError, match="another corpus"):
        render(corpus_report=results / "other.json")
    (folder / "adapter" / "adapter_model.safetensors").write_bytes(b"other weights")
    with pytest.raises(InputError, match=r"not the adapter that training\.json describes"):
        render()


def test_a_value_that_is_not_finite_or_is_missing_is_refused(render, results):
    facts = results / "systems" / "rank-16-seed1" / "training.json"
    content = facts.read_text(encoding="utf-8")
    facts.write_text(content.replace("0.30625,", "NaN,"), encoding="utf-8")
    with pytest.raises(InputError, match="NaN"):
        render()
