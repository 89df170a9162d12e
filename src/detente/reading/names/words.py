"""The words of a draft, as this room walks over them: tokens without white space, folded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from detente.language.gazetteer import fold

if TYPE_CHECKING:
    from detente.language.doc import Doc

OPENING = frozenset("«\"“„'‘([-–—:•*…;")
BREAKS = frozenset('.,;:!?()[]«»“”"„…–—/*•|')


PREFIXED = re.compile(
    r"^(?:al|el|ul|as|at|ad|ar|ash|az|abou|abu|ben|bin|ibn|d|o|mac|mc)[-‑'’]?[A-ZÀ-Þ]\w+"
)
"""A name that begins with a small letter, or has a capital within: « al-Masri », « McGregor »."""


class Word(msgspec.Struct, frozen=True, gc=False):
    """One token. `n` is its place among the words, `i` in the doc; `start`, `end` are characters."""

    n: int
    i: int
    start: int
    end: int
    text: str
    key: str
    """Folded; empty for punctuation."""
    cap: bool
    upper: bool
    """Two letters or more, all capitals."""
    prefixed: bool
    opening: str
    closing: str
    """The first and the last word of `key` (« porte parole »)."""
    pos: str
    initial: bool
    """A capital may be due to where it stands: sentence, quotation, dash, line."""
    breaks: bool
    """A line ends before it."""


@lru_cache(maxsize=50_000)
def _shape(text: str) -> tuple[str, bool, bool, bool, str, str]:
    """What a token's letters alone tell, in the order of `Word`, from `key` to `closing`."""
    letters = [c for c in text if c.isalpha()]
    key = fold(text) if letters or text[0].isdigit() else ""
    cap = bool(letters) and letters[0].isupper() and not text[0].isdigit()
    upper = len(letters) > 1 and all(c.isupper() for c in letters)
    prefixed = PREFIXED.match(text) is not None
    return key, cap, upper, prefixed, key.partition(" ")[0], key.rpartition(" ")[2]


def words_of(doc: Doc) -> list[Word]:
    """All tokens of a doc but white space, in order."""
    found: list[Word] = []
    breaks = True
    for sent in doc.sents:
        fresh = True
        for token in sent.tokens:
            text = token.text
            if token.is_space:
                breaks = breaks or "\n" in text
                continue
            start = token.idx
            key, cap, upper, prefixed, opening, closing = _shape(text)
            fresh = fresh or breaks
            found.append(
                Word(len(found), token.i, start, start + len(text), text, key, cap, upper, prefixed,
                     opening, closing, token.pos_, fresh, breaks)
            )  # fmt: skip
            fresh = (fresh and not key) or text in OPENING
            breaks = False
    return found


def phrase(words: Sequence[Word], first: int, last: int, text: str) -> str:
    """The report's own words from `first` to `last`, on one line."""
    return " ".join(text[words[first].start : words[last].end].split())
