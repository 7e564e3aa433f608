"""The preview for a terminal: learnt tokens black on green, between brackets for screens without colour."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from socratic_tutor.modeling.preview.samples import Sample, Summary

# two shades each, taking turns, so that every token's end is seen
LEARNT = ("black on dark_sea_green2", "black on green3")
READ = ("grey78 on grey19", "grey78 on grey30")
OPEN, CLOSE = "⟦", "⟧"
WIDTH = 110  # columns


def coloured(samples: Sequence[Sample], summary: Summary) -> str:
    """Text with ANSI colours."""
    stream = StringIO()
    console = Console(
        file=stream, force_terminal=True, color_system="256", width=WIDTH, highlight=False, emoji=False
    )
    for sample in samples:
        head = f"{sample.why} ({sample.id}): {len(sample.tokens)} tokens, {sample.learnt} learnt"
        console.print(Text(head, style="bold"))
        console.print(_tokens(sample), soft_wrap=True, end="\n\n")
    console.print(_legend(), end="\n\n")
    table = Table.grid(padding=(0, 3))
    for name, value in summary.facts():
        table.add_row(name, value)
    console.print(table)
    return stream.getvalue()


def _tokens(sample: Sample) -> Text:
    text = Text()
    before = False
    for position, token in enumerate(sample.tokens):
        if token.learnt != before:
            text.append(OPEN if token.learnt else CLOSE)
        text.append(token.shown, style=(LEARNT if token.learnt else READ)[position % 2])
        before = token.learnt
    return text.append(CLOSE if before else "")


def _legend() -> Text:
    learnt, read = (
        [(word, shades[position % 2]) for position, word in enumerate(words)]
        for words, shades in ((("lear", "nt"), LEARNT), (("re", "ad"), READ))
    )
    return Text.assemble(
        OPEN,
        *learnt,
        CLOSE,
        ": the loss counts these tokens   ",
        *read,
        ": they are only read   "
        "(shades take turns token by token; ↵ line break; ‥ further token of a character)",
    )
