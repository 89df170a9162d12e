"""The words of a draft, as this room walks over them: tokens without white space, folded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from detente.language.gazetteer import fold

if TYPE_CHECKING:
    from detente.language.doc import Doc

OPENING = frozenset("«\"“„'‘([-–—:•*…;")
BREAKS = frozenset('.,;:!?()[]«»“”"„…–—/*•|')


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
    pos: str
    initial: bool
    """A capital may be due to where it stands: sentence, quotation, dash, line."""
    breaks: bool
    """A line ends before it."""


@lru_cache(maxsize=50_000)
def _shape(text: str) -> tuple[str, bool, bool]:
    """A token's folded form, and whether its first letter, and all letters, are capitals."""
    letters = [c for c in text if c.isalpha()]
    key = fold(text) if letters or text[0].isdigit() else ""
    cap = bool(letters) and letters[0].isupper() and not text[0].isdigit()
    return key, cap, len(letters) > 1 and all(c.isupper() for c in letters)


def words_of(doc: Doc) -> list[Word]:
    """All tokens of a doc but white space, in order."""
    found: list[Word] = []
    text = doc.text
    before, fresh = 0, True
    for token in doc:
        if token.is_space:
            continue
        shape = token.text
        breaks = "\n" in text[before : token.idx]
        fresh = fresh or breaks or bool(token.is_sent_start)
        key, cap, upper = _shape(shape)
        found.append(
            Word(len(found), token.i, token.idx, token.idx + len(shape), shape, key, cap, upper,
                 token.pos_, fresh, breaks or not found)
        )  # fmt: skip
        fresh = (fresh and not key) or shape in OPENING
        before = token.idx + len(shape)
    return found


def phrase(words: Sequence[Word], first: int, last: int, text: str) -> str:
    """The report's own words from `first` to `last`, on one line."""
    return " ".join(text[words[first].start : words[last].end].split())
