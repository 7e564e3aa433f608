"""Rows: a case, a conversation about it and the prompt around it, put together and verified.

Rows are drawn with a seed of their own (root, split, kind, subject, number), so that adding a family or
asking for more rows leaves the existing ones as they are.
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

from socratic_tutor.corpus.cases import Case, cues_of, draw_case, parameters_key
from socratic_tutor.corpus.conversation import Exchange, converse, withstand
from socratic_tutor.corpus.subjects import Subject, Which, name_of, subjects
from socratic_tutor.corpus.verification import rejection
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError
from socratic_tutor.curriculum.matching import mentions
from socratic_tutor.dialogue.pressure import script
from socratic_tutor.dialogue.prompts import system_prompt, user_prompt
from socratic_tutor.files import InputError
from socratic_tutor.records import Item, Message, Rival

CANDIDATES_PER_ROW = 200  # the budget; spent only by an entry that is at fault
DUPLICATES_IN_A_ROW = 60  # after which a subject's parameter space counts as used up


@dataclass(frozen=True)
class Plan:
    """What the rows of a split or a benchmark have in common.

    split: stands in the record. part: the part of each parameter space that is drawn from.
    which: known subjects, or the held-out families or misconceptions.
    turns: number of student turns -> its share of the conversations.
    context_dropout: probability with which each of mission, vocabulary and hint is left out.
    hint: whose error the prompt's hint names: the student's, a rival's, or nobody's. The last leaves out
        mission and vocabulary too.
    hides_answer: only problems whose prompt does not show the right answer.
    reworded: in the wordings kept for `unseen_phrasings`. larger: by the samplers of larger numbers.
    pressure: how many scripted messages follow in which the student demands the answer.
    """

    split: str
    part: str
    which: Which = "known"
    turns: Mapping[int, float] = field(default_factory=lambda: {1: 1.0})
    context_dropout: float = 0.0
    hint: Literal["own", "rival", "none"] = "own"
    hides_answer: bool = False
    reworded: bool = False
    larger: bool = False
    pressure: int = 0


@dataclass(frozen=True)
class Draft:
    """A verified row with what it was verified against, so that its last turn can be worded anew.

    context: mission, vocabulary and hint as far as the prompt shows them. said: the problem and the
    student's turns up to the last.
    """

    row: Item
    case: Case
    last: Exchange
    context: list[str]
    said: list[str]


def make_row(
    subject: Subject, student_kind: str, plan: Plan, seed: str, rejections: Counter[str] | None = None
) -> Item:
    """A verified row about the subject (see `make_draft`)."""
    return make_draft(subject, student_kind, plan, seed, rejections).row


def make_draft(
    subject: Subject, student_kind: str, plan: Plan, seed: str, rejections: Counter[str] | None = None
) -> Draft:
    """A verified draft about the subject; `rejections` counts the candidates refused on the way, by reason.

    Raises InputError when the candidate budget is spent.
    """
    family, misconception = subject
    rng = random.Random(seed)
    refused: Counter[str] = Counter()
    for _ in range(CANDIDATES_PER_ROW):
        case = draw_case(
            family,
            misconception,
            plan.part,
            rng,
            slips=student_kind == "slip",
            reworded=plan.reworded,
            larger=plan.larger,
        )
        made = candidate(case, student_kind, plan, rng)
        if isinstance(made, Draft):
            if rejections is not None:
                rejections.update(refused)
            return made
        refused[made] += 1
    common = ", ".join(f"{reason}: {count}" for reason, count in refused.most_common(3))
    raise InputError(
        f"curriculum: {name_of(subject)} gave no sound {student_kind!r} row "
        f"for {plan.split} in {CANDIDATES_PER_ROW} candidates.\nRejected: {common}."
    )


def candidate(case: Case, student_kind: str, plan: Plan, rng: random.Random) -> Draft | str:
    """A draft about the case, or why it must not be accepted."""
    family, misconception = case.family, case.misconception
    turns = rng.choices(list(plan.turns), list(plan.turns.values()))[0] if len(plan.turns) > 1 else 1
    exchanges = converse(case, student_kind, turns, rng, reworded=plan.reworded)
    demands = script(rng, plan.pressure, wrong=case.values["wrong"])
    later = withstand(case, demands, exchanges, rng)

    hinted: Misconception | PlausibleError | None = misconception
    if plan.hint == "rival" and misconception:
        rivals = [r for r in family.rivals(misconception.id) if r.applies_if(case.parameters)]
        if not rivals:
            return "no rival to hint at"
        hinted = rng.choice(rivals)

    def keep() -> bool:
        return plan.hint != "none" and rng.random() >= plan.context_dropout

    mission = family.mission if keep() else ""
    vocabulary = list(family.vocabulary) if keep() else []
    hint = hint_text(hinted, case) if hinted and keep() else ""
    context = [mission, *vocabulary, hint]
    said = [case.problem]
    for exchange in [*exchanges, *later]:
        said.append(exchange.said)
        # what helps a student who is stuck must not stand in the question that did not help
        before = [e.turn for e in exchanges[:-1]] if exchange.student_kind == "stuck" else []
        reason = rejection(case, exchange, context=[*context, *before], said=said)
        if reason:
            return reason
    # one text for all of a family's rows, so that it is read once
    usual = f"{mission}; {'; '.join(vocabulary)}"
    shown = any(mentions(case.right, text) for text in [*said, usual, hint])
    if plan.hides_answer and shown:
        return "prompt shows the answer"
    row = _item(
        case,
        exchanges,
        plan,
        mission=mission,
        vocabulary=vocabulary,
        hint=hint,
        hint_of=hinted.id if hinted and hint else "",
        shown=shown,
        later=later,
    )
    return Draft(row, case, exchanges[-1], context, said[: 1 + len(exchanges)])


def with_wording(draft: Draft, turn: str) -> Draft | str:
    """The draft with another last tutor turn, verified like the authored one, or why it is refused."""
    last = replace(draft.last, turn=turn, wording=turn)
    reason = rejection(draft.case, last, context=draft.context, said=draft.said)
    if reason:
        return reason
    content = "|".join([draft.row.id, turn])
    row = replace(
        draft.row, id=f"{draft.row.family}-{_digest(content)}", reference=turn, phrasing=_digest(turn)
    )
    return replace(draft, row=row, last=last)


def hint_text(misconception: Misconception | PlausibleError, case: Case) -> str:
    """The hint that names this error, filled in: a clause about the student."""
    if "{" not in misconception.hint:
        return misconception.hint
    values = {**case.parameters, **misconception.steps(case.parameters)}
    return misconception.hint.format(**{**values, "wrong": misconception.rule(case.parameters).text})


def _item(
    case: Case,
    exchanges: list[Exchange],
    plan: Plan,
    *,
    mission: str,
    vocabulary: list[str],
    hint: str,
    hint_of: str,
    shown: bool,
    later: list[Exchange],
) -> Item:
    family, misconception, last = case.family, case.misconception, exchanges[-1]
    system = system_prompt(family.grade_band, mission=mission, vocabulary=vocabulary, hint=hint)
    messages: list[Message] = [{"role": "system", "content": system}]
    for number, exchange in enumerate(exchanges):
        user = exchange.said if number else user_prompt(case.problem, exchange.said)
        messages += [{"role": "user", "content": user}, {"role": "assistant", "content": exchange.turn}]
    del messages[-1]
    content = "|".join(
        [plan.split, last.student_kind, last.move, *(m["content"] for m in messages), last.turn]
    )
    phrasing = "|".join(f"{e.move}:{e.wording}" for e in exchanges)
    rivals = family.rivals(misconception.id if misconception else "")
    return Item(
        id=f"{family.id}-{_digest(content)}",
        split=plan.split,
        messages=messages,
        reference=last.turn,
        grade_band=family.grade_band,
        grade=family.grade,
        topic=family.topic,
        family=family.id,
        misconception=misconception.id if misconception else "",
        student_kind=last.student_kind,
        move=last.move,
        problem=case.problem,
        student_said=" ".join(e.said for e in exchanges) if last.student_kind == "stuck" else last.said,
        correct_answer=case.right.text,
        wrong_answer=case.values["wrong"],
        answer_kind=case.right.kind,
        prompt_shows_answer=shown,
        mission=mission,
        vocabulary=vocabulary,
        hint=hint,
        hint_of=hint_of,
        trace=[value for value in case.trace if value != case.right.text],
        wrong_trace=case.wrong_trace,
        cues=cues_of(misconception, case) if misconception else [],
        rivals=[Rival(r.id, r.name, cues_of(r, case)) for r in rivals] if misconception else [],
        turns=len(exchanges),
        parameters=_digest(parameters_key(family, case.parameters)),
        phrasing=_digest(phrasing),
        later=[e.said for e in later],
        later_references=[e.turn for e in later],
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def identity(row: Item) -> int:
    """What no two rows of a split may share: family, parameters, rule, moves and wordings, as one number."""
    key = "|".join([row.family, row.parameters, row.misconception, str(row.turns), row.phrasing])
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")


def make_rows(
    student_kinds: Mapping[str, float],
    count: int,
    plan: Plan,
    seed: str,
    rejections: Counter[str] | None = None,
) -> Iterator[Item]:
    """The rows of `make_drafts`."""
    return (draft.row for draft in make_drafts(student_kinds, count, plan, seed, rejections))


def make_drafts(
    student_kinds: Mapping[str, float],
    count: int,
    plan: Plan,
    seed: str,
    rejections: Counter[str] | None = None,
) -> Iterator[Draft]:
    """`count` distinct verified rows, balanced over subjects, kinds by their shares, one at a time.

    A subject that runs out of distinct rows passes its share on to those that have more. Memory grows
    with the rows of one subject, not with `count`.
    Raises InputError when all subjects of a kind are used up.
    """
    rejections = Counter() if rejections is None else rejections
    for kind, quota in quotas(student_kinds, count).items():
        about = subjects(
            kind,
            plan.which,
            hides_answer=plan.hides_answer,
            larger=plan.larger,
            has_rival=plan.hint == "rival",
        )
        if not about:
            raise InputError(f"curriculum: {plan.split} finds nothing for a {kind!r} student to be about")
        share, rest = divmod(quota, len(about))
        wanted = {id(s): share + (i < rest) for i, s in enumerate(about)}
        if share:  # small spaces first, so that what they cannot give is asked of larger ones
            about = sorted(about, key=lambda s: (variety(s[0]), name_of(s)))
        owed = 0
        for left, subject in zip(range(len(about), 0, -1), about, strict=True):
            extra = -(-owed // left)
            asked = wanted[id(subject)] + extra
            given = 0
            for draft in _drafts_about(subject, kind, asked, plan, seed, rejections):
                given += 1
                yield draft
            owed += asked - extra - given
        if owed:
            raise InputError(
                f"corpus: only {quota - owed} distinct {kind!r} rows for {plan.split}; {quota} asked for.\n"
                "Ask for fewer rows or widen the samplers of the curriculum."
            )


def _drafts_about(
    subject: Subject, kind: str, count: int, plan: Plan, seed: str, rejections: Counter[str]
) -> Iterator[Draft]:
    """Up to `count` distinct rows; fewer when DUPLICATES_IN_A_ROW say that there are no more."""
    seen: set[int] = set()
    number = misses = 0
    while len(seen) < count and misses < DUPLICATES_IN_A_ROW:
        draft = make_draft(
            subject, kind, plan, f"{seed}:{plan.split}:{kind}:{name_of(subject)}:{number}", rejections
        )
        number += 1
        if (key := identity(draft.row)) in seen:
            rejections["duplicate"] += 1
            misses += 1
        else:
            misses = 0
            seen.add(key)
            yield draft


@cache
def variety(family: Family) -> int:
    """How many of 300 draws differ: small for small parameter spaces."""
    rng = random.Random(f"variety:{family.id}")
    return len({parameters_key(family, Parameters(family.sample(rng))) for _ in range(300)})


def quotas(shares: Mapping[str, float], count: int) -> dict[str, int]:
    """Shares as whole rows that add up to `count` (largest remainders)."""
    total = sum(shares.values())
    exact = {kind: count * share / total for kind, share in sorted(shares.items())}
    found = {kind: int(value) for kind, value in exact.items()}
    by_remainder: Iterable[str] = sorted(exact, key=lambda kind: (found[kind] - exact[kind], kind))
    for kind in list(by_remainder)[: count - sum(found.values())]:
        found[kind] += 1
    return found
