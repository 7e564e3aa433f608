"""A config that cannot be right stops before any job, with one short error that names file, key and value."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from workflow_copy import ROOT, Workflow

from socratic_tutor.config import load_config, resolve_run, system_tags, trained_systems
from socratic_tutor.config_rules import RESERVED_RUNS, check_base_is_here
from socratic_tutor.evaluation.controls import CONTROLS, REFERENCES
from socratic_tutor.files import InputError

SCHEMA = ROOT / "rules" / "schemas" / "config.schema.yaml"
OVERLAYS = sorted((ROOT / "configs").glob("*.yaml"))
RUNS = "runs: {a: {seeds: [1]}}"


def load(main: Path, *overlays: Path, **overrides: Any) -> dict[str, Any]:
    return load_config(
        main=main, overlays=overlays, overrides=overrides, schema=SCHEMA, root=main.parent, base_needed=False
    )


def load_text(tmp_path: Path, text: str, **overrides: Any) -> dict[str, Any]:
    path = tmp_path / "config.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path, **overrides)


BAD = {
    "unknown key": (
        f"{RUNS}\ntraining:\n  learning_rat: 0.1\n",
        "config.yaml:3: training.learning_rat: no such key (value 0.1)\nDid you mean `learning_rate`? Valid",
    ),
    "unknown key of a run": (
        "runs:\n  a:\n    seeds: [1]\n    corpus: {train_examples: 3}\n",
        "config.yaml:4: runs.a.corpus: no such key (value {'train_examples': 3})\n",
    ),
    "1e-4": (
        f"{RUNS}\ntraining: {{learning_rate: 1e-4}}\n",
        "config.yaml:2: training.learning_rate: '1e-4' is text, but a number is needed\n"
        "YAML reads 1e-4 as text: write 1.0e-4",
    ),
    "nan": (
        f"{RUNS}\ntraining: {{learning_rate: .nan}}\n",
        "config.yaml:2: training.learning_rate: .nan is not a finite number",
    ),
    "infinity": (
        f"{RUNS}\ntraining: {{learning_rate: .inf}}\n",
        "config.yaml:2: training.learning_rate: .inf is not a finite number",
    ),
    "slash in a run's name": (
        "runs:\n  a/b: {seeds: [1]}\n",
        "config.yaml:2: runs.a/b: 'a/b' cannot name a run\nUse a-z",
    ),
    "run name that climbs": (
        "runs:\n  ..: {seeds: [1]}\n",
        "config.yaml:2: runs...: '..' cannot name a run\nUse a-z",
    ),
    "name of a control": ("runs:\n  echo: {seeds: [1]}\n", "config.yaml:2: runs.echo: 'echo' is reserved"),
    "name of the newest control": (
        "runs:\n  check: {seeds: [1]}\n",
        "config.yaml:2: runs.check: 'check' is reserved",
    ),
    "reserved name": ("runs:\n  base: {seeds: [1]}\n", "config.yaml:2: runs.base: 'base' is reserved"),
    "run named as behind the filter": (
        "runs:\n  a-filtered: {seeds: [1]}\n",
        "config.yaml:2: runs.a-filtered: 'a-filtered' ends in -filtered, as filtered systems do",
    ),
    "duplicate key": (
        f"{RUNS}\nseed: one\nseed: two\n",
        "config.yaml:3: seed: given twice (value 'two'), first on line 2\nKeep one of the two.",
    ),
    "duplicate run": (
        "runs:\n  a: {seeds: [1]}\n  a: {seeds: [2]}\n",
        "config.yaml:3: runs.a: given twice (value 'map'), first on line 2\nKeep one of the two.",
    ),
    "empty file": ("# nothing\n", "config.yaml: is empty; it needs `key: value` pairs as in config.yaml"),
    "list": ("- a\n", "config.yaml: `key: value` pairs were expected at the top, found 'seq'"),
    "broken": ("runs: {a: [1\n", "config.yaml:2: not YAML (expected ',' or ']', but got '<stream end>')"),
    "octal": (
        f"{RUNS}\ncorpus: {{train_examples: 010}}\n",
        "config.yaml:2: corpus.train_examples: YAML reads 010 otherwise than it looks",
    ),
    "sexagesimal": (
        f"{RUNS}\ncorpus: {{train_examples: 1:30}}\n",
        "config.yaml:2: corpus.train_examples: YAML reads 1:30 otherwise than it looks",
    ),
    "yes as a number": (
        f"{RUNS}\ntraining: {{steps: yes}}\n",
        "config.yaml:2: training.steps: True is true or false, but a whole number is needed",
    ),
    "date": (f"{RUNS}\nseed: 2026-01-02\n", "config.yaml:2: seed: '2026-01-02' would be read as a timestamp"),
    "python tag": (
        f"{RUNS}\nseed: !!python/object/apply:os.system [true]\n",
        "config.yaml:2: seed: the tag !!python/object/apply:os.system is refused",
    ),
    "anchor": (
        f"{RUNS}\nseed: &a one\nexperiment: *a\n",
        "config.yaml:2: anchors and aliases (here 'a') are refused",
    ),
    "fraction of a row": (
        f"{RUNS}\ncorpus: {{train_examples: 10.5}}\n",
        "config.yaml:2: corpus.train_examples: 10.5 is not a whole number, but a whole number is needed",
    ),
    "no rows": (
        f"{RUNS}\ncorpus: {{train_examples: 0}}\n",
        "config.yaml:2: corpus.train_examples: 0 is not allowed; it must be at least 1",
    ),
    "too many rows": (
        f"{RUNS}\ncorpus: {{train_examples: {2**70}}}\n",
        f"config.yaml:2: corpus.train_examples: {2**70} is not allowed; it must be at most 1000000",
    ),
    "empty section": (
        f"{RUNS}\ncorpus:\n",
        "config.yaml:2: corpus: None is empty, but `key: value` pairs are needed",
    ),
    "enum": (
        f"{RUNS}\nevaluation: {{control_gate: warning}}\n",
        "config.yaml:2: evaluation.control_gate: 'warning' is not valid\nDid you mean warn? Valid: fail,",
    ),
    "a gate that holds against nobody": (
        f"{RUNS}\nevaluation: {{controls: []}}\n",
        "config.yaml:2: evaluation.controls: [] leaves the control gate nobody to hold the runs against",
    ),
    "no runs": ("runs: {}\n", "config.yaml:1: runs: {} is not allowed; it must have at least 1 entry"),
    "runs missing": ("seed: one\n", "config.yaml: runs: no run is given\nGive at least one"),
    "seed twice": (
        "runs: {a: {seeds: [1, 1]}}\n",
        "config.yaml:1: runs.a.seeds: [1, 1] is not allowed; it must be without repetition",
    ),
    "no seeds": ("runs: {a: {}}\n", "config.yaml:1: runs.a: 'seeds' is missing"),
    "gap in the loss curve": (
        "runs:\n  a:\n    seeds: [1]\n    training:\n      save_every: 15\n",
        "config.yaml:5: runs.a.training.save_every: 15 is no multiple of log_every = 10",
    ),
    "only warm-up": (
        f"{RUNS}\ntraining: {{steps: 20}}\n",
        "config.yaml:2: training.warmup_steps: 20 must be less than steps = 20",
    ),
    "warm-up of a constant rate": (
        f"{RUNS}\ntraining: {{schedule: constant}}\n",
        "config.yaml:2: training.schedule: 'constant' has no warm-up",
    ),
    "heads that do not fit": (
        f"{RUNS}\nbase_training: {{model: {{heads: 6}}}}\n",
        "config.yaml:2: base_training.model.heads: 6 must divide hidden_size = 256",
    ),
    "a cooldown longer than the training": (
        f"{RUNS}\nbase_training: {{steps: 500, cooldown_steps: 600}}\n",
        "config.yaml:2: base_training.cooldown_steps: 600 is more than steps = 500",
    ),
    "packing": (
        "runs:\n  a:\n    seeds: [1]\n    training: {packing: true}\n",
        "config.yaml:4: runs.a.training.packing: not offered\nTRL lays a packed batch out as one long row, ",
    ),
    "an initialisation that changes the base": (
        f"{RUNS}\ntraining: {{lora: {{initialisation: pissa}}}}\n",
        "config.yaml:2: training.lora.initialisation: 'pissa' is not offered\nIt alters the base's weights",
    ),
    "orthogonal with an odd rank": (
        "runs:\n  a:\n    seeds: [1]\n    training: {lora: {r: 9, initialisation: orthogonal}}\n",
        "config.yaml:4: runs.a.training.lora.r: 9 is odd",
    ),
    "orthogonal on four bits": (
        f"{RUNS}\nbase_model: {{quantization: nf4}}\ntraining: {{lora: {{initialisation: orthogonal}}}}\n",
        "config.yaml:3: training.lora.initialisation: 'orthogonal' does not work on a base in 4 bits",
    ),
    "a budget that the longest row exceeds": (
        f"{RUNS}\ntraining: {{micro_batch_tokens: 511}}\n",
        "config.yaml:2: training.micro_batch_tokens: 511 is less than max_length = 512",
    ),
    "more than all layers": (
        f"{RUNS}\ntraining: {{gradient_checkpointing: 1.5}}\n",
        "config.yaml:2: training.gradient_checkpointing: 1.5 is not allowed; it must be at most 1",
    ),
    "alpha far from r": (
        "runs:\n  a:\n    seeds: [1]\n    training: {lora: {r: 1, alpha: 128}}\n",
        "config.yaml:4: runs.a.training.lora.alpha: 128 is too far from r = 1",
    ),
    "nobody to teach": (
        f"{RUNS}\ncorpus: {{student_kinds: "
        "{misconception: 0, slip: 0, wants_answer: 0, vague: 0, hollow: 0, correct: 0}}\n",
        "config.yaml:2: corpus.student_kinds: {'misconception': 0",
    ),
    "no items for the gate": (
        f"{RUNS}\nbenchmarks: {{unseen_problems: 0}}\n",
        "config.yaml:2: benchmarks.unseen_problems: 0 is not allowed; it must be at least 1",
    ),
    "no conversation": (
        f"{RUNS}\ncorpus: {{student_turns: [0, 0]}}\n",
        "config.yaml:2: corpus.student_turns: [0, 0] has no share above 0",
    ),
    "too long a conversation": (
        f"{RUNS}\ncorpus: {{student_turns: [1, 1, 1, 1]}}\n",
        "config.yaml:2: corpus.student_turns: [1, 1, 1, 1] is not allowed; it must have at most 3 entries",
    ),
    "second entry of a list": (
        f"{RUNS}\nfilter: {{rules: [answer, tell]}}\n",
        "config.yaml:2: filter.rules, entry 2: 'tell' is not valid",
    ),
    "experiment that climbs": (
        f"{RUNS}\nexperiment: ../x\n",
        "config.yaml:2: experiment: '../x' cannot name a folder",
    ),
    "experiment in the base model's folder": (
        f"{RUNS}\nexperiment: base_model\n",
        "config.yaml:2: experiment: 'base_model' is reserved: results/base_model is for train_base_model",
    ),
    "revision of a folder": (
        f"{RUNS}\nbase_model: {{revision: main}}\n",
        "config.yaml:2: base_model.revision: 'main' is for hub models only",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_config_is_explained(case: str, tmp_path: Path) -> None:
    text, message = BAD[case]
    with pytest.raises(InputError) as caught:
        load_text(tmp_path, text)
    assert str(caught.value).startswith(message)
    assert len(str(caught.value).splitlines()) <= 4  # "Error: " stands before it, and one line is spare


@pytest.mark.parametrize(
    "line", ["hf_token: abc", "tracking: {uri: 'https://me:abc@host'}", "seed: hf_abcabcabcabcabcabc"]
)
def test_credentials_are_refused_and_not_shown(line: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_text(tmp_path, f"{RUNS}\n{line}\n")
    assert "credential" in str(caught.value)
    assert "abc" not in str(caught.value)


def test_an_overlay_needs_a_name_of_its_own(tmp_path: Path) -> None:
    overlay = tmp_path / "mine.yaml"
    overlay.write_text("corpus: {train_examples: 10}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"mine.yaml: experiment: missing"):
        load(ROOT / "config.yaml", overlay)
    assert load(ROOT / "config.yaml", overlay, experiment="mine")["corpus"]["train_examples"] == 10


def test_an_overlay_merges_sections_and_replaces_runs(tmp_path: Path) -> None:
    overlay = tmp_path / "mine.yaml"
    overlay.write_text(
        "experiment: mine\ntraining: {steps: 400}\nruns: {only: {seeds: [3, 1]}}\n", encoding="utf-8"
    )
    config = load(ROOT / "config.yaml", overlay)
    assert config["training"]["steps"] == 400
    assert config["training"]["batch_size"] == load(ROOT / "config.yaml")["training"]["batch_size"]
    assert trained_systems(config) == {"only-seed3": ("only", 3), "only-seed1": ("only", 1)}


def test_errors_name_the_layer_that_set_the_value(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^--config: corpus: 'x' is text"):
        load_text(tmp_path, RUNS, experiment="e", corpus="x")
    with pytest.raises(InputError, match=r"^--config: experiment: 'A B' cannot name"):
        load_text(tmp_path, RUNS, experiment="A B")


def test_a_run_overrides_its_section() -> None:
    config = load(ROOT / "config.yaml")
    default, narrow = (resolve_run(config, run)["training"] for run in (None, "rank-4"))
    assert (narrow["lora"]["r"], narrow["lora"]["alpha"]) == (4, 8)
    assert {**narrow, "lora": None} == {**default, "lora": None}
    assert list(narrow) == sorted(narrow)
    assert list(narrow["lora"]) == sorted(narrow["lora"])


def test_every_kind_of_system_has_its_tags() -> None:
    config = load(ROOT / "config.yaml")
    found = {
        name: system_tags(config, name)
        for name in ("rank-4-seed1", "rank-4-seed1-filtered", "base", "check", "retrieval")
    }
    assert found == {
        "rank-4-seed1": {"kind": "adapter"},
        "rank-4-seed1-filtered": {"kind": "filtered", "drafts_of": "rank-4-seed1"},
        "base": {"kind": "base"},
        "check": {"kind": "control"},
        "retrieval": {"kind": "reference"},
    }


def test_the_default_config_says_what_the_schema_would(tmp_path: Path) -> None:
    given = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))
    assert load_text(tmp_path, RUNS) == {**given, "runs": {"a": {"seeds": [1]}}}


def test_every_key_of_the_schema_is_described_and_has_a_default() -> None:
    def check(rule: dict[str, Any], path: str) -> None:
        for key, inner in rule.get("properties", {}).items():
            assert inner.get("description"), f"{path}{key}"
            assert "default" in inner, f"{path}{key}"
            check(inner, f"{path}{key}.")
        if rule.get("type") == "object":
            assert "additionalProperties" in rule, path

    schema = yaml.safe_load(SCHEMA.read_text(encoding="utf-8"))
    for rule in (schema, *schema["$defs"].values()):
        check(rule, "")


def test_every_key_of_the_default_config_has_a_comment() -> None:
    lines = (ROOT / "config.yaml").read_text(encoding="utf-8").splitlines()
    body = lines[: next(i for i, line in enumerate(lines) if line.startswith("runs:"))]
    for before, line in pairwise(body):
        if line.strip() and not line.strip().startswith("#") and not line.endswith(":"):
            assert before.strip().startswith("#"), f"{line.strip()!r} has no comment above it"


def test_no_run_may_have_the_name_of_a_system_that_is_written() -> None:
    # not read by config_rules itself: each job of the workflow would load retrieval's libraries for it
    assert {*CONTROLS, *REFERENCES} <= set(RESERVED_RUNS)
    rules = yaml.safe_load(SCHEMA.read_text(encoding="utf-8"))["properties"]["evaluation"]["properties"]
    for key, names in (("controls", CONTROLS), ("references", REFERENCES)):
        assert set(rules[key]["items"]["enum"]) == set(names)


def test_whoever_wants_no_control_says_that_the_gate_may_fail(tmp_path: Path) -> None:
    config = load_text(tmp_path, f"{RUNS}\nevaluation: {{controls: [], control_gate: warn}}\n")
    assert config["evaluation"]["controls"] == []


@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda path: path.stem)
def test_every_shipped_overlay_is_valid(overlay: Path) -> None:
    config = load(ROOT / "config.yaml", overlay)
    assert config["experiment"] == overlay.stem
    assert len(config["runs"]) >= 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("steps: 150", "steps: 1e3"), "Error: config.yaml:{line}: training.steps: '1e3' is text"),
        (
            ("source: embedded", "source: ./models/none"),
            "Error: config.yaml:{line}: base_model.source: './models/none'",
        ),
    ],
    ids=["1e3", "missing base model"],
)
def test_snakemake_shows_the_error_and_nothing_else(
    fresh: Callable[[], Workflow], change: tuple[str, str], message: str
) -> None:
    made = fresh()
    made.edit("config.yaml", change)
    text = (made.folder / "config.yaml").read_text(encoding="utf-8")
    line = text[: text.index(change[1])].count("\n") + 1
    done = made.snakemake("all")
    shown = [one for one in done.stderr.splitlines() if not one.startswith("Using workflow specific profile")]
    assert done.returncode == 1
    assert shown[0].startswith(message.format(line=line))
    assert len(shown) <= 5
    assert not (made.folder / "results").exists()


def test_the_embedded_base_may_be_missing_only_while_it_is_made(fresh: Callable[[], Workflow]) -> None:
    made = fresh()
    (made.folder / "resources/base_model/manifest.json").unlink()
    done = made.snakemake("-n", "all")
    assert done.returncode == 1
    assert "base_model.source" in done.stderr
    assert "train_base_model" in made.plan("train_base_model")


def test_a_4_bit_base_stops_without_a_gpu_before_any_job(fresh: Callable[[], Workflow]) -> None:
    made = fresh()
    overlay = ("all", "--configfile", "configs/llama-3.1-8b.yaml")
    done = made.snakemake(*overlay, env={"CUDA_VISIBLE_DEVICES": ""})
    assert done.returncode == 1
    assert "base_model.quantization: 'nf4' needs an NVIDIA GPU" in done.stderr
    assert not (made.folder / "results").exists()
    assert made.plan(*overlay)["train_adapter"] == 6


def test_what_loads_nothing_in_4_bits_needs_no_gpu(fresh: Callable[[], Workflow], tmp_path: Path) -> None:
    without = {"CUDA_VISIBLE_DEVICES": "", "HF_HOME": str(tmp_path)}
    done = fresh().snakemake("preview_masks", "--configfile", "configs/llama-3.1-8b.yaml", env=without)
    assert done.returncode == 1
    assert "GPU" not in done.stderr
    assert "is not on this machine\nFetch it once" in done.stderr


def test_a_hub_base_that_was_not_fetched_is_refused_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    base = {"source": "someone/some-model", "revision": "0" * 40, "quantization": "none"}
    with pytest.raises(InputError, match="hf download someone/some-model --revision 0000") as caught:
        check_base_is_here(base)
    assert len(str(caught.value).splitlines()) <= 5
    check_base_is_here({"source": "embedded", "revision": None, "quantization": "none"})
