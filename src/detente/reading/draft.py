"""A reading in the making: what the steps of `detente.reading` hand each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from detente.model import Actor, Article, DateMention, Event, Span, Statement, Undertaking

if TYPE_CHECKING:
    from detente.language import Pack
    from detente.language.doc import Doc, Token

Form = Literal["name", "place", "people", "post", "description", "pronoun"]


@dataclass(slots=True)
class Mention:
    """Words that stand for one actor, or for several (“les deux présidents”).

    `start`, `end` are characters; `first`, `last`, `head` are token indices in the draft's doc,
    `last` inclusive. `actors` are ids of `Draft.actors`. A `place` is a city or country that may
    stand for its government or for where something is; `city` is its name then. `people` covers
    nationality adjectives and nouns (“russe”, “les Russes”)."""

    start: int
    end: int
    first: int
    last: int
    head: int
    actors: tuple[str, ...]
    form: Form
    city: str | None = None
    certain: bool = True


@dataclass(slots=True)
class Draft:
    """Everything known so far of one report. Steps read it and add to it, in order."""

    article: Article
    pack: Pack
    doc: Doc
    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    movements: set[str] = field(default_factory=set)
    """The ids of the armed movements among the actors."""
    dates: list[DateMention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    undertakings: list[Undertaking] = field(default_factory=list)
    _by_token: dict[int, Mention] = field(default_factory=dict)
    _by_head: dict[int, list[Mention]] = field(default_factory=dict)

    def span(self, start: int, end: int) -> Span:
        """The words from `start` to `end`, white space at both ends left out."""
        text = self.article.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(self.article.id, start, end, text[start:end])

    def tokens_span(self, first: int, last: int) -> Span:
        """The words from token `first` to token `last`, both included."""
        end = self.doc[last]
        return self.span(self.doc[first].idx, end.idx + len(end.text))

    def add_mention(self, mention: Mention) -> None:
        """Keeps a mention; where two overlap, `mention_at` gives the one added last."""
        self.mentions.append(mention)
        self._by_head.setdefault(mention.head, []).append(mention)
        for i in range(mention.first, mention.last + 1):
            self._by_token[i] = mention

    def mention_at(self, token: Token | int) -> Mention | None:
        """The mention that holds a token, or None."""
        return self._by_token.get(token if isinstance(token, int) else token.i)

    def in_date(self, token: Token) -> bool:
        """Whether a token stands in the words of a time."""
        return any(d.span.start <= token.idx < d.span.end for d in self.dates)

    def headed_by(self, token: Token | int) -> list[Mention]:
        """The mentions whose head a token is, in the order they were added."""
        return self._by_head.get(token if isinstance(token, int) else token.i, [])
