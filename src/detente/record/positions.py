"""What is held in a dispute, in the words of a report."""

from __future__ import annotations

from detente.model import Article, Position, Span
from detente.record.cues import sentences

REST = 200
"""Characters that are looked at where a text has no sentence."""


def position(article: Article, start: int, end: int, source: str | None = None) -> Position:
    """Some words of a report (offsets), held by `source` or else by the report's outlet."""
    while start < end and article.text[start].isspace():
        start += 1
    while end > start and article.text[end - 1].isspace():
        end -= 1
    words = article.text[start:end]
    return Position(
        value=words,
        source=source or article.outlet or article.id,
        evidence=(Span(article.id, start, end, words),),
    )


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence in which an offset stands."""
    for start, end in sentences(text):
        if start <= offset < end:
            return start, end
    return offset, min(len(text), offset + REST)
