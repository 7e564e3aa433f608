"""The page as a person clicks it: talk, filter on and off, begin anew, and errors that are said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

GOOD = "Look at 2/7 next to 1/3 alone. Which one is larger, and what should adding do?"
LEAK = "The answer is 7/12. Do you see why?"
Open = Callable[..., Any]


def shown(page: Any) -> str:
    """All that stands on the page as HTML or captions."""
    return "\n".join([str(e.proto.body) for e in page.get("html")] + [c.value for c in page.caption])


def test_a_turn_is_answered_and_scored(open_page: Open) -> None:
    page, tutor = open_page(GOOD)
    page.chat_input[0].set_value("I got 2/7 because I added tops and bottoms.").run()
    assert not page.exception
    assert tutor.heard[0][-1]["content"].startswith("1/3 + 1/4 = ?\nI got 2/7")
    assert GOOD in shown(page)
    assert "answers as this problem" in shown(page)
    assert any("as they should be" in expander.label for expander in page.expander)


def test_the_filter_holds_a_leak_back_and_shows_the_draft(open_page: Open) -> None:
    page, _ = open_page(LEAK)
    page.chat_input[0].set_value("I got 2/7.").run()
    assert "Held back" in page.warning[0].value
    assert "7/12" in shown(page)  # in the draft's expander
    page.toggle[0].set_value(False).run()
    page.chat_input[0].set_value("I got 2/7.").run()
    assert not page.warning
    assert LEAK in shown(page)


def test_a_conversation_goes_on_and_begins_anew(open_page: Open) -> None:
    page, tutor = open_page(GOOD, "And how big is 1/4 beside it?")
    page.chat_input[0].set_value("I got 2/7.").run()
    page.chat_input[0].set_value("2/7 is smaller?").run()
    assert [turn["role"] for turn in tutor.heard[1]] == ["user", "assistant", "user"]
    page.button[1].click().run()
    assert not page.chat_message
    page.button[0].click().run()
    assert tutor.heard[2][-1]["content"].endswith("because I added the tops and the bottoms.")


def test_what_people_and_models_write_stays_text(open_page: Open) -> None:
    page, _ = open_page("Why? <script>alert(1)</script> **x** $y$")
    page.chat_input[0].set_value("<img src=x onerror=alert(1)> I got 2/7").run()
    assert "<script>" not in shown(page)
    assert "<img" not in shown(page)
    assert "&lt;script&gt;" in shown(page)


def test_without_results_the_page_says_what_to_do(open_page: Open, tmp_path: Path) -> None:
    page, _ = open_page(GOOD)
    next(tmp_path.rglob("*.safetensors")).unlink()
    page.run()
    assert "Run `snakemake --cores 1 all` first" in page.error[0].value
    assert not page.exception
