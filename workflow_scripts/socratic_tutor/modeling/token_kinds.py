"""What kind of token each token of a base document is, so that prose, copying and computing are told apart.

A small model learns prose within minutes, copying numbers much later and computing last; one loss hides all
three. Digits are tokens of their own, so a number is a run of digit tokens.
"""

from __future__ import annotations

from typing import Any

import numpy

from socratic_tutor.modeling.tokenizer import END_HEADER, START_HEADER

PROSE, COPIED, WORKED, GIVEN = range(4)
NAMES = ("prose", "copied", "worked", "given")


class TokenKinds:
    """Labels the tokens of one document after another.

    copied: digits of a number that stood in the document before. worked: digits of a new number in what
    follows from the document's problem. given: digits of a new number in what states the problem (a chat's
    system and user turns); nothing determines them, so no model can learn to predict them. prose: the rest.
    """

    def __init__(self, tokenizer: Any) -> None:
        self._digits = numpy.array(tokenizer.convert_tokens_to_ids(list("0123456789")))
        self._header, self._header_end = tokenizer.convert_tokens_to_ids([START_HEADER, END_HEADER])
        self._assistant = tokenizer("assistant", add_special_tokens=False)["input_ids"]

    def of(self, ids: numpy.ndarray, stated: int = 0) -> numpy.ndarray:
        """The kind of each token, as bytes of shape (tokens,).

        ids: token ids of a rendered document, of the same shape. stated: how many of its first tokens state
        the problem; in a chat the control tokens say so instead.
        """
        kinds = numpy.zeros(len(ids), dtype=numpy.uint8)
        own = numpy.arange(len(ids)) >= stated
        for start in numpy.flatnonzero(ids == self._header).tolist():
            end = start + 1 + int(numpy.argmax(ids[start + 1 :] == self._header_end))
            own[start:] = list(ids[start + 1 : end]) == self._assistant
        edges = numpy.flatnonzero(numpy.diff(numpy.isin(ids, self._digits), prepend=False, append=False))
        seen: set[bytes] = set()
        for first, last in edges.reshape(-1, 2).tolist():
            number = ids[first:last].tobytes()
            kinds[first:last] = COPIED if number in seen else WORKED if own[first] else GIVEN
            seen.add(number)
        return kinds
