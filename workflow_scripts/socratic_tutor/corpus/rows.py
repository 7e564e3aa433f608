"""One row: a case, a student, a move, a tutor turn, put together and verified.

Rows are drawn with a seed of their own (root, split, subject, kind, number), so that adding a family
or asking for more rows leaves the existing ones as they are.
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from socratic_tutor.corpus.cases import Case, cues_of, draw_case
from socratic_tutor.corpus.verification import rejection
from socratic_tutor.curriculum import FAMILIES
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters
from socratic_tutor.curriculum.matching import mentions
from socratic_tutor.dialogue.moves import elicit_turn, error_turn, extend_turn, hold_turn
from socratic_tutor.dialogue.prompts import system_prompt, user_prompt
from socratic_tutor.dialogue.students import student_text
from socratic_tutor.files import InputError
from socratic_tutor.records import Item, Rival

Subject = tuple[Family, Misconception | None]

CANDIDATES_PER_ROW = 200  # the budget; spent only by an entry that is at fault


def subjects(student_kind: str, *, needs_hidden_answer: bool = False) -> list[Subject]:
    """What a student of this kind can be about: every misconception, or every family.

    needs_hidden_answer: leave out families whose problems name their answer ("Which is greater, ...").
    """
    families = [f for f in FAMILIES if not needs_hidden_answer or _hides_its_answer(f)]
    if student_kind in ("misconception", "wants_answer"):
        return [(family, m) for family in families for m in family.misconceptions]
    return [(family, None) for family in families]


@cache
def _hides_its_answer(family: Family) -> bool:
    """Whether most problems of the family do not show their answer (a median stands in its list)."""
    rng = random.Random(f"hides:{family.id}")
    hidden = 0
    for _ in range(20):
        parameters = Parameters(family.sample(rng))
        hidden += not mentions(family.solve(parameters), family.statements[0].format(**parameters))
    return hidden > 10


def make_row(
    subject: Subject,
    student_kind: str,
    *,
    split: str,
    part: str,
    seed: str,
    context_dropout: float = 0.0,
    needs_hidden_answer: bool = False,
    rejections: Counter[str] | None = None,
) -> Item:
    """A verified row about the subject.

    split: stands in the record; part: the part of the parameter space it is drawn from.
    context_dropout: probability with which each of mission, vocabulary and hint is left out.
    needs_hidden_answer: refuse problems whose prompt shows the right answer.
    Raises InputError when the candidate budget is spent.
    """
    family, misconception = subject
    rng = random.Random(seed)
    reasons: Counter[str] = Counter()
    for _ in range(CANDIDATES_PER_ROW):
        case = draw_case(family, misconception, part, rng)
        item, reason = _candidate(case, student_kind, split, context_dropout, rng)
        if reason is None and needs_hidden_answer and item.prompt_shows_answer:
            reason = "prompt shows the answer"
        if reason is None:
            if rejections is not None:
                rejections.update(reasons)
            return item
        reasons[reason] += 1
    common = ", ".join(f"{reason}: {count}" for reason, count in reasons.most_common(3))
    raise InputError(
        f"curriculum: {_name(subject)} gave no sound {student_kind!r} row "
        f"for {split} in {CANDIDATES_PER_ROW} candidates.\nRejected: {common}."
    )


def _candidate(
    case: Case, student_kind: str, split: str, context_dropout: float, rng: random.Random
) -> tuple[Item, str | None]:
    family, misconception = case.family, case.misconception
    if misconception:
        reason_said = rng.choice(misconception.says).format(**case.values)
        student = student_text(student_kind, rng, wrong=case.values["wrong"], reason=reason_said)
        move, template = error_turn(misconception.turns, rng)
        turn = template.format(**case.values)
        if student_kind == "wants_answer":
            move, turn = "hold", hold_turn(turn, rng)
    else:
        student = student_text(student_kind, rng, right=case.right.text)
        if student_kind == "vague":
            move, template = "elicit", elicit_turn(family.elicit, rng)
        else:
            move, template = "extend", extend_turn(family.extend, rng)
        turn = template.format(**case.values)

    def keep() -> bool:
        return rng.random() >= context_dropout

    mission = family.mission if keep() else ""
    vocabulary = list(family.vocabulary) if keep() else []
    hint = misconception.hint.format(**case.values) if misconception and keep() else ""
    system = system_prompt(family.grade_band, mission=mission, vocabulary=vocabulary, hint=hint)
    user = user_prompt(case.problem, student)
    prompt = f"{system}\n{user}"
    messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
    content = "|".join([split, student_kind, move, prompt, turn])
    rivals = family.rivals(misconception.id) if misconception else ()
    item = Item(
        id=f"{family.id}-{hashlib.sha256(content.encode()).hexdigest()[:12]}",
        split=split,
        messages=messages,
        reference=turn,
        grade_band=family.grade_band,
        grade=family.grade,
        topic=family.topic,
        family=family.id,
        misconception=misconception.id if misconception else "",
        student_kind=student_kind,
        move=move,
        problem=case.problem,
        student_said=student,
        correct_answer=case.right.text,
        wrong_answer=case.values["wrong"],
        answer_kind=case.right.kind,
        prompt_shows_answer=bool(mentions(case.right, prompt)),
        mission=mission,
        vocabulary=vocabulary,
        hint=hint,
        trace=[value for value in case.trace if value != case.right.text],
        wrong_trace=case.wrong_trace,
        cues=cues_of(misconception, case) if misconception else [],
        rivals=[Rival(rival.id, rival.name, cues_of(rival, case)) for rival in rivals],
    )
    return item, rejection(case, turn, student, prompt)


def make_rows(
    student_kinds: dict[str, float],
    count: int,
    *,
    split: str,
    part: str,
    seed: str,
    context_dropout: float = 0.0,
    needs_hidden_answer: bool = False,
    rejections: Counter[str] | None = None,
) -> list[Item]:
    """`count` distinct verified rows, balanced over subjects, kinds by their shares.

    Raises InputError when a kind's parameter spaces are too small for that many distinct rows.
    """
    rows: dict[str, Item] = {}
    rejections = Counter() if rejections is None else rejections
    for kind, quota in _quotas(student_kinds, count).items():
        wanted, misses = len(rows) + quota, 0
        for subject, number in _round_robin(subjects(kind, needs_hidden_answer=needs_hidden_answer)):
            if len(rows) == wanted:
                break
            row = make_row(
                subject,
                kind,
                split=split,
                part=part,
                seed=f"{seed}:{split}:{kind}:{_name(subject)}:{number}",
                context_dropout=context_dropout,
                needs_hidden_answer=needs_hidden_answer,
                rejections=rejections,
            )
            if row.id in rows:
                rejections["duplicate"] += 1
                misses += 1
                if misses > 20 * quota + 1000:
                    raise InputError(
                        f"corpus: only {len(rows)} distinct {kind!r} rows for {split}; {wanted} asked for.\n"
                        "Ask for fewer rows or widen the samplers of the curriculum."
                    )
            else:
                rows[row.id] = row
    return list(rows.values())


def _name(subject: Subject) -> str:
    return subject[1].id if subject[1] else subject[0].id


def _round_robin(all_subjects: list[Subject]) -> Iterator[tuple[Subject, int]]:
    """Each subject in turn, in an order that has nothing to do with grade, so that any number of rows
    is about as balanced over the bands as the curriculum is."""
    mixed = sorted(all_subjects, key=lambda subject: hashlib.sha256(_name(subject).encode()).digest())
    number = 0
    while True:
        for subject in mixed:
            yield subject, number
        number += 1


def _quotas(shares: dict[str, float], count: int) -> dict[str, int]:
    """Shares as whole rows that add up to `count` (largest remainders)."""
    total = sum(shares.values())
    exact = {kind: count * share / total for kind, share in sorted(shares.items())}
    quotas = {kind: int(value) for kind, value in exact.items()}
    by_remainder: Iterable[str] = sorted(exact, key=lambda kind: (quotas[kind] - exact[kind], kind))
    for kind in list(by_remainder)[: count - sum(quotas.values())]:
        quotas[kind] += 1
    return quotas
