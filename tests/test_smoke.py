"""One real run through all stages, and what a user then has in hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from transformers import AutoModelForCausalLM, AutoTokenizer

from reporting.consistency import disagreements
from reporting.snippet import block_with, run_python, run_snippet
from socratic_tutor.files import read_json, read_jsonl
from socratic_tutor.items import turns_of
from socratic_tutor.records import Estimate, Item, Response, Score, from_row
from socratic_tutor.reporting.lint import lint
from whole_run import ROOT, reproducible_digests, run, start

pytestmark = pytest.mark.smoke

RUNS = ("rank-8-seed1", "rank-2-seed1")
CONTROLS = ("constant", "echo", "answer", "keyword", "hint", "check", "numbers")
SYSTEMS = {
    *RUNS,
    *(f"{run}-filtered" for run in RUNS),
    "base",
    *CONTROLS,
    "gold",
    "retrieval",
}


CANARY = "canary-7f3a9c51"
SECRETS = (
    "HF_TOKEN",
    "OPENAI_API_KEY",
    "MLFLOW_TRACKING_TOKEN",
    "MLFLOW_TRACKING_PASSWORD",
    "AWS_SECRET_ACCESS_KEY",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("smoke")
    run(where, environment=dict.fromkeys(SECRETS, CANARY))
    return where


@pytest.fixture(scope="module")
def results(folder: Path) -> Path:
    return folder / "results" / "smoke"


def test_a_second_run_has_nothing_to_do(folder: Path) -> None:
    assert "Nothing to be done" in run(folder)


def test_every_system_has_responses_scores_and_metrics(results: Path) -> None:
    assert {path.name for path in (results / "systems").iterdir()} == SYSTEMS
    benchmarks = {
        path.stem: [from_row(Item, row, str(path)) for row in read_jsonl(path)]
        for path in sorted((results / "corpus" / "benchmarks").glob("*.jsonl"))
    }
    turns = {name: [(i.id, t) for i in items for t in turns_of(i)] for name, items in benchmarks.items()}
    planned = sorted(turn for of_benchmark in turns.values() for turn in of_benchmark)
    for system in SYSTEMS:
        where = results / "systems" / system
        responses = [from_row(Response, row, system) for row in read_jsonl(where / "responses.jsonl")]
        assert sorted((response.id, response.turn) for response in responses) == planned
        scores = [from_row(Score, row, system) for row in read_jsonl(where / "scores.jsonl")]
        assert {(score.id, score.turn) for score in scores} == set(planned)
        metrics = read_json(where / "metrics.json")
        assert metrics["system"] == system
        for estimate in (from_row(Estimate, row, system) for row in metrics["estimates"]):
            assert 0 <= estimate.ci_low <= estimate.rate <= estimate.ci_high <= 1
            assert estimate.k <= estimate.n
            assert estimate.n + estimate.n_not_applicable == len(turns[estimate.benchmark])


def test_merging_was_checked_for_every_run(results: Path) -> None:
    for system in (*RUNS, "base"):
        found = read_json(results / "systems" / system / "merging.json")
        assert found["merged"] == (system in RUNS) == (found["compared"] > 0)


@pytest.mark.parametrize("run", RUNS)
def test_a_run_behind_the_filter_says_its_drafts_or_what_the_report_tells(results: Path, run: str) -> None:
    behind = results / "systems" / f"{run}-filtered"
    drafts, said = (read_jsonl(where / "responses.jsonl") for where in (results / "systems" / run, behind))
    report = read_json(behind / "filtering.json")
    changed = {(one["benchmark"], one["id"], one["turn"]): one["text"] for one in report["changed"]}
    for draft, reply in zip(drafts, said, strict=True):
        key = (draft["benchmark"], draft["id"], draft["turn"])
        assert reply == {**draft, "text": changed.get(key, draft["text"])}
    assert report["passed"] + report["repaired"] + report["replaced"] == report["turns"] == len(drafts)
    leaked = [
        e for e in read_json(behind / "metrics.json")["estimates"] if e["metric"] == "answer_leak.typed"
    ]
    # an empty draft is a failure in the table, but gives nothing away
    empty = sum(not reply["text"].strip() for reply in said)
    assert leaked
    assert sum(e["k"] for e in leaked) <= empty


def test_the_filter_reaches_its_goals(results: Path) -> None:
    trial = read_json(results / "filter" / "filter_evaluation.json")
    assert trial["caught"]["exact_lower"] >= trial["goals"]["catch_rate"]
    assert all(part["rate"] <= trial["goals"]["false_alarms"] for part in trial["false_alarms"])


def test_gold_is_ideal_and_controls_are_not(results: Path) -> None:
    def ideal(system: str) -> float:
        estimates = read_json(results / "systems" / system / "metrics.json")["estimates"]
        return next(
            e["rate"] for e in estimates if (e["benchmark"], e["metric"]) == ("unseen_problems", "ideal_turn")
        )

    assert ideal("gold") >= 0.9
    assert all(ideal(control) < 0.5 for control in CONTROLS)


def test_card_metrics_and_mlflow_hold_the_same_numbers(results: Path) -> None:
    assert disagreements(results) == []


@pytest.mark.parametrize("system", RUNS)
def test_adapter_loads_in_a_fresh_process(results: Path, system: str) -> None:
    code = (
        "import sys; from transformers import AutoModelForCausalLM; from peft import PeftModel\n"
        "base = AutoModelForCausalLM.from_pretrained(sys.argv[1])\n"
        "model = PeftModel.from_pretrained(base, sys.argv[2])\n"
        "print(sum(p.numel() for n, p in model.named_parameters() if 'lora_' in n))"
    )
    adapter = results / "systems" / system / "adapter"
    done = subprocess.run(
        [sys.executable, "-c", code, ROOT / "resources" / "base_model", adapter],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    facts = json.loads((results / "systems" / system / "training.json").read_text())
    assert int(done.stdout.split()[-1]) == facts["trainable_parameters"]


def test_the_cards_snippet_runs_as_printed(results: Path) -> None:
    where = results / "systems" / RUNS[0]
    said = run_snippet(
        where / "card" / "README.md", where / "adapter", base=ROOT / "resources" / "base_model"
    )
    assert said.strip()


@pytest.mark.parametrize("system", RUNS)
def test_no_card_contradicts_itself(results: Path, system: str) -> None:
    assert lint((results / "systems" / system / "card" / "README.md").read_text()) == []


def test_no_card_holds_a_local_path(folder: Path, results: Path) -> None:
    where = [results / "corpus", *(results / "systems" / system / "card" for system in RUNS)]
    for card in [(beside / "README.md").read_text() for beside in where]:
        assert str(folder) not in card
        assert str(ROOT) not in card


def test_no_secret_of_the_environment_is_in_any_file(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.name == "mlflow.db" for path in files)
    assert [str(path) for path in files if CANARY.encode() in path.read_bytes()] == []


def test_nothing_half_written_is_left(results: Path) -> None:
    assert [path for path in results.rglob("*") if path.name.endswith(".tmp")] == []


def test_the_manifest_lists_every_reproducible_file_and_verify_reads_them(
    folder: Path, results: Path
) -> None:
    listed = {entry["path"]: entry["sha256"] for entry in read_json(results / "manifest.json")["files"]}
    found = reproducible_digests(folder)
    assert set(found) - set(listed) == {"manifest.json", "control_gate.json"}
    assert {path: found[path] for path in listed} == listed
    assert f"all {len(listed)} files are as they were made" in run(folder, "verify")
    scores = results / "systems" / "base" / "scores.jsonl"
    whole, before = scores.read_bytes(), scores.stat()
    scores.write_bytes(whole[: len(whole) // 2])
    os.utime(scores, ns=(before.st_atime_ns, before.st_mtime_ns))
    process = start(folder, "verify")
    printed, _ = process.communicate(timeout=300)
    scores.write_bytes(whole)
    os.utime(scores, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert process.returncode != 0
    assert "cut " in printed
    assert "systems/base/scores.jsonl" in printed


def test_masks_are_shown_at_each_call_and_merged_models_load_plainly(folder: Path, results: Path) -> None:
    assert "⟧" in run(folder, "preview_masks", "export_merged")
    assert "⟧" in run(folder, "preview_masks")
    assert (results / "training_preview" / "index.html").is_file()
    for system in RUNS:
        where = results / "systems" / system
        report = read_json(where / "merged" / "merge_report.json")
        facts = read_json(where / "training.json")
        for key in ("adapter_sha256", "base_fingerprint"):
            assert report[key] == facts[key]
        assert (
            AutoModelForCausalLM.from_pretrained(where / "merged").num_parameters()
            == facts["base_parameters"]
        )
        card = where / "card" / "README.md"
        assert block_with(card, "export_merged").split() == ["snakemake", "--cores", "1", "export_merged"]
        assert run_python(block_with(card, "MERGED ="), where / "merged").strip()
        assert AutoTokenizer.from_pretrained(where / "merged").chat_template
