"""The comparison page in Debian's Chromium, as its readers use it: `make test-browser`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import fabricated
import pytest

from chromium import chromium
from socratic_tutor.reporting.comparison import write_comparison
from socratic_tutor.reporting.comparison_page import write_comparison_page

pytestmark = pytest.mark.browser
PHONE = 390
NARROWEST = 320  # WCAG 2.2, 1.4.10, reflow
LEGIBLE = 4.5  # WCAG 2.2, 1.4.3, contrast of text
# The contrast of an element's text with what is painted behind it.
CONTRAST = """element => {
  const parts = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = (rgb) => rgb.slice(0, 3).map((v) => v / 255)
    .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, place) => sum + v * [0.2126, 0.7152, 0.0722][place], 0);
  let behind = element, back = [0, 0, 0, 0];
  for (; behind && (back.length > 3 && back[3] === 0); behind = behind.parentElement)
    back = parts(getComputedStyle(behind).backgroundColor);
  const [low, high] = [light(parts(getComputedStyle(element).color)), light(back)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}"""


@pytest.fixture
def address(results: Path) -> str:
    """The page of the fabricated results, with evidence that quotes the reply."""
    for path in fabricated.paths(results, "scores.jsonl").values():
        text = path.read_text(encoding="utf-8").replace('"fabricated"', '"it ends so: How do you know?"')
        path.write_text(text, encoding="utf-8")
    files = {name: fabricated.paths(results, f"{name}.json") for name in ("metrics", "breakdowns")}
    scores, responses = (fabricated.paths(results, name) for name in ("scores.jsonl", "responses.jsonl"))
    folder, benchmarks = results / "comparison", fabricated.benchmarks(results)
    data = folder / "comparison.json"
    pictures = {end: folder / f"comparison.{end}" for end in ("png", "svg")}
    table = folder / "comparison.csv"
    write_comparison(
        metrics=files["metrics"], scores=scores, table=table, data=data, benchmarks=benchmarks, **pictures
    )
    write_comparison_page(
        title="trial",
        metrics=files["metrics"],
        scores=scores,
        responses=responses,
        breakdowns={run: files["breakdowns"][run] for run in fabricated.RUNS},
        benchmarks=benchmarks,
        comparison=data,
        configs={run: {"training": {"lora": {"r": int(run.split("-")[1])}}} for run in fabricated.RUNS},
        runs=list(fabricated.RUNS),
        controls=["constant", "echo", "hint"],
        out=folder / "index.html",
    )
    return (folder / "index.html").as_uri()


@pytest.fixture
def show(address: str) -> Iterator[Callable[..., Any]]:
    """show(width, scheme) -> the page; at the end nothing was asked for beside it and nothing complained."""
    with chromium() as browser:
        asked: list[str] = []
        said: list[str] = []

        def opened(width: int = 1300, scheme: str = "light") -> Any:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page.on("request", lambda request: asked.append(request.url))
            page.on("console", lambda message: said.append(message.text))
            page.on("pageerror", lambda error: said.append(str(error)))
            page.goto(address)
            page.locator(".talk").first.wait_for()
            return page

        yield opened
    assert set(asked) == {address}
    assert said == []


def test_one_searches_conversations(show: Callable[..., Any]) -> None:
    page = show()
    everything = sum(fabricated.SIZES.values())
    assert page.locator("#talk-count").inner_text() == f"{everything} items"
    page.locator("#talk-search").fill("leak-0007")
    page.get_by_text("1 item", exact=True).wait_for()
    assert page.locator(".talk h3").all_inner_texts() == ["leak-0007"]
    page.locator("#talk-search").fill("nothing says this")
    page.get_by_text("0 items", exact=True).wait_for()
    assert page.locator(".talk").count() == 0


def test_systems_stand_side_by_side_with_their_evidence_marked(show: Callable[..., Any]) -> None:
    page = show()
    replies = page.locator(".talk").first.locator(".reply")
    assert sorted(replies.locator(".name").all_inner_texts()) == sorted(fabricated.SYSTEMS)
    first, second = replies.nth(0).bounding_box(), replies.nth(1).bounding_box()
    assert (first["y"], first["x"] < second["x"]) == (second["y"], True)
    assert set(page.locator(".talk .reply mark").all_inner_texts()) == {"How do you know?"}
    page.locator("#talk-verdict").select_option("apart")
    page.locator(".talk").first.wait_for()
    words = page.locator(".talk").first.locator(".verdict").all_inner_texts()
    assert {"passes", "fails"} <= set(words)
    assert page.locator("b", has_text="1/3").count() == 0  # what a system writes is text, not markup


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_of_it_legibly(show: Callable[..., Any], scheme: str, tmp_path: Path) -> None:
    page = show(PHONE, scheme)
    minus = page.locator("#minus")
    for value in minus.locator("option").evaluate_all("options => options.map((o) => o.value)"):
        minus.select_option(value)
        for width in (PHONE, NARROWEST):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") == width
    page.set_viewport_size({"width": PHONE, "height": 900})
    texts = (
        "h1, .note, .lead, .gate p, .results td, .results th, .differences td, .reply .text, mark, .verdict"
    )
    low = {
        element.inner_text()[:40]: contrast
        for element in page.locator(texts).all()
        if element.is_visible() and (contrast := element.evaluate(CONTRAST)) < LEGIBLE
    }
    assert low == {}
    page.screenshot(path=Path(os.environ.get("IMAGES", tmp_path)) / f"comparison_phone_{scheme}.png")


@pytest.mark.parametrize("width", [1300, PHONE, NARROWEST])
def test_the_labels_of_a_scale_stand_apart(show: Callable[..., Any], width: int) -> None:
    page = show(width)
    labels = page.locator(".differences .scale").first.locator("span").all()
    boxes = [label.bounding_box() for label in labels if label.is_visible()]
    assert boxes
    assert all(left["x"] + left["width"] + 4 < right["x"] for left, right in pairwise(boxes))
