"""What a teacher words is verified, kept in order, noted, and asked for once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, authored, completion, failure, reworded
from outcome import KINDS, Outcome

from socratic_tutor.corpus.rows import Draft
from socratic_tutor.corpus.synthesis import TEACHER_CACHE, write_corpus
from socratic_tutor.corpus.teacher import rewrite
from socratic_tutor.corpus.teacher.prompt import PURPOSES, messages_for
from socratic_tutor.corpus.verification import rejection
from socratic_tutor.curriculum.catalogue import MOVES
from socratic_tutor.curriculum.matching import mentions
from socratic_tutor.files import InputError, read_json, read_jsonl

Run = Callable[..., Outcome]


def rows(outcome: Outcome) -> list[dict[str, Any]]:
    return [asdict(draft.row) for draft in outcome.drafts]


def test_accepted_wordings_replace_the_last_turn_in_order(
    run: Run, drafts: list[Draft], server: FaultServer
) -> None:
    done = run()
    assert len(done.drafts) == len(drafts)
    assert done.report["train"]["accepted"] >= 20
    for before, after in zip(drafts, done.drafts, strict=True):
        assert after.row.messages == before.row.messages
        if after.row.worded_by:
            assert after.row.worded_by == "a-teacher@abc"
            assert after.row.reference == f"Hm, let us see. {before.row.reference}"
            assert after.row.id != before.row.id
            assert rejection(after.case, after.last, context=after.context, said=after.said) is None
        else:
            assert after == before
    assert sum(bool(d.row.worded_by) for d in done.drafts) == done.report["train"]["accepted"]
    assert len({d.row.id for d in done.drafts}) == len(drafts)


def test_report_counts_every_request_and_its_cost(run: Run) -> None:
    report = run().report
    tally = report["train"]
    assert (report["model"], report["revision"]) == ("a-teacher", "abc")
    assert tally["asked"] == 40
    assert tally["accepted"] + sum(tally["refused"].values()) + sum(tally["failed_calls"].values()) == 40
    assert (tally["prompt_tokens"], tally["completion_tokens"]) == (4000, 800)
    assert tally["cost"] == round((4000 * 1.5 + 800 * 6) / 1e6, 6)


def test_a_second_run_asks_nothing_and_gives_the_same(run: Run, server: FaultServer) -> None:
    first = run()
    asked = len(server.asked)
    again = run(concurrency=1)
    assert asked == 40
    assert len(server.asked) == asked
    assert (again.calls, again.recalled) == (0, 40)
    assert rows(again) == rows(first)
    assert again.report == first.report


def test_rows_depend_on_no_order_of_replies(run: Run, server: FaultServer) -> None:
    one_by_one = run(concurrency=1, cache="a")
    server.answer = lambda number, payload: failure(500) if number == 0 else reworded(payload)
    server.asked.clear()
    assert rows(run(concurrency=8, cache="b")) == rows(one_by_one)


def test_windows_change_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run(cache="a", share=0.5)
    monkeypatch.setattr(rewrite, "WINDOW", 7)
    assert rows(run(cache="b", share=0.5)) == rows(whole)


def test_a_killed_run_goes_on_where_it_was(
    run: Run, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run(cache="whole")
    server.asked.clear()
    monkeypatch.setattr(rewrite, "WINDOW", 8)
    server.answer = lambda number, payload: failure(500) if len(server.asked) > 20 else reworded(payload)
    with pytest.raises(InputError, match="gave no reply in 1 attempts"):
        run(concurrency=1, max_attempts=1)
    assert len(server.asked) == 21
    server.answer = lambda number, payload: reworded(payload)
    resumed = run()
    assert (resumed.calls, resumed.recalled) == (20, 20)
    assert len(server.asked) == 41
    assert rows(resumed) == rows(whole)


def test_a_larger_share_keeps_what_was_chosen(run: Run, server: FaultServer) -> None:
    few = run(share=0.3)
    asked = len(server.asked)
    assert 4 <= asked <= 22
    run(share=0.8)
    assert len(server.asked) > asked
    assert all(server.payloads.count(payload) == 1 for payload in server.payloads)
    chosen = {d.row.id for d in few.drafts if d.row.worded_by}
    assert chosen <= {d.row.id for d in run(share=0.8).drafts}


def test_no_more_requests_at_once_than_allowed(run: Run, server: FaultServer) -> None:
    server.answer = lambda number, payload: completion("no") if number else _slow(payload)
    run(concurrency=3)
    assert server.most_at_once == 3


def _slow(payload: dict[str, Any]) -> Any:
    answer = reworded(payload)
    return type(answer)(answer.body, wait_s=0.03)


BAD = {
    "The answer is {right}. Do you see why that is so?": {"leaks the answer", "brings a number"},
    "I'm sorry, but I cannot help with that. Is there anything else?": {"declines"},
    "You did this well": {"not exactly one question", "does not confirm", "strays from the problem"},
    "What did you have for lunch before you came here?": {"strays from the problem", "does not confirm"},
    "What does the number 987654 tell you about this problem?": {"brings a number"},
    "**Look** at `this` part of it. What do you see there?": {"markup"},
    "": {"empty"},
}


@pytest.mark.parametrize("text", BAD)
def test_what_a_tutor_must_not_say_keeps_the_authored_turn(
    text: str, run: Run, drafts: list[Draft], server: FaultServer
) -> None:
    answers = {draft.last.turn: draft.case.right.text for draft in drafts}
    server.answer = lambda number, payload: completion(text.replace("{right}", answers[authored(payload)]))
    wrong = [d for d in drafts if d.row.student_kind != "correct" and not d.row.prompt_shows_answer]
    done = run()
    kept = {d.row.id for d in done.drafts if not d.row.worded_by}
    assert {d.row.id for d in wrong} <= kept
    reasons = {**done.report["train"]["refused"], **done.report["train"]["failed_calls"]}
    assert reasons.keys() & BAD[text]


@pytest.mark.parametrize(
    ("kind", "opening", "accepted"),
    [
        ("correct", "Hm, that is not quite it.", False),
        ("slip", "Yes, that is right.", False),
        ("slip", "Hm, let us see.", True),
        ("vague", "Well done, you found it.", False),
        ("vague", "Hm, let us see.", True),
    ],
)
def test_a_wording_does_not_turn_the_verdict(
    kind: str, opening: str, accepted: bool, run: Run, drafts: list[Draft], server: FaultServer
) -> None:
    server.answer = lambda number, payload: completion(f"{opening} {authored(payload)}")
    made = [d for d in run().drafts if d.row.student_kind == kind]
    assert made
    assert any(d.row.worded_by for d in made) == accepted


def test_two_rows_never_become_one(run: Run, drafts: list[Draft]) -> None:
    worded = next(d for d, made in zip(drafts, run().drafts, strict=True) if made.row.worded_by)
    done = run([worded, worded, worded])
    assert (done.report["train"]["accepted"], done.report["train"]["refused"]) == (1, {"duplicate": 2})


def test_labels_quotes_and_thoughts_around_a_turn_are_taken_off(run: Run, server: FaultServer) -> None:
    plain = run(cache="a")
    server.answer = lambda number, payload: completion(
        f'<think>What to say?</think>\nTutor: "Hm, let us see.\n{authored(payload)}"'
    )
    assert [d.row.reference for d in run(cache="b").drafts] == [d.row.reference for d in plain.drafts]


def test_the_teacher_is_not_told_the_answer(drafts: list[Draft]) -> None:
    kept_from_it = 0
    for draft in drafts:
        instruction, told = (message["content"] for message in messages_for(draft))
        assert draft.last.turn in told
        assert all(said in told for said in draft.said)
        if not any(mentions(draft.case.right, text) for text in [*draft.said, draft.last.turn]):
            kept_from_it += 1
            assert not any(mentions(draft.case.right, line) for line in told.splitlines())
        same = [d for d in drafts if (d.row.grade_band, d.row.move) == (draft.row.grade_band, draft.row.move)]
        assert {messages_for(d)[0]["content"] for d in same} == {instruction}
    assert kept_from_it > 20


def test_every_move_has_a_purpose() -> None:
    assert set(PURPOSES) == set(MOVES)


CORPUS = {
    "train_examples": 30,
    "validation_examples": 10,
    "student_kinds": KINDS,
    "student_turns": [0.7, 0.2, 0.1],
    "context_dropout": 0.1,
}


def write(folder: Path, teacher: dict[str, Any] | None) -> Path:
    files = {name: folder / f"{name}.jsonl" for name in ("train", "validation")}
    write_corpus(seed="s", corpus={**CORPUS, "teacher": teacher}, **files, report=folder / "report.json")
    return folder


def test_the_corpus_holds_and_reports_what_the_teacher_worded(
    server: FaultServer, settings: Any, tmp_path: Path
) -> None:
    plain = write(tmp_path / "plain", None)
    taught = write(tmp_path / "taught", asdict(settings) | {"share": 0.5})
    report = read_json(taught / "report.json")
    for split in ("train", "validation"):
        before, after = (read_jsonl(folder / f"{split}.jsonl") for folder in (plain, taught))
        worded = [row for row in after if row["worded_by"]]
        assert len(worded) == report["teacher"][split]["accepted"] > 0
        assert [row for row in after if not row["worded_by"]] == [
            b for b, a in zip(before, after, strict=True) if not a["worded_by"]
        ]
        assert all(row["messages"][-1] == {"role": "assistant", "content": row["reference"]} for row in after)
    assert (taught / TEACHER_CACHE).is_file()
    assert "teacher" not in read_json(plain / "report.json")
    assert not (plain / TEACHER_CACHE).exists()

    asked = len(server.asked)
    contents = {path.name: path.read_bytes() for path in taught.iterdir()}
    write(taught, asdict(settings) | {"share": 0.5, "concurrency": 1})
    assert {path.name: path.read_bytes() for path in taught.iterdir()} == contents
    assert len(server.asked) == asked
    assert json.loads(contents["report.json"])["teacher"]["model"] == "a-teacher"
