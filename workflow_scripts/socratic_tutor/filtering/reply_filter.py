"""The filter itself: a draft passes, is said anew by the tutor, or gives way to a safe question."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from socratic_tutor.files import InputError
from socratic_tutor.filtering.claims import announced
from socratic_tutor.filtering.judgement import RULES, Reason, check_rules, reasons
from socratic_tutor.filtering.safe_questions import safe_questions
from socratic_tutor.records import Item

ACTIONS = ("passed", "repaired", "replaced")
# What to say in place of the blocked drafts at these positions: (attempt from 1, positions) -> texts.
AskAll = Callable[[int, Sequence[int]], Sequence[str]]

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class FilterSettings:
    """attempts: how often the tutor is asked again. rules: names of judgement.RULES.

    InputError at once for others, not when the first draft is held back.
    """

    attempts: int = 3
    rules: tuple[str, ...] = tuple(RULES)

    def __post_init__(self) -> None:
        if type(self.attempts) is not int or self.attempts < 0:
            raise InputError(f"filter.attempts is {self.attempts!r:.40}, expected a whole number from 0")
        if isinstance(self.rules, str) or not isinstance(self.rules, Collection):
            raise InputError(f"filter.rules is {self.rules!r:.40}, expected a list of: {', '.join(RULES)}")
        check_rules(self.rules)


@dataclass(frozen=True)
class FilteredReply:
    """What reaches the student.

    action: one of ACTIONS. evidence: why the draft was held back, "rule: evidence" joined by "; ", empty when
    it passed. rules: the rules that held it back. attempts: how often the tutor was asked again.
    """

    text: str
    action: str
    evidence: str = ""
    rules: tuple[str, ...] = ()
    attempts: int = 0


def filter_reply(
    item: Item,
    draft: str,
    ask_again: Callable[[int, str], str] | None = None,
    settings: FilterSettings | None = None,
) -> FilteredReply:
    """Let a tutor's draft through, or what may be said in its place.

    item: the exchange as `production.item_of` makes it from problem, answer and conversation alone, or a
        benchmark's item.
    ask_again: the tutor: (attempt from 1, why the draft before was held back) -> another draft. None: a
        blocked draft is replaced at once. A tutor that raises, or says nothing, has used up an attempt: no
        student is left without a turn because a draft was held back.

    An empty draft gives nothing away and passes: were it mended here, the filter would be credited with more
    than keeping answers back.

    The replacement is judged like a draft. Raises InputError for an answer that is not of the item's kind
    and for a draft that is no text.

    >>> from socratic_tutor.filtering.production import item_of
    >>> chat = [{"role": "user", "content": "15 + 57 = ? I got 612."}]
    >>> filter_reply(item_of("15 + 57 = ?", "72", chat), "It is seventy-two.").action
    'replaced'
    """
    why = [""]

    def ask_all(attempt: int, _positions: Sequence[int]) -> list[str]:
        assert ask_again is not None
        try:
            text = ask_again(attempt, why[0])
        except Exception:
            log.exception(
                "the tutor failed when asked again; the student gets another draft or a safe question"
            )
            return [""]
        return [text if isinstance(text, str) else ""]

    def note(_position: int, found: list[Reason]) -> None:
        why[0] = _told(found)

    return filter_replies([item], [draft], ask_all if ask_again else None, settings, note)[0]


def filter_replies(
    items: Sequence[Item],
    drafts: Sequence[str],
    ask_all: AskAll | None = None,
    settings: FilterSettings | None = None,
    note: Callable[[int, list[Reason]], None] = lambda *_: None,
) -> list[FilteredReply]:
    """`filter_reply` for many drafts at once, so that a model can answer all blocked ones in batches.

    note: told the position and the reasons of each draft that is held back, before the tutor is asked.
    """
    settings = settings or FilterSettings()
    replies: list[FilteredReply | None] = [None] * len(drafts)
    held: dict[int, list[Reason]] = {}
    for position, (item, draft) in enumerate(zip(items, drafts, strict=True)):
        if not isinstance(draft, str):
            raise InputError(
                f"filter: the tutor's draft is {draft!r:.40}, expected text\n"
                'A tutor that said nothing has the draft "", which passes.'
            )
        if found := reasons(item, draft, settings.rules):
            held[position] = found
            note(position, found)
        else:
            replies[position] = FilteredReply(draft, "passed")
    asked = 0
    while ask_all and asked < settings.attempts and (waiting := [p for p in held if replies[p] is None]):
        asked += 1
        for position, text in zip(waiting, ask_all(asked, waiting), strict=True):
            found = reasons(items[position], text, settings.rules) or _unfit(text)
            if found:
                note(position, found)
            else:
                replies[position] = _reply(text, "repaired", held[position], asked)
    for position in held:
        if replies[position] is None:
            text = _replacement(items[position], settings)
            replies[position] = _reply(text, "replaced", held[position], asked)
    return [reply for reply in replies if reply is not None]


def _unfit(text: str) -> list[Reason]:
    """Why a text that gives nothing away cannot stand in for a draft: it is empty, or tells a false answer.

    A tutor that told the answer and is asked again likes to tell another one.
    """
    if not text.strip():
        return [Reason("empty", "nothing was said")]
    words = announced(text)
    return [Reason("announcement", f"announces an answer: {words!r}")] if words else []


def _told(found: Sequence[Reason]) -> str:
    return "; ".join(f"{reason.rule}: {reason.evidence}" for reason in found)


def _reply(text: str, action: str, why: list[Reason], attempts: int) -> FilteredReply:
    return FilteredReply(text, action, _told(why), tuple(reason.rule for reason in why), attempts)


def _replacement(item: Item, settings: FilterSettings) -> str:
    for text in safe_questions(item):
        if not reasons(item, text, settings.rules):
            return text
    raise InputError(
        f"item {item.id}: no safe question is free of the answer {item.correct_answer!r}\n"
        "Mend the answer or its answer_kind."
    )


def filter_settings(values: dict[str, Any]) -> FilterSettings:
    """The config section `filter` as a record; raises InputError that names the key."""
    attempts, rules = values.get("attempts", 3), tuple(values.get("rules", RULES))
    if not isinstance(attempts, int) or attempts < 0:
        raise InputError(f"config filter.attempts: {attempts!r} is not allowed; a whole number from 0")
    if unknown := sorted(set(rules) - set(RULES)):
        raise InputError(f"config filter.rules: {unknown[0]!r} is no rule; there are {', '.join(RULES)}")
    return FilterSettings(attempts, rules)
