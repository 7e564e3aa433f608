"""Every way in which a server can fail, and what a run makes of it."""

from __future__ import annotations

import email.utils
import logging
import socket
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fault_server import Answer, FaultServer, completion, failure, reworded
from outcome import Outcome

from socratic_tutor.corpus.rows import Draft
from socratic_tutor.corpus.teacher.client import LONGEST_RETRY_AFTER_S
from socratic_tutor.files import InputError

Run = Callable[..., Outcome]

PASSING = {
    "HTTP 429": failure(429, "slow down"),
    "HTTP 500": failure(500),
    "HTTP 503": Answer("<html>busy</html>", 503),
    "time-out": Answer(completion("late").body, wait_s=1.2),
    "connection": Answer(completion("What is the middle of this?").body, cut=True),
    "malformed": Answer("this is no JSON"),
}


@pytest.mark.parametrize("kind", PASSING)
def test_what_may_pass_is_tried_again_and_counted(
    kind: str, run: Run, drafts: list[Draft], server: FaultServer
) -> None:
    calm = run(drafts[:6], cache="calm")
    server.asked.clear()
    server.answer = lambda number, payload: PASSING[kind] if number < 2 else reworded(payload)
    done = run(drafts[:6], timeout_s=0.6)
    assert len(server.asked) == 18
    assert [d.row for d in done.drafts] == [d.row for d in calm.drafts]
    tally = done.report["train"]
    assert tally["failed_attempts"] == {kind: 12}
    assert tally["failed_calls"] == {}
    assert run(drafts[:6]).report == done.report


STAYING = {kind: answer for kind, answer in PASSING.items() if kind != "malformed"}


@pytest.mark.parametrize("kind", STAYING)
def test_a_server_that_stays_away_ends_the_run_and_leaves_the_cache(
    kind: str, run: Run, drafts: list[Draft], server: FaultServer
) -> None:
    run(drafts[:4])
    server.asked.clear()
    server.answer = lambda number, payload: STAYING[kind]
    with pytest.raises(InputError) as caught:
        run(drafts[:6], timeout_s=0.3, max_attempts=2, concurrency=1)
    message = str(caught.value)
    assert message.startswith(f"corpus.teacher: {server.url} gave no reply in 2 attempts (the last: {kind}")
    assert len(message.splitlines()) <= 5
    assert len(server.asked) == 2
    server.answer = lambda number, payload: reworded(payload)
    assert run(drafts[:6]).recalled == 4


def test_nobody_at_the_address(run: Run) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(InputError, match=f"127.0.0.1:{port}/v1 gave no reply in 2 attempts .*connection"):
        run(base_url=f"http://127.0.0.1:{port}/v1", max_attempts=2)


@pytest.mark.parametrize("dated", [False, True])
def test_retry_after_is_respected(dated: bool, run: Run, drafts: list[Draft], server: FaultServer) -> None:
    def after() -> str:
        return email.utils.formatdate(time.time() + 2, usegmt=True) if dated else "1"

    server.answer = lambda number, payload: reworded(payload) if number else failure(429, Retry_After=after())
    started = time.monotonic()
    done = run(drafts[:1])
    assert 0.9 < time.monotonic() - started < 4
    assert done.report["train"]["failed_attempts"] == {"HTTP 429": 1}


def test_a_server_that_wants_an_hour_is_away(run: Run, server: FaultServer) -> None:
    server.answer = lambda number, payload: failure(429, Retry_After=str(LONGEST_RETRY_AFTER_S * 12))
    with pytest.raises(InputError, match=r"asks to wait 3600 s \(HTTP 429\)"):
        run(concurrency=1)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        (401, "environment variable OPENAI_API_KEY is not set"),
        (403, "OPENAI_API_KEY"),
        (404, "Check `base_url` .*'a-teacher'"),
    ],
)
def test_a_server_that_sends_one_off_is_asked_once(
    status: int, advice: str, run: Run, server: FaultServer
) -> None:
    server.answer = lambda number, payload: failure(status, "go away")
    with pytest.raises(InputError, match=f"refuses: HTTP {status}, .*go away\n.*{advice}") as caught:
        run(concurrency=1)
    assert len(server.asked) == 1
    assert len(str(caught.value).splitlines()) <= 5


def test_a_path_that_is_not_there(run: Run, server: FaultServer) -> None:
    with pytest.raises(InputError, match="usually it ends in /v1"):
        run(base_url=server.url.removesuffix("/v1"))


ODD = {
    "malformed": Answer('{"choices": []}'),
    "refusal": completion(None, refusal="I will not."),
    "cut off": completion("What do you see when", finish="length"),
    "empty": completion("  "),
    "HTTP 400": failure(400, "too long"),
    "HTTP 422": failure(422, "unknown field"),
}


@pytest.mark.parametrize("fault", ODD)
def test_one_odd_reply_keeps_the_authored_turn_and_is_not_asked_again(
    fault: str, run: Run, drafts: list[Draft], server: FaultServer
) -> None:
    odd = drafts[3].last.turn

    def answer(_: int, payload: dict[str, Any]) -> Answer:
        return ODD[fault] if payload["messages"][1]["content"].endswith(odd) else reworded(payload)

    server.answer = answer
    done = run(drafts[:6], max_attempts=2)
    assert done.report["train"]["failed_calls"] == {fault: 1}
    assert done.drafts[3] == drafts[3]
    assert any(d.row.worded_by for d in done.drafts)
    asked = len(server.asked)
    assert run(drafts[:6], max_attempts=2).report == done.report
    assert len(server.asked) == asked


@pytest.mark.parametrize(
    "body",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"choices": null}',
        '{"choices": [null]}',
        '{"choices": [{"message": null}]}',
        '{"choices": [{"message": {"content": 7}}]}',
        '{"choices": [{"message": {"content": "a"}}], "usage": {"prompt_tokens": "many"}}',
        '{"choices": [{"message": {"con',
        "[" * 100_000,
        "<html><body>Welcome</body></html>",
    ],
)
def test_a_server_that_makes_no_sense_ends_the_run_and_spoils_no_cache(
    body: str, run: Run, drafts: list[Draft], server: FaultServer, tmp_path: Path
) -> None:
    server.answer = lambda number, payload: Answer(body)
    with pytest.raises(InputError, match="answers, but to nothing that it is asked \\(malformed\\)"):
        run(drafts[:2], max_attempts=1)
    with sqlite3.connect(tmp_path / "cache.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM replies").fetchone() == (0,)
    connection.close()


def test_a_server_that_serves_another_model_ends_the_run(run: Run, server: FaultServer) -> None:
    server.answer = lambda number, payload: failure(400, "this server is pinned to 'b'")
    with pytest.raises(InputError, match="HTTP 400, .*pinned to 'b'.*\n.*serves 'a-teacher'"):
        run()


def test_the_key_is_sent_and_nowhere_shown_or_kept(
    run: Run,
    server: FaultServer,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("MY_KEY", "very-secret-key")
    with caplog.at_level(logging.DEBUG):
        done = run(api_key_variable="MY_KEY")
        server.answer = lambda number, payload: failure(401, "bad key: very-secret-key")
        with pytest.raises(InputError, match=r"bad key: \*\*\*\n.*MY_KEY is not one that it knows") as caught:
            run(api_key_variable="MY_KEY", cache="other")
    assert all(headers["authorization"] == "Bearer very-secret-key" for _, headers in server.asked)
    kept = [path.read_bytes() for path in tmp_path.iterdir()]
    assert all(b"very-secret" not in content for content in kept)
    for shown in (str(caught.value), caplog.text, repr(done.report)):
        assert "very-secret" not in shown
