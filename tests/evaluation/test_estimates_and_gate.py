"""From scores to metrics.json and through the control gate; nothing may shrink n in silence."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from socratic_tutor.corpus.rows import Plan, make_rows
from socratic_tutor.evaluation.controls import write_control_responses
from socratic_tutor.evaluation.estimates import estimate_metrics
from socratic_tutor.evaluation.gate import hold_against_controls, write_control_gate
from socratic_tutor.evaluation.intervals import wilson
from socratic_tutor.files import InputError, read_json, read_jsonl, write_jsonl
from socratic_tutor.records import Estimate, from_row
from socratic_tutor.scoring.metrics import BY_NAME
from socratic_tutor.scoring.run import score_responses

CONTROLS = ["constant", "echo", "answer", "keyword", "hint", "check", "numbers"]


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """Benchmark, responses, scores and metrics of gold and the controls on 30 items."""
    folder = tmp_path_factory.mktemp("results")
    rows = make_rows({"misconception": 1.0}, 30, Plan("unseen_problems", "unseen_problems"), "gate")
    benchmarks = {"unseen_problems": folder / "unseen_problems.jsonl"}
    write_jsonl(benchmarks["unseen_problems"], map(asdict, rows))
    for system in ["gold", *CONTROLS]:
        base = folder / system
        write_control_responses(system=system, benchmarks=benchmarks, out=base / "responses.jsonl")
        score_responses(benchmarks=benchmarks, responses=base / "responses.jsonl", out=base / "scores.jsonl")
        estimate_metrics(
            system=system,
            benchmarks=benchmarks,
            scores=base / "scores.jsonl",
            level=0.95,
            out=base / "metrics.json",
        )
    return folder, benchmarks


def gate(folder, *, runs, policy, out):
    systems = {*runs, *CONTROLS}
    write_control_gate(
        metrics={system: folder / system / "metrics.json" for system in systems},
        scores={system: folder / system / "scores.jsonl" for system in systems},
        runs=runs,
        controls=CONTROLS,
        policy=policy,
        out=out,
    )
    return read_json(out)


def test_every_planned_item_is_in_the_denominator(results):
    folder, _ = results
    written = read_json(folder / "gold" / "metrics.json")
    assert written["system"] == "gold"
    names = set()
    for row in written["estimates"]:
        estimate = from_row(Estimate, row, "metrics.json")
        names.add(estimate.metric)
        assert estimate.n + estimate.n_not_applicable == 30
        assert estimate.rate == estimate.k / estimate.n
        assert (estimate.ci_low, estimate.ci_high) == wilson(estimate.k, estimate.n)
        assert estimate.method == "wilson"
    left_out = {row["metric"] for row in written["not_applicable"]}
    assert names | left_out == set(BY_NAME)
    assert left_out == {"affirms_correct", "over_withholding"}


def test_clustered_rows_and_bounds_stand_beside_the_headline(results):
    folder, _ = results
    written = read_json(folder / "gold" / "metrics.json")
    headline = {row["metric"]: row for row in written["estimates"]}
    assert len(headline) == len(written["estimates"]) == len(written["clustered"])
    for row in written["clustered"]:
        assert row["ci_low"] <= headline[row["metric"]]["ci_low"] + 1e-12
    assert {row["metric"] for row in written["bounds"]} == {name for name, m in BY_NAME.items() if m.bound}


@pytest.mark.parametrize("change", ["drop", "foreign", "turn", "repeat", "value", "null", "metric"])
def test_incomplete_or_foreign_scores_are_refused(results, tmp_path, change):
    folder, benchmarks = results
    rows = read_jsonl(folder / "gold" / "scores.jsonl")
    if change == "drop":
        rows = rows[:-1]
    elif change == "foreign":
        rows.append({**rows[0], "id": "nobody"})
    elif change == "turn":
        rows.append({**rows[0], "turn": 2})
    elif change == "null":
        rows[0] = {**rows[0], "value": None}
    elif change == "repeat":
        rows.append(rows[0])
    else:
        rows[0] = {**rows[0], change: {"value": 2, "metric": "charm"}[change]}
    write_jsonl(tmp_path / "scores.jsonl", rows)
    with pytest.raises(InputError):
        estimate_metrics(
            system="gold",
            benchmarks=benchmarks,
            scores=tmp_path / "scores.jsonl",
            level=0.95,
            out=tmp_path / "metrics.json",
        )
    assert not (tmp_path / "metrics.json").exists()


def test_authored_turns_pass_the_gate(results, tmp_path):
    folder, _ = results
    written = gate(folder, runs=["gold"], policy="fail", out=tmp_path / "gate.json")
    assert written["passed"]
    assert len(written["runs"]) == len(CONTROLS)


def test_a_run_no_better_than_a_control_fails_after_writing(results, tmp_path, caplog):
    folder, _ = results
    out = tmp_path / "gate.json"
    with pytest.raises(InputError) as error:
        gate(folder, runs=["echo"], policy="fail", out=out)
    assert len(str(error.value).splitlines()) <= 5
    assert not read_json(out)["passed"]
    assert not gate(folder, runs=["echo"], policy="warn", out=tmp_path / "warned.json")["passed"]
    # what it points to is there after the job has failed, and nobody is told to do what is done
    page = str(tmp_path / "comparison" / "index.html")
    assert f"See {page}; train longer, or set evaluation.control_gate: warn" in str(error.value)
    assert caplog.messages[-1].endswith(f"\nSee {page}.")
    assert "warn" not in caplog.messages[-1]


def test_a_gate_without_controls_or_runs_is_not_passed_and_says_so(results, tmp_path):
    folder, _ = results
    files = [{s: folder / s / name for s in ("gold", "echo")} for name in ("metrics.json", "scores.jsonl")]
    for runs, controls, lacks in ((["gold"], [], "no control"), ([], ["echo"], "no run")):
        given = {"metrics": files[0], "scores": files[1], "runs": runs, "controls": controls}
        with pytest.raises(InputError, match=f"{lacks} was given, so that nothing is shown"):
            write_control_gate(**given, policy="fail", out=tmp_path / "gate.json")
        assert not read_json(tmp_path / "gate.json")["passed"]
        write_control_gate(**given, policy="warn", out=tmp_path / "gate.json")
        assert not read_json(tmp_path / "gate.json")["passed"]


def test_the_gate_has_the_level_of_the_metrics(results, tmp_path):
    folder, benchmarks = results
    paths = {"echo": folder / "echo" / "metrics.json", "gold": tmp_path / "gold.json"}
    scores = {system: folder / system / "scores.jsonl" for system in paths}

    def held(level):
        for system, out in paths.items():
            out = tmp_path / f"{system}.json"
            estimate_metrics(
                system=system, benchmarks=benchmarks, scores=scores[system], level=level, out=out
            )
            paths[system] = out
        return hold_against_controls(metrics=paths, scores=scores, runs=["gold"], controls=["echo"])

    wide, narrow = held(0.99), held(0.8)
    assert [row["level"] for row in (*wide["runs"], *narrow["runs"])] == [0.99, 0.8]
    assert narrow["runs"][0]["ci_low"] > wide["runs"][0]["ci_low"]
    with pytest.raises(InputError, match=r"levels 0\.8 and 0\.95"):
        mixed = {**paths, "echo": folder / "echo" / "metrics.json"}
        hold_against_controls(metrics=mixed, scores=scores, runs=["gold"], controls=["echo"])


def test_unknown_names_are_input_errors(results, tmp_path):
    folder, benchmarks = results
    with pytest.raises(InputError, match="no control"):
        write_control_responses(system="mirror", benchmarks=benchmarks, out=tmp_path / "r.jsonl")
    with pytest.raises(InputError, match="control_gate"):
        gate(folder, runs=["gold"], policy="maybe", out=tmp_path / "g.json")
