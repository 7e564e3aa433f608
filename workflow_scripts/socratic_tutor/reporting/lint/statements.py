"""Rules on metadata and prose: claims the numbers do not bear out, facts without which nobody can check."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socratic_tutor.files import InputError
from socratic_tutor.hub_metadata import check_metadata
from socratic_tutor.reporting.card_metadata import license_of
from socratic_tutor.reporting.lint.card import Card, Finding

_ABSOLUTE = re.compile(r"\b(?:never|does not ever|always refuses to) (?:give|reveal|tell|state)s?\b", re.I)
_QUOTED = re.compile(r"[\"“”`]|^>|\*\*(?:Student|Tutor)")
_PLACEHOLDER = re.compile(r"\[More Information Needed\]|\bTODO\b|\bTBD\b", re.I)
_FACTS = {
    "a seed": r"\bseeds?\b",
    "the adapter's rank": r"\brank\b|\blora\.r\b|\br ?= ?\d|`r`",
    "the learning rate": r"learning.rate",
    "the number of training examples": r"training (?:examples|rows|chats)\D{0,40}\d|\d[\d,]* training",
    "the decoding settings": r"greedy|temperature|top.p|do_sample",
    "how items were kept apart from training": r"unseen|held.out|split|contaminat",
    "the untuned base's results": r"\bbase\b[^.\n]{0,80}(?:\d|\|)|untuned|without the adapter",
    "results of a tutor that must lose": r"\bcontrols?\b|trivial|echo",
}


def metadata_is_the_hubs(card: Card) -> Iterator[Finding]:
    if card.metadata_error:
        yield Finding(1, "metadata", card.metadata_error)
        return
    if "license" not in card.metadata:
        yield Finding(1, "metadata", "there is no license")
        return
    languages = card.metadata.get("language")
    try:
        check_metadata(
            {**card.metadata, "language": [languages] if isinstance(languages, str) else languages}, "card"
        )
    except InputError as error:
        yield Finding(1, "metadata", str(error).splitlines()[0])
    for key in ("base_model", "library_name", "pipeline_tag", "model-index"):
        if key not in card.metadata:
            yield Finding(1, "metadata", f"there is no {key}")


def license_is_the_bases(card: Card) -> Iterator[Finding]:
    base, given = str(card.metadata.get("base_model") or ""), card.metadata.get("license")
    known = license_of(base)["license"]
    if given and known not in ("other", given):
        yield Finding(1, "license", f"{given} on a base under {known} ({base})")


def absolute_claims_hold(card: Card) -> Iterator[Finding]:
    """ "Never gives the answer" beside a leak rate above 0."""
    leaks = [c for c in card.claims if c.table and c.own and re.search("leak", c.metric, re.I) and c.rate > 0]
    for number, line in enumerate(card.lines, start=1):
        claimed = _ABSOLUTE.search(line)
        if leaks and claimed and not _QUOTED.search(line):
            yield Finding(
                number,
                "absolute",
                f"{claimed.group()!r} beside a leak rate of {leaks[0].rate}% (line {leaks[0].line})",
            )


def metrics_are_defined(card: Card) -> Iterator[Finding]:
    first = next((claim for claim in card.claims if claim.table), None)
    if first and not re.search(r"counts? (?:a turn )?(?:when|if|as)|defined as|definition", card.prose, re.I):
        yield Finding(first.line, "undefined", "the metrics of this table are defined nowhere on the card")


def facts_are_there(card: Card) -> Iterator[Finding]:
    text = card.prose + "\n" + "\n".join(block.text for block in card.blocks)
    for what, pattern in _FACTS.items():
        if not re.search(pattern, text, re.I):
            yield Finding(1, "missing-fact", f"the card does not say {what}")


def nothing_is_left_to_fill_in(card: Card) -> Iterator[Finding]:
    for number, line in enumerate(card.lines, start=1):
        if found := _PLACEHOLDER.search(line):
            yield Finding(number, "placeholder", f"{found.group()!r}")


STATEMENT_RULES = (
    metadata_is_the_hubs,
    license_is_the_bases,
    absolute_claims_hold,
    metrics_are_defined,
    facts_are_there,
    nothing_is_left_to_fill_in,
)
