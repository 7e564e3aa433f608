"""An OpenAI-compatible server in a thread that fails as it is told, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What one request gets. cut: the connection ends in the middle. wait_s: before anything is sent."""

    body: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    wait_s: float = 0.0


def completion(text: str | None, *, finish: str = "stop", refusal: str | None = None) -> Answer:
    message = {"role": "assistant", "content": text, "refusal": refusal}
    return Answer(
        json.dumps(
            {
                "id": "x",
                "object": "chat.completion",
                "created": 0,
                "model": "m",
                "choices": [{"index": 0, "message": message, "finish_reason": finish}],
                "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
            }
        )
    )


def failure(status: int, said: str = "no", **headers: str) -> Answer:
    body = json.dumps({"error": {"message": said, "type": "t", "code": None}})
    return Answer(body, status, {name.replace("_", "-"): value for name, value in headers.items()})


def authored(payload: dict[str, Any]) -> str:
    """The turn that the request asks to word anew."""
    return payload["messages"][1]["content"].rpartition("The tutor's next turn: ")[2]


def reworded(payload: dict[str, Any]) -> Answer:
    """The same turn with a few more words, which verification lets through."""
    return completion(f"Hm, let us see. {authored(payload)}")


@dataclass
class FaultServer:
    """answer: (number of the request for this turn, from 0, payload) -> what to send.

    asked: every request, as (payload, headers).
    """

    url: str
    answer: Callable[[int, dict[str, Any]], Answer] = lambda number, payload: reworded(payload)
    asked: list[tuple[dict[str, Any], dict[str, str]]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    @property
    def payloads(self) -> list[dict[str, Any]]:
        return [payload for payload, _ in self.asked]


@contextmanager
def serving() -> Iterator[FaultServer]:
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            payload = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                number = server.payloads.count(payload)
                server.asked.append((payload, {name.lower(): v for name, v in self.headers.items()}))
                server.at_once += 1
                server.most_at_once = max(server.at_once, server.most_at_once)
            found = self.path == "/v1/chat/completions"
            answer = server.answer(number, payload) if found else failure(404, "no such path")
            time.sleep(answer.wait_s)
            with lock:
                server.at_once -= 1
            data = answer.body.encode()
            try:
                self.send_response(answer.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data[: len(data) // 2] if answer.cut else data)
            except OSError:
                pass  # the client did not wait
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server = FaultServer(f"http://127.0.0.1:{http.server_address[1]}/v1")
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join(5)
