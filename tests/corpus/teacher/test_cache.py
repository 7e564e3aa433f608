"""The cache answers the same request alone, survives a kill, and tells a foreign file."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from socratic_tutor.corpus.teacher.cache import Reply, ReplyCache, Request
from socratic_tutor.files import InputError

REQUEST = Request(
    payload={"model": "m", "messages": [{"role": "user", "content": "hé"}], "temperature": 0.5, "seed": 1},
    model="m",
    revision="r",
    server="http://a/v1",
    prompt_version="p",
)
REPLY = Reply("What is it?", "", 12, 5, 0.25, {"HTTP 429": 2})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "cache.sqlite"


def test_a_reply_comes_back_as_it_was(path: Path) -> None:
    with ReplyCache(path) as cache:
        assert cache.get(REQUEST) is None
        cache.put(REQUEST, REPLY)
        assert cache.get(REQUEST) == REPLY
    with ReplyCache(path) as cache:
        assert cache.get(REQUEST) == REPLY


@pytest.mark.parametrize(
    "change",
    [
        {"payload": {**REQUEST.payload, "temperature": 0.6}},
        {"payload": {**REQUEST.payload, "seed": 2}},
        {"payload": {**REQUEST.payload, "messages": [{"role": "user", "content": "he"}]}},
        {"model": "n"},
        {"revision": ""},
        {"server": "http://b/v1"},
        {"prompt_version": "q"},
    ],
)
def test_another_request_is_a_miss(change: dict[str, Any], path: Path) -> None:
    with ReplyCache(path) as cache:
        cache.put(REQUEST, REPLY)
        assert cache.get(replace(REQUEST, **change)) is None


def test_the_order_of_keys_does_not_matter(path: Path) -> None:
    with ReplyCache(path) as cache:
        cache.put(REQUEST, REPLY)
        assert cache.get(replace(REQUEST, payload=dict(reversed(REQUEST.payload.items())))) == REPLY


def test_a_foreign_file_is_refused_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database, but of some length" * 40)
    before = path.read_bytes()
    with pytest.raises(InputError, match="no cache of teacher replies") as caught:
        ReplyCache(path)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == before


def test_another_database_and_another_layout_are_refused(path: Path) -> None:
    path.parent.mkdir()
    for statement in ("CREATE TABLE other (x)", "PRAGMA user_version = 99"):
        path.unlink(missing_ok=True)
        with sqlite3.connect(path) as connection:
            connection.execute(statement)
        connection.close()
        with pytest.raises(InputError, match="layout"):
            ReplyCache(path)


WRITER = """
import sys
from pathlib import Path
from socratic_tutor.corpus.teacher.cache import Reply, ReplyCache, Request
with ReplyCache(Path(sys.argv[1])) as cache:
    for number in range(100_000):
        cache.put(Request({"seed": number}, "m", "", "s", "p"), Reply("x" * 2000))
        print(number, flush=True)
"""


def test_a_kill_loses_no_reply_that_was_written(path: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": "workflow_scripts"},
        cwd=Path(__file__).resolve().parents[3],
    )
    assert writer.stdout
    for line in writer.stdout:
        if int(line) >= 30:
            break
    writer.send_signal(signal.SIGKILL)
    said = [30, *map(int, writer.stdout.read().split())]
    writer.wait()
    with ReplyCache(path) as cache:
        requests = [Request({"seed": number}, "m", "", "s", "p") for number in range(max(said) + 1)]
        assert all(cache.get(request) == Reply("x" * 2000) for request in requests)


def test_a_full_disk_is_explained_and_loses_no_reply(path: Path) -> None:
    with ReplyCache(path) as cache:
        cache.put(REQUEST, REPLY)
        cache._connection.execute("PRAGMA max_page_count = 4")
        with pytest.raises(InputError, match=r"could not be kept \(database or disk is full\)") as refused:
            cache.put(replace(REQUEST, model="another"), replace(REPLY, text="long " * 10_000))
        assert len(str(refused.value).splitlines()) <= 5
    with ReplyCache(path) as cache:
        assert cache.get(REQUEST) == REPLY
        cache.put(replace(REQUEST, model="another"), REPLY)


def test_a_place_that_cannot_be_written_is_explained(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(InputError, match=r"(?s)could not be kept.*writable"):
        ReplyCache(path)


def test_a_file_that_cannot_be_written_is_explained(path: Path) -> None:
    with ReplyCache(path) as cache:
        cache._connection.execute("PRAGMA query_only = 1")
        with pytest.raises(InputError, match="readonly database"):
            cache.put(REQUEST, REPLY)
