"""What the parts of this room share while one report is read."""

from __future__ import annotations

from detente.reading.draft import Draft, Form, Mention
from detente.reading.names import known
from detente.reading.names.bodies import Body
from detente.reading.names.cast import Cast, Part
from detente.reading.names.groups import Group
from detente.reading.names.known import Hit
from detente.reading.names.leaders import Leaders
from detente.reading.names.runs import likely
from detente.reading.names.words import kin, namesakes, phrase, words_of

LAYERS: dict[Form, int] = {
    "post": 0,
    "description": 0,
    "name": 1,
    "place": 2,
    "people": 3,
    "pronoun": 4,
}
"""Which of two overlapping mentions of one layer is found at the words they share."""


class Stage:
    """The words of a report, and who was found in them. `hits` are known names by each of their
    words, `names` the words in persons' names, `bodies` the last word, country and name of each
    body by its first word, `apposed` nouns of peoples that go with a name, `movements` the
    armed movements that a report names. Places are places among the words."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.lang = draft.pack.module("names")
        self.words = kin(namesakes(words_of(draft.doc, self.lang), self.lang), self.lang)
        self.likely = likely(self.words, self.lang)
        self.spoken_of = known.spoken_of(self.words, self.lang)
        """The states that the report names by one word or by their people."""
        self.text = draft.article.text
        self.cast = Cast(draft.pack.code)
        self.hits: dict[int, Hit] = {}
        self.names: set[int] = set()
        self.bodies: dict[int, tuple[int, str | None, str]] = {}
        self.letters: dict[int, Part] = {}
        """Bodies by the places of their letters."""
        self.found_bodies: list[Body] = []
        self.apposed: set[int] = set()
        self.movements: list[Part] = []
        self.groups: list[Group] = []
        self.made: list[tuple[int, Mention]] = []
        self.leaders = Leaders(draft, self.lang)

    @property
    def armed(self) -> Part | None:
        """The one armed movement that the report names."""
        return self.movements[0] if len(self.movements) == 1 else None

    def said(self, first: int, last: int) -> str:
        """The report's own words."""
        return phrase(self.words, first, last, self.text)

    def has_article(self, n: int) -> bool:
        """Whether an article stands right before a word."""
        return n > 0 and not self.words[n].breaks and self.words[n - 1].key in self.lang.ARTICLES

    def mention(
        self,
        first: int,
        last: int,
        parts: tuple[Part, ...],
        form: Form,
        *,
        layer: int,
        head: int | None = None,
        city: str | None = None,
        certain: bool = True,
    ) -> None:
        """Keeps words that stand for actors. Where mentions overlap, the one of the higher
        `layer` is found at the words they share. `head` is a token's index."""
        a, b = self.words[first], self.words[last]
        for part in parts:
            part.evidence.append(self.draft.tokens_span(a.i, b.i))
        mention = Mention(
            start=a.start,
            end=b.end,
            first=a.i,
            last=b.i,
            head=self._head(a.i, b.i) if head is None else head,
            actors=tuple(part.id for part in parts),
            form=form,
            city=city,
            certain=certain,
        )
        self.made.append((layer, mention))

    def _head(self, first: int, last: int) -> int:
        """The token of a span whose own head lies outside it."""
        for token in self.draft.doc[first : last + 1]:
            if not first <= token.head.i <= last or token.head.i == token.i:
                return token.i
        return first

    def settle(self) -> None:
        """Writes mentions and actors into the draft."""
        for _, mention in sorted(self.made, key=lambda m: (m[0], LAYERS[m[1].form], m[1].start)):
            self.draft.add_mention(mention)
        self.cast.settle(self.draft)
        self.draft.movements = {part.id for part in self.movements}
