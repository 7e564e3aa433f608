"""One request to the teacher's server: sent, repeated while that can help, and read strictly.

A server that stays away or sends this user off ends the run (`InputError`). What one request alone may suffer
(a reply that makes no sense, a refusal, a bad request) is a `Reply` with a fault.
"""

from __future__ import annotations

import asyncio
import email.utils
import json
import math
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import openai
from tenacity import AsyncRetrying, RetryCallState, RetryError, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_random_exponential

from socratic_tutor.corpus.teacher.cache import Reply
from socratic_tutor.corpus.teacher.settings import TeacherSettings
from socratic_tutor.files import InputError

FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 30.0  # backoff: a random time up to this, doubled each time
LONGEST_RETRY_AFTER_S = 300.0  # a server that asks for more is away
# About this request alone, so that others may go through; other 4xx are about the user or the model.
_BAD_REQUEST = (400, 413, 422)
_TRANSIENT = (408, 409, 425, 429)
# Faults that a wrong server or model would give to every request.
SUSPICIOUS = ("malformed", *(f"HTTP {status}" for status in _BAD_REQUEST))


class _AttemptError(Exception):
    """An attempt that failed in a way that another may not. wait_s: what the server asked for."""

    def __init__(self, kind: str, detail: str, wait_s: float | None = None) -> None:
        super().__init__(detail)
        self.kind, self.detail, self.wait_s = kind, detail, wait_s


class TeacherClient:
    """A connection to the server, for one event loop; `close` it there."""

    def __init__(self, settings: TeacherSettings) -> None:
        self.settings = settings
        self._gate = asyncio.Semaphore(settings.concurrency)
        self._client = openai.AsyncOpenAI(
            base_url=settings.server,
            api_key=settings.api_key or "none",  # servers without keys take any
            timeout=settings.timeout_s,
            max_retries=0,  # repeated here, where each failure is counted
        )

    async def close(self) -> None:
        await self._client.close()

    async def ask(self, payload: Mapping[str, Any]) -> Reply:
        """The reply to a chat completion request.

        Repeats time-outs, cut connections, 429, 5xx and replies that make no sense, `max_attempts` in all,
        with random exponential backoff or as long as `Retry-After` says. Raises InputError when the server
        stays away, or sends every request off (401, 403, 404, ...).
        """
        failed: Counter[str] = Counter()

        def note(state: RetryCallState) -> None:
            failed[_error_of(state).kind] += 1

        attempts = AsyncRetrying(
            retry=retry_if_exception_type(_AttemptError),
            stop=stop_after_attempt(self.settings.max_attempts),
            wait=_wait,
            before_sleep=note,
        )
        try:
            async with self._gate:
                reply: Reply = await attempts(self._attempt, payload)
        except RetryError as error:
            last = error.last_attempt.exception()
            assert isinstance(last, _AttemptError)
            if last.kind != "malformed":
                raise self._away(last) from None
            reply = Reply("", last.kind)
        return replace(reply, failed_attempts=dict(sorted(failed.items())))

    async def _attempt(self, payload: Mapping[str, Any]) -> Reply:
        """Raises _AttemptError for what may pass, InputError for what will not."""
        started = time.monotonic()
        try:
            async with asyncio.timeout(self.settings.timeout_s):  # also for a server that drips
                raw = await self._client.chat.completions.with_raw_response.create(**payload)
                body = raw.text
        except (TimeoutError, openai.APITimeoutError):
            raise _AttemptError("time-out", f"no reply in {self.settings.timeout_s:g} s") from None
        except openai.APIConnectionError as error:
            raise _AttemptError("connection", _root_of(error)) from None
        except openai.APIStatusError as error:
            return self._without_success(error)
        return replace(read_reply(body), seconds=round(time.monotonic() - started, 3))

    def _without_success(self, error: openai.APIStatusError) -> Reply:
        status, said = error.status_code, self._shown(_said_by(error))
        kind = f"HTTP {status}"
        if status >= 500 or status in _TRANSIENT:
            wait_s = _retry_after(error.response.headers)
            if wait_s is not None and wait_s > LONGEST_RETRY_AFTER_S:
                raise InputError(
                    f"corpus.teacher: {self.settings.server} asks to wait {wait_s:.0f} s ({kind})\n"
                    "Run again then; the replies so far are kept, and the next run goes on from there."
                )
            raise _AttemptError(kind, said, wait_s)
        if status in _BAD_REQUEST:
            return Reply(said, kind)
        raise InputError(
            f"corpus.teacher: {self.settings.server} refuses: {kind}, {said}\n{self._advice(status)}\n"
            "The replies so far are kept, and the next run goes on from there."
        )

    def _advice(self, status: int) -> str:
        variable = self.settings.api_key_variable
        if status in (401, 403):
            known = "is not one that it knows" if self.settings.api_key else "is not set"
            return f"It wants a key; the one in the environment variable {variable} {known}."
        return f"Check `base_url` (usually it ends in /v1) and `model` ({self.settings.model!r})."

    def _away(self, last: _AttemptError) -> InputError:
        attempts = self.settings.max_attempts
        return InputError(
            f"corpus.teacher: {self.settings.server} gave no reply in {attempts} attempts "
            f"(the last: {last.kind}, {self._shown(last.detail)})\n"
            "Start it, give it more time (timeout_s, max_attempts, concurrency), or set `teacher: null`.\n"
            "The replies so far are kept, and the next run goes on from there."
        )

    def _shown(self, text: str) -> str:
        """What the server said, on one line, without the key."""
        text = " ".join(text.split())
        if key := self.settings.api_key:
            text = text.replace(key, "***")
        return text if len(text) <= 160 else text[:157] + "..."


def read_reply(body: str) -> Reply:
    """The reply in the body of a chat completion; faults: `refusal`, `cut off`, `empty`.

    Raises _AttemptError of the kind `malformed` for a body that is none.
    """
    try:
        completion = json.loads(body)
        choice = completion["choices"][0]
        message = choice["message"]
        text = message.get("content")
        refused = message.get("refusal")
        finish = choice.get("finish_reason")
        usage = completion.get("usage") or {}
        tokens = [int(usage.get(key) or 0) for key in ("prompt_tokens", "completion_tokens")]
        if not isinstance(text, str | None):
            raise TypeError("content is no text")
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise _AttemptError("malformed", "its reply is no chat completion") from None
    if refused or finish == "content_filter":
        fault = "refusal"
    elif finish == "length":
        fault = "cut off"
    else:
        fault = "" if text and text.strip() else "empty"
    return Reply("" if fault else text or "", fault, prompt_tokens=tokens[0], completion_tokens=tokens[1])


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks to wait, from a number or a date; None where it does not say."""
    value = headers.get("retry-after", "")
    try:
        wait_s = float(value)
    except ValueError:
        try:
            wait_s = email.utils.parsedate_to_datetime(value).timestamp() - time.time()
        except ValueError:
            return None
    return max(0.0, wait_s) if math.isfinite(wait_s) else None


def _wait(state: RetryCallState) -> float:
    asked = _error_of(state).wait_s
    if asked is not None:
        return asked
    return wait_random_exponential(multiplier=FIRST_WAIT_S, max=LONGEST_WAIT_S)(state)


def _error_of(state: RetryCallState) -> _AttemptError:
    assert state.outcome is not None
    error = state.outcome.exception()
    assert isinstance(error, _AttemptError)
    return error


def _said_by(error: openai.APIStatusError) -> str:
    """The server's own words: `error.message` of OpenAI's layout, `detail` of FastAPI's, or the body."""
    body = error.body
    if isinstance(body, dict):
        body = body.get("message") or body.get("detail") or body
    return str(body or error.message)


def _root_of(error: BaseException) -> str:
    while error.__cause__:
        error = error.__cause__
    return str(error) or type(error).__name__
