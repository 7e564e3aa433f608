"""What the preview colours is what the loss counts, and nothing that a row holds can leave its place."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from rich.style import Style
from rich.text import Text
from sample_chats import chat, write_chats

from socratic_tutor.files import InputError
from socratic_tutor.modeling.loading import load_base
from socratic_tutor.modeling.preview.page import page
from socratic_tutor.modeling.preview.samples import Sample, Token, samples, summarise, tokens_of
from socratic_tutor.modeling.preview.show import show
from socratic_tutor.modeling.preview.terminal import LEARNT, READ, coloured
from socratic_tutor.modeling.preview.write import write_preview
from socratic_tutor.modeling.training_data import IGNORED, Example, read_examples

HOSTILE = "</p><script>alert('½ & <b>\"')</script> \x1b[31m \u202e 😀"


class Page(HTMLParser):
    """The tokens of each row of the page: (learnt, title, text)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: dict[str, list[tuple[bool, str, str]]] = {}
        self.tags: set[str] = set()
        self.row: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = {name: value or "" for name, value in attrs}
        if tag == "p":
            self.row = given.get("data-row")
        elif tag == "span" and self.row:
            place = self.rows.setdefault(self.row, [])
            place.append((given.get("class") == "learnt", given["title"], ""))

    def handle_data(self, data: str) -> None:
        if self.row and self.row in self.rows:
            learnt, title, _ = self.rows[self.row][-1]
            self.rows[self.row][-1] = (learnt, title, data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self.row = None


@pytest.fixture(scope="module")
def base(tiny_base: Path) -> dict[str, Any]:
    return {"source": str(tiny_base), "revision": None, "quantization": "none"}


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One to three tutor turns, a hostile text, and the longest row last."""
    chats = [chat(1), chat(2, turns=3), chat(3), chat(4, turns=2), chat(5, turns=2, words=9)]
    chats[0][1]["content"] = HOSTILE
    chats[1][0]["content"] = "Ask."
    path = tmp_path_factory.mktemp("rows") / "train.jsonl"
    return write_chats(path, [{"id": f"r{n}", "messages": c} for n, c in enumerate(chats)])


@pytest.fixture(scope="module")
def examples(base: dict[str, Any], rows: Path) -> dict[str, Example]:
    """What training reads."""
    model, tokenizer = load_base(base)
    read = read_examples(rows, model=model, tokenizer=tokenizer, max_length=256)
    return {example.id: example for example in read}


@pytest.fixture(scope="module")
def written(base: dict[str, Any], rows: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("preview")
    write_preview(
        base_model=base, max_length=256, train=rows, html=out / "index.html", text=out / "terminal.txt"
    )
    return out


@pytest.fixture(scope="module")
def tokenizer(base: dict[str, Any]) -> Any:
    return load_base(base)[1]


def test_the_page_marks_the_tokens_whose_label_is_not_ignored(
    written: Path, examples: dict[str, Example]
) -> None:
    parsed = Page((written / "index.html").read_text(encoding="utf-8"))
    assert set(parsed.rows) == {"r0", "r1", "r3", "r4"}
    for name, tokens in parsed.rows.items():
        labels = examples[name].labels
        assert [learnt for learnt, _, _ in tokens] == [label != IGNORED for label in labels]
        assert [title for _, title, _ in tokens] == [
            f"id {token}, position {position}" for position, token in enumerate(examples[name].input_ids)
        ]


def test_the_terminal_colours_the_tokens_whose_label_is_not_ignored(
    written: Path, examples: dict[str, Example], tokenizer: Any
) -> None:
    text = Text.from_ansi((written / "terminal.txt").read_text(encoding="utf-8"))
    expected = [
        (background((LEARNT if label != IGNORED else READ)[position % 2]), character)
        for sample in samples(list(examples.values()), tokenizer)
        for position, label in enumerate(examples[sample.id].labels)
        for character in sample.tokens[position].shown.replace("\n", "")
    ]
    shaded = [
        (style.bgcolor.number, character)
        for offset, character in enumerate(text.plain)
        if (style := text.get_style_at_offset(Console(), offset)).bgcolor is not None
    ]
    legend = len("learnt" + "read")
    assert shaded[:-legend] == expected


def background(style: str) -> int | None:
    colour = Style.parse(style).bgcolor
    return colour and colour.number


def test_without_colours_brackets_say_the_same(written: Path, examples: dict[str, Example]) -> None:
    stream = io.StringIO()
    show(written / "terminal.txt", stream)
    assert "\x1b" not in stream.getvalue()
    told = [turn for turn in re.findall("⟦(.*?)⟧", stream.getvalue()) if turn != "learnt"]
    asked = "What did you do with the {} apples?<|eot_id|>"
    assert told == [asked.format(n) for n in (1, 4, 4, 2, 2, 2, 5, 5)]


def test_what_a_row_holds_stays_text(examples: dict[str, Example]) -> None:
    summary = summarise(list(examples.values()), max_length=256)
    hostile = Sample("<i>", "<u>", [Token(0, HOSTILE, True)])
    html, text = page([hostile], summary), coloured([hostile], summary)
    parsed = Page(html)
    assert not {"script", "b", "i", "u"} & parsed.tags
    visible = HOSTILE.translate({0x1B: "\\x1b", 0x202E: "\\u202e"})
    assert parsed.rows == {"<i>": [(True, "id 0, position 0", visible)]}
    assert visible in Text.from_ansi(text).plain
    assert "\u202e" not in html + text
    assert "\x1b[31m" not in text


def test_the_page_needs_no_other_file(written: Path) -> None:
    html = (written / "index.html").read_text(encoding="utf-8")
    assert not {"link", "img", "script", "iframe"} & Page(html).tags
    assert "//" not in html
    assert "url(" not in html
    assert "prefers-color-scheme: dark" in html


def test_tokens_join_to_the_whole_text(examples: dict[str, Example], tokenizer: Any) -> None:
    for example in examples.values():
        tokens = tokens_of(example, tokenizer)
        assert "".join(token.text for token in tokens) == tokenizer.decode(example.input_ids)
    several = [token for token in tokens_of(examples["r0"], tokenizer) if not token.text]
    assert {token.shown for token in several} == {"‥"}


def test_bytes_that_are_no_character_are_still_shown(tokenizer: Any) -> None:
    broken = tokenizer("½", add_special_tokens=False)["input_ids"][:1]
    (token,) = tokens_of(Example("x", broken, [IGNORED]), tokenizer)
    assert token == Token(broken[0], "\ufffd", learnt=False)


def test_one_row_of_each_number_of_turns_and_the_longest(
    examples: dict[str, Example], tokenizer: Any
) -> None:
    why = {sample.id: sample.why for sample in samples(list(examples.values()), tokenizer)}
    assert why == {
        "r0": "1 tutor turn",
        "r3": "2 tutor turns",
        "r1": "3 tutor turns",
        "r4": "2 tutor turns, the longest row",
    }
    (alone,) = samples([examples["r2"]], tokenizer)
    assert alone.why == "1 tutor turn, the longest row"


def test_the_summary_counts_all_rows(examples: dict[str, Example]) -> None:
    summary = summarise(list(examples.values()), max_length=256)
    lengths = sorted(len(example.input_ids) for example in examples.values())
    assert (summary.rows, summary.tokens) == (5, sum(lengths))
    assert summary.learnt == sum(example.supervised for example in examples.values())
    assert summary.turns == {1: 2, 2: 2, 3: 1}
    assert (summary.lengths[0], summary.lengths[0.5], summary.lengths[1]) == (
        lengths[0],
        lengths[2],
        lengths[4],
    )


def test_two_previews_are_the_same(written: Path, base: dict[str, Any], rows: Path, tmp_path: Path) -> None:
    html, text = tmp_path / "index.html", tmp_path / "terminal.txt"
    write_preview(base_model=base, max_length=256, train=rows, html=html, text=text)
    assert html.read_bytes() == (written / "index.html").read_bytes()
    assert text.read_bytes() == (written / "terminal.txt").read_bytes()


def test_a_row_that_training_refuses_is_refused(base: dict[str, Any], rows: Path, tmp_path: Path) -> None:
    html, text = tmp_path / "index.html", tmp_path / "terminal.txt"
    with pytest.raises(InputError, match="r4 has .* at most 100 are read"):
        write_preview(base_model=base, max_length=100, train=rows, html=html, text=text)
    assert not html.exists()
