"""Rewriting a stream of rows: chosen by seed, asked concurrently, verified, in the order they came.

Given the cache, the rows depend on nothing else: not on how many requests run at once, not on failed
attempts, not on where an earlier run was killed.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import random
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from socratic_tutor.corpus.rows import Draft, identity, with_wording
from socratic_tutor.corpus.teacher.cache import Reply, ReplyCache, Request
from socratic_tutor.corpus.teacher.checks import refusal, tidy
from socratic_tutor.corpus.teacher.client import SUSPICIOUS, TeacherClient
from socratic_tutor.corpus.teacher.prompt import PROMPT_VERSION, payload_for
from socratic_tutor.corpus.teacher.settings import TeacherSettings
from socratic_tutor.corpus.teacher.tally import Tally
from socratic_tutor.files import InputError

WINDOW = 512  # drafts in memory at once
_NEWS_EVERY_S = 30.0

log = logging.getLogger(__name__)


class Teacher:
    """Rewrites the drafts of one split after another and tallies what became of them; use it in a `with`."""

    def __init__(self, settings: TeacherSettings, cache: Path, seed: str) -> None:
        """seed: root of the string seeds by which rows are chosen and requests are seeded.

        Raises InputError when `cache` is some other file.
        """
        self.settings = settings
        self.seed = seed
        self.tallies: dict[str, Tally] = {}
        self.calls = self.recalled = 0  # of this run: replies from the server, and from the cache
        self._cache = ReplyCache(cache)
        self._runner = asyncio.Runner()
        self._client: TeacherClient | None = None  # made for the first request that the cache cannot answer
        self._works = False
        self._next_news = time.monotonic() + _NEWS_EVERY_S

    def __enter__(self) -> Teacher:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            if self._client:
                self._runner.run(self._client.close())
        finally:
            self._runner.close()
            self._cache.close()
            self._tell()

    def rewrite(self, drafts: Iterable[Draft], split: str) -> Iterator[Draft]:
        """The drafts in their order, the last turn of a share of them in the teacher's words.

        Raises InputError when the server stays away or refuses everything; the cache then holds the replies
        so far.
        """
        drafts = iter(drafts)
        tally = self.tallies.setdefault(split, Tally())
        taken: set[int] = set()  # rows told apart by their wordings may be worded alike by a teacher
        while window := list(islice(drafts, WINDOW)):
            requests = {i: self._request(d, split) for i, d in enumerate(window) if self._chosen(d, split)}
            replies = self._replies(requests)
            for i, draft in enumerate(window):
                if i not in replies:
                    yield draft
                    continue
                made = reworded(draft, replies[i], self.settings.name)
                if isinstance(made, Draft) and identity(made.row) in taken:
                    made = "duplicate"
                if isinstance(made, Draft):
                    taken.add(identity(made.row))
                    tally.add(replies[i], None)
                    yield made
                else:
                    tally.add(replies[i], made)
                    yield draft

    def report(self) -> dict[str, Any]:
        """Who worded turns anew, and the tally of each split."""
        about = {
            "model": self.settings.model,
            "revision": self.settings.revision,
            "prompt_version": PROMPT_VERSION,
        }
        return about | {split: tally.as_dict(self.settings) for split, tally in self.tallies.items()}

    def _chosen(self, draft: Draft, split: str) -> bool:
        """By the row alone: a larger share, or more rows, leave those that were chosen."""
        return random.Random(f"{self.seed}:teacher:{split}:{draft.row.id}").random() < self.settings.share

    def _request(self, draft: Draft, split: str) -> Request:
        settings = self.settings
        digest = hashlib.sha256(f"{self.seed}:teacher:{split}:{draft.row.id}".encode()).digest()
        payload = payload_for(
            draft,
            model=settings.model,
            temperature=settings.temperature,
            max_tokens=settings.max_tokens,
            seed=int.from_bytes(digest[:4], "big") >> 1,  # what servers take: 0 to 2^31 - 1
        )
        return Request(payload, settings.model, settings.revision, settings.server, PROMPT_VERSION)

    def _replies(self, requests: dict[int, Request]) -> dict[int, Reply]:
        """A reply to each request, from the cache where it is there."""
        found = {i: reply for i, r in requests.items() if (reply := self._cache.get(r))}
        self.recalled += len(found)
        missing = {i: request for i, request in requests.items() if i not in found}
        return found | self._runner.run(self._ask(missing)) if missing else found

    async def _ask(self, requests: dict[int, Request]) -> dict[int, Reply]:
        """Ask for all of them; a reply is in the cache as soon as it is here.

        A reply that a wrong server would give to everything waits until another shows that this one works.
        """
        client = self._client = self._client or TeacherClient(self.settings)
        suspicious: list[tuple[Request, Reply]] = []

        async def ask(request: Request) -> Reply:
            reply = await client.ask(request.payload)
            self.calls += 1
            if reply.fault in SUSPICIOUS:
                suspicious.append((request, reply))
            else:
                self._works = True
                self._cache.put(request, reply)
            if time.monotonic() > self._next_news:
                self._tell()
            return reply

        try:
            async with asyncio.TaskGroup() as group:  # the first that fails for good cancels the others
                tasks = {i: group.create_task(ask(request)) for i, request in requests.items()}
        except ExceptionGroup as errors:
            raise errors.exceptions[0] from None
        if suspicious and not self._works:
            last = suspicious[-1][1]
            raise InputError(
                f"corpus.teacher: {self.settings.server} answers, but to nothing that it is asked "
                f"({', '.join(filter(None, [last.fault, last.text]))})\n"
                f"Check that it serves {self.settings.model!r} at /chat/completions under `base_url`, "
                "which usually ends in /v1."
            )
        for request, reply in suspicious:
            self._cache.put(request, reply)
        return {i: task.result() for i, task in tasks.items()}

    def _tell(self) -> None:
        self._next_news = time.monotonic() + _NEWS_EVERY_S
        log.info("teacher: %d replies from the server, %d from the cache", self.calls, self.recalled)


def reworded(draft: Draft, reply: Reply, name: str) -> Draft | str:
    """The draft with the reply as its last turn and `name` noted, or why the authored turn stays."""
    if reply.fault:
        return reply.fault
    turn = tidy(reply.text)
    made = refusal(draft, turn) or with_wording(draft, turn)
    return replace(made, row=replace(made.row, worded_by=name)) if isinstance(made, Draft) else made
