"""MLflow's pages as people see them, in Debian's Chromium: `make test-browser`.

RESULTS=results/default opens a copy of that store instead of a made-up one; IMAGES=docs/images keeps the
screenshots there.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from mlflow_server import ROOT, Server
from trial import CONFIG, EXPERIMENT, client, curve, estimate, rescore, track, write_corpus, write_system

from chromium import chromium
from socratic_tutor.tracking.registry import register_models

RUNS = ("rank-16-seed1", "rank-4-seed1")
METRIC = "unseen_problems/ideal_turn"
PATIENCE = 60_000  # milliseconds

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def ui(tmp_path_factory: pytest.TempPathFactory, fresh_store: Path) -> Iterator[tuple[str, str, str]]:
    """The server's address, the experiment's id and its name."""
    results = tmp_path_factory.mktemp("ui")
    if given := os.environ.get("RESULTS"):
        shutil.copytree(Path(ROOT, given) / "mlflow", results / "mlflow")
        name = Path(given).name
    else:
        make_up(results, fresh_store)
        name = EXPERIMENT
    found = client(results).get_experiment_by_name(name)
    with Server(results / "mlflow") as server:
        yield server.uri, found.experiment_id, name


def make_up(results: Path, fresh_store: Path) -> None:
    shutil.copytree(fresh_store, results / "mlflow")
    write_corpus(results)
    for system in RUNS:
        write_system(results, system, history=curve(20))
        assert track(results, system=system)["state"] == "complete"
    fair, good = estimate("ideal_turn", 150, 200, 0.68, 0.8), estimate("ideal_turn", 180, 200, 0.85, 0.93)
    rescore(results, RUNS[0], fair, good)
    assert track(results, system=RUNS[0])["state"] == "complete"
    register_models(
        experiment=EXPERIMENT,
        store=results / "mlflow",
        adapters={s: [results / "systems" / s / "adapter" / "adapter_config.json"] for s in RUNS},
        runs={"rank-16-seed1": ("rank-16", 1), "rank-4-seed1": ("rank-4", 1)},
        scores={s: results / "systems" / s / "scores.jsonl" for s in RUNS},
        benchmarks={},
        level=CONFIG["evaluation"]["level"],
        out=results / "registry.json",
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that must ask nobody but the server."""
    context = browser.new_context(viewport={"width": 1500, "height": 950})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert [url for url in asked if not re.match(r"(http://127\.0\.0\.1:\d+/|data:|blob:)", url)] == []


def open_runs(page: Any, ui: tuple[str, str, str], mode: str = "TABLE", search: str = "") -> None:
    uri, experiment, _ = ui
    page.goto(f"{uri}/#/experiments/{experiment}/runs?compareRunsMode={mode}&searchFilter={quote(search)}")
    for run in RUNS:
        page.get_by_role("link", name=run).first.wait_for()
    close_assistant(page)


def close_assistant(page: Any) -> None:
    """MLflow opens it beside every page; it needs a model of its own."""
    if (button := page.get_by_role("button", name="Close").first).count():
        button.click()


def shoot(page: Any, name: str, tmp_path: Path) -> None:
    folder = Path(ROOT, os.environ["IMAGES"]) if "IMAGES" in os.environ else tmp_path
    path = folder / name
    page.wait_for_timeout(2500)  # charts move into place
    page.screenshot(path=str(path))
    assert 10_000 < path.stat().st_size < 300_000


def compare_selected(page: Any) -> None:
    """Select every run of the table and press Compare; then their names and parameters stand there."""
    page.locator("input[type=checkbox]").first.click()
    page.get_by_role("button", name="Compare", exact=True).click()
    page.wait_for_url(re.compile("compare-runs"))
    for run in RUNS:
        page.get_by_text(run, exact=True).first.wait_for()
    page.get_by_text("Show diff only").first.click()


def test_all_runs_are_selected_and_compared(page: Any, ui: tuple[str, str, str]) -> None:
    open_runs(page, ui)
    compare_selected(page)
    row = page.locator("tr", has=page.get_by_text("training.lora.r", exact=True))
    row.wait_for()
    assert {"16", "4"} <= set(row.inner_text().split())


def test_the_parameters_of_trained_runs_differ_where_the_config_does(
    page: Any, ui: tuple[str, str, str], tmp_path: Path
) -> None:
    open_runs(page, ui, search="attributes.run_name LIKE 'rank%'")
    compare_selected(page)
    row = page.locator("tr", has=page.get_by_text("training.lora.r", exact=True))
    row.wait_for()
    assert {"16", "4"} <= set(row.inner_text().split())
    assert page.locator("tr", has=page.get_by_text("training.learning_rate", exact=True)).count() == 0
    row.scroll_into_view_if_needed()
    shoot(page, "mlflow_parameters.png", tmp_path)


def test_loss_curves_overlay(page: Any, ui: tuple[str, str, str], tmp_path: Path) -> None:
    # of many runs MLflow draws the ten newest
    open_runs(page, ui, "CHART", search="attributes.run_name LIKE 'rank%'")
    charts = search_charts(page, "/loss", ("train/loss", "validation/loss"))
    # one chart of each split, with a line of each run in it
    traces = [chart.locator("g.trace.scatter").count() for chart in charts.all()]
    assert sum(count >= len(RUNS) for count in traces) >= 2, traces
    shoot(page, "mlflow_compare.png", tmp_path)


def test_a_benchmark_shows_its_rates_with_interval_and_n(
    page: Any, ui: tuple[str, str, str], tmp_path: Path
) -> None:
    open_runs(page, ui, "CHART")
    names = tuple(f"{METRIC}{end}" for end in ("", ".ci_low", ".ci_high", ".n"))
    charts = search_charts(page, METRIC, names)
    assert [chart.locator("g.trace.bars .point").count() >= len(RUNS) for chart in charts.all()] == [True] * 4
    shoot(page, "mlflow_intervals.png", tmp_path)


def search_charts(page: Any, text: str, names: tuple[str, ...]) -> Any:
    """The charts that are left when one searches for the text, when those of these names are drawn."""
    page.get_by_placeholder("Search metric charts").fill(text)
    for name in names:
        page.get_by_title(name, exact=True).or_(page.get_by_text(name, exact=True)).first.wait_for()
    page.wait_for_timeout(3000)
    return page.locator(".js-plotly-plot")


def test_a_run_shows_its_conversations(page: Any, ui: tuple[str, str, str], tmp_path: Path) -> None:
    open_runs(page, ui)
    page.get_by_role("link", name=RUNS[0]).first.click()
    page.get_by_role("tab", name="Artifacts").click()
    page.get_by_text("samples", exact=True).first.click()
    page.get_by_text("conversations.html", exact=True).first.click()
    frame = page.frame_locator("iframe").first
    frame.get_by_text("sample conversations").first.wait_for()
    shoot(page, "mlflow_conversations.png", tmp_path)


def test_the_adapters_are_registered(page: Any, ui: tuple[str, str, str], tmp_path: Path) -> None:
    uri, _, name = ui
    page.goto(f"{uri}/#/models/socratic-tutor-{name}")
    page.get_by_text("champion_decision").first.wait_for()
    page.get_by_text(re.compile("the alias stays|is the champion")).first.wait_for()
    close_assistant(page)
    shoot(page, "mlflow_registry.png", tmp_path)
