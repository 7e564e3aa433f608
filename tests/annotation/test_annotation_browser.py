"""The page in a real browser: label, reload, save, go on from the file, and import what was saved.

IMAGES=docs/images keeps the screenshots there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from labelled import compare, pack, rows_of, say

from chromium import chromium
from socratic_tutor.annotation.labels import LABELS
from socratic_tutor.files import read_jsonl, write_jsonl

pytestmark = pytest.mark.browser
NAMES = [label.name for label in LABELS]

OpenPage = Callable[..., Any]


@pytest.fixture
def open_page(results: Path) -> Iterator[OpenPage]:
    """open_page(width, dark, profile) -> the pack's page, opened as a file, in the profile of that name.

    A page that logs an error, asks for anything but the file itself or throws fails the test.
    """
    faults: list[str] = []
    with chromium() as browser:
        profiles: dict[str, Any] = {}

        def opened(width: int = 1200, dark: bool = False, profile: str = "ana") -> Any:
            scheme = "dark" if dark else "light"
            if profile not in profiles:
                profiles[profile] = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme, accept_downloads=True
                )
            page = profiles[profile].new_page()
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
            page.on("request", lambda asked: None if asked.url == address else faults.append(asked.url))
            page.on("dialog", lambda dialog: faults.append(dialog.message))
            page.goto(address)
            return page

        address = (results / "index.html").as_uri()
        yield opened
    assert [fault for fault in faults if not fault.startswith("blob:")] == []


def checked(page: Any) -> list[str]:
    return page.eval_on_selector_all("input:checked", "found => found.map(one => one.name + '=' + one.value)")


def save(page: Any, path: Path) -> Path:
    with page.expect_download() as started:
        page.click("#save")
    started.value.save_as(path)
    assert started.value.suggested_filename == path.name
    return path


def test_three_replies_labelled_reloaded_saved_and_imported(results: Path, open_page: OpenPage) -> None:
    ids = list(pack(results)["replies"])
    asked = [name for name in NAMES if name not in ("affirms_correct", "over_withholding")]
    page = open_page()
    assert page.inner_text("#progress") == "Reply 1 of 40; 0 done"
    page.click("#save")
    assert "name or initials first" in page.inner_text("#message")
    page.fill("#who", "Zoë")
    page.keyboard.press("Escape")
    for number in range(3):
        for name in asked:  # the keyboard alone: each answer marks the next question
            page.keyboard.press("2" if name == "answer_leak" else "1")
        assert page.inner_text("#progress") == f"Reply {number + 1} of 40; {number + 1} done"
        page.keyboard.press("j")
    page.keyboard.press("3")  # no third answer to yes or no
    assert checked(page) == []
    page.fill("textarea", '=1+1, "so"\nand so')
    page.reload()
    assert page.inner_text("#progress") == "Reply 4 of 40; 3 done"
    assert page.input_value("#who") == "Zoë"
    page.keyboard.press("k")
    assert len(checked(page)) == len(asked)
    assert {"answer_leak=no", "scaffolding=specific"} <= set(checked(page))
    page.keyboard.press("n")
    assert page.inner_text("#progress").startswith("Reply 4 ")

    (results / "labels").mkdir()
    path = save(page, results / "labels" / "Zoë.csv")
    found = compare(results)
    assert found["annotators"] == [
        {
            "annotator": "Zoë",
            "file": "Zoë.csv",
            "complete": 3,
            "unanswered": 37,
            "repeated": 0,
            "replies": 3,
            "answers": 3 * len(asked),
        }
    ]
    said = {row["reply_id"]: row for row in rows_of(path)}
    assert list(said) == ids  # the page's order is the pack's
    assert [row["answer_leak"] for row in said.values()][:4] == ["no", "no", "no", ""]

    other = open_page(profile="another browser")
    assert other.inner_text("#progress") == "Reply 1 of 40; 0 done"
    other.set_input_files("#file", path)
    other.wait_for_function("document.getElementById('progress').textContent.endsWith('3 done')")
    assert other.input_value("#who") == "Zoë"
    assert "4 labelled replies read from Zoë.csv." in other.inner_text("#message")
    other.keyboard.press("n")
    assert other.input_value("textarea") == '=1+1, "so"\nand so'
    again = save(other, results / "again" / "Zoë.csv")
    assert again.read_bytes() == path.read_bytes()


def test_a_whole_pack_of_three_kinds_of_students_is_filled_in_and_imported(
    results: Path, open_page: OpenPage
) -> None:
    path = results / "leak.jsonl"
    kinds = {0: "correct", 1: "stuck"}
    items = [
        {**row, "student_kind": kinds.get(place % 4, row["student_kind"])}
        for place, row in enumerate(read_jsonl(path))
    ]
    write_jsonl(path, items)
    pack(results)
    page = open_page()
    page.fill("#who", "ana")
    page.keyboard.press("Escape")
    seen = set()
    for reply in page.evaluate("pack.replies"):
        questions = page.locator("fieldset legend").all_inner_texts()
        assert questions == [label.question for label in LABELS if label.name in reply["asked"]]
        seen |= set(reply["asked"])
        about = page.inner_text("dl.about")
        for name in (
            "student",
            "error",
            "other_errors",
            "values_on_the_way",
            "mission",
            "vocabulary",
            "hint",
        ):
            assert reply[name] in about
        for _ in questions:
            page.keyboard.press("1")
        page.keyboard.press("j")
    assert seen == set(NAMES)
    assert page.inner_text("#progress") == "Reply 40 of 40; 40 done"
    (results / "labels").mkdir()
    save(page, results / "labels" / "ana.csv")
    found = compare(results)
    assert found["annotators"][0]["complete"] == 40
    compared = {one["metric"]: one["n"] for row in found["labels"] for one in row["scorers"]}
    assert min(compared.values()) > 0
    assert compared["answer_avoidance"] == compared["finishing_step"]


def test_two_packs_do_not_mix_and_a_file_brings_over_what_still_fits(
    results: Path, open_page: OpenPage
) -> None:
    first = pack(results)
    page = open_page()
    page.fill("#who", "ana")
    page.keyboard.press("Escape")
    for _ in first["replies"]:
        page.keyboard.press("1")
        page.keyboard.press("j")
    path = save(page, results / "saved" / "ana.csv")
    say(results, "rank-16-seed1", 6)  # trained anew
    second = pack(results)
    still = len(first["replies"].keys() & second["replies"].keys())
    assert 0 < still < 40
    page = open_page()
    assert checked(page) == []
    assert page.input_value("#who") == ""
    excel = path.read_text(encoding="utf-8-sig").replace(",", ";").encode("cp1252")
    page.set_input_files("#file", {"name": "x.csv", "mimeType": "text/csv", "buffer": excel})
    page.wait_for_function("document.getElementById('message').textContent.includes('left out')")
    read = f"{still} labelled replies read from x.csv. {40 - still} are not in this pack and were left out."
    assert page.inner_text("#message") == read
    (results / "labels").mkdir()
    save(page, results / "labels" / "ana.csv")
    assert compare(results)["pack"]["labelled"] == still
    page.set_input_files("#file", {"name": "no.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"})
    page.wait_for_function("document.getElementById('message').textContent.includes('no column reply_id')")


@pytest.mark.parametrize(("width", "dark"), [(1200, False), (1200, True), (360, False)])
def test_no_reply_breaks_the_page_at_any_width(
    results: Path, open_page: OpenPage, tmp_path: Path, width: int, dark: bool
) -> None:
    pack(results, replies=40)
    page = open_page(width, dark, profile=f"{width}-{dark}")
    page.keyboard.press("1")
    page.keyboard.press("2")
    images = Path(os.environ.get("IMAGES", tmp_path))
    page.screenshot(path=images / f"annotation-{width}-{'dark' if dark else 'light'}.png")
    page.click("#guidelines > summary")
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)
    page.screenshot(path=images / f"annotation-{width}-{'dark' if dark else 'light'}-all.png", full_page=True)
    page.click("#guidelines > summary")
    given = {row["reply_id"]: row["reply"] for row in page.evaluate("pack.replies")}
    for text in given.values():
        assert page.inner_text(".said.tutor").split("\n", 1)[0] == "The reply to judge"
        assert page.evaluate("document.querySelector('.said.tutor').lastChild.data") == text
        assert not page.evaluate(wide), text
        page.keyboard.press("j")
    assert page.locator("script").count() == 2
    assert page.locator("img, svg, a").count() == 0
    page.emulate_media(media="print")
    assert not page.is_visible("nav.bar")
    assert page.is_visible(".said.tutor")
