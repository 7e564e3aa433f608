"""What is made again after which change: the promise that each stage can be changed and rerun alone."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from workflow_copy import Workflow, jobs_in

from socratic_tutor.files import write_json

TRAINING = {"synthesize_corpus", "train_adapter"}
CHAIN_OF_ONE_RUN = {
    "train_adapter": 1,
    "generate_responses": 1,
    "filter_responses": 1,
    "score_responses": 2,  # the run, and the run behind the filter
    "estimate_metrics": 2,
    "record_provenance": 2,
    "render_card": 1,
    "track_system": 2,
    "register_models": 1,
    "compare_systems": 1,
    "render_comparison_page": 1,
    "record_manifest": 1,
    "control_gate": 1,
}
CONFIG_TAIL = "runs:\n  rank-16:\n    seeds: [1]\n"


def test_a_finished_workflow_has_nothing_to_do(finished: Workflow) -> None:
    assert finished.plan("all") == {}


@pytest.mark.parametrize("name", ["responses.jsonl", "scores.jsonl", "metrics.json"])
def test_a_lost_result_is_made_again_though_what_came_of_it_is_there(workflow: Workflow, name: str) -> None:
    lost = next(workflow.folder.rglob(f"systems/rank-4-seed1/{name}"))
    lost.unlink()
    rule = {"responses": "generate_responses", "scores": "score_responses", "metrics": "estimate_metrics"}
    assert rule[lost.stem] in workflow.plan("all")


def test_touching_every_file_reruns_nothing(workflow: Workflow) -> None:
    later = time.time() + 60
    for path in workflow.folder.rglob("*"):
        if path.is_file() and not {".snakemake", "results"} & set(path.relative_to(workflow.folder).parts):
            os.utime(path, (later, later))
    assert workflow.plan("all") == {}


def test_the_card_template_rerenders_cards_and_tracking_alone(workflow: Workflow) -> None:
    with open(next(workflow.folder.rglob("card.md.jinja")), "a", encoding="utf-8") as template:
        template.write("\nOne more line.\n")
    assert workflow.plan("all") == {
        "render_card": 2,
        "record_manifest": 1,
        "track_system": 2,
        "register_models": 1,
        "control_gate": 1,
    }


@pytest.mark.parametrize(
    "change",
    [("  control_gate: fail", "  control_gate: warn"), (", check, numbers]", ", check]")],
    ids=["policy", "controls"],
)
def test_the_gate_judges_in_the_call_that_changes_a_card_as_well(
    workflow: Workflow, change: tuple[str, str]
) -> None:
    workflow.edit("config.yaml", change)
    with open(next(workflow.folder.rglob("card.md.jinja")), "a", encoding="utf-8") as template:
        template.write("\nOne more line.\n")
    plan = workflow.plan("all")
    assert (plan["render_card"], plan["control_gate"]) == (2, 1)


def test_tracking_and_its_live_feed_retrain_nothing(workflow: Workflow) -> None:
    for module in ("side_process", "tracking/live", "tracking/runs"):
        workflow.edit(f"workflow_scripts/socratic_tutor/{module}.py", ('"""', '"""Edited. '))
    tracking = {"create_tracking_store": 1, "track_system": 14, "register_models": 1}
    assert workflow.plan("all") == {**tracking, "control_gate": 1}


def test_the_dataset_cards_template_rerenders_that_card_alone(workflow: Workflow) -> None:
    with open(next(workflow.folder.rglob("dataset_card.md.jinja")), "a", encoding="utf-8") as template:
        template.write("\nOne more line.\n")
    assert workflow.plan("all") == {"describe_corpus": 1, "record_manifest": 1, "control_gate": 1}


def test_an_evaluation_size_trains_nothing(workflow: Workflow) -> None:
    workflow.edit("config.yaml", ("leak: 100", "leak: 50"))
    plan = workflow.plan("all")
    assert plan["synthesize_benchmarks"] == 1
    assert plan["generate_responses"] == 3
    assert not TRAINING & set(plan)


def test_what_can_be_seen_is_said_before_anything_is_generated(workflow: Workflow) -> None:
    (power,) = workflow.folder.rglob("results/*/power.json")
    power.write_text("other figures", encoding="utf-8")
    later = time.time() + 60
    os.utime(power, (later, later))
    assert "generate_responses" not in workflow.plan("responses")
    workflow.edit("workflow_scripts/socratic_tutor/evaluation/power.py", ('"""', '"""Edited. '))
    assert set(workflow.plan("all")) == {"plan_power", "record_manifest", "control_gate"}
    power.unlink()
    for path in workflow.folder.rglob("responses.jsonl"):
        path.unlink()
    plan = workflow.plan("responses")
    assert (plan["plan_power"], plan["generate_responses"]) == (1, 3)


def test_a_corpus_size_leaves_the_benchmarks_and_the_base_alone(workflow: Workflow) -> None:
    workflow.edit("config.yaml", ("train_examples: 4000", "train_examples: 5000"))
    plan = workflow.plan("all")
    assert (plan["synthesize_corpus"], plan["train_adapter"], plan["generate_responses"]) == (1, 2, 2)
    assert "synthesize_benchmarks" not in plan


@pytest.mark.parametrize(
    "change",
    [
        ("r: 4\n        alpha: 8", "r: 8\n        alpha: 8"),
        ("r: 4\n        alpha: 8", "r: 8\n        alpha: 4"),
    ],
    ids=["rank", "r and alpha swapped"],
)
def test_a_runs_hyperparameter_reruns_its_chain_alone(workflow: Workflow, change: tuple[str, str]) -> None:
    workflow.edit("config.yaml", change)
    listed = workflow.snakemake("-n", "all").stdout
    assert jobs_in(listed) == CHAIN_OF_ONE_RUN
    assert "Train the adapter of rank-4-seed1" in listed
    assert "adapter of rank-16-seed1" not in listed


def test_order_of_keys_and_spelling_of_numbers_mean_nothing(workflow: Workflow) -> None:
    workflow.edit(
        "config.yaml",
        ("r: 4\n        alpha: 8", "alpha: 8.0\n        r: 4"),
        ("steps: 150", "steps: 150.0"),
        ("  unseen_problems: 100\n", ""),
        ("  leak: 100\n", "  leak: 100.0\n  unseen_problems: 100\n"),
    )
    assert workflow.plan("all") == {}


def test_a_new_run_adds_its_chain_and_the_comparison(workflow: Workflow) -> None:
    workflow.edit("config.yaml", (CONFIG_TAIL, f"{CONFIG_TAIL}  rank-32:\n    seeds: [1]\n"))
    assert workflow.plan("all") == CHAIN_OF_ONE_RUN


def test_a_scorer_reruns_scores_and_what_follows(workflow: Workflow) -> None:
    workflow.edit("workflow_scripts/socratic_tutor/scoring/metrics.py", ('"""', '"""Edited. '))
    listed = workflow.snakemake("-n", "all").stdout
    plan = jobs_in(listed)
    assert re.search(r"before: 'code of score_responses\.py: \w{16}' now: 'code of score_resp", listed)
    assert plan["score_responses"] == plan["estimate_metrics"] == 14
    spared = {"synthesize_benchmarks", "generate_responses", "write_control_responses"}
    assert not (TRAINING | spared) & set(plan)


def test_a_leak_rule_puts_the_drafts_behind_the_filter_anew(workflow: Workflow) -> None:
    workflow.edit("workflow_scripts/socratic_tutor/scoring/leaks.py", ('"""', '"""Edited. '))
    plan = workflow.plan("all")
    assert (plan["filter_responses"], plan["evaluate_filter"], plan["score_responses"]) == (2, 1, 14)
    assert "generate_responses" not in plan


def test_the_filters_settings_spare_drafts_and_other_systems(workflow: Workflow) -> None:
    workflow.edit("config.yaml", ("  attempts: 3", "  attempts: 1"))
    plan = workflow.plan("all")
    assert (plan["filter_responses"], plan["score_responses"], plan["estimate_metrics"]) == (2, 2, 2)
    assert not {"evaluate_filter", "generate_responses", *TRAINING} & set(plan)


def test_without_the_filter_no_system_stands_behind_it(workflow: Workflow) -> None:
    workflow.edit("config.yaml", ("  enabled: true", "  enabled: false"))
    plan = workflow.plan("all")
    assert not {"filter_responses", "score_responses", "generate_responses"} & set(plan)
    refused = workflow.snakemake("-n", "results/default/systems/rank-4-seed1-filtered/metrics.json")
    assert refused.returncode != 0


def test_a_training_module_reruns_training_and_what_follows(workflow: Workflow) -> None:
    workflow.edit("workflow_scripts/socratic_tutor/modeling/trainer.py", ('"""', '"""Edited. '))
    plan = workflow.plan("all")
    assert (plan["train_adapter"], plan["generate_responses"]) == (2, 2)
    assert not {"synthesize_corpus", "synthesize_benchmarks"} & set(plan)


@pytest.mark.parametrize(
    ("package", "generated"), [("torch", 3), ("transformers", 3), ("peft", 3), ("trl", 2)]
)
def test_another_version_reruns_training_and_what_follows(
    workflow: Workflow, tmp_path: Path, package: str, generated: int
) -> None:
    metadata = tmp_path / "installed" / f"{package}-99.0.dist-info" / "METADATA"
    metadata.parent.mkdir(parents=True)
    metadata.write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 99.0\n", encoding="utf-8")
    plan = workflow.plan("all", env={"PYTHONPATH": str(tmp_path / "installed")})
    assert (plan["train_adapter"], plan["generate_responses"]) == (2, generated)
    assert "synthesize_corpus" not in plan


def test_another_base_model_reruns_training_and_what_follows(workflow: Workflow) -> None:
    workflow.edit("resources/base_model/manifest.json", ("{}", '{"name": "another"}'))
    plan = workflow.plan("all")
    assert (plan["train_adapter"], plan["generate_responses"]) == (2, 3)


def test_how_a_job_is_run_is_no_result(workflow: Workflow) -> None:
    workflow.edit("workflow_scripts/socratic_tutor/job.py", ("LOCK_SECONDS = 30.0", "LOCK_SECONDS = 31.0"))
    assert workflow.plan("all") == {}


def test_an_overlay_leaves_the_default_experiment_alone(workflow: Workflow) -> None:
    done = workflow.snakemake("-n", "all", "--configfile", "configs/smoke.yaml")
    assert done.returncode == 0, done.stderr
    assert "results/smoke/" in done.stdout
    assert "results/default/" not in done.stdout
    assert "rank-16" not in done.stdout  # the overlay's runs replace the default's


def test_the_folder_of_results_is_free(fresh: Callable[[], Workflow], tmp_path: Path) -> None:
    made, elsewhere = fresh(), tmp_path / "elsewhere"
    elsewhere.mkdir()
    where = ("-s", made.folder / "Snakefile", "--directory", elsewhere)
    done = made.snakemake("-n", "all", *where, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "train_adapter" in done.stdout
    assert not (made.folder / ".snakemake").exists()


BY_NAME = {
    "corpus": {"synthesize_corpus": 1, "synthesize_benchmarks": 1, "describe_corpus": 1},
    "adapters": {"synthesize_corpus": 1, "train_adapter": 2},
    "responses": {"generate_responses": 3, "write_control_responses": 9},
    "scores": {"score_responses": 14},
    "metrics": {"estimate_metrics": 14},
    "filtered": {"filter_responses": 2},
    "evaluate_filter": {"evaluate_filter": 1},
    "compare_systems": {"compare_systems": 1},
    "provenance": {"record_provenance": 14},
    "cards": {"render_card": 2},
    "tracked": {"track_system": 14},
}


def test_a_stage_by_name_is_for_all_runs(fresh: Callable[[], Workflow]) -> None:
    made = fresh()
    assert {**BY_NAME["adapters"], "adapters": 1} == made.plan("adapters")
    plan = made.plan(*BY_NAME)
    for jobs in BY_NAME.values():
        assert jobs.items() <= plan.items()


def test_a_file_by_name_is_for_one(fresh: Callable[[], Workflow]) -> None:
    plan = fresh().plan("results/default/systems/rank-4-seed1/adapter/adapter_model.safetensors")
    assert plan == {"synthesize_corpus": 1, "train_adapter": 1}


def test_what_training_learns_from_can_be_looked_at_before_it_is_trained(
    fresh: Callable[[], Workflow], workflow: Workflow
) -> None:
    rendered = {"synthesize_corpus": 1, "render_training_preview": 1}
    assert fresh().plan("preview_masks") == {**rendered, "preview_masks": 1}
    assert workflow.plan("preview_masks") == {"render_training_preview": 1, "preview_masks": 1}


def test_adapters_are_merged_by_name_for_all_runs_or_for_one(
    fresh: Callable[[], Workflow], workflow: Workflow
) -> None:
    made = fresh()
    trained = {"synthesize_corpus": 1, "train_adapter": 2}
    assert made.plan("export_merged") == {**trained, "merge_adapter": 2, "export_merged": 1}
    one = "results/default/systems/rank-4-seed1/merged/model.safetensors"
    assert workflow.plan(one) == {"merge_adapter": 1}
    base = made.snakemake("-n", one.replace("rank-4-seed1", "base"))
    assert "MissingRuleException" in base.stdout + base.stderr


def test_all_ends_with_what_came_out_and_a_single_stage_does_not(workflow: Workflow) -> None:
    write_json(workflow.folder / "results/default/control_gate.json", {"passed": True})
    ends = {target: workflow.snakemake("--touch", "--forceall", target).stderr for target in ("all", "cards")}
    assert "Control gate: passed\nComparison:   results/default/comparison/index.html\n" in ends["all"]
    assert "Control gate" not in ends["cards"]


def test_what_stands_outside_all_runs_by_name(workflow: Workflow) -> None:
    plan = workflow.plan("track", "train_base_model")
    assert plan == {"track": 1, "synthesize_base_documents": 1, "train_base_model": 1}
